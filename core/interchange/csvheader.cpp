#include "core/interchange/csvheader.h"

#include "core/base/sentence.h"

namespace kessai {

Result<CsvHeader, QString> readCsvHeader(CsvReader &reader)
{
    CsvRecord record;
    if (!reader.next(record)) {
        return failure(Sentence::tr("ファイルが空です。見出しの行から始まるCSVファイルを選んでください。"));
    }
    constexpr qsizetype LongestHeader = 64 * 1024;
    if (record.defect != CsvRecord::Defect::None || record.bytes.size() > LongestHeader) {
        return failure(Sentence::tr("%1 行目: 見出しの行として読めません。").arg(record.line));
    }
    CsvHeader header;
    header.encoding = encodingOf(record.bytes.toByteArray());
    header.endsWithCrLf = record.bytes.endsWith("\r\n");
    for (qsizetype column = 0; column < record.columnCount(); ++column) {
        const std::optional<QString> name = decodeText(record.plain(column), header.encoding);
        if (!name) {
            return failure(
                Sentence::tr(
                    "%1 行目: 見出しの %2 列目の文字を読めません。UTF-8かShift_JISで保存してください。")
                    .arg(record.line)
                    .arg(column + 1));
        }
        header.names.append(name->trimmed());
    }
    reader.setColumnCount(header.names.size());
    return header;
}

} // namespace kessai
