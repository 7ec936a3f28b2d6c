#include "core/storage/ordercondition.h"

#include "core/base/japantime.h"
#include "core/base/textfold.h"
#include "core/storage/conditionbuilder.h"
#include "core/storage/detailcondition.h"
#include "core/storage/searchcondition.h"
#include "core/storage/storedvalues.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <typename Enum>
QVariantList numbersOf(const QList<Enum> &values)
{
    QVariantList numbers;
    for (const Enum value : values) {
        numbers.append(qint64(value));
    }
    return numbers;
}

void addText(ConditionBuilder &builder, const OrderFilter &filter)
{
    if (filter.textFound) {
        QStringList ids(u"0"_s); // PostgreSQL takes no empty list
        ids.reserve(filter.textFound->size() + 1);
        for (const OrderId id : *filter.textFound) {
            ids.append(QString::number(id.value));
        }
        builder.add(u"id IN (%1)"_s.arg(ids.join(u',')));
        return;
    }
    for (const QString &piece : searchedPiecesOf(filter)) {
        builder.add(searchTextHas(), {likePattern(piece)});
    }
}

/// Questions about open money, doubts and deadlines: they hide no order because of its 対応状況.
bool asksAboutMoney(const OrderFilter &filter)
{
    return filter.onlyDifference || filter.onlyUnlinked || filter.onlyNeverRead || filter.onlyAmbiguous ||
           filter.onlyInDoubt || filter.onlyConflict || filter.onlyImportConflict || filter.onlyUnreflected ||
           filter.onlyCancelledWithOpenPayment || filter.onlyCaptureNeeded || filter.captureByFrom ||
           filter.captureByUntil || filter.onlyPaidInCash || filter.onlyWalletPending || filter.payByFrom ||
           filter.payByUntil || filter.stuckBefore;
}

void addStatuses(ConditionBuilder &builder, const OrderFilter &filter)
{
    if (filter.orderStatuses.isEmpty() && !filter.withUnfinished && !asksAboutMoney(filter)) {
        builder.add(
            u"status NOT IN (%1,%2)"_s.arg(int(OrderStatus::Pending)).arg(int(OrderStatus::Processing)));
    }
    builder.addList(u"status"_s, numbersOf(filter.orderStatuses));
    builder.addList(u"payment_status_code"_s, numbersOf(filter.paymentStatuses));
    QVariantList methods;
    for (const PaymentMethod method : filter.methods) {
        methods.append(stored::codeOf(method));
    }
    builder.addList(u"method"_s, methods);
    builder.addList(u"method_name"_s, valuesOf(filter.shopMethodNames));
}

void addMoments(ConditionBuilder &builder, const QString &column, const std::optional<DayOrTime> &from,
                const std::optional<DayOrTime> &to)
{
    if (from) {
        builder.add(column + u" >= ?"_s, {stored::instant(firstInstantOf(*from))});
    }
    if (to) {
        builder.add(column + u" < ?"_s, {stored::instant(instantAfter(*to))});
    }
}

void addDays(ConditionBuilder &builder, const OrderFilter &filter)
{
    addMoments(builder, u"ordered_at"_s, filter.orderedFrom, filter.orderedTo);
    addMoments(builder, u"paid_at"_s, filter.paidFrom, filter.paidTo);
    const QList<std::pair<std::optional<QDate>, QString>> lastDays{
        {filter.captureByFrom, u"capture_by >= ?"_s},
        {filter.captureByUntil, u"capture_by <= ?"_s},
        {filter.payByFrom, u"pay_by >= ?"_s},
        {filter.payByUntil, u"pay_by <= ?"_s},
    };
    for (const auto &[day, condition] : lastDays) {
        if (day) {
            builder.add(condition, {day->toString(Qt::ISODate)});
        }
    }
    if (filter.stuckBefore) {
        builder.add(u"status IN (%1,%2)"_s.arg(int(OrderStatus::Pending)).arg(int(OrderStatus::Processing)));
        builder.add(u"ordered_at < ?"_s, {stored::instant(*filter.stuckBefore)});
    }
}

/// 取消し済み注文で未取消の決済 (S68): orders 注文取消し or 返品 whose payment is still 仮売上, 実売上 or
/// 即時売上, or can still be paid at a store or bank (a carrier's 要求成功 cannot be cancelled); and
/// 注文取消し that was paid there. In the words of the partial index that answers it.
QString cancelledWithOpenPayment()
{
    return u"status IN (3, 9) AND (payment_status_code IN (11, 12, 13) OR ambiguous <> 0 OR "
           "(payment_status_code = 2 AND status = 3) OR (payment_status_code = 1 AND "
           "(method = 'CVS' OR method = 'PAYEASY_ATM' OR method = 'PAYEASY_NET')))"_s;
}

/// 要売上, in the words of the partial index that answers it.
QString captureNeeded()
{
    return u"payment_status_code = 11 AND status NOT IN (3, 9)"_s;
}

/// 入金された, in the words of the partial index that answers it.
QString paidInCash()
{
    return u"payment_status_code = 2 AND status = 1"_s;
}

