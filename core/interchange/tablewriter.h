#pragma once

#include "core/base/result.h"
#include "core/base/yen.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace kessai {

/// A value of a table: nothing, text, a count, yen, a day, or an instant (written as Japan time).
using TableValue = std::variant<std::monostate, QString, qint64, Yen, QDate, QDateTime>;

enum class TableFormat { CsvUtf8, CsvCp932, Xlsx };

/// How the values of a CSV file are spelled; a workbook has values of its own.
enum class ValueStyle {
    Shown, ///< 3200, 2020/12/03, 2020/12/03 13:21:23
    Shop,  ///< as EC-CUBE 4 writes them: 3200.00, 2020-12-03 00:00:00, 2020-12-03 13:21:23
};

/// Why a table was not written. The file that was there before is untouched.
struct TableWriteError
{
    QString file;
    qint64 row = 0;  ///< the table's row at which it ended, 1 the first below the header; 0 none
    QString message; ///< a sentence for staff: what, where and what to do
};
using TableWriteResult = Result<Nothing, TableWriteError>;

/// A character that the encoding of the file does not have; 〓 stands for it (features.md, S-list 14).
struct UnwritableCharacter
{
    QString character;
    qint64 row = 0; ///< 1 the first below the header, 0 the header
    int column = 0; ///< from 0

    /// 𠮷（U+20BB7）; of a character that is not seen by itself the code alone.
    [[nodiscard]] QString named() const;
};

/// Where a table goes: begin(), rows one after the other, finish(). Nothing of the table is kept in memory.
/// The file appears, or replaces the one of its name, by finish() alone and in one step; without it nothing
/// is left behind. Texts are never read as formulas by the program that opens the file.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    virtual TableWriteResult begin(const QStringList &titles) = 0;
    virtual TableWriteResult addRow(const QList<TableValue> &values) = 0;
    virtual TableWriteResult finish() = 0;

    /// So far; to be asked before finish(), so that a person may choose another format instead.
    [[nodiscard]] qint64 unwritableCount() const { return m_unwritableCount; }
    /// The first 100 of them.
    [[nodiscard]] const QList<UnwritableCharacter> &unwritable() const { return m_unwritable; }

protected:
    void noteUnwritable(const UnwritableCharacter &character);

private:
    QList<UnwritableCharacter> m_unwritable;
    qint64 m_unwritableCount = 0;
};

std::unique_ptr<TableWriter> makeTableWriter(TableFormat format, const QString &file,
                                             ValueStyle style = ValueStyle::Shown);
/// "csv" or "xlsx".
QString suffixOf(TableFormat format);

} // namespace kessai
