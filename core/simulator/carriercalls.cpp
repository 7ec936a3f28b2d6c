#include "core/simulator/carriercalls.h"

#include "core/base/japantime.h"
#include "core/simulator/carrierpage.h"
#include "core/simulator/carrierrules.h"

namespace kessai::simulator::carriercalls {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultStartSeconds = 120;    // recorded: StartLimitDate lies two minutes ahead
constexpr int LongestStartSeconds = 86'400; // inferred

/// That PaymentTermSec is the time until the shopper has to be on the page is inferred.
int startSeconds(const FormFields &fields)
{
    const QString seconds = fields.value(u"PaymentTermSec"_s);
    return seconds.isEmpty() ? DefaultStartSeconds : seconds.toInt();
}

ReplyFields startReply(const MultiTransaction &transaction, const QString &kind)
{
    return {
        {u"AccessID"_s, transaction.accessId},
        {u"Token"_s, multicalls::base64Of(transaction, "Token", 48)},
        {u"StartURL"_s, u"https://gateway.example.test/payment/%1Start.idPass"_s.arg(kind)},
        {u"StartLimitDate"_s, japantime::toGatewayText(transaction.dueAt)},
    };
}

Yen cancelAmountIn(const FormFields &fields)
{
    return multicalls::yenIn(fields, u"CancelAmount"_s);
}

Yen cancelTaxIn(const FormFields &fields)
{
    return multicalls::yenIn(fields, u"CancelTax"_s);
}

/// CancelAmount and CancelTax are those of this call (inferred).
ReplyFields cancelledReply(const MultiTransaction &transaction, const FormFields &fields)
{
    ReplyFields reply = stateReply(transaction);
    if (transaction.payType != PayType::Au) {
        reply = reply.first(2);
    }
    reply.append({u"CancelAmount"_s, QString::number(cancelAmountIn(fields).value)});
    reply.append({u"CancelTax"_s, QString::number(cancelTaxIn(fields).value)});
    return reply;
}

} // namespace

ReplyFields stateReply(const MultiTransaction &transaction)
{
    return {{u"OrderID"_s, transaction.orderId},
            {u"Status"_s, multiWord(transaction.status)},
            {u"Amount"_s, QString::number(transaction.amount.value)},
            {u"Tax"_s, QString::number(transaction.tax.value)}};
}

TextRule returnUrl()
{
    return {.name = u"RetURL"_s,
            .number = u"M01059"_s,
            .isNeeded = true,
            .longestBytes = 256,
            .tooLong = u"005"_s};
}

CallOutcome execute(const CallContext &context, PayType payType, const QString &kind,
                    const QList<TextRule> &texts)
{
    const auto check = [&texts](MultiFieldChecker &checker) {
        checker.clientFields();
        checker.range(u"PaymentTermSec"_s, u"M01048"_s, 5, 1, LongestStartSeconds);
        checker.texts(texts);
    };
    const auto work = [&context](MultiTransaction &transaction) {
        takeClientFields(transaction, context.fields);
        return carrierpage::request(transaction, context.now, startSeconds(context.fields));
    };
    const auto reply = [&kind](const MultiTransaction &transaction) { return startReply(transaction, kind); };
    return multicalls::run(context, {payType, check, work, reply});
}

CallOutcome sell(const CallContext &context, PayType payType)
{
    const PayTypeLimits limits = limitsOf(payType);
    const auto check = [&limits](MultiFieldChecker &checker) {
        checker.yen(u"Amount"_s, u"M01005"_s, limits.amountDigits, true);
        checker.yen(u"Tax"_s, u"M01006"_s, limits.taxDigits, false);
    };
    const auto work = [&context](MultiTransaction &transaction) {
        const Yen total =
            multicalls::yenIn(context.fields, u"Amount"_s) + multicalls::yenIn(context.fields, u"Tax"_s);
        return carrierrules::sell(transaction, total, context.now);
    };
    return multicalls::run(context, {payType, check, work, stateReply});
}

CallOutcome cancel(const CallContext &context, PayType payType)
{
    const PayTypeLimits limits = limitsOf(payType);
    const auto check = [&limits](MultiFieldChecker &checker) {
        checker.yen(u"CancelAmount"_s, u"M01085"_s, limits.amountDigits, true);
        checker.yen(u"CancelTax"_s, u"M01086"_s, limits.taxDigits, false);
    };
    const auto work = [&context](MultiTransaction &transaction) {
        return carrierrules::cancel(transaction, cancelAmountIn(context.fields), cancelTaxIn(context.fields),
                                    context.now, context.contract.multiRules);
    };
    const auto reply = [&context](const MultiTransaction &transaction) {
        return cancelledReply(transaction, context.fields);
    };
    return multicalls::run(context, {payType, check, work, reply});
}

} // namespace kessai::simulator::carriercalls
