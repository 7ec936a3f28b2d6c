#include "core/storage/deadlinecolumns.h"

#include "core/storage/lockconflict.h"
#include "core/storage/metastore.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString DaysName = u"deadlineDays"_s; // "90 180": captureDays, changeDays

/// Piece by piece, so that no statement comes near PostgreSQL's time limit.
StorageResult<Nothing> moveColumn(Database &database, const QString &column, int days)
{
    constexpr qint64 RowsAtOnce = 20'000;
    const auto last = database.first(u"SELECT coalesce(max(id), 0) FROM orders"_s);
    if (!last) {
        return failure(last.error());
    }
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    const QString moved = sqlite ? u"date(%1, '%2 days')"_s : u"to_char(%1::date + (%2), 'YYYY-MM-DD')"_s;
    const QString update = u"UPDATE orders SET %1 = %2 WHERE %1 IS NOT NULL AND id > ? AND id <= ?"_s.arg(
        column, moved.arg(column, QString::number(days)));
    for (qint64 from = 0; days != 0 && from < last->value(0).toLongLong(); from += RowsAtOnce) {
        const auto updated = database.run(update, {from, from + RowsAtOnce});
        if (!updated) {
            return failure(updated.error());
        }
    }
    return Nothing{};
}

StorageResult<bool> committed(Transaction &transaction, bool moved)
{
    const auto done = transaction.commit();
    return done ? StorageResult<bool>(moved) : failure(done.error());
}

/// What the meta row says, written into the rules.
void readDays(const QString &text, PaymentRules &rules)
{
    rules.captureDays = text.section(u' ', 0, 0).toInt();
    rules.changeDays = text.section(u' ', 1).toInt();
}

StorageResult<bool> moveOnce(Database &database, const PaymentRules &rules)
{
    auto transaction = Transaction::beginOrJoin(database);
    if (!transaction) {
        return failure(transaction.error());
    }
    MetaStore meta(database);
    const auto kept = meta.value(DaysName);
    if (!kept) {
        return failure(kept.error());
    }
    const QString wanted = u"%1 %2"_s.arg(rules.captureDays).arg(rules.changeDays);
    if (*kept == wanted) {
        return false;
    }
    if (!*kept) { // a new database, or one whose deadlines nobody has moved yet
        const auto begun = meta.setValue(DaysName, wanted);
        return begun ? committed(*transaction, false) : failure(begun.error());
    }
    // Of two seats that come at once the second finds its turn done.
    const auto turn =
        database.first(u"UPDATE meta SET value = ? WHERE name = ? AND value = ? RETURNING name"_s,
                       {wanted, DaysName, **kept});
    if (!turn || turn->isEmpty()) {
        return turn ? StorageResult<bool>(false) : failure(turn.error());
    }
    PaymentRules before;
    readDays(**kept, before);
    const auto capture = moveColumn(database, u"capture_by"_s, rules.captureDays - before.captureDays);
    const auto cancel = moveColumn(database, u"cancel_by"_s, rules.changeDays - before.changeDays);
    for (const auto *step : {&capture, &cancel}) {
        if (!*step) {
            return failure(step->error());
        }
    }
    return committed(*transaction, true);
}

} // namespace

StorageResult<Nothing> readAgreedDays(Database &database, PaymentRules &rules)
{
    const auto kept = MetaStore(database).value(DaysName);
    if (!kept) {
        return failure(kept.error());
    }
    if (*kept) {
        readDays(**kept, rules);
    }
    return Nothing{};
}

StorageResult<bool> moveDeadlines(Database &database, const PaymentRules &rules)
{
    return database.inTransaction() ? moveOnce(database, rules)
                                    : begunAgain([&] { return moveOnce(database, rules); });
}

} // namespace kessai
