#include "core/simulator/multientrycalls.h"

#include "core/simulator/multicalls.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

bool hasJobCd(PayType payType)
{
    return payType != PayType::ConvenienceStore && payType != PayType::PayEasy;
}

MultiTransaction entered(const CallContext &context, PayType payType, MultiStatus job)
{
    MultiTransaction transaction;
    transaction.orderId = context.fields.value(u"OrderID"_s);
    transaction.accessId = context.book.nextAccessId();
    transaction.payType = payType;
    transaction.entryJob = job;
    transaction.lastJob = job;
    transaction.amount = multicalls::yenIn(context.fields, u"Amount"_s);
    transaction.tax = multicalls::yenIn(context.fields, u"Tax"_s);
    transaction.processedAt = context.now;
    return transaction;
}

} // namespace

CallOutcome entryTranMulti(const CallContext &context, PayType payType)
{
    MultiFieldChecker checker(context.fields);
    const bool knownShop = checker.shop(context.contract);
    checker.orderId();
    const auto job = hasJobCd(payType) ? checker.jobCd() : MultiStatus::Unprocessed;
    checker.amountAndTax(payType);
    if (knownShop && context.book.byOrderId(context.fields.value(u"OrderID"_s))) {
        checker.add(u"M01004010"_s);
    }
    if (!checker.ok()) {
        return refused(checker.errors(), context);
    }
    const MultiTransaction transaction = entered(context, payType, *job);
    CallOutcome outcome = done(transaction, context.book.numbers());
    if (payType == PayType::RakutenId) {
        outcome.reply.append({u"OrderID"_s, transaction.orderId});
    }
    outcome.reply.append({u"AccessID"_s, transaction.accessId});
    outcome.reply.append({u"AccessPass"_s, context.book.accessPass(transaction.accessId)});
    return outcome;
}

} // namespace kessai::simulator
