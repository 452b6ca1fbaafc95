// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"
#include "stages.h"

#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/comment_pin.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/reading_field.h>
#include <ruhu/widgets/reason_picker.h>
#include <ruhu/widgets/step_card.h>

#include <QCheckBox>
#include <QCoreApplication>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::ButtonKind;
using widgets::StepCard;

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::StepCards)
};

const domain::StepRecord *recordOf(const domain::Step &step, const presentation::TicketPage &page)
{
    const auto it = page.ticket.steps.find(step.id);
    return it == page.ticket.steps.end() ? nullptr : &it->second;
}

std::vector<widgets::ChoiceOption> choiceOptions(const domain::Step &step, const domain::Ticket &ticket)
{
    std::vector<widgets::ChoiceOption> options;
    for (const domain::StepOption &option : step.options) {
        if (domain::isOffered(option, ticket))
            options.push_back({option.id, presentation::pick(option.text), option.needsNote, StepWords::tr("Note")});
    }
    return options;
}

QString optionNames(const domain::Step &step, const std::vector<QString> &chosen)
{
    QStringList names;
    for (const domain::StepOption &option : step.options) {
        if (std::find(chosen.begin(), chosen.end(), option.id) != chosen.end())
            names.append(presentation::pick(option.text));
    }
    return names.join(u" · "_s);
}

std::vector<widgets::ReasonOption> readingReasons()
{
    return {{u"line"_s, StepWords::tr("The line outside must be mended")},
            {u"terminal"_s, StepWords::tr("The customer's own device is the limit")},
            {u"meter"_s, StepWords::tr("The meter was checked, the value stays")}};
}

QString reasonWords(const std::vector<widgets::ReasonOption> &presets, const std::optional<widgets::Reason> &reason)
{
    if (!reason)
        return {};
    for (const widgets::ReasonOption &preset : presets) {
        if (preset.code == reason->code)
            return preset.label;
    }
    return reason->text;
}

/// The band shows the limits with a quarter of their span on both sides, within what a meter can show.
widgets::ReadingLimits bandLimits(const domain::Measure &measure, const domain::Limits &limits)
{
    widgets::ReadingLimits band;
    band.failBelow = limits.failLow;
    band.failAbove = limits.failHigh;
    band.warnBelow = limits.warnLow;
    band.warnAbove = limits.warnHigh;
    if (!limits.failLow && !limits.failHigh && !limits.warnLow && !limits.warnHigh)
        return band;
    const qint64 low = limits.failLow.value_or(limits.warnLow.value_or(measure.min));
    const qint64 high = limits.failHigh.value_or(limits.warnHigh.value_or(low == measure.min ? measure.max : low * 2));
    const qint64 margin = std::max<qint64>((high - low) / 4, 1);
    band.scaleMin = std::max<qint64>(low - margin, measure.min);
    band.scaleMax = std::min<qint64>(std::max(high, low) + margin, measure.max);
    return band;
}

widgets::ReadingSpec readingSpec(const domain::Measure &measure, const domain::Ticket &ticket)
{
    widgets::ReadingSpec spec;
    spec.label = presentation::pick(measure.title);
    spec.unit = measure.unit;
    spec.decimals = measure.decimals;
    const domain::Limits limits = domain::limitsFor(measure, ticket);
    spec.limits = bandLimits(measure, limits);
    const QString words = presentation::limitsText(measure, limits);
    const QString source = presentation::limitSource(measure, limits);
    spec.limitSource = source.isEmpty() ? words : u"%1 · %2"_s.arg(words, source);
    spec.reasons = readingReasons();
    return spec;
}

QWidget *makeReading(const domain::Measure &measure, const Page &page, const CardActions &actions)
{
    auto *box = new QWidget;
    QVBoxLayout *column = columnIn(box);
    auto *field = new widgets::ReadingField;
    field->setObjectName(u"reading:"_s + measure.id);
    widgets::ReadingSpec spec = readingSpec(measure, page->ticket);
    const auto it = page->ticket.readings.find(measure.id);
    if (it != page->ticket.readings.end()) {
        spec.previous = it->second.reading.value;
        spec.previousMeta = presentation::dayTimeText(it->second.stamp.wall);
    }
    field->setSpec(spec);
    field->setValue(spec.previous);
    auto *keep =
        new Button(it == page->ticket.readings.end() ? StepWords::tr("Record") : StepWords::tr("Record again"));
    keep->setObjectName(u"record:"_s + measure.id);
    column->addWidget(field);
    column->addLayout(buttonRow({keep}));
    const auto record = [actions, field, id = measure.id] {
        if (!field->value())
            return;
        actions.propose(
            domain::ReadingRecorded{id, *field->value(), reasonWords(readingReasons(), field->reason()), {}, {}});
    };
    QObject::connect(keep, &QPushButton::clicked, box, record);
    QObject::connect(field, &widgets::ReadingField::submitted, box, record);
    return box;
}

