// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents_reader.h"

#include "catalogue_checks.h"
#include "catalogue_schema.h"

#include <algorithm>

namespace ruhu::domain::detail {

template<>
struct Schema<FaultSide> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
    }
};

template<>
struct Schema<FaultCode> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"sides", p.sides);
        v.required(u"title", p.title);
        v.required(u"accesses", p.accesses);
        v.required(u"services", p.services);
        v.optional(u"needsNote", p.needsNote);
        v.required(u"source", p.source);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<Phrase> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"when", p.when);
        v.required(u"text", p.text);
        v.optional(u"kinds", p.kinds);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<ConductRule> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"text", p.text);
        v.required(u"rules", p.rules);
        v.required(u"shown", p.shown);
    }
};

template<>
struct Schema<Material> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"unit", p.unit);
        v.required(u"traced", p.traced);
        v.required(u"accesses", p.accesses);
        v.required(u"source", p.source);
    }
};

namespace {

using namespace Qt::Literals::StringLiterals;

/// What every reference document begins with, and its one or two lists.
template<typename T>
struct Document {
    QString id;
    QString version;
    QStringView list; // name of the member
    std::vector<T> entries;
    std::vector<FaultSide> sides; // fault codes only
};

} // namespace

template<typename T>
struct Schema<Document<T>> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        if constexpr (std::is_same_v<T, FaultCode>)
            v.required(u"sides", p.sides);
        v.required(p.list, p.entries);
    }
};

namespace {

Problem checkSides(const std::vector<FaultSide> &sides)
{
    if (auto problem = checkUniqueIds(sides, u"sides"))
        return problem;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (!isFilled(sides[i].title))
            return badMember(at(u"sides", i) + u".title"_s, u"needs both languages"_s);
    }
    return {};
}

Problem checkEntry(const FaultCode &code, const QString &path, const Document<FaultCode> &document)
{
    if (!isFilled(code.title))
        return badMember(path + u".title"_s, u"needs both languages"_s);
    if (code.sides.empty())
        return badMember(path + u".sides"_s, u"a fault lies on one side at least"_s);
    for (std::size_t i = 0; i < code.sides.size(); ++i) {
        const bool known = std::any_of(document.sides.begin(), document.sides.end(),
                                       [&](const FaultSide &side) { return side.id == code.sides[i]; });
        if (!known)
            return badMember(path + u'.' + at(u"sides", i), u"there is no such side"_s);
    }
    if (!isConfidence(code.confidence))
        return badMember(path + u".confidence"_s, u"is not a known grade"_s);
    return {};
}

/// Every brace closes around a known name, every bracket closes and holds no other.
bool isPhraseText(const QString &text)
{
    bool optional = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text[i];
        if (sign == u'{') {
            const qsizetype end = text.indexOf(u'}', i);
            const auto &names = placeholderNames();
            if (end < 0 || std::find(names.begin(), names.end(), text.mid(i + 1, end - i - 1)) == names.end())
                return false;
            i = end;
        } else if (sign == u'}' || sign == (optional ? u'[' : u']')) {
            return false;
        } else if (sign == u'[' || sign == u']') {
            optional = !optional;
        }
    }
    return !optional;
}

Problem checkEntry(const Phrase &phrase, const QString &path, const Document<Phrase> &)
{
    if (!isFilled(phrase.when))
        return badMember(path + u".when"_s, u"needs both languages"_s);
    if (!isFilled(phrase.text))
        return badMember(path + u".text"_s, u"needs both languages"_s);
    if (!isPhraseText(phrase.text.en))
        return badMember(path + u".text.en"_s, u"has an unknown placeholder or a bracket that does not close"_s);
    if (!isPhraseText(phrase.text.zh))
        return badMember(path + u".text.zh"_s, u"has an unknown placeholder or a bracket that does not close"_s);
    return {};
}

Problem checkEntry(const ConductRule &rule, const QString &path, const Document<ConductRule> &)
{
    return isFilled(rule.text) ? Problem() : badMember(path + u".text"_s, u"needs both languages"_s);
}

Problem checkEntry(const Material &material, const QString &path, const Document<Material> &)
{
    static const std::set<QString> kUnits{u"pcs"_s, u"m"_s};
    static const std::set<QString> kTraced{u"sn"_s,           u"mac"_s,  u"loid"_s, u"length"_s,
                                           u"length-marks"_s, u"port"_s, u"pair"_s};
    if (!isFilled(material.title))
        return badMember(path + u".title"_s, u"needs both languages"_s);
    if (kUnits.count(material.unit) == 0)
        return badMember(path + u".unit"_s, u"is not a known unit"_s);
    for (std::size_t i = 0; i < material.traced.size(); ++i) {
        if (kTraced.count(material.traced[i]) == 0)
            return badMember(path + u'.' + at(u"traced", i), u"is nothing that is written down"_s);
    }
    return {};
}

