#include "core/storage/deadlinecolumns.h"

#include "core/storage/lockconflict.h"
#include "core/storage/metastore.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString DaysName = u"deadlineDays"_s; // "90 180": captureDays, changeDays

/// `column` = the column moved by so many days.
QString movedBy(Database::Dialect dialect, const QString &column, int days)
{
    const QString moved = dialect == Database::Dialect::Sqlite ? u"date(%1, '%2 days')"_s
                                                               : u"to_char(%1::date + (%2), 'YYYY-MM-DD')"_s;
    return u"%1 = %2"_s.arg(column, moved.arg(column, QString::number(days)));
}

/// Of cards: the terms of the other methods are not the shop's to agree on. Piece by piece, so that no
/// statement comes near PostgreSQL's time limit.
StorageResult<Nothing> moveDays(Database &database, int captureDays, int changeDays)
{
    constexpr qint64 RowsAtOnce = 20'000;
    const auto last = database.first(u"SELECT coalesce(max(id), 0) FROM orders"_s);
    if (!last) {
        return failure(last.error());
    }
    const Database::Dialect dialect = database.dialect();
    const QString update =
        u"UPDATE orders SET %1, %2, %3 WHERE id > ? AND id <= ? AND (capture_by IS NOT NULL "
        "OR cancel_by IS NOT NULL) AND EXISTS (SELECT 1 FROM payment p WHERE p.id = "
        "orders.payment_id AND p.gateway_method = 'CARD')"_s.arg(
            movedBy(dialect, u"capture_by"_s, captureDays), movedBy(dialect, u"cancel_by"_s, changeDays),
            movedBy(dialect, u"change_by"_s, changeDays));
    for (qint64 from = 0; from < last->value(0).toLongLong(); from += RowsAtOnce) {
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
    const auto moved =
        moveDays(database, rules.captureDays - before.captureDays, rules.changeDays - before.changeDays);
    if (!moved) {
        return failure(moved.error());
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
