#include "core/interchange/tablewriter.h"

#include "core/interchange/csvtablewriter.h"
#include "core/interchange/xlsxtablewriter.h"

namespace kessai {

using namespace Qt::StringLiterals;

void TableWriter::noteUnwritable(const UnwritableCharacter &character)
{
    constexpr qsizetype Kept = 100;
    ++m_unwritableCount;
    if (m_unwritable.size() < Kept) {
        m_unwritable.append(character);
    }
}

std::unique_ptr<TableWriter> makeTableWriter(TableFormat format, const QString &file)
{
    switch (format) {
    case TableFormat::CsvUtf8:
        return std::make_unique<CsvTableWriter>(file, CsvTableWriter::Encoding::Utf8WithMark);
    case TableFormat::CsvCp932:
        return std::make_unique<CsvTableWriter>(file, CsvTableWriter::Encoding::Cp932);
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
