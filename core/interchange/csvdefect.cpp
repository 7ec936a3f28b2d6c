#include "core/interchange/csvdefect.h"

#include "core/base/sentence.h"

namespace kessai {

QString sentenceFor(const CsvRecord &record, qsizetype columns)
{
    switch (record.defect) {
    case CsvRecord::Defect::None:
        return {};
    case CsvRecord::Defect::WrongColumnCount:
        return Sentence::tr("列の数が見出しと違います（見出し %1、この行 %2）。")
            .arg(columns)
            .arg(record.cut.fieldCount);
    case CsvRecord::Defect::TextAfterQuote:
        return Sentence::tr("引用符（\"）の使い方が正しくありません。");
    case CsvRecord::Defect::OpenQuote:
        return Sentence::tr("引用符（\"）が閉じられていません。");
    case CsvRecord::Defect::TooLong:
        return Sentence::tr("行が長すぎます（%1 MBまで）。").arg(CsvReader::MaxRecordBytes / (1024 * 1024));
    case CsvRecord::Defect::CutOff:
        return Sentence::tr("ファイルの最後の行が途中で切れています。");
    }
    return {};
}

} // namespace kessai
