// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a reference document of the service code (fault codes, phrases, conduct, materials) that is accepted can be
// worked with: its codes are answers of a step, its phrases can be said, its materials counted.

#include "fuzz.h"

#include <ruhu/domain/decide.h>

#include <QCryptographicHash>

#include <array>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

/// The kind of document the input says it is; anything for one that says nothing.
QByteArray nameIn(const QByteArray &document)
{
    static const std::array<QByteArray, 3> names{"fault-codes", "conduct", "materials"};
    const auto json = readJson(document);
    const QByteArray id = json ? json->text(u"id").value_or(QString()).toUtf8() : QByteArray();
    return std::find(names.begin(), names.end(), id) != names.end() ? id : "phrases";
}

/// The smallest service code that names this document.
QByteArray serviceCode(const QByteArray &name, const QByteArray &hash)
{
    const QByteArray step =
        name == "fault-codes" ? R"("kind":"choice","optionsFrom":"fault-codes")" : R"("kind":"tick")";
    return R"({"id":"service-code","version":"1","documents":{")" + name + R"(":")" + hash
           + R"("},"arrivalToleranceMin":10,"kinds":[{"id":"repair","title":{"en":"e","zh":"z"}}],)"
             R"("stages":[{"id":"work","title":{"en":"e","zh":"z"}}],"transitions":[{"id":"all","from":"to-contact",)"
             R"("to":"signed-off","stages":["work"],"act":{"en":"e","zh":"z"}}],"steps":[{"id":"T","stage":"work",)"
             R"("gate":"block","title":{"en":"e","zh":"z"},"rules":[],)"
           + step + R"(}],"measures":[]})";
}

void requireSaid(const QString &phrase)
{
    std::map<QString, QString> values;
    for (const QString &name : placeholderNames())
        values[name] = name;
    for (const auto &known : {values, std::map<QString, QString>()}) {
        const QString said = fillPhrase(phrase, known);
        for (const char16_t sign : {u'{', u'}', u'[', u']'})
            require(!said.contains(QChar(sign)), "nobody says a bracket");
    }
}

void requireAnswers(const Catalogue &catalogue)
{
    const Step &step = catalogue.steps.front();
    require(catalogue.faultCodes.empty() || step.options.size() == catalogue.faultCodes.size(), "codes are answers");
    Ticket ticket;
    ticket.state = State::Working;
    const RoleRule visitor{kTechnician, {}, Reach::Own, {Right::Visit, Right::Note}, true};
    const ActContext context{UserId(), visitor, wallTimeFromMs(1'772'300'000'000), catalogue, {}};
    (void)possibilities(ticket, context);
    for (const StepOption &option : step.options)
        (void)decide(ticket, StepAnswered{step.id, {option.id}, QStringLiteral("words")}, context);
}

void requireUse(const Catalogue &catalogue)
{
    for (const FaultCode &code : catalogue.faultCodes)
        require(catalogue.faultCode(code.id) == &code && !code.sides.empty(), "an id names one code, on some side");
    for (const Phrase &phrase : catalogue.phrases) {
        requireSaid(phrase.text.en);
        requireSaid(phrase.text.zh);
    }
    for (const ConductRule &rule : catalogue.conduct)
        require(rule.shown == QStringLiteral("always") || catalogue.stage(rule.shown), "a rule is shown somewhere");
    for (const Material &material : catalogue.materials)
        require(mostOf(material) > 0, "a material can be used");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document = bytesOf(data, size);
    const QByteArray hash = QCryptographicHash::hash(document, QCryptographicHash::Blake2b_256).toHex();
    const auto catalogue = readCatalogue(serviceCode(nameIn(document), hash), {{QString::fromLatin1(hash), document}});
    if (!catalogue) {
        requireRefusal(catalogue.error(), {ErrorCode::InvalidInput});
        return 0;
    }
    requireAnswers(*catalogue);
    requireUse(*catalogue);
    return 0;
}
