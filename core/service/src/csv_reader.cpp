// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_reader.h"

#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qsizetype kMaxFileBytes = 16 * 1024 * 1024;

/// What separates the fields is what the header uses: Chinese office programs write all three.
QChar separatorOf(const QString &text)
{
    for (const QChar c : text) {
        if (c == u'\n')
            break;
        if (c == u',' || c == u';' || c == u'\uff0c')
            return c;
    }
    return u',';
}

class Splitter {
public:
    explicit Splitter(const QString &text) : m_text(text), m_separator(separatorOf(text)) {}

    CsvTable run()
    {
        while (m_at < m_text.size() && !m_table.problem)
            readRow();
        return std::move(m_table);
    }

private:
    void readRow()
    {
        CsvRow row;
        row.line = m_line;
        bool more = true;
        while (more && !m_table.problem) {
            row.fields.push_back(readField());
            more = m_at < m_text.size() && m_text[m_at] == m_separator;
            if (more)
                ++m_at;
        }
        endLine(row.line);
        const bool blank = row.fields.size() == 1 && row.fields.front().isEmpty();
        if (!blank)
            m_table.rows.push_back(std::move(row));
    }

    void endLine(qint64 rowLine)
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n') {
            ++m_at;
            ++m_line;
        } else if (m_at < m_text.size() && !m_table.problem) {
            m_table.problem = CsvProblem{rowLine, QString(), u"bad-quote"_s}; // text behind a closing quote
        }
    }

    QString readField() { return m_at < m_text.size() && m_text[m_at] == u'"' ? readQuoted() : readPlain(); }

    QString readPlain()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' && m_text[m_at] != u'\r') {
            if (m_text[m_at] == u'"')
                m_table.problem = CsvProblem{m_line, QString(), u"bad-quote"_s};
            ++m_at;
        }
        return m_text.mid(from, m_at - from).trimmed();
    }

    QString readQuoted()
    {
        const qint64 startLine = m_line;
        QString field;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                const bool doubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
                if (!doubled) {
                    ++m_at;
                    return field.trimmed();
                }
                ++m_at;
            }
            if (c == u'\n')
                ++m_line;
            if (c != u'\r')
                field += c;
        }
        m_table.problem = CsvProblem{startLine, QString(), u"bad-quote"_s}; // the file ends inside the quotes
        return field;
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    CsvTable m_table;
};

} // namespace

CsvTable readCsv(const QByteArray &bytes)
{
    CsvTable table;
    if (bytes.size() > kMaxFileBytes) {
        table.problem = CsvProblem{1, QString(), u"too-large"_s};
        return table;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0'))) {
        table.problem = CsvProblem{1, QString(), u"not-utf8"_s};
        return table;
    }
    if (text.startsWith(QChar(u'\ufeff')))
        text.remove(0, 1);
    return Splitter(text).run();
}

} // namespace ruhu::service
