#include "core/simulator/altercalls.h"

#include "core/base/japantime.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

/// The state machine's function for the call.
using Rule = QString (*)(CardTransaction &, const CardJob &, const QDateTime &, const CardRules &,
                         TransactionNumbers &);

struct CallShape
{
    QList<CardStatus> jobs;
    Rule rule;
    bool needsMethodToAuthorise;
};

bool isCancel(CardStatus job)
{
    return job == CardStatus::Void || job == CardStatus::Return || job == CardStatus::Returnx;
}

/// Amount and the rest depend on the transaction, so they are looked at only when it is known: recorded, an
/// Amount of "null" was not reported next to an unknown handle.
std::optional<CardJob> checkedJob(FieldChecker &checker, const FormFields &fields, const CallShape &shape)
{
    const auto job = checker.jobCd(shape.jobs);
    const bool cancels = job && isCancel(*job);
    const auto amount = checker.amount(!cancels);
    const Yen tax = checker.tax();
    const bool authorises = job == CardStatus::Auth || job == CardStatus::Capture;
    if (shape.needsMethodToAuthorise && authorises) {
        checker.methodAndPayTimes();
    }
    checker.itemCode();
    checker.total(amount, tax);
    if (!checker.ok()) {
        return std::nullopt;
    }
    const QString method = fields.value(u"Method"_s);
    return CardJob{*job, amount.value_or(Yen{}), tax, method,
                   cardcalls::keptPayTimes(method, fields.value(u"PayTimes"_s))};
}

ReplyFields processedReply(const CardTransaction &transaction, const TransactionBook &book)
{
    return {
        {u"AccessID"_s, transaction.accessId},
        {u"AccessPass"_s, book.accessPass(transaction.accessId)},
        {u"Forward"_s, transaction.forward},
        {u"Approve"_s, transaction.approve},
        {u"TranID"_s, transaction.tranId},
        {u"TranDate"_s, japantime::toGatewayText(transaction.processedAt)},
    };
}

CallOutcome process(const CallContext &context, const CallShape &shape)
{
    FieldChecker checker(context.fields);
    const bool knownShop = cardcalls::checkShop(checker, context);
    const CardTransaction *found = cardcalls::checkHandle(checker, context, knownShop);
    const auto job = found ? checkedJob(checker, context.fields, shape) : std::nullopt;
    if (!job) {
        return refused(checker.errors(), context, found ? found->orderId : QString());
    }
    if (!context.inWork.isEmpty()) {
        return refused({context.inWork}, context, found->orderId);
    }
    CardTransaction transaction = *found;
    TransactionNumbers numbers = context.book.numbers();
    const QString refusal = shape.rule(transaction, *job, context.now, context.contract.rules, numbers);
    if (!refusal.isEmpty()) {
        return refused({refusal}, context, transaction.orderId);
    }
    CallOutcome outcome = done(transaction, numbers);
    outcome.reply = processedReply(transaction, context.book);
    return outcome;
}

} // namespace

CallOutcome alterTran(const CallContext &context)
{
    return process(context, {{CardStatus::Sales, CardStatus::Void, CardStatus::Return, CardStatus::Returnx,
                              CardStatus::Auth, CardStatus::Capture},
                             cardrules::alter,
                             true});
}

CallOutcome changeTran(const CallContext &context)
{
    return process(context,
                   {{CardStatus::Auth, CardStatus::Capture, CardStatus::Sauth}, cardrules::change, false});
}

} // namespace kessai::simulator
