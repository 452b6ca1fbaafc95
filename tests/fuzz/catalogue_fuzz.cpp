// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a checklist document that is accepted can be worked with: every reference resolves, every stage is asked for,
// and neither the gates nor the list of what may be done meets anything unexpected in it.

#include "fuzz.h"

#include <ruhu/domain/walk.h>

#include <QCryptographicHash>
#include <QDir>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

/// The real reference documents: a service code that names others is refused before anything else is looked at.
std::map<QString, QByteArray> referenceDocuments()
{
    std::map<QString, QByteArray> documents;
    const QDir folder(QStringLiteral(":/ruhu/catalogues"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        require(file.open(QIODevice::ReadOnly), "a built-in document can be read");
        const QByteArray bytes = file.readAll();
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
        documents[QString::fromLatin1(hash.toHex())] = bytes;
    }
    return documents;
}

void requireReferences(const Catalogue &catalogue)
{
    for (const Step &step : catalogue.steps) {
        require(catalogue.step(step.id) == &step, "an id names one step");
        require(catalogue.stage(step.stage) != nullptr, "a step's stage exists");
        for (const QString &measure : step.measures)
            require(catalogue.measure(measure) != nullptr, "a step's measure exists");
    }
    require(!catalogue.transitions.empty() && catalogue.transitions.back().to == State::SignedOff,
            "the way ends with the sign-off");
}

/// What every screen asks of a ticket, in each state the document knows.
void work(const Catalogue &catalogue)
{
    for (const Transition &transition : catalogue.transitions) {
        Ticket ticket;
        ticket.state = transition.from;
        require(nextTransition(ticket, catalogue) == &transition, "every state is left by its one transition");
        const RoleRule visitor{kTechnician, {}, Reach::Own, {Right::Visit, Right::Note}};
        const ActContext context{UserId(), visitor, wallTimeFromMs(1'772'300'000'000), catalogue, {}};
        (void)leaveGate(ticket, catalogue);
        (void)possibilities(ticket, context);
        (void)nextRoutineAct(ticket, context);
        for (const Measure &measure : catalogue.measures)
            (void)judge(measure.max, limitsFor(measure, ticket));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto documents = referenceDocuments();
    const auto catalogue = readCatalogue(bytesOf(data, size), documents);
    if (!catalogue) {
        requireRefusal(catalogue.error());
        return 0;
    }
    requireReferences(*catalogue);
    work(*catalogue);
    return 0;
}