QWidget *makeTickBody(const domain::Step &step, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *confirm = new Button(StepWords::tr("Done"));
    confirm->setObjectName(u"confirm:"_s + step.id);
    column->addLayout(buttonRow({confirm}));
    QObject::connect(confirm, &QPushButton::clicked, body,
                     [actions, id = step.id] { actions.propose(domain::StepsConfirmed{{id}}); });
    return body;
}

QWidget *makeChoiceBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *field = new widgets::ChoiceField;
    field->setObjectName(u"choice:"_s + step.id);
    field->setOptions(choiceOptions(step, page->ticket));
    if (const domain::StepRecord *record = recordOf(step, *page); record && !record->options.empty())
        field->setChosen(record->options.front(), record->text);
    column->addWidget(field);
    const auto send = [actions, field, id = step.id] {
        if (field->isComplete())
            actions.propose(domain::StepAnswered{id, {field->chosenId()}, field->note()});
    };
    // A plain choice is an act of one click; one that asks for a note waits for Enter or the button.
    auto *record = new Button(StepWords::tr("Record"));
    record->setObjectName(u"record:"_s + step.id);
    record->hide();
    column->addLayout(buttonRow({record}));
    QObject::connect(field, &widgets::ChoiceField::chosen, body, [field, send, record] {
        record->setVisible(!field->isComplete());
        if (field->isComplete())
            send();
    });
    QObject::connect(field, &widgets::ChoiceField::noteFinished, body, send);
    QObject::connect(record, &QPushButton::clicked, body, send);
    return body;
}

QWidget *makeMultiBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const domain::StepRecord *record = recordOf(step, *page);
    auto boxes = std::make_shared<std::vector<std::pair<QString, QCheckBox *>>>();
    for (const domain::StepOption &option : step.options) {
        if (!domain::isOffered(option, page->ticket))
            continue;
        auto *box = new QCheckBox(presentation::pick(option.text));
        box->setObjectName(u"option:%1:%2"_s.arg(step.id, option.id));
        box->setChecked(
            record && std::find(record->options.begin(), record->options.end(), option.id) != record->options.end());
        column->addWidget(box);
        boxes->emplace_back(option.id, box);
    }
    auto *note = lineEdit(u"note:"_s + step.id, StepWords::tr("What is missing, or what is to be said about it"));
    if (record)
        note->setText(record->text);
    column->addWidget(note);
    auto *all = new Button(StepWords::tr("All of these"));
    auto *keep = new Button(StepWords::tr("Record the ticked ones"));
    all->setObjectName(u"all:"_s + step.id);
    keep->setObjectName(u"record:"_s + step.id);
    column->addLayout(buttonRow({keep, all}));
    const auto send = [actions, boxes, note, id = step.id](bool everything) {
        std::vector<QString> chosen;
        for (const auto &[option, box] : *boxes) {
            if (everything || box->isChecked())
                chosen.push_back(option);
        }
        actions.propose(domain::StepAnswered{id, chosen, note->text().trimmed()});
    };
    QObject::connect(all, &QPushButton::clicked, body, [send] { send(true); });
    QObject::connect(keep, &QPushButton::clicked, body, [send] { send(false); });
    return body;
}

QWidget *makeTextBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *edit = lineEdit(u"text:"_s + step.id);
    edit->setAccessibleName(presentation::pick(step.title));
    if (const domain::StepRecord *record = recordOf(step, *page))
        edit->setText(record->text);
    auto *keep = new Button(StepWords::tr("Record"));
    keep->setObjectName(u"record:"_s + step.id);
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(keep);
    column->addLayout(row);
    const auto send = [actions, edit, id = step.id] {
        actions.propose(domain::StepAnswered{id, {}, edit->text().trimmed()});
    };
    QObject::connect(keep, &QPushButton::clicked, body, send);
    QObject::connect(edit, &QLineEdit::returnPressed, body, send);
    return body;
}

QWidget *makeReadingBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    for (const QString &id : step.measures) {
        if (const domain::Measure *measure = page->catalogue->measure(id))
            column->addWidget(makeReading(*measure, page, actions));
    }
    return body;
}

} // namespace

StepCard *makeCardOf(const domain::Step &step, const presentation::TicketPage &page, bool offered)
{
    auto *card = new StepCard(presentation::pick(step.title));
    card->setObjectName(u"card:"_s + step.id);
    card->setHint(presentation::stepHint(step, page));
    card->setRuleId(step.rules.empty() ? QString() : step.rules.front());
    const std::vector<QString> pins = pinsOn(page, step.id);
    for (const QString &comment : pins)
        card->addPin(new widgets::CommentPin(widgets::Comment{comment, StepWords::tr("Supervisor"), false}));
    card->setState(!pins.empty()                                      ? widgets::StepState::Returned
                   : domain::isSettled(step, page.ticket) && !offered ? widgets::StepState::Done
                                                                      : widgets::StepState::Open);
    return card;
}

