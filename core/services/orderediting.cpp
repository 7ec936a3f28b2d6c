#include "core/services/orderediting.h"

#include "core/storage/importfields.h"
#include "core/storage/importvalues.h"
#include "core/storage/lockconflict.h"
#include "core/storage/orderwriter.h"
#include "core/storage/rowlocks.h"
#include "core/storage/shopvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Outcome = SaveAnswer::Outcome;

namespace {

/// The order as it is stored, which nobody changes until the transaction is over.
StorageResult<Order> lockedOrder(ShopContext &context, OrderId id)
{
    const auto locked = lockOrder(context.database, id);
    return locked ? context.orders.byId(id) : failure(locked.error());
}

/// What others did since the order was opened, and who was the last.
StorageResult<Nothing> tellOthers(ShopContext &context, SaveAnswer &answer,
                                  const QList<FieldDifference> &byOthers)
{
    answer.byOthers = byOthers;
    if (byOthers.isEmpty()) {
        return Nothing{};
    }
    const auto event = context.orders.newestChange(answer.stored.id);
    if (!event) {
        return failure(event.error());
    }
    if (*event) {
        const OrderRepository::Event &newest = **event;
        answer.lastChange = {newest.at, newest.kind, newest.operatorName, newest.seat};
    }
    return Nothing{};
}

} // namespace

StorageResult<SaveAnswer> OrderEditing::save(const Order &opened, const Order &edited,
                                             const QString &operatorName)
{
    return told(begunAgain([&] { return saveOnce(opened, edited, operatorName); }));
}

StorageResult<SaveAnswer> OrderEditing::settleImport(const Order &opened, const QStringList &takeShops,
                                                     const QStringList &keepOurs, const QString &operatorName)
{
    return told(begunAgain([&] { return settleOnce(opened, takeShops, keepOurs, operatorName); }));
}

/// Tells whoever listens, when it is on disk.
StorageResult<SaveAnswer> OrderEditing::told(StorageResult<SaveAnswer> answer)
{
    if (answer && answer->outcome == Outcome::Saved) {
        emit m_context.notifier.orderChanged(answer->stored.id);
    }
    return answer;
}

StorageResult<SaveAnswer> OrderEditing::saveOnce(const Order &opened, const Order &edited,
                                                 const QString &operatorName)
{
    const Order ours = tidied(edited, opened);
    SaveAnswer answer;
    answer.stored = opened;
    answer.problems = problemsOf(ours, opened);
    if (!answer.problems.isEmpty()) {
        answer.outcome = Outcome::Refused;
        return answer;
    }
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto stored = lockedOrder(m_context, opened.id);
    if (!stored) {
        return failure(stored.error());
    }
    answer.stored = *stored;
    const OrderMerge merge = mergeEdits(opened, *stored, ours);
    const auto others = tellOthers(m_context, answer, merge.theirs);
    if (!others) {
        return failure(others.error());
    }
    answer.conflicts = merge.conflicts;
    answer.changed = differencesOf(*stored, merge.merged);
    if (!merge.conflicts.isEmpty() || answer.changed.isEmpty()) {
        answer.outcome = merge.conflicts.isEmpty() ? Outcome::Unchanged : Outcome::Conflict;
        return answer;
    }
    const auto written = write(answer, *stored, merge.merged, {}, operatorName);
    const auto committed = written ? transaction->commit() : written;
    return committed ? StorageResult<SaveAnswer>(answer) : failure(committed.error());
}

StorageResult<SaveAnswer> OrderEditing::settleOnce(const Order &opened, const QStringList &takeShops,
                                                   const QStringList &keepOurs, const QString &operatorName)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto stored = lockedOrder(m_context, opened.id);
    if (!stored) {
        return failure(stored.error());
    }
    SaveAnswer answer;
    answer.stored = *stored;
    if (stored->rowVersion != opened.rowVersion) { // what was chosen among may be something else now
        answer.outcome = Outcome::Conflict;
        const auto others = tellOthers(m_context, answer, differencesOf(opened, *stored));
        return others ? StorageResult<SaveAnswer>(answer) : failure(others.error());
    }
    const auto merged = withShopValues(*stored, takeShops);
    if (!merged) {
        return failure(merged.error());
    }
    answer.changed = differencesOf(*stored, *merged);
    if (answer.changed.isEmpty() && keepOurs.isEmpty()) {
        return answer;
    }
    const auto written = write(answer, *stored, *merged, keepOurs, operatorName);
    const auto committed = written ? transaction->commit() : written;
    return committed ? StorageResult<SaveAnswer>(answer) : failure(committed.error());
}

/// The order with the shop's value in these fields.
StorageResult<Order> OrderEditing::withShopValues(const Order &stored, const QStringList &fields)
{
    const auto values = ShopValues(m_context.database).of(stored.id);
    if (!values) {
        return failure(values.error());
    }
    Order merged = stored;
    for (qsizetype place = 0; place < importfields::all().size(); ++place) {
        const QString &field = importfields::all().at(place);
        if (fields.contains(field) && values->contains(field)) {
            importfields::takeValue(merged, place, values->value(field));
        }
    }
    return merged;
}

/// Inside the transaction: the order, what follows from it, and the event. The answer has what is stored
/// then.
StorageResult<Nothing> OrderEditing::write(SaveAnswer &answer, const Order &before, const Order &after,
                                           const QStringList &keptOurs, const QString &operatorName)
{
    ShopValues shopValues(m_context.database);
    if (!answer.changed.isEmpty()) {
        const auto updated = updateOrder(m_context.database, after);
        const auto followed = updated ? shopValues.follow(before, after) : updated;
        if (!followed) {
            return followed;
        }
    }
    const auto settled =
        keptOurs.isEmpty() ? StorageResult<Nothing>(Nothing{}) : shopValues.settle(before.id, keptOurs);
    if (!settled) {
        return settled;
    }
    const auto logged = m_context.orders.addEvent({.sequence = 0,
                                                   .orderId = before.id,
                                                   .paymentId = std::nullopt,
                                                   .at = m_context.clock.nowUtc(),
                                                   .kind = u"EDIT"_s,
                                                   .operatorName = operatorName,
                                                   .seat = m_context.seat.name,
                                                   .content = editContent(before, after, keptOurs)});
    if (!logged) {
        return logged;
    }
    const auto unmarked = EditMarks(m_context.database, m_context.seat).clear(before.id);
    if (!unmarked) {
        return failure(unmarked.error());
    }
    const auto stored = m_context.orders.byId(before.id);
    if (!stored) {
        return failure(stored.error());
    }
    answer.outcome = Outcome::Saved;
    answer.stored = *stored;
    return Nothing{};
}

} // namespace kessai