/// 楽天ペイ待ち: 注文確定受付, キャンセル受付, 注文金額変更受付.
QString walletPending()
{
    return u"payment_status_code IN (22, 23, 24)"_s;
}

void addViews(ConditionBuilder &builder, const OrderFilter &filter)
{
    const QList<std::pair<bool, QString>> views{
        {filter.onlyDifference, u"difference <> 0"_s},
        {filter.onlyUnlinked, u"payment_count = 0 AND method <> 'OTHER'"_s},
        {filter.onlyNeverRead, u"payment_count > 0 AND payment_status_code IS NULL"_s},
        {filter.onlyAmbiguous, u"ambiguous <> 0"_s},
        {filter.onlyInDoubt, u"doubt = 'IN_DOUBT'"_s},
        {filter.onlyConflict, u"doubt = 'CONFLICT'"_s},
        {filter.onlyImportConflict, u"import_conflict <> 0"_s},
        {filter.onlyUnreflected, u"unreflected <> 0"_s},
        {filter.onlyCancelledWithOpenPayment, cancelledWithOpenPayment()},
        {filter.onlyCaptureNeeded, captureNeeded()},
        {filter.onlyPaidInCash, paidInCash()},
        {filter.onlyWalletPending, walletPending()},
        {filter.onlyGatewayMethods, u"method <> 'OTHER'"_s},
    };
    for (const auto &[wanted, condition] : views) {
        if (wanted) {
            builder.add(condition);
        }
    }
    if (filter.onlyCancelledWithOpenPayment && filter.cancelledCashFrom) {
        const QDateTime from = japantime::instantOf(*filter.cancelledCashFrom, QTime(0, 0));
        builder.add(u"(payment_status_code <> 2 OR ambiguous <> 0 OR ordered_at >= ?)"_s,
                    {stored::instant(from)});
    }
}

} // namespace

QStringList searchedPiecesOf(const OrderFilter &filter)
{
    QStringList pieces = textPiecesOf(filter);
    const QString query = foldForSearch(filter.query);
    if (!query.isEmpty()) {
        pieces.append(query);
    }
    return pieces;
}

SqlCondition conditionOf(const OrderFilter &filter)
{
    ConditionBuilder builder;
    addStatuses(builder, filter);
    addDays(builder, filter);
    addViews(builder, filter);
    addNumbers(builder, filter);
    addText(builder, filter);
    addPieces(builder, filter);
    return builder.condition();
}

std::optional<QString> orderByOf(const OrderSort &sort)
{
    // Numbers of orders are mostly digits of different length: shorter ones come first, as staff count.
    static const QHash<QString, QStringList> columns{
        {u"id"_s, {u"shop_order_id"_s}},
        {u"number"_s, {u"length(order_number)"_s, u"order_number"_s}},
        {u"orderedAt"_s, {u"ordered_at"_s}},
        {u"customer"_s, {u"customer_name"_s}},
        {u"method"_s, {u"method"_s}},
        {u"methodName"_s, {u"method_name"_s}},
        {u"orderStatus"_s, {u"status"_s}},
        {u"paymentStatus"_s, {u"payment_status_code"_s}},
        {u"paymentStatusCode"_s, {u"payment_status_code"_s}},
        {u"total"_s, {u"payable_total"_s}},
        {u"gatewayAmount"_s, {u"gateway_amount"_s}},
        {u"difference"_s, {u"difference"_s}},
        {u"gatewayOrderId"_s, {u"nullif(gateway_order_id, '')"_s}},
        {u"captureBy"_s, {u"capture_by"_s}},
        {u"cancelBy"_s, {u"cancel_by"_s}},
        {u"changeBy"_s, {u"change_by"_s}},
        {u"payBy"_s, {u"pay_by"_s}},
        {u"paidAt"_s, {u"paid_at"_s}},
        {u"doubt"_s, {u"doubt"_s}},
        {u"shippedAt"_s, {u"shipped_at"_s}},
        {u"trackingNumber"_s, {u"nullif(tracking_number, '')"_s}},
        {u"recipientName"_s, {u"nullif(recipient_name, '')"_s}},
    };
    if (!columns.contains(sort.field)) {
        return std::nullopt;
    }
    QStringList terms;
    for (const QString &column : columns.value(sort.field)) {
        terms.append(column + (sort.descending ? u" DESC NULLS LAST"_s : u" ASC NULLS LAST"_s));
    }
    if (sort.field != u"id"_s) {
        terms.append(u"shop_order_id DESC"_s);
    }
    return u"ORDER BY "_s + terms.join(u", "_s);
}

StorageResult<Nothing> pinExceptions(Database &database, QList<OrderId> &ids)
{
    QSet<OrderId> exceptions;
    const auto read = database.forEachRow(
        u"SELECT id FROM orders WHERE payment_status_code = %1"_s.arg(int(PaymentStatus::Exception)), {},
        [&](const Rows &row) { exceptions.insert({row.number(0)}); });
    if (!read) {
        return read;
    }
    if (!exceptions.isEmpty()) {
        std::stable_partition(ids.begin(), ids.end(), [&](OrderId id) { return exceptions.contains(id); });
    }
    return Nothing{};
}

} // namespace kessai
