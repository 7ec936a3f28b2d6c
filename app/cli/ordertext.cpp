#include "app/cli/ordertext.h"

#include "app/cli/operationtext.h"
#include "app/cli/paymenttext.h"
#include "app/cli/textwriter.h"
#include "core/base/japantime.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(u"yyyy/MM/dd"_s) : QString();
}

QString doubtText(const OrderSummary &order)
{
    return order.doubt ? stateText(*order.doubt) : QString();
}

QStringList orderRow(const OrderSummary &order)
{
    return {order.orderNumber,
            timeText(order.orderedAt),
            order.customerName,
            order.methodName,
            labelOf(order.status),
            paymentStatusText(order),
            yenText(order.payableTotal),
            yenText(order.gatewayAmount),
            order.difference && order.difference->value != 0 ? yenText(order.difference) : QString(),
            dayText(order.captureBy ? order.captureBy : order.payBy),
            doubtText(order)};
}

template <typename Key>
QString countRows(const QString &title, const QList<Key> &keys, const QMap<Key, qint64> &counts)
{
    QList<QStringList> rows;
    for (const Key key : keys) {
        rows.append({u"  "_s + labelOf(key), QString::number(counts.value(key))});
    }
    return title + u'\n' + alignedRows(rows, {1});
}

} // namespace

QString paymentStatusText(const OrderSummary &order)
{
    if (order.paymentStatus) {
        return labelOf(*order.paymentStatus);
    }
    if (!isGatewayMethod(order.method)) {
        return {};
    }
    return order.paymentId ? u"未確認"_s : u"未連携"_s;
}

QString deadlineText(const std::optional<Deadline> &deadline)
{
    if (!deadline) {
        return {};
    }
    return dayText(deadline->day) +
           (deadline->hasTime() ? deadline->second.toString(u" HH:mm"_s) : QString());
}

QString timeText(const std::optional<QDateTime> &instant)
{
    return instant ? japantime::fromInstant(*instant).toString(u"yyyy/MM/dd HH:mm"_s) : QString();
}

QString ordersText(qint64 total, const QList<OrderSummary> &orders)
{
    QList<QStringList> rows{{u"注文番号"_s, u"受注日時"_s, u"お名前"_s, u"支払方法"_s, u"対応状況"_s,
                             u"決済状況"_s, u"購入金額"_s, u"決済金額"_s, u"差異"_s, u"売上・支払期限"_s,
                             u"確認"_s}};
    for (const OrderSummary &order : orders) {
        rows.append(orderRow(order));
    }
    const QString head = u"検索結果：%1件が該当しました\n"_s.arg(total);
    return orders.isEmpty() ? head : head + alignedRows(rows, {6, 7, 8});
}

QString countsText(const OrderRepository::Counts &counts)
{
    const QList<QStringList> noStatus{{u"  未連携"_s, QString::number(counts.unlinked)},
                                      {u"  未確認"_s, QString::number(counts.neverRead)}};
    return countRows(u"対応状況"_s, allOrderStatuses(), counts.byOrderStatus) +
           countRows(u"決済状況"_s, allPaymentStatuses(), counts.byPaymentStatus) +
           alignedRows(noStatus, {1}) + countRows(u"支払方法"_s, gatewayMethods(), counts.byMethod);
}

QString showText(const OrderSummary &order, const QList<ShownPayment> &payments,
                 const QList<OrderVerdict> &verdicts)
{
    const QString text = alignedRows({{u"注文番号"_s, order.orderNumber},
                                      {u"受注日時"_s, timeText(order.orderedAt)},
                                      {u"お名前"_s, order.customerName},
                                      {u"支払方法"_s, order.methodName},
                                      {u"対応状況"_s, labelOf(order.status)},
                                      {u"決済状況"_s, paymentStatusText(order)},
                                      {u"お支払い合計"_s, yenText(order.payableTotal)},
                                      {u"決済金額"_s, yenText(order.gatewayAmount)},
                                      {u"入金日"_s, order.paidAt ? timeText(order.paidAt) : u"未入金"_s},
                                      {u"確認"_s, doubtText(order)}});
    QList<QStringList> verdictRows;
    for (const OrderVerdict &row : verdicts) {
        verdictRows.append({u"  "_s + operationLabel(row.verdict.kind),
                            row.verdict.allowed ? u"できます"_s : u"できません"_s, row.verdict.jobCd,
                            yenText(row.verdict.amount), deadlineText(row.verdict.until), row.reason});
    }
    return text + u"決済\n"_s + paymentsText(payments) + u"操作\n"_s + alignedRows(verdictRows, {3});
}

} // namespace kessai::cli
