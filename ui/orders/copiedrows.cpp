#include "ui/orders/copiedrows.h"

#include "core/interchange/formulaguard.h"
#include "ui/models/ordercells.h"

#include <QMimeData>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// In one line, and no further than its cell.
QString cellText(const CopiedRows::Cell &cell)
{
    QString text = cell.text;
    for (QChar &character : text) {
        const bool breaks = character.category() == QChar::Other_Control ||
                            character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        character = breaks ? QChar(u' ') : character;
    }
    return cell.plain ? text : guarded(text);
}

} // namespace

CopiedRows::CopiedRows(const QStringList &titles) : m_html(u"<meta charset=\"utf-8\"><table><tr>"_s)
{
    QStringList texts;
    for (const QString &title : titles) {
        texts.append(cellText({title}));
        m_html += u"<th>"_s + texts.last().toHtmlEscaped() + u"</th>"_s;
    }
    m_text = texts.join(u'\t');
    m_html += u"</tr>"_s;
}

void CopiedRows::add(const QList<Cell> &cells)
{
    QStringList texts;
    texts.reserve(cells.size());
    m_html += u"<tr>"_s;
    for (const Cell &cell : cells) {
        texts.append(cellText(cell));
        m_html += (cell.plain ? u"<td>"_s : u"<td style=\"mso-number-format:'\\@'\">"_s) +
                  texts.last().toHtmlEscaped() + u"</td>"_s;
    }
    m_html += u"</tr>"_s;
    m_text += u'\n' + texts.join(u'\t');
    ++m_count;
}

std::unique_ptr<QMimeData> CopiedRows::take()
{
    auto data = std::make_unique<QMimeData>();
    data->setText(std::exchange(m_text, {}));
    data->setHtml(std::exchange(m_html, {}) + u"</table>"_s);
    return data;
}

bool isPlainValue(OrderTableModel::Column column)
{
    using Column = OrderTableModel::Column;
    return isRightAligned(column) || column == Column::OrderedAt || column == Column::OrderedAtSecond ||
           column == Column::PaidAt || column == Column::Shipped;
}

} // namespace kessai
