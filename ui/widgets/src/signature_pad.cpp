// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/signature_pad.h>

#include "signature_canvas.h"

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

SignaturePad::SignaturePad(const ruhu::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_canvas(new SignatureCanvas(clock, this)),
      m_caption(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_clear(new Button(tr("Clear"), ButtonKind::Quiet))
{
    setObjectName(u"signaturePad"_s);
    m_clear->setObjectName(u"clear"_s);
    m_clear->setIconOf(Icon::Close);
    m_clear->setAccessibleName(tr("Clear the signature"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace1);
    column->addWidget(m_canvas);
    auto *row = new QHBoxLayout;
    m_caption->setWrapping();
    row->addWidget(m_caption, 1);
    row->addWidget(m_clear);
    column->addLayout(row);
    connect(m_canvas, &SignatureCanvas::started, this, &SignaturePad::started);
    connect(m_canvas, &SignatureCanvas::changed, this, [this] {
        m_clear->setEnabled(!isEmpty());
        Q_EMIT changed();
    });
    connect(m_clear, &QPushButton::clicked, this, &SignaturePad::clear);
    m_clear->setEnabled(false);
    setCaption({});
}

void SignaturePad::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    setAccessibleName(tr("Signature pad. %1").arg(caption));
    m_canvas->setAccessibleName(accessibleName());
}

const std::vector<Stroke> &SignaturePad::strokes() const
{
    return m_canvas->strokes();
}

void SignaturePad::setStrokes(const std::vector<Stroke> &strokes)
{
    m_canvas->setStrokes(strokes);
    m_clear->setEnabled(!strokes.empty());
}

void SignaturePad::setReadOnly(bool readOnly)
{
    m_canvas->setReadOnly(readOnly);
    m_clear->setVisible(!readOnly);
}

bool SignaturePad::isEmpty() const
{
    return m_canvas->strokes().empty();
}

void SignaturePad::clear()
{
    if (isEmpty())
        return;
    setStrokes({});
    Q_EMIT changed();
}

} // namespace ruhu::widgets
