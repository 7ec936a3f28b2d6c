#include "core/simulator/payeasycalls.h"

#include "core/base/japantime.h"
#include "core/simulator/cashcalls.h"
#include "core/simulator/cashrules.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

const QString BankCode = u"58021"_s; // recorded with the test server
constexpr int BytesOfReceipt = 15;   // 20 characters, as recorded

/// Recorded: the seconds of TranDate are 00.
QDateTime startOfMinute(const QDateTime &now)
{
    return now.addSecs(-japantime::fromInstant(now).time().second());
}

QString request(MultiTransaction &transaction, const CallContext &context)
{
    const FormFields &fields = context.fields;
    QString refusal =
        cashrules::request(transaction, startOfMinute(context.now), cashcalls::termDays(fields));
    if (!refusal.isEmpty()) {
        return refusal;
    }
    takeClientFields(transaction, fields);
    issuePayEasyNumbers(transaction, fields.value(u"PaymentType"_s) == "E"_L1);
    return {};
}

ReplyFields requestedReply(const MultiTransaction &transaction, const GatewayContract &contract)
{
    ReplyFields reply{{u"OrderID"_s, transaction.orderId}};
    QStringList values{transaction.orderId};
    for (const QString &key :
         {u"CustID"_s, u"BkCode"_s, u"ConfNo"_s, u"EncryptReceiptNo"_s, u"PaymentTerm"_s}) {
        reply.append({key, transaction.details.value(key)});
        values.append(transaction.details.value(key));
    }
    const QString tranDate = japantime::toGatewayText(transaction.processedAt);
    reply.append({u"TranDate"_s, tranDate});
    reply.append({u"CheckString"_s, checkString(values + QStringList{tranDate}, contract)});
    addClientFields(reply, transaction);
    if (transaction.details.contains(u"PayeasyPaymentURL"_s)) { // its place is inferred
        reply.append({u"PaymentURL"_s, transaction.details.value(u"PayeasyPaymentURL"_s)});
    }
    return reply;
}

} // namespace

void issuePayEasyNumbers(MultiTransaction &transaction, bool isNetBank)
{
    QMap<QString, QString> &details = transaction.details;
    details.insert(u"CustID"_s, u"WNT"_s + multicalls::digitsOf(transaction, "CustID", 8));
    details.insert(u"BkCode"_s, BankCode);
    details.insert(u"ConfNo"_s, multicalls::digitsOf(transaction, "ConfNo", 4));
    details.insert(u"EncryptReceiptNo"_s,
                   multicalls::base64Of(transaction, "EncryptReceiptNo", BytesOfReceipt));
    if (isNetBank) {
        details.insert(u"PayeasyPaymentURL"_s, u"https://bank.example.test/"_s + details.value(u"CustID"_s));
    }
}

CallOutcome execTranPayEasy(const CallContext &context)
{
    const auto check = [](MultiFieldChecker &checker) {
        cashcalls::checkCustomer(checker);
        checker.text({.name = u"PaymentType"_s,
                      .number = u"M01320"_s,
                      .longestBytes = 1,
                      .tooLong = u"005"_s,
                      .malformed = u"013"_s});
    };
    const auto work = [&context](MultiTransaction &transaction) { return request(transaction, context); };
    const auto reply = [&context](const MultiTransaction &transaction) {
        return requestedReply(transaction, context.contract);
    };
    return multicalls::run(context, {PayType::PayEasy, check, work, reply});
}

CallOutcome payEasyCancel(const CallContext &context)
{
    return cashcalls::cancel(context, PayType::PayEasy);
}

} // namespace kessai::simulator
