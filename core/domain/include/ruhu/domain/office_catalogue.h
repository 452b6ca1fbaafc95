// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>

#include <optional>
#include <vector>

namespace ruhu::domain {

/// What a field of an office case holds. Values travel as text: a choice as its option's id, a time as milliseconds
/// since 1970, a user as login.
enum class CaseFieldKind { Text, Choice, Time, User }; // "text" "choice" "time" "user"

struct CaseOption {
    QString id;
    Text text;
    bool operator==(const CaseOption &) const = default;
};

struct CaseFieldRule {
    QString id;
    CaseFieldKind kind = CaseFieldKind::Text;
    Text title;
    std::vector<CaseOption> options; // Choice
    bool operator==(const CaseFieldRule &) const = default;
};

/// Holds when the field has one of these values; "" stands for not given, "*" for any value.
struct CaseCondition {
    QString field;
    std::vector<QString> values;
    bool operator==(const CaseCondition &) const = default;
};

struct CaseState {
    QString id;
    Text title;
    bool final = false;
    bool operator==(const CaseState &) const = default;
};

/// One thing that can be done with a case: a row of its small state table.
struct CaseAct {
    QString id;
    Text title;
    std::vector<QString> from; // states
    QString to; // empty: the state stays
    std::vector<QString> needs; // fields that must be given with it
    std::vector<QString> may; // fields that may be
    std::vector<CaseCondition> when; // of the case before
    std::vector<CaseField> sets; // given by the table itself
    std::vector<RoleId> roles; // never the technician: a complaint may be about him (D15-98)
    std::vector<QString> rules;
    bool operator==(const CaseAct &) const = default;
};

/// How long something may take. Counts from the opening or from the newest such act.
struct CaseLimit {
    QString id;
    Text title;
    QString starts; // act; empty: the opening
    std::vector<QString> ends; // acts, whichever comes first
    std::int64_t minutes = 0;
    std::int64_t workingDays = 0; // due at the end of that day
    std::int64_t warnMinutes = 0;
    std::vector<CaseCondition> when;
    std::vector<QString> rules;
    QString confidence; // as for measures
    bool operator==(const CaseLimit &) const = default;
};

struct CaseKind {
    QString id; // "complaint" "callback" "enquiry" "renewal" "opinion"
    Text title;
    QString prefix; // of its numbers
    QString start; // state
    std::vector<CaseState> states;
    std::vector<CaseFieldRule> fields;
    std::vector<QString> needs; // fields at the opening
    std::vector<QString> may;
    std::vector<CaseField> sets;
    std::vector<CaseAct> acts;
    std::vector<CaseLimit> limits;
    std::vector<QString> rules;

    [[nodiscard]] const CaseState *state(const QString &stateId) const;
    [[nodiscard]] const CaseFieldRule *field(const QString &fieldId) const;
    [[nodiscard]] const CaseAct *act(const QString &actId) const;
    bool operator==(const CaseKind &) const = default;
};

/// Where a field of a case that opens by itself comes from: a value, or a path into the event and its ticket:
/// a member of the payload, "order.…", "rating.…" or "steps.<step>.…".
struct SourceField {
    QString field;
    QString value;
    QString from;
    bool operator==(const SourceField &) const = default;
};

/// A fact of a visit that opens a case at the office by itself: what a customer says must not get lost.
struct CaseSource {
    QString opens; // CaseKind::id
    QString event; // payload type
    std::vector<CaseCondition> where; // over the same paths as SourceField::from
    std::vector<SourceField> fields;
    bool oncePerTicket = false;
    bool operator==(const CaseSource &) const = default;
};

/// The office's kinds of work that are no visits, as data.
struct OfficeCatalogue {
    QString id; // "office-cases"
    QString version;
    std::vector<CaseKind> kinds;
    std::vector<CaseSource> sources;

    [[nodiscard]] const CaseKind *kind(const QString &kindId) const;
    bool operator==(const OfficeCatalogue &) const = default;
};

/// Reads the document and checks it whole: unique ids, both languages, every reference resolves, every state can be
/// reached and left for a final one, nothing is given to technicians. The error's subject is the path of the bad member.
[[nodiscard]] Result<OfficeCatalogue> readOfficeCatalogue(const QByteArray &document);

} // namespace ruhu::domain
