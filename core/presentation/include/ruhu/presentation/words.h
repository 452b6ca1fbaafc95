// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_session.h>

#include <QLocale>

namespace ruhu::presentation {

/// Language of the words; catalogue texts carry both, everything else comes from the translations.
enum class Language { English, Chinese };
[[nodiscard]] Language currentLanguage();
/// "en", "zh_CN"; nothing for any other name, also for an empty one.
[[nodiscard]] QString languageName(Language language);
[[nodiscard]] std::optional<Language> languageNamed(const QString &name);
/// Installs the translators of `:/i18n/` on the application and sets the default locale. GUI thread.
void setLanguage(Language language);
[[nodiscard]] QString pick(const domain::Text &text);

/// What a person is told when something did not work: what happened, what is safe, what to do next; the code is shown
/// small at the end. Every ErrorCode and every problem code of the wire has one (a test walks the tables).
struct Message {
    QString what;
    QString safe;
    QString next;
    QString code;
};
[[nodiscard]] Message messageFor(const Error &error);
/// The same for the set-up of a laptop that holds no work yet: nothing is sent later by itself.
[[nodiscard]] Message messageForSetUp(const Error &error);
[[nodiscard]] QString oneLine(const Message &message);
/// What a problem code of the wire or a verdict on an entry means, in one sentence; empty for a code nobody knows.
[[nodiscard]] QString problemText(const QString &code);

/// One sentence why an act is not possible; names the step, measure or item in words.
[[nodiscard]] QString refusalText(const domain::Refusal &refusal, const domain::Catalogue *catalogue,
                                  const domain::Ticket &ticket);
[[nodiscard]] QString findingText(const domain::Finding &finding, const domain::Catalogue *catalogue);
[[nodiscard]] QString openItemText(const domain::OpenItem &item, const domain::Catalogue *catalogue,
                                   const domain::Ticket &ticket);
/// One line of a ticket's story: "Arrived 13:56, 4 minutes early".
[[nodiscard]] QString factText(const domain::Event &event, const domain::Catalogue *catalogue);

/// What the checklist says to say at a step, for this kind of ticket.
[[nodiscard]] std::vector<const domain::Phrase *> phrasesOf(const domain::Step &step,
                                                            const domain::Catalogue &catalogue,
                                                            const domain::Ticket &ticket);
/// The phrase with the ticket's names in it (D3-12): personal data for the screen alone. Without a branch what speaks of
/// it is left out.
[[nodiscard]] QString phraseText(const domain::Phrase &phrase, const domain::Ticket &ticket,
                                 const QString &branch = {});
/// Rules of conduct shown in a stage, or "always".
[[nodiscard]] std::vector<const domain::ConductRule *> conductOf(const QString &stage,
                                                                 const domain::Catalogue &catalogue);
/// Words of a rule of conduct; its id when the catalogue does not know it.
[[nodiscard]] QString conductText(const QString &rule, const domain::Catalogue *catalogue);
/// What to say on the telephone to agree the time, with the names filled in (D15-83, D15-85), where the checklist has no
/// phrases of its own. Several lines.
[[nodiscard]] QString callScript(const domain::Ticket &ticket);
/// What to say to a customer who puts the visit off (D15-87).
[[nodiscard]] QString postponeScript();
/// The checklist's hint; where renewing is the matter and the contract ends soon, with that day (D1-19).
[[nodiscard]] QString stepHint(const domain::Step &step, const TicketPage &page);

[[nodiscard]] QString stateText(domain::State state);
/// In the words of the ticket's service code, else of the newest that the program carries; the id where neither knows it.
[[nodiscard]] QString kindText(const domain::TicketKind &kind, const domain::Catalogue *catalogue);
[[nodiscard]] QString accessText(domain::Access access);
[[nodiscard]] QString serviceText(domain::Service service);
[[nodiscard]] QString tierText(domain::Tier tier);
/// The tier with the operator's own mark behind it: "Gold (SVIP)".
[[nodiscard]] QString tierText(const domain::TicketOpened &order);
[[nodiscard]] QString bandwidthText(domain::Bandwidth bandwidth);
/// "No internet (1001): no page opens" as the order has it; empty without one.
[[nodiscard]] QString faultReportText(const domain::TicketOpened &order);
[[nodiscard]] QString areaText(domain::Area area);
[[nodiscard]] QString verdictText(domain::Verdict verdict);
[[nodiscard]] QString ratingText(domain::Rating rating);
[[nodiscard]] QString admissionText(domain::Admission admission);
[[nodiscard]] QString signerText(domain::SignerRole role);
[[nodiscard]] QString enquiryText(domain::EnquiryKind kind);
/// Name of a time limit; its id when the catalogue does not know it.
[[nodiscard]] QString deadlineText(const QString &deadline, const domain::Catalogue *catalogue);
/// "First call by 13:40, 25 min left"; says "not verified" where the figure is.
[[nodiscard]] QString deadlineLine(const domain::Deadline &deadline, const domain::Catalogue *catalogue, WallTime now);
[[nodiscard]] QString limitsText(const domain::Measure &measure, const domain::Limits &limits);
/// Where the limits come from: a measure may have other ones for some tickets.
[[nodiscard]] QString limitSource(const domain::Measure &measure, const domain::Limits &limits);

/// "-21.40 dBm" with the measure's decimals and unit.
[[nodiscard]] QString valueText(std::int64_t scaled, const domain::Measure &measure);
/// The scaled integer of what was typed; accepts "," and "." and a leading minus; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> parseValue(const QString &typed, const domain::Measure &measure);

/// "Drop fibre, 30 m, Length marks 120-150"; the id where the catalogue does not know the material.
[[nodiscard]] QString materialText(const domain::MaterialUsed &used, const domain::Catalogue *catalogue);
/// "Serial number", for a kind of Material::traced.
[[nodiscard]] QString markName(const QString &kind);
[[nodiscard]] QString marksText(const std::vector<domain::MaterialMark> &marks);
/// "2 pieces", "30.5 m".
[[nodiscard]] QString quantityText(std::int64_t quantity, const domain::Material *material);
/// What was typed, in pieces or tenths of a metre; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> parseQuantity(const QString &typed, const domain::Material &material);

/// "¥50.00" of hundredths of a yuan.
[[nodiscard]] QString yuanText(std::int64_t fen);
/// Hundredths of a yuan of what was typed, "50" or "50.5"; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> parseYuan(const QString &typed);

/// "Sun 22 Nov 14:00" / "11月22日 周日 14:00"; local time zone.
[[nodiscard]] QString dayTimeText(WallTime time);
[[nodiscard]] QString shortDateText(WallTime time); // "22 Nov", "11月22日"
[[nodiscard]] QString timeText(WallTime time);
/// Time alone on the same local day, with the day otherwise.
[[nodiscard]] QString momentText(WallTime time, WallTime now);
[[nodiscard]] QString windowText(const domain::Window &window, domain::Area area);
/// "in 36 min", "12 min ago".
[[nodiscard]] QString relativeText(WallTime time, WallTime now);
/// "138 •••• 2041"
[[nodiscard]] QString maskedPhone(const QString &phone);

/// One honest sentence about sync: "All stored 14:02", "3 waiting", "No network since 13:10 — working on".
[[nodiscard]] QString syncText(const sync::Status &status, WallTime now);
/// The longer explanation for the panel: cause, who can fix it, next try, bytes left.
[[nodiscard]] QString syncDetailText(const sync::Status &status, WallTime now);
/// The code behind it, shown small where the long text ends; empty while nothing is in the way.
[[nodiscard]] QString syncCode(const sync::Status &status);
/// Per ticket: "Kept on this laptop", "Waiting", "Stored", "Reviewed", "Needs you", "Refused (reason)".
[[nodiscard]] QString ticketSyncText(const store::TicketRow &row, const sync::Status &status);

} // namespace ruhu::presentation
