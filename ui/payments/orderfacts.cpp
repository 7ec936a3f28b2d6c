#include "ui/payments/orderfacts.h"

namespace kessai {

namespace {

StorageResult<PaymentFacts> readPayment(ShopContext &context, const Payment &payment)
{
    const auto live = context.journal.liveOf(payment.id);
    if (!live) {
        return failure(live.error());
    }
    const auto findings = context.journal.openFindingsOf(payment.id);
    if (!findings) {
        return failure(findings.error());
    }
    const auto numbers = context.payments.numbersOf(payment.id);
    if (!numbers) {
        return failure(numbers.error());
    }
    PaymentFacts facts{payment, *live, *findings, {}, *numbers};
    for (const Finding &finding : *findings) {
        if (!finding.operationId) {
            continue;
        }
        const auto operation = context.journal.byId(*finding.operationId);
        if (!operation) {
            return failure(operation.error());
        }
        facts.lateOperations.append(*operation);
    }
    return facts;
}

} // namespace

StorageResult<OrderFacts> readOrderFacts(Shop &shop, OrderId id)
{
    ShopContext &context = shop.context();
    const auto order = context.orders.byId(id);
    if (!order) {
        return failure(order.error());
    }
    const auto payments = context.payments.ofOrder(id);
    if (!payments) {
        return failure(payments.error());
    }
    const auto conflicts = context.orders.importConflictsOf(id);
    if (!conflicts) {
        return failure(conflicts.error());
    }
    const auto closingDates = ClosingDates(context.database).all();
    if (!closingDates) {
        return failure(closingDates.error());
    }
    OrderFacts facts;
    facts.order = *order;
    facts.closingDates = *closingDates;
    facts.importConflicts = *conflicts;
    facts.rules = context.rules;
    facts.gatewayNow = context.gate ? context.gate->gatewayNow() : context.clock.nowUtc();
    for (const Payment &payment : *payments) {
        if (!payment.unlinkedReason.isEmpty()) {
            continue;
        }
        const auto read = readPayment(context, payment);
        if (!read) {
            return failure(read.error());
        }
        facts.payments.append(*read);
    }
    return facts;
}

} // namespace kessai
