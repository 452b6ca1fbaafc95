// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::ButtonKind;

struct MaterialWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::MaterialCards)
};

using domain::isTraced;
using domain::kSerialMark;

bool isOnTicket(const domain::Ticket &ticket, const QString &material)
{
    return std::any_of(ticket.materials.begin(), ticket.materials.end(), [&](const domain::MaterialLine &line) {
        return !line.withdrawn && line.used.material == material;
    });
}

/// Whether terminals of the customer's may leave with the technician; a code that does not say so does not forbid it.
bool takesBack(const presentation::TicketPage &page)
{
    const domain::TicketKindRule *kind = page.catalogue ? page.catalogue->kind(page.ticket.order.kind) : nullptr;
    return !kind || kind->takesBack;
}

/// The inputs of one line. Belongs to the card's body.
class LineForm final : public QWidget {
public:
    LineForm(const domain::Step &step, const Page &page, const CardActions &actions)
        : m_page(page),
          m_actions(actions),
          m_onlyBack(domain::asksForTakenBack(step)),
          m_material(new QComboBox),
          m_quantity(lineEdit(u"quantity:"_s + step.id)),
          m_back(new QCheckBox(MaterialWords::tr("Taken back from the customer")))
    {
        QVBoxLayout *column = columnIn(this);
        fillMaterials(step.id);
        auto *row = new QHBoxLayout;
        row->addWidget(captioned(MaterialWords::tr("Material"), m_material), 3);
        row->addWidget(captioned(MaterialWords::tr("Quantity"), m_quantity), 1);
        column->addLayout(row);
        for (const domain::Material *material : m_choices)
            addFields(*material, step.id, column);
        m_back->setObjectName(u"takenBack:"_s + step.id);
        m_back->setVisible(!m_onlyBack && takesBack(*page));
        column->addWidget(m_back);
        connect(m_material, &QComboBox::currentIndexChanged, this, [this] { showChosen(); });
        connect(m_quantity, &QLineEdit::returnPressed, this, [this] { send(); });
        showChosen();
    }

    void send()
    {
        const domain::Material *material = chosen();
        if (!material)
            return;
        const auto quantity = presentation::parseQuantity(m_quantity->text(), *material);
        if (!quantity)
            return m_quantity->setFocus();
        domain::MaterialUsed used;
        used.line = domain::freshLine(m_page->ticket);
        used.material = material->id;
        used.quantity = *quantity;
        used.takenBack = m_onlyBack || m_back->isChecked();
        used.marks = marks(*material);
        const std::int64_t serials =
            std::count_if(used.marks.begin(), used.marks.end(),
                          [](const domain::MaterialMark &mark) { return mark.kind == kSerialMark; });
        // A scanner that ends with Enter anywhere else is led to the number; whoever scans three has three.
        if (isTraced(*material, kSerialMark) && serials == 0)
            return field(kSerialMark)->setFocus();
        used.quantity = std::max(used.quantity, serials);
        for (const Field &one : m_fields)
            sendOff(one.edit);
        sendOff(m_back);
        m_actions.propose(used);
    }

private:
    struct Field {
        QString kind;
        QLineEdit *edit = nullptr;
        QWidget *box = nullptr;
    };

    /// Those of this access; what is not on the ticket yet is offered first.
    void fillMaterials(const QString &step)
    {
        m_material->setObjectName(u"material:"_s + step);
        m_material->setMinimumHeight(widgets::tokens::kControlHeight);
        int first = -1;
        for (const domain::Material &material : m_page->catalogue->materials) {
            if (!domain::isFor(material, m_page->ticket) || (m_onlyBack && !isTraced(material, kSerialMark)))
                continue;
            if (first < 0 && !isOnTicket(m_page->ticket, material.id))
                first = static_cast<int>(m_choices.size());
            m_choices.push_back(&material);
            m_material->addItem(presentation::pick(material.title), material.id);
        }
        m_material->setCurrentIndex(std::max(first, 0));
    }

    void addFields(const domain::Material &material, const QString &step, QVBoxLayout *column)
    {
        for (const QString &kind : material.traced) {
            if (field(kind))
                continue;
            auto *edit = lineEdit(u"mark:%1:%2"_s.arg(step, kind));
            connect(edit, &QLineEdit::returnPressed, this, [this] { send(); });
            m_fields.push_back({kind, edit, captioned(presentation::markName(kind), edit)});
            column->addWidget(m_fields.back().box);
        }
    }

