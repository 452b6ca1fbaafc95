// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/office_case.h>

namespace ruhu::domain {

// The papers of the service code (domain/rules 1.D, FM1 … FM16) as data: which values each one shows, and where they come
// from. Their looks are another matter.

/// What a paper is about, and so whose facts fill it.
enum class FormAbout { Visit, Case, List, Day, Person, Code }; // "visit" "case" "list" "day" "person" "code"

struct FormMember {
    QString name;
    Text title;
    QString from; // path into the facts, "charge.quotation.amountFen"
    bool required = false; // the paper is not made without it
    bool operator==(const FormMember &) const = default;
};

struct Form {
    QString id; // "FM5"
    Text title;
    FormAbout about = FormAbout::Visit;
    QString kind; // Case, List: the CaseKind
    std::vector<FormMember> members;
    std::vector<Text> byHand; // what no program here holds: a photo, a seal
    std::vector<QString> rules;
    bool operator==(const Form &) const = default;
};

struct FormCatalogue {
    QString id; // "forms"
    QString version;
    std::vector<Form> forms;

    [[nodiscard]] const Form *form(const QString &formId) const;
    bool operator==(const FormCatalogue &) const = default;
};

/// Reads the document and checks it whole. The error's subject is the path of the bad member.
[[nodiscard]] Result<FormCatalogue> readForms(const QByteArray &document);

/// A paper's values in its members' order, and the names of required ones that are not there: then it is no paper.
struct FilledForm {
    Json content;
    std::vector<QString> missing;
    bool operator==(const FilledForm &) const = default;
};
[[nodiscard]] FilledForm fillForm(const Form &form, const Json &facts);

/// Everything a paper can show of a visit: "order", "appointment", "arrival", "readings", "materials", "answers" by step, "charge",
/// "enquiries", "contacts", "missed", "handBack", "rating", "signatures", "closing", "technician". Personal.
[[nodiscard]] Json visitFacts(const Ticket &ticket, const Catalogue &catalogue);
/// "number", "customerName", "state", "fields", "openedAt". Personal.
[[nodiscard]] Json caseFacts(const OfficeCase &officeCase);
/// "cases": those of one kind that are not over.
[[nodiscard]] Json listFacts(const std::vector<OfficeCase> &cases);
/// "day" (ISO), "technician", "tickets" in order of their appointments: the person's visits of that day where customers
/// live. Personal.
[[nodiscard]] Json dayFacts(const QString &day, const QString &technician, const std::vector<Ticket> &tickets,
                            const WorkingCalendar &calendar);
/// "stages" with their steps, "conduct".
[[nodiscard]] Json codeFacts(const Catalogue &catalogue);

} // namespace ruhu::domain
