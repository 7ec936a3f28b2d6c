#include "core/simulator/cashcalls.h"

#include "core/simulator/cashrules.h"

namespace kessai::simulator::cashcalls {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultTermDays = 10; // recorded for Pay-easy; the same for stores is inferred
constexpr int LongestTermDays = 60; // inferred

/// `RegisterDisp1` of M01018 and so on.
QList<TextRule> numbered(const QString &name, int first, int count, int longestBytes)
{
    QList<TextRule> rules;
    for (int index = 0; index < count; ++index) {
        rules.append(plainText(name + QString::number(index + 1), u"M010"_s + QString::number(first + index),
                               longestBytes));
    }
    return rules;
}

TextRule phone(const QString &name, const QString &number, int longestBytes)
{
    return {.name = name,
            .number = number,
            .isNeeded = true,
            .longestBytes = longestBytes,
            .tooLong = u"005"_s,
            .malformed = u"008"_s,
            .form = TextForm::Phone};
}

TextRule mail(const QString &name, const QString &number)
{
    return {.name = name,
            .number = number,
            .longestBytes = 256,
            .tooLong = u"005"_s,
            .malformed = u"008"_s,
            .form = TextForm::Mail};
}

TextRule hours()
{
    return {.name = u"ReceiptsDisp13"_s,
            .number = u"M01038"_s,
            .isNeeded = true,
            .longestBytes = 11,
            .tooLong = u"005"_s,
            .malformed = u"008"_s,
            .form = TextForm::Hours};
}

} // namespace

void checkCustomer(MultiFieldChecker &checker, const QList<TextRule> &storeNumbers)
{
    checker.text(plainText(u"CustomerName"_s, u"M01010"_s, 40, true));
    checker.text(plainText(u"CustomerKana"_s, u"M01011"_s, 40, true));
    checker.text(phone(u"TelNo"_s, u"M01012"_s, 13));
    checker.range(u"PaymentTermDay"_s, u"M01013"_s, 3, 1, LongestTermDays);
    checker.text(mail(u"MailAddress"_s, u"M01014"_s));
    checker.text(mail(u"ShopMailAddress"_s, u"M01015"_s));
    checker.texts(storeNumbers);
    checker.texts(numbered(u"RegisterDisp"_s, 18, 8, 32));
    checker.texts(numbered(u"ReceiptsDisp"_s, 26, 10, 60));
    checker.text(plainText(u"ReceiptsDisp11"_s, u"M01036"_s, 42, true));
    checker.text(phone(u"ReceiptsDisp12"_s, u"M01037"_s, 12));
    checker.text(hours());
    checker.clientFields();
}

int termDays(const FormFields &fields)
{
    const QString days = fields.value(u"PaymentTermDay"_s);
    return days.isEmpty() ? DefaultTermDays : days.toInt();
}

CallOutcome cancel(const CallContext &context, PayType payType)
{
    const auto work = [&context](MultiTransaction &transaction) {
        return cashrules::cancel(transaction, context.now);
    };
    const auto reply = [](const MultiTransaction &transaction) {
        return ReplyFields{{u"OrderID"_s, transaction.orderId}, {u"Status"_s, multiWord(transaction.status)}};
    };
    return multicalls::run(context, {payType, [](MultiFieldChecker &) {}, work, reply});
}

} // namespace kessai::simulator::cashcalls
