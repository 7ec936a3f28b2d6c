#pragma once

#include "core/interchange/csvreader.h"
#include "core/interchange/importproblem.h"
#include "core/interchange/ordercolumns.h"
#include "core/interchange/textencoding.h"

#include "core/base/yen.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace kessai {

/// Reads the values of one record by their meaning and collects what is wrong with them. A column that is not
/// in the file reads as empty. Text is decoded by the row, and only the columns asked for.
class RowReader
{
public:
    RowReader(const OrderColumns &columns, TextEncoding encoding, CsvDialect dialect)
        : m_columns(columns), m_encoding(encoding), m_dialect(dialect)
    {
    }

    /// Turns to another record, which must live as long as it is read.
    void turnTo(const CsvRecord &record);
    /// Decodes these columns; their texts are then given by text().
    void decode(const QList<OrderColumn> &wanted);
    /// Line ends inside a text are LF; a spreadsheet's guard against formulas is taken off (formulaguard.h).
    /// Empty unless decoded.
    [[nodiscard]] const QString &text(OrderColumn column) const
    {
        return m_texts[static_cast<size_t>(column)];
    }

    /// The bytes as they stand in the file; empty when the column is not there.
    [[nodiscard]] QByteArrayView raw(OrderColumn column) const;
    [[nodiscard]] bool isEmpty(OrderColumn column) const { return raw(column).isEmpty(); }

    /// Empty reads as 0.
    Yen money(OrderColumn column);
    /// Empty is refused.
    Yen requiredMoney(OrderColumn column);
    /// A whole number within the limits; empty reads as `ifEmpty`, and is refused when that is none.
    qint64 number(OrderColumn column, qint64 least, qint64 most, std::optional<qint64> ifEmpty);
    std::optional<QDateTime> instant(OrderColumn column);
    std::optional<QDate> day(OrderColumn column);

    /// Notes that the value of a column is refused, with the line and the column's name.
    void refuse(OrderColumn column, const QString &message);
    /// Since the last call.
    QList<ImportProblem> takeProblems() { return std::exchange(m_problems, {}); }

private:
    [[nodiscard]] QByteArray plain(OrderColumn column) const;
    [[nodiscard]] bool holdsQuotes(OrderColumn column) const;
    void decodeTogether();
    void decodeOneByOne();
    void setText(OrderColumn column, QString text);

    const OrderColumns &m_columns;
    TextEncoding m_encoding;
    CsvDialect m_dialect;
    const CsvRecord *m_record = nullptr;
    std::array<QString, static_cast<size_t>(OrderColumn::Count)> m_texts;
    QList<ImportProblem> m_problems;
    QList<OrderColumn> m_foreign; ///< of the row that is being decoded: the columns that are not ASCII
    QByteArray m_joined;          ///< their bytes, a NUL behind each
};

} // namespace kessai
