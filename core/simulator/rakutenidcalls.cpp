#include "core/simulator/rakutenidcalls.h"

#include "core/simulator/carriercalls.h"
#include "core/simulator/rakutenidrules.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

TextRule field(const QString &name, const QString &number, bool isNeeded, int longestBytes)
{
    return {.name = name,
            .number = number,
            .isNeeded = isNeeded,
            .longestBytes = longestBytes,
            .tooLong = u"005"_s};
}

CallOutcome request(const CallContext &context,
                    QString (*rule)(MultiTransaction &, const QDateTime &, const MultiRules &))
{
    const auto work = [&context, rule](MultiTransaction &transaction) {
        return rule(transaction, context.now, context.contract.multiRules);
    };
    return multicalls::run(context,
                           {PayType::RakutenId, [](MultiFieldChecker &) {}, work, carriercalls::stateReply});
}

} // namespace

/// What MultiItem holds is not known, so it is taken as it comes.
CallOutcome execTranRakutenId(const CallContext &context)
{
    static const QList<TextRule> texts{
        field(u"ItemId"_s, u"M01121"_s, true, 0),        field(u"ItemSubId"_s, u"M01122"_s, false, 0),
        field(u"ItemName"_s, u"M01123"_s, true, 255),    field(u"RetURL"_s, u"M01124"_s, true, 200),
        field(u"ErrorRcvURL"_s, u"M01125"_s, true, 200),
    };
    return carriercalls::execute(context, PayType::RakutenId, u"RakutenId"_s, texts);
}

CallOutcome rakutenIdSales(const CallContext &context)
{
    return request(context, rakutenidrules::requestSale);
}

CallOutcome rakutenIdCancel(const CallContext &context)
{
    return request(context, rakutenidrules::requestCancel);
}

/// The reply repeats the amounts that were asked for; the inquiry shows the old ones until the final word
/// (both inferred).
CallOutcome rakutenIdChange(const CallContext &context)
{
    const Yen amount = multicalls::yenIn(context.fields, u"Amount"_s);
    const Yen tax = multicalls::yenIn(context.fields, u"Tax"_s);
    const auto check = [](MultiFieldChecker &checker) {
        checker.amountAndTax(PayType::RakutenId);
        checker.flag(u"UseCoupon"_s, u"M01160008"_s);
    };
    const auto work = [&context, amount, tax](MultiTransaction &transaction) {
        return rakutenidrules::requestChange(transaction, amount, tax, context.now,
                                             context.contract.multiRules);
    };
    const auto reply = [amount, tax](const MultiTransaction &transaction) {
        ReplyFields fields = carriercalls::stateReply(transaction).first(2);
        fields.append({u"Amount"_s, QString::number(amount.value)});
        fields.append({u"Tax"_s, QString::number(tax.value)});
        return fields;
    };
    return multicalls::run(context, {PayType::RakutenId, check, work, reply});
}

} // namespace kessai::simulator
