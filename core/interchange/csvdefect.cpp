#include "core/interchange/csvdefect.h"

namespace kessai {

using namespace Qt::StringLiterals;

QString sentenceFor(const CsvRecord &record, qsizetype columns)
{
    switch (record.defect) {
    case CsvRecord::Defect::None:
        return {};
    case CsvRecord::Defect::WrongColumnCount:
        return u"列の数が見出しと違います（見出し %1、この行 %2）。"_s.arg(columns).arg(
            record.cut.fieldCount);
    case CsvRecord::Defect::TextAfterQuote:
        return u"引用符（\"）の使い方が正しくありません。"_s;
    case CsvRecord::Defect::OpenQuote:
        return u"引用符（\"）が閉じられていません。"_s;
    case CsvRecord::Defect::TooLong:
        return u"行が長すぎます（%1 MBまで）。"_s.arg(CsvReader::MaxRecordBytes / (1024 * 1024));
    case CsvRecord::Defect::CutOff:
        return u"ファイルの最後の行が途中で切れています。"_s;
    }
    return {};
}

} // namespace kessai
