#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QVariantList>

namespace kessai {

/// Rows of one table, made without a database and so by any thread: UTF-8 texts, whole numbers and NULL, as
/// SQLite takes them.
class RowBatch
{
public:
    explicit RowBatch(qsizetype columns) : m_columns(columns) {}

    /// The next value, row by row. A null QString is the empty text.
    void add(const QString &text);
    void add(qint64 number) { m_values.append({number, Number}); }
    void addNull() { m_values.append({0, Null}); }
    void reserve(qsizetype rows, qsizetype textBytes);

    /// Puts a key that is known last into the first column of every row.
    void setKey(qint64 key);

    [[nodiscard]] qsizetype columnCount() const { return m_columns; }
    [[nodiscard]] qsizetype rowCount() const { return m_values.size() / m_columns; }

    [[nodiscard]] bool isNull(qsizetype row, qsizetype column) const
    {
        return valueAt(row, column).length == Null;
    }
    [[nodiscard]] bool isNumber(qsizetype row, qsizetype column) const
    {
        return valueAt(row, column).length == Number;
    }
    [[nodiscard]] qint64 number(qsizetype row, qsizetype column) const { return valueAt(row, column).number; }
    /// Good until the batch changes.
    [[nodiscard]] QByteArrayView text(qsizetype row, qsizetype column) const
    {
        const Value &value = valueAt(row, column);
        return QByteArrayView(m_texts).sliced(value.number, value.length);
    }
    /// The row as QtSql takes it.
    [[nodiscard]] QVariantList row(qsizetype row) const;

private:
    static constexpr qint32 Number = -1;
    static constexpr qint32 Null = -2;
    struct Value
    {
        qint64 number = 0; ///< of a text: where it begins
        qint32 length = Null;
    };
    [[nodiscard]] const Value &valueAt(qsizetype row, qsizetype column) const
    {
        return m_values[row * m_columns + column];
    }

    qsizetype m_columns;
    QList<Value> m_values;
    QByteArray m_texts;
};

} // namespace kessai
