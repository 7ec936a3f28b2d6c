#include "core/storage/rowbatch.h"

#include <QStringEncoder>

namespace kessai {

void RowBatch::add(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringConverter::Flag::Stateless);
    const qsizetype start = m_texts.size();
    m_texts.resize(start + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(m_texts.data() + start, text);
    m_texts.resize(end - m_texts.constData());
    m_values.append({start, qint32(m_texts.size() - start)});
}

void RowBatch::reserve(qsizetype rows, qsizetype textBytes)
{
    m_values.reserve(rows * m_columns);
    m_texts.reserve(textBytes);
}

void RowBatch::setKey(qint64 key)
{
    for (qsizetype at = 0; at < m_values.size(); at += m_columns) {
        m_values[at] = {key, Number};
    }
}

QVariantList RowBatch::row(qsizetype row) const
{
    QVariantList values;
    for (qsizetype column = 0; column < m_columns; ++column) {
        if (isNull(row, column)) {
            values.append(QVariant());
        } else if (isNumber(row, column)) {
            values.append(number(row, column));
        } else {
            values.append(QString::fromUtf8(text(row, column)));
        }
    }
    return values;
}

} // namespace kessai
