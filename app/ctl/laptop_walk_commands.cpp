// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"
#include "demo_media.h"
#include "ticket_json.h"
#include "walk_script.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxScriptBytes = 1024 * 1024;
// Far more than any checklist has steps: a walk that goes in circles ends.
constexpr int kMaxActs = 500;

/// One ticket walked to its end by the same calls a person's program makes.
class Walk {
public:
    Walk(Run &run, TicketId id, WalkScript script, QString folder, std::optional<domain::State> until)
        : m_run(run), m_id(id), m_script(std::move(script)), m_folder(std::move(folder)), m_until(until)
    {}

    [[nodiscard]] Result<Outcome> go()
    {
        for (int i = 0; i < kMaxActs; ++i) {
            auto page = m_run.session->page(m_id);
            if (!page)
                return page.error();
            const presentation::TicketPage &now = **page;
            if (m_until && now.ticket.state >= *m_until)
                return answer({}, now);
            if (!now.catalogue)
                return outcomeOf({domain::Refusal{domain::RefusalCode::UnknownCatalogue, {}, {}, {}}, {}}, now);
            const presentation::Profile me = m_run.session->profile().value_or(presentation::Profile());
            const domain::ActContext context{me.userId, presentation::builtInShelf().roles().role(me.role), now.now,
                                             *now.catalogue, now.contentHash};
            const domain::WalkStep step = domain::nextRoutineAct(now.ticket, context, m_script.answers);
            if (const auto *finished = std::get_if<domain::Finished>(&step))
                return answer(*finished, now);
            const auto act = carryOut(step, now);
            if (!act)
                return act.error();
            if (act->refusal)
                return answer({act->refusal}, now);
            m_recorded.insert(m_recorded.end(), act->recorded.begin(), act->recorded.end());
        }
        return Error{ErrorCode::Internal, u"the walk goes in circles"_s, m_id.toString()};
    }

private:
    [[nodiscard]] Result<presentation::ActOutcome> carryOut(const domain::WalkStep &step,
                                                            const presentation::TicketPage &now)
    {
        if (const auto *photo = std::get_if<domain::NeedPhoto>(&step))
            return attach(photo->step);
        if (const auto *signature = std::get_if<domain::NeedSignature>(&step)) {
            const bool customer = signature->role == domain::SignerRole::Customer;
            const QString name = customer ? now.ticket.order.customerName : m_run.session->profile()->displayName;
            return m_run.session->sign(m_id, signature->role, name, drawnSignature(seed(name)), now.contentHash);
        }
        return m_run.session->act(m_id, std::get<domain::Payload>(step));
    }

    [[nodiscard]] Result<presentation::ActOutcome> attach(const QString &step)
    {
        const auto file = m_script.photos.find(step);
        if (file == m_script.photos.end())
            return m_run.session->attachPhoto(m_id, step, drawnPhoto(seed(step)), {});
        const auto bytes = readArgumentFile(QDir(m_folder).filePath(file->second), kMaxPhotoFile);
        return bytes ? m_run.session->attachPhoto(m_id, step, *bytes, {})
                     : Result<presentation::ActOutcome>(bytes.error());
    }

    /// Differs by ticket and purpose, the same in every run.
    [[nodiscard]] std::uint64_t seed(const QString &purpose) const
    {
        std::uint64_t value = 1469598103934665603ULL; // FNV-1a
        const QByteArray text = m_id.toBytes() + purpose.toUtf8();
        for (const char byte : text)
            value = (value ^ static_cast<quint8>(byte)) * 1099511628211ULL;
        return value;
    }

    [[nodiscard]] Outcome answer(const domain::Finished &finished, const presentation::TicketPage &now) const
    {
        Outcome outcome = outcomeOf({finished.stuck, m_recorded}, now);
        outcome.lines = {u"%1: %2 events recorded, state %3"_s.arg(now.row.number)
                             .arg(m_recorded.size())
                             .arg(domain::toName(now.ticket.state))};
        return outcome;
    }

    Run &m_run;
    TicketId m_id;
    WalkScript m_script;
    QString m_folder; // relative photo names of the script start here
    std::optional<domain::State> m_until; // the walk ends there
    std::vector<EventId> m_recorded;
};

[[nodiscard]] Result<Outcome> walk(Run &run)
{
    const QString file = run.invocation.value(u"script"_s);
    WalkScript script;
    if (!file.isEmpty()) {
        const auto document = readArgumentFile(file, kMaxScriptBytes);
        if (!document)
            return document.error();
        auto read = readWalkScript(*document);
        if (!read)
            return read.error();
        script = std::move(*read);
    }
    const QString end = run.invocation.value(u"until"_s);
    const auto until = domain::fromName<domain::State>(end);
    if (!end.isEmpty() && !until)
        return Error{ErrorCode::InvalidInput, u"is no state of a ticket"_s, u"--until"_s};
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto id = run.session->findTicket(run.invocation.word(0));
    if (!id)
        return id.error();
    return Walk(run, *id, std::move(script), QFileInfo(file).absolutePath(), until).go();
}

} // namespace

std::vector<Command> laptopWalkCommands()
{
    const QString group = u"laptop"_s;
    // clang-format off
    return {
        {group, u"walk"_s, u"TICKET [--script FILE] [--until STATE]"_s,
         u"every remaining step the way a person would, with drawn photos"_s, 1, 1, {u"script"_s, u"until"_s}, {}, {},
         now<walk>()},
        {group, u"pdf"_s, u"TICKET --out FILE [--kind workorder] [--language en|zh_CN]"_s,
         u"the work order on paper"_s, 1, 1, {u"out"_s, u"kind"_s, u"language"_s}, {u"out"_s}, {}, now<makePaper>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
