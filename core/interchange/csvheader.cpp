#include "core/interchange/csvheader.h"

namespace kessai {

using namespace Qt::StringLiterals;

Result<CsvHeader, QString> readCsvHeader(CsvReader &reader)
{
    CsvRecord record;
    if (!reader.next(record)) {
        return failure(u"ファイルが空です。見出しの行から始まるCSVファイルを選んでください。"_s);
    }
    constexpr qsizetype LongestHeader = 64 * 1024;
    if (record.defect != CsvRecord::Defect::None || record.bytes.size() > LongestHeader) {
        return failure(u"%1 行目: 見出しの行として読めません。"_s.arg(record.line));
    }
    CsvHeader header;
    header.encoding = encodingOf(record.bytes.toByteArray());
    for (qsizetype column = 0; column < record.columnCount(); ++column) {
        const std::optional<QString> name = decodeText(record.plain(column), header.encoding);
        if (!name) {
            return failure(
                u"%1 行目: 見出しの %2 列目の文字を読めません。UTF-8かShift_JISで保存してください。"_s
                    .arg(record.line)
                    .arg(column + 1));
        }
        header.names.append(name->trimmed());
    }
    reader.setColumnCount(header.names.size());
    return header;
}

} // namespace kessai