template<typename T>
Problem checkDocument(const Document<T> &document, const QString &name)
{
    if (document.id != name)
        return badMember(u"id"_s, u"is not the document that was named"_s);
    if (document.version.isEmpty())
        return badMember(u"version"_s, u"must not be empty"_s);
    if (auto problem = checkSides(document.sides))
        return problem;
    if (auto problem = checkUniqueIds(document.entries, document.list))
        return problem;
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        if (auto problem = checkEntry(document.entries[i], at(document.list, i), document))
            return problem;
    }
    return {};
}

Problem inDocument(const QString &name, const Error &error)
{
    return Error{ErrorCode::InvalidInput, error.detail, u"documents."_s + name + u':' + error.subject};
}

/// Reads and checks the document of this hash; an empty hash: none is wanted.
template<typename T>
Problem readDocument(const std::map<QString, QByteArray> &documents, const QString &hash, const QString &name,
                     Document<T> &document)
{
    if (hash.isEmpty())
        return {};
    const auto bytes = documents.find(hash);
    if (bytes == documents.end())
        return badMember(u"documents."_s + name, u"no document has this hash"_s);
    if (auto problem = readBytes(bytes->second, document))
        return inDocument(name, *problem);
    if (auto problem = checkDocument(document, name))
        return inDocument(name, *problem);
    return {};
}

StepOption optionOf(const FaultCode &code, const QString &sidesFrom)
{
    StepOption option;
    option.id = code.id;
    option.text = code.title;
    option.needsNote = code.needsNote;
    option.condition.accesses = code.accesses;
    option.condition.services = code.services;
    if (sidesFrom.isEmpty())
        return option;
    for (const QString &side : code.sides) {
        StepCondition answered;
        answered.stepAnswered = sidesFrom;
        answered.withOption = side;
        option.condition.anyOf.push_back(answered);
    }
    return option;
}

/// The step that asks for the side offers exactly the sides of the document.
bool asksForSides(const Step *step, const std::vector<FaultSide> &sides)
{
    return step && step->kind == StepKind::Choice
           && std::equal(step->options.begin(), step->options.end(), sides.begin(), sides.end(),
                         [](const StepOption &option, const FaultSide &side) { return option.id == side.id; });
}

} // namespace

Problem readDocuments(const std::map<QString, QByteArray> &documents, Catalogue &catalogue)
{
    const DocumentHashes &hashes = catalogue.documents;
    Document<FaultCode> codes{{}, {}, u"codes", {}, {}};
    Document<Phrase> phrases{{}, {}, u"phrases", {}, {}};
    Document<ConductRule> conduct{{}, {}, u"rules", {}, {}};
    Document<Material> materials{{}, {}, u"materials", {}, {}};
    if (auto problem = readDocument(documents, hashes.faultCodes, u"fault-codes"_s, codes))
        return problem;
    if (auto problem = readDocument(documents, hashes.phrases, u"phrases"_s, phrases))
        return problem;
    if (auto problem = readDocument(documents, hashes.conduct, u"conduct"_s, conduct))
        return problem;
    if (auto problem = readDocument(documents, hashes.materials, u"materials"_s, materials))
        return problem;
    catalogue.faultSides = std::move(codes.sides);
    catalogue.faultCodes = std::move(codes.entries);
    catalogue.phrases = std::move(phrases.entries);
    catalogue.conduct = std::move(conduct.entries);
    catalogue.materials = std::move(materials.entries);
    return {};
}

Problem fillOptions(Catalogue &catalogue)
{
    for (std::size_t i = 0; i < catalogue.steps.size(); ++i) {
        Step &step = catalogue.steps[i];
        const QString path = at(u"steps", i);
        if (step.optionsFrom.isEmpty() && step.sidesFrom.isEmpty())
            continue;
        if (step.optionsFrom != u"fault-codes"_s || catalogue.faultCodes.empty())
            return badMember(path + u".optionsFrom"_s, u"there is no such document"_s);
        if (!step.options.empty())
            return badMember(path + u".options"_s, u"are taken from a document"_s);
        if (!step.sidesFrom.isEmpty() && !asksForSides(catalogue.step(step.sidesFrom), catalogue.faultSides))
            return badMember(path + u".sidesFrom"_s, u"that step does not offer the sides of the fault codes"_s);
        for (const FaultCode &code : catalogue.faultCodes)
            step.options.push_back(optionOf(code, step.sidesFrom));
    }
    return {};
}

} // namespace ruhu::domain::detail
