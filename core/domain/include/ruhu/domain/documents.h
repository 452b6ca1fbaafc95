// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/event.h>

namespace ruhu::domain {

/// The same words in both languages; catalogue documents carry their own wording.
struct Text {
    QString en;
    QString zh;
    bool operator==(const Text &) const = default;
};

// The reference documents of the service code (resources/catalogues). It names each by the hash of its bytes, so
// that a ticket bound to a service code is bound to all of them.

/// One side a fault can lie on; the same ids are the answers of the step that asks for the side.
struct FaultSide {
    QString id; // "drop" "network" "port" "data" "our-terminal" "customer-terminal" "customer-side" "area" "none"
    Text title;
    bool operator==(const FaultSide &) const = default;
};

/// What a fault turned out to be (domain/rules 3.3).
struct FaultCode {
    QString id; // "N-LOS"
    std::vector<QString> sides; // where such a fault can lie, one at least
    Text title;
    std::vector<Access> accesses; // empty: all
    std::vector<Service> services; // empty: all; otherwise the ticket has one of them
    bool needsNote = false;
    QString source;
    QString confidence; // as for measures
    bool operator==(const FaultCode &) const = default;
};

/// Something to say, with placeholders; see fillPhrase().
struct Phrase {
    QString id; // "door-greeting"
    Text when;
    Text text;
    std::vector<TicketKind> kinds; // said on such tickets only; empty: on all
    std::vector<QString> rules; // ids of the service code
    bool operator==(const Phrase &) const = default;
};

/// What never happens on a visit (D15-92 … 102 and the other prohibitions).
struct ConductRule {
    QString id; // "no-gifts"
    Text text;
    std::vector<QString> rules; // ids of the service code
    QString shown; // the stage it is shown in, or "always"
    bool operator==(const ConductRule &) const = default;
};

/// A material or terminal that is used up or left at the customer's (domain/rules 3.4).
struct Material {
    QString id; // "onu"
    Text title;
    QString unit; // "pcs" or "m"
    std::vector<QString>
        traced; // what is written down for each: "sn" "mac" "loid" "length" "length-marks" "port" "pair"
    std::vector<Access> accesses; // empty: all
    QString source;
    bool operator==(const Material &) const = default;
};

/// What may stand in braces in a phrase: "customer" "technician" "branch" "orderedOn" "product" "time" "phone" "address".
[[nodiscard]] const std::vector<QString> &placeholderNames();

/// The phrase with the values put in. A part in brackets is left out when one of its values is empty; elsewhere an
/// empty value becomes an ellipsis. The result holds personal data: show it, never log it.
[[nodiscard]] QString fillPhrase(const QString &phrase, const std::map<QString, QString> &values);

} // namespace ruhu::domain
