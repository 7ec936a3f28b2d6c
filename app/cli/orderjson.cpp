#include "app/cli/orderjson.h"

#include "app/cli/jsonvalues.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString wordOf(TaxType type)
{
    switch (type) {
    case TaxType::Taxable:
        return u"課税"_s;
    case TaxType::Untaxed:
        return u"不課税"_s;
    case TaxType::TaxExempt:
        return u"非課税"_s;
    }
    return {};
}

QString wordOf(OrderItemType type)
{
    switch (type) {
    case OrderItemType::Goods:
        return u"商品"_s;
    case OrderItemType::DeliveryFee:
        return u"送料"_s;
    case OrderItemType::Charge:
        return u"手数料"_s;
    case OrderItemType::Discount:
        return u"割引"_s;
    case OrderItemType::Tax:
        return u"税"_s;
    case OrderItemType::Point:
        return u"ポイント"_s;
    }
    return {};
}

QJsonObject itemJson(const OrderItem &item)
{
    return {
        {u"type"_s, wordOf(item.type)},       {u"productName"_s, item.productName},
        {u"productCode"_s, item.productCode}, {u"price"_s, item.price.value},
        {u"quantity"_s, item.quantity},       {u"taxRate"_s, item.taxRatePercent},
        {u"taxType"_s, wordOf(item.taxType)}, {u"taxIncluded"_s, item.taxDisplay == TaxDisplay::Included},
    };
}

QJsonObject totalsJson(const OrderTotals &totals)
{
    return {
        {u"subtotal"_s, totals.subtotal.value},
        {u"discount"_s, totals.discount.value},
        {u"deliveryFee"_s, totals.deliveryFee.value},
        {u"charge"_s, totals.charge.value},
        {u"tax"_s, totals.tax.value},
        {u"total"_s, totals.total.value},
        {u"payableTotal"_s, totals.payableTotal.value},
        {u"usedPoints"_s, totals.usedPoints},
        {u"addedPoints"_s, totals.addedPoints},
    };
}

} // namespace

QJsonObject orderJson(const OrderSummary &order)
{
    const auto &status = order.paymentStatus;
    return {
        {u"id"_s, order.shopOrderId},
        {u"number"_s, order.orderNumber},
        {u"orderedAt"_s, jsonOf(order.orderedAt)},
        {u"customer"_s, order.customerName},
        {u"method"_s, textOrNull(labelOf(order.method))},
        {u"methodName"_s, order.methodName},
        {u"orderStatus"_s, labelOf(order.status)},
        {u"paymentStatus"_s, status ? QJsonValue(labelOf(*status)) : QJsonValue()},
        {u"paymentStatusCode"_s, status ? QJsonValue(int(*status)) : QJsonValue()},
        {u"total"_s, order.payableTotal.value},
        {u"gatewayAmount"_s, jsonOf(order.gatewayAmount)},
        {u"difference"_s, jsonOf(order.difference)},
        {u"gatewayOrderId"_s, textOrNull(order.gatewayOrderId)},
        {u"captureBy"_s, jsonOf(order.captureBy)},
        {u"cancelBy"_s, jsonOf(order.cancelBy)},
        {u"changeBy"_s, jsonOf(order.changeBy)},
        {u"payBy"_s, jsonOf(order.payBy)},
        {u"paidAt"_s, jsonOf(order.paidAt)},
        {u"doubt"_s, order.doubt ? QJsonValue(codeOf(*order.doubt)) : QJsonValue()},
    };
}

const QStringList &orderSortFields()
{
    static const QStringList fields{
        u"id"_s,
        u"number"_s,
        u"orderedAt"_s,
        u"customer"_s,
        u"method"_s,
        u"methodName"_s,
        u"orderStatus"_s,
        u"paymentStatus"_s,
        u"paymentStatusCode"_s,
        u"total"_s,
        u"gatewayAmount"_s,
        u"difference"_s,
        u"gatewayOrderId"_s,
        u"captureBy"_s,
        u"cancelBy"_s,
        u"changeBy"_s,
        u"payBy"_s,
        u"paidAt"_s,
        u"doubt"_s,
    };
    return fields;
}

