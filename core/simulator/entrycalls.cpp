#include "core/simulator/entrycalls.h"

#include "core/base/japantime.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestTenantName = 25;

void checkThreeDSecure(FieldChecker &checker, const FormFields &fields)
{
    checker.flag(u"TdFlag"_s, u"E01080007"_s);
    const QByteArray tenant = fields.value(u"TdTenantName"_s).toLatin1();
    if (!QByteArray::fromBase64Encoding(tenant, QByteArray::AbortOnBase64DecodingErrors)) {
        checker.add(u"E01370008"_s);
    }
    if (tenant.size() > LongestTenantName) {
        checker.add(u"E01370012"_s);
    }
}

CardTransaction entered(const CallContext &context, CardStatus job, Yen amount, Yen tax)
{
    const FormFields &fields = context.fields;
    CardTransaction transaction;
    transaction.orderId = fields.value(u"OrderID"_s);
    transaction.accessId = context.book.nextAccessId();
    transaction.entryJob = job;
    transaction.lastJob = job;
    if (job != CardStatus::Check) { // for CHECK both are 0 (protocol.md §4.1)
        transaction.amount = amount;
        transaction.tax = tax;
    }
    if (fields.has(u"ItemCode"_s)) {
        transaction.itemCode = fields.value(u"ItemCode"_s);
    }
    transaction.threeDSecure = fields.value(u"TdFlag"_s) == "1"_L1;
    transaction.processedAt = context.now;
    return transaction;
}

} // namespace

ReplyFields searchFields(const CardTransaction &transaction, const TransactionBook &book)
{
    return {
        {u"Status"_s, cardWord(transaction.status)},
        {u"ProcessDate"_s, japantime::toGatewayText(transaction.processedAt)},
        {u"JobCd"_s, cardWord(transaction.lastJob)},
        {u"AccessID"_s, transaction.accessId},
        {u"AccessPass"_s, book.accessPass(transaction.accessId)},
        {u"ItemCode"_s, transaction.itemCode},
        {u"Amount"_s, QString::number(transaction.amount.value)},
        {u"Tax"_s, QString::number(transaction.tax.value)},
        {u"SiteID"_s, transaction.siteId},
        {u"MemberID"_s, transaction.memberId},
        {u"CardNo"_s, transaction.maskedCardNumber},
        {u"Expire"_s, transaction.expire},
        {u"Method"_s, transaction.method},
        {u"PayTimes"_s, transaction.payTimes},
        {u"Forward"_s, transaction.forward},
        {u"TranID"_s, transaction.tranId},
        {u"Approve"_s, transaction.approve},
        {u"ClientField1"_s, transaction.clientFields.at(0)},
        {u"ClientField2"_s, transaction.clientFields.at(1)},
        {u"ClientField3"_s, transaction.clientFields.at(2)},
    };
}

CallOutcome entryTran(const CallContext &context)
{
    FieldChecker checker(context.fields);
    const bool knownShop = cardcalls::checkShop(checker, context);
    checker.orderId();
    if (knownShop && context.book.byOrderId(context.fields.value(u"OrderID"_s))) {
        checker.add(u"E01040010"_s);
    }
    const auto job =
        checker.jobCd({CardStatus::Check, CardStatus::Auth, CardStatus::Capture, CardStatus::Sauth});
    const auto amount = checker.amount(job != CardStatus::Check);
    const Yen tax = checker.tax();
    checkThreeDSecure(checker, context.fields);
    checker.itemCode();
    checker.total(amount, tax);
    if (!checker.ok()) {
        return refused(checker.errors(), context);
    }
    const CardTransaction transaction = entered(context, *job, amount.value_or(Yen{}), tax);
    CallOutcome outcome = done(transaction, context.book.numbers());
    outcome.reply = {{u"AccessID"_s, transaction.accessId},
                     {u"AccessPass"_s, context.book.accessPass(transaction.accessId)}};
    return outcome;
}

CallOutcome searchTrade(const CallContext &context)
{
    FieldChecker checker(context.fields);
    const bool knownShop = cardcalls::checkShop(checker, context);
    checker.orderId();
    const QString orderId = context.fields.value(u"OrderID"_s);
    const CardTransaction *found =
        knownShop ? std::get_if<CardTransaction>(context.book.byOrderId(orderId)) : nullptr;
    if (knownShop && !found) {
        checker.add(u"E01110002"_s);
    }
    if (!checker.ok()) {
        return refused(checker.errors(), context);
    }
    CallOutcome outcome = refused({}, context, orderId);
    outcome.reply = ReplyFields{{u"OrderID"_s, orderId}} + searchFields(*found, context.book);
    return outcome;
}

} // namespace kessai::simulator