QWidget *makePhotoBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *strip = new widgets::PhotoStrip;
    strip->setObjectName(u"photos:"_s + step.id);
    std::vector<widgets::Photo> photos;
    for (const domain::PhotoFact &fact : page->ticket.photos) {
        if (fact.photo.step != step.id)
            continue;
        const QString caption =
            fact.photo.caption.isEmpty() ? presentation::timeText(fact.stamp.wall) : fact.photo.caption;
        photos.push_back(
            {QString::fromLatin1(fact.photo.sha256.toHex()), actions.thumbnail(fact.photo.sha256), caption});
    }
    strip->setPhotos(photos);
    strip->setReadOnly(!canRecord(*page));
    QObject::connect(strip, &widgets::PhotoStrip::addRequested, strip,
                     [actions, id = step.id] { actions.addPhoto(id); });
    QObject::connect(strip, &widgets::PhotoStrip::photoActivated, strip,
                     [actions](const QString &id) { actions.openPhoto(QByteArray::fromHex(id.toLatin1())); });
    return strip;
}

QWidget *makeStepBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    switch (step.kind) {
    case domain::StepKind::Tick:
        return makeTickBody(step, actions);
    case domain::StepKind::Choice:
        return makeChoiceBody(step, page, actions);
    case domain::StepKind::Multi:
        return makeMultiBody(step, page, actions);
    case domain::StepKind::Text:
        return makeTextBody(step, page, actions);
    case domain::StepKind::Reading:
        return makeReadingBody(step, page, actions);
    case domain::StepKind::Photo:
        return makePhotoBody(step, page, actions);
    case domain::StepKind::Items:
        return makeItemsBody(step, page, actions);
    case domain::StepKind::Materials:
        return makeMaterialsBody(step, page, actions);
    case domain::StepKind::Rating:
        return makeCustomerBody(page, actions);
    case domain::StepKind::Signature:
        return step.signer == domain::SignerRole::Customer ? makeCustomerBody(page, actions)
                                                           : makeTechnicianBody(page, actions);
    case domain::StepKind::Auto:
        break;
    }
    return nullptr;
}

QWidget *makeSkipLine(const domain::Step &step, const CardActions &actions)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *reason = lineEdit(u"skipReason:"_s + step.id, StepWords::tr("Why not done"));
    auto *skip = new Button(StepWords::tr("Leave out"));
    skip->setObjectName(u"skip:"_s + step.id);
    auto *open = new Button(StepWords::tr("Cannot be done …"), ButtonKind::Quiet);
    open->setObjectName(u"skipOpen:"_s + step.id);
    reason->hide();
    skip->hide();
    row->addStretch(1);
    row->addWidget(open);
    row->addWidget(reason, 3);
    row->addWidget(skip);
    const auto ask = [open, reason, skip] {
        open->hide();
        reason->show();
        skip->show();
    };
    QObject::connect(open, &QPushButton::clicked, line, [ask, reason] {
        ask();
        reason->setFocus();
    });
    // A reason that was begun comes back with its line.
    QObject::connect(reason, &QLineEdit::textChanged, line, [ask](const QString &text) {
        if (!text.isEmpty())
            ask();
    });
    const auto send = [actions, reason, id = step.id] {
        actions.propose(domain::StepSkipped{id, reason->text().trimmed()});
    };
    QObject::connect(skip, &QPushButton::clicked, line, send);
    QObject::connect(reason, &QLineEdit::returnPressed, line, send);
    return line;
}

QString stepSummary(const domain::Step &step, const presentation::TicketPage &page)
{
    QStringList parts;
    for (const QString &id : step.measures) {
        const auto it = page.ticket.readings.find(id);
        const domain::Measure *measure = page.catalogue->measure(id);
        if (it != page.ticket.readings.end() && measure)
            parts.append(presentation::valueText(it->second.reading.value, *measure) + u" "_s
                         + presentation::verdictText(it->second.reading.verdict));
    }
    const domain::StepRecord *record = recordOf(step, page);
    if (record && record->skipped)
        parts.append(StepWords::tr("left out: %1").arg(record->reason));
    if (record && !record->options.empty())
        parts.append(optionNames(step, record->options));
    if (record && !record->text.isEmpty())
        parts.append(record->text);
    if (step.kind == domain::StepKind::Items && !page.ticket.movedItems.empty())
        parts.append(StepWords::tr("%n thing(s) moved", nullptr, static_cast<int>(page.ticket.movedItems.size())));
    if (step.kind == domain::StepKind::Materials) {
        for (const domain::MaterialLine *line : domain::standingLines(page.ticket, domain::asksForTakenBack(step)))
            parts.append(presentation::materialText(line->used, page.catalogue));
    }
    const auto photos = std::count_if(page.ticket.photos.begin(), page.ticket.photos.end(),
                                      [&step](const domain::PhotoFact &fact) { return fact.photo.step == step.id; });
    if (photos > 0)
        parts.append(StepWords::tr("%n photo(s)", nullptr, static_cast<int>(photos)));
    return parts.join(u" · "_s);
}

} // namespace ruhu::installer