    [[nodiscard]] const domain::Material *chosen() const
    {
        const auto index = static_cast<std::size_t>(m_material->currentIndex());
        return m_material->currentIndex() >= 0 && index < m_choices.size() ? m_choices[index] : nullptr;
    }

    [[nodiscard]] QLineEdit *field(QStringView kind) const
    {
        const auto found =
            std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &one) { return one.kind == kind; });
        return found == m_fields.end() ? nullptr : found->edit;
    }

    /// Several serial numbers stand in one field, as a scanner types them one after the other.
    [[nodiscard]] std::vector<domain::MaterialMark> marks(const domain::Material &material) const
    {
        static const QRegularExpression between(u"[\\s,;，；]+"_s);
        std::vector<domain::MaterialMark> list;
        for (const QString &kind : material.traced) {
            const QString text = field(kind)->text().trimmed();
            const QStringList parts = kind == kSerialMark ? text.split(between, Qt::SkipEmptyParts) : QStringList{text};
            for (const QString &part : parts) {
                if (!part.isEmpty())
                    list.push_back({kind, part});
            }
        }
        return list;
    }

    void showChosen()
    {
        const domain::Material *material = chosen();
        for (const Field &one : m_fields)
            one.box->setVisible(material && isTraced(*material, one.kind));
        const bool measured = material && domain::isMeasured(*material);
        m_quantity->setText(measured ? QString() : u"1"_s);
        m_quantity->setPlaceholderText(measured ? MaterialWords::tr("metres") : MaterialWords::tr("pieces"));
    }

    Page m_page;
    CardActions m_actions;
    bool m_onlyBack;
    QComboBox *m_material;
    QLineEdit *m_quantity;
    QCheckBox *m_back;
    std::vector<const domain::Material *> m_choices;
    std::vector<Field> m_fields;
};

void addLine(QVBoxLayout *column, const domain::MaterialUsed &used, const Page &page, const CardActions &actions)
{
    const QString words = presentation::materialText(used, page->catalogue);
    auto *row = new QHBoxLayout;
    auto *label = new widgets::TextLabel(words);
    label->setWrapping();
    row->addWidget(label, 1);
    auto *remove = new Button(MaterialWords::tr("Remove"), ButtonKind::Quiet);
    remove->setObjectName(u"materialRemove:"_s + used.line);
    remove->setAccessibleName(MaterialWords::tr("Remove: %1").arg(words));
    row->addWidget(remove);
    column->addLayout(row);
    QObject::connect(remove, &QPushButton::clicked, remove,
                     [actions, line = used.line] { actions.propose(domain::MaterialWithdrawn{line}); });
}

/// "Nothing used", with the reason where one is asked for.
void addOption(QVBoxLayout *column, const domain::Step &step, const domain::StepOption &option,
               const CardActions &actions)
{
    auto *row = new QHBoxLayout;
    QLineEdit *note = option.needsNote ? lineEdit(u"note:"_s + step.id, MaterialWords::tr("Why")) : nullptr;
    if (note)
        row->addWidget(note, 1);
    else
        row->addStretch(1);
    auto *choose = new Button(presentation::pick(option.text));
    choose->setObjectName(u"option:%1:%2"_s.arg(step.id, option.id));
    row->addWidget(choose);
    column->addLayout(row);
    QObject::connect(choose, &QPushButton::clicked, choose, [actions, note, id = step.id, answer = option.id] {
        actions.propose(domain::StepAnswered{id, {answer}, note ? note->text().trimmed() : QString()});
    });
}

} // namespace

QWidget *makeMaterialsBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const auto lines = domain::standingLines(page->ticket, domain::asksForTakenBack(step));
    for (const domain::MaterialLine *line : lines)
        addLine(column, line->used, page, actions);
    auto *form = new LineForm(step, page, actions);
    column->addWidget(form);
    auto *add = new Button(MaterialWords::tr("Add to the list"));
    add->setObjectName(u"record:"_s + step.id);
    column->addLayout(buttonRow({add}));
    QObject::connect(add, &QPushButton::clicked, form, [form] { form->send(); });
    for (const domain::StepOption &option : step.options) {
        if (lines.empty())
            addOption(column, step, option, actions);
    }
    return body;
}

} // namespace ruhu::installer
