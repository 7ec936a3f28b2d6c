#include "core/simulator/docomocalls.h"

#include "core/simulator/carriercalls.h"
#include "core/simulator/carrierrules.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

/// Of the Disp… fields of the newer kits no lengths are known.
CallOutcome execTranDocomo(const CallContext &context)
{
    static const QList<TextRule> texts{
        carriercalls::returnUrl(),
        plainText(u"DocomoDisp1"_s, u"M01087"_s, 40),
        plainText(u"DocomoDisp2"_s, u"M01088"_s, 40),
        plainText(u"DispShopName"_s, u"M01121"_s, 0),
        plainText(u"DispPhoneNumber"_s, u"M01122"_s, 0),
        {.name = u"DispMailAddress"_s, .number = u"M01123"_s, .malformed = u"008"_s, .form = TextForm::Mail},
        plainText(u"DispShopUrl"_s, u"M01226"_s, 0),
    };
    return carriercalls::execute(context, PayType::Docomo, u"Docomo"_s, texts);
}

CallOutcome docomoSales(const CallContext &context)
{
    return carriercalls::sell(context, PayType::Docomo);
}

CallOutcome docomoCancelReturn(const CallContext &context)
{
    return carriercalls::cancel(context, PayType::Docomo);
}

/// GMO's list has no codes for IncreaseAmount and IncreaseTax; those of Amount and Tax stand for them.
CallOutcome docomoIncrease(const CallContext &context)
{
    const FormFields &fields = context.fields;
    const Yen amount = multicalls::yenIn(fields, u"IncreaseAmount"_s);
    const Yen tax = multicalls::yenIn(fields, u"IncreaseTax"_s);
    const auto check = [](MultiFieldChecker &checker) {
        const PayTypeLimits limits = limitsOf(PayType::Docomo);
        checker.yen(u"IncreaseAmount"_s, u"M01005"_s, limits.amountDigits, true);
        checker.yen(u"IncreaseTax"_s, u"M01006"_s, limits.taxDigits, false);
    };
    const auto work = [&context, amount, tax](MultiTransaction &transaction) {
        return carrierrules::increase(transaction, amount, tax, context.now, context.contract.multiRules);
    };
    const auto reply = [amount, tax](const MultiTransaction &transaction) {
        return carriercalls::stateReply(transaction) +
               ReplyFields{{u"IncreaseAmount"_s, QString::number(amount.value)},
                           {u"IncreaseTax"_s, QString::number(tax.value)}};
    };
    return multicalls::run(context, {PayType::Docomo, check, work, reply});
}

} // namespace kessai::simulator
