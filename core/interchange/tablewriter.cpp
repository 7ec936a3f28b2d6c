#include "core/interchange/tablewriter.h"

#include "core/interchange/csvtablewriter.h"
#include "core/interchange/xlsxtablewriter.h"

namespace kessai {

using namespace Qt::StringLiterals;

QString UnwritableCharacter::named() const
{
    const uint code = character.toUcs4().value(0);
    const QString number = u"U+%1"_s.arg(QString::number(code, 16).toUpper(), 4, u'0');
    const bool seen = QChar::isPrint(code) && !QChar::isSpace(code) && !QChar::isMark(code);
    return seen ? u"%1（%2）"_s.arg(character, number) : number;
}

void TableWriter::noteUnwritable(const UnwritableCharacter &character)
{
    constexpr qsizetype Kept = 100;
    ++m_unwritableCount;
    if (m_unwritable.size() < Kept) {
        m_unwritable.append(character);
    }
}

std::unique_ptr<TableWriter> makeTableWriter(TableFormat format, const QString &file, ValueStyle style)
{
    switch (format) {
    case TableFormat::CsvUtf8:
        return std::make_unique<CsvTableWriter>(file, CsvTableWriter::Encoding::Utf8WithMark, style);
    case TableFormat::CsvCp932:
        return std::make_unique<CsvTableWriter>(file, CsvTableWriter::Encoding::Cp932, style);
    case TableFormat::Xlsx:
        return std::make_unique<XlsxTableWriter>(file);
    }
    return nullptr;
}

QString suffixOf(TableFormat format)
{
    return format == TableFormat::Xlsx ? u"xlsx"_s : u"csv"_s;
}

} // namespace kessai