QJsonObject orderDetailJson(const OrderSummary &summary, const Order &order)
{
    QJsonArray items;
    for (const OrderItem &item : order.items) {
        items.append(itemJson(item));
    }
    QJsonObject json = orderJson(summary);
    json.insert(u"items"_s, items);
    json.insert(u"totals"_s, totalsJson(order.totals));
    return json;
}

QJsonObject paymentJson(const ShownPayment &shown, const PaymentRules &rules)
{
    const Payment &payment = shown.payment;
    const Deadlines deadlines = deadlinesOf(payment, rules);
    const auto &known = payment.known;
    QJsonObject numbers;
    for (const auto &[name, value] : shown.numbers) {
        numbers.insert(name, value);
    }
    return {
        {u"gatewayOrderId"_s, payment.gatewayOrderId},
        {u"status"_s, known ? QJsonValue(known->status) : QJsonValue()},
        {u"amount"_s, known ? QJsonValue(known->amount.value) : QJsonValue()},
        {u"tax"_s, known ? QJsonValue(known->tax.value) : QJsonValue()},
        {u"approvalNumber"_s, known ? textOrNull(known->approve) : QJsonValue()},
        {u"acquirer"_s, textOrNull(payment.forward)},
        {u"transactionId"_s, known ? textOrNull(known->tranId) : QJsonValue()},
        {u"authorizedAt"_s, jsonOf(payment.authorizedAt)},
        {u"soldAt"_s, jsonOf(payment.soldAt)},
        {u"captureBy"_s, jsonOf(deadlines.captureBy)},
        {u"cancelBy"_s, jsonOf(deadlines.cancelBy)},
        {u"changeBy"_s, jsonOf(deadlines.changeBy)},
        {u"payBy"_s, jsonOf(deadlines.payBy)},
        {u"paidAt"_s, jsonOf(payment.facts.paidAt)},
        {u"cancelledAmount"_s, known ? jsonOf(known->cancelledAmount) : QJsonValue()},
        {u"numbers"_s, numbers},
    };
}

QJsonObject verdictJson(const OperationVerdict &verdict, const QString &reason)
{
    return {
        {u"operation"_s, commandOf(verdict.kind)}, {u"allowed"_s, verdict.allowed},
        {u"jobCd"_s, textOrNull(verdict.jobCd)},   {u"amount"_s, jsonOf(verdict.amount)},
        {u"until"_s, jsonOf(verdict.until)},       {u"reason"_s, reason},
    };
}

QJsonObject countsJson(const OrderRepository::Counts &counts)
{
    QJsonObject orderStatuses;
    for (const OrderStatus status : allOrderStatuses()) {
        orderStatuses.insert(labelOf(status), counts.byOrderStatus.value(status));
    }
    QJsonObject paymentStatuses{{u"未連携"_s, counts.unlinked}, {u"未確認"_s, counts.neverRead}};
    for (const PaymentStatus status : allPaymentStatuses()) {
        paymentStatuses.insert(labelOf(status), counts.byPaymentStatus.value(status));
    }
    QJsonObject methods;
    for (const PaymentMethod method : gatewayMethods()) {
        methods.insert(labelOf(method), counts.byMethod.value(method));
    }
    return {
        {u"orderStatus"_s, orderStatuses},
        {u"paymentStatus"_s, paymentStatuses},
        {u"method"_s, methods},
    };
}

QJsonObject snapshotJson(const Snapshot &snapshot)
{
    return {
        {u"status"_s, snapshot.status},
        {u"amount"_s, snapshot.amount.value},
        {u"tax"_s, snapshot.tax.value},
        {u"cancelledAmount"_s, jsonOf(snapshot.cancelledAmount)},
    };
}

} // namespace kessai::cli
