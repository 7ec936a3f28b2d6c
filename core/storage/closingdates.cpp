#include "core/storage/closingdates.h"

#include "core/base/sentence.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isSound(const ClosingDate &date)
{
    return !date.company.trimmed().isEmpty() && date.company.size() <= ClosingDates::TextMaximum &&
           date.note.size() <= ClosingDates::TextMaximum && date.day >= 1 && date.day <= 31;
}

} // namespace

StorageResult<QList<ClosingDate>> ClosingDates::all()
{
    return m_database.listOf(
        u"SELECT company, day, note FROM closing_date ORDER BY position"_s, {}, [](const Rows &row) {
            return ClosingDate{.company = row.text(0), .day = int(row.number(1)), .note = row.text(2)};
        });
}

StorageResult<Nothing> ClosingDates::replaceAll(const QList<ClosingDate> &dates)
{
    if (dates.size() > CountMaximum || !std::all_of(dates.begin(), dates.end(), isSound)) {
        return failure(StorageError{
            StorageError::Kind::Other, QString(),
            Sentence::tr("締め日を登録できません。会社名は必須、日は1から31まで、会社名とメモは%1文字まで、"
                         "件数は%2件までです。")
                .arg(TextMaximum)
                .arg(CountMaximum)});
    }
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto removed = m_database.run(u"DELETE FROM closing_date"_s);
    if (!removed) {
        return failure(removed.error());
    }
    for (qsizetype position = 0; position < dates.size(); ++position) {
        const ClosingDate &date = dates[position];
        const auto added =
            m_database.run(u"INSERT INTO closing_date (position, company, day, note) VALUES (?,?,?,?)"_s,
                           {position, date.company, date.day, date.note});
        if (!added) {
            return failure(added.error());
        }
    }
    return transaction->commit();
}

} // namespace kessai
