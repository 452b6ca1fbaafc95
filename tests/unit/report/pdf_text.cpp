// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdf_text.h"

#include "paper_page.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

QStringList pagesOfText(const QByteArray &pdf)
{
    const TempDir dir;
    const QString file = dir.write(u"paper.pdf"_s, pdf);
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, file, u"-"_s});
    REQUIRE(reader.waitForFinished());
    REQUIRE(reader.exitCode() == 0);
    return QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
}

QString squeezed(const QString &text)
{
    QString shown;
    for (const QChar c : text) {
        if (!c.isSpace())
            shown += c;
    }
    return shown;
}

QStringList textsOf(const domain::Paper &paper)
{
    QStringList texts{paper.company, paper.title,       paper.number,         paper.hotline,
                      paper.footer,  paper.photosTitle, paper.signaturesTitle};
    for (const domain::PaperSection &section : paper.sections) {
        texts.push_back(section.title);
        for (const domain::PaperRow &row : section.rows)
            texts << row.label << row.value << row.remark;
    }
    for (const domain::PaperPhoto &photo : paper.photos)
        texts.push_back(photo.caption);
    for (const domain::PaperSignature &signature : paper.signatures)
        texts << signature.title << signature.name << signature.when << signature.remark;
    texts.removeAll(QString());
    return texts;
}

QByteArray samplePicture(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient wall(0, 0, 0, size.height());
    wall.setColorAt(0, QColor(0xd8, 0xd2, 0xc4));
    wall.setColorAt(1, QColor(0x8d, 0x86, 0x78));
    painter.fillRect(image.rect(), wall);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(size.width() * 0.25, size.height() * 0.3, size.width() * 0.5, size.height() * 0.3),
                            12, 12);
    painter.setBrush(QColor(0x1f, 0xa0, 0x4a));
    for (int lamp = 0; lamp < 4; ++lamp)
        painter.drawEllipse(QPointF(size.width() * (0.32 + 0.07 * lamp), size.height() * 0.5), size.width() * 0.012,
                            size.width() * 0.012);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "JPG", 80));
    return bytes;
}

domain::Paper smallPaper()
{
    domain::Paper paper;
    paper.company = u"Home broadband service"_s;
    paper.title = u"Work order"_s;
    paper.number = u"IN-1125-001"_s;
    paper.hotline = u"Service telephone 10010"_s;
    paper.footer = u"Content hash "_s + QString(64, u'a');
    paper.pageOf = u"Page %1 of %2"_s;
    paper.language = u"en"_s;
    paper.photosTitle = u"Photos"_s;
    paper.signaturesTitle = u"Signatures"_s;
    paper.sections.push_back(
        {u"Order"_s,
         {{u"Customer"_s, u"王样本"_s, {}, {}},
          {u"Address"_s, u"浙江省杭州市西湖区样本路1号2幢301"_s, {}, {}},
          {u"Optical power received"_s, u"-21.40 dBm"_s, u"pass"_s, u"Limits -27.00 … -8.00 dBm"_s},
          {u"Download"_s, u"268.0 Mbit/s"_s, u"fail"_s, u"Reason: old patch cable"_s}}});
    paper.photos.push_back({samplePicture({1600, 1200}), u"Photo before work"_s});
    for (const QString &who : {u"Customer"_s, u"Technician"_s})
        paper.signatures.push_back(
            {who, u"王样本"_s, u"Wed 25 Nov 2026 10:00"_s, u"Signed for this content."_s, penStrokes()});
    return paper;
}

} // namespace ruhu::test
