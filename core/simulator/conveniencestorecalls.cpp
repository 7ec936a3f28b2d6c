#include "core/simulator/conveniencestorecalls.h"

#include "core/base/japantime.h"
#include "core/simulator/cashcalls.h"
#include "core/simulator/cashrules.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

/// The chains of the old scheme and of the present one (protocol.md §2).
bool isChain(const QString &code)
{
    static const QStringList chains{u"00001"_s, u"00002"_s, u"00003"_s, u"00004"_s, u"00005"_s,
                                    u"00006"_s, u"00007"_s, u"00008"_s, u"00009"_s, u"10001"_s,
                                    u"10002"_s, u"10005"_s, u"10008"_s};
    return chains.contains(code);
}

void checkChain(MultiFieldChecker &checker, const QString &code)
{
    checker.required(u"Convenience"_s, u"M01009"_s);
    if (code.size() > 5) {
        checker.add(u"M01009005"_s);
    }
    if (!code.isEmpty() && !isChain(code)) {
        checker.add(u"M01009002"_s);
    }
}

QString request(MultiTransaction &transaction, const CallContext &context)
{
    const FormFields &fields = context.fields;
    QString refusal = cashrules::request(transaction, context.now, cashcalls::termDays(fields));
    if (refusal.isEmpty()) {
        issueStoreNumbers(transaction, fields.value(u"Convenience"_s));
        takeClientFields(transaction, fields);
    }
    return refusal;
}

/// ReceiptUrl and the order of the keys are from the kit; the one vector that there is is made by hand.
ReplyFields requestedReply(const MultiTransaction &transaction, const GatewayContract &contract)
{
    const QMap<QString, QString> &details = transaction.details;
    ReplyFields reply{
        {u"OrderID"_s, transaction.orderId},
        {u"Convenience"_s, details.value(u"CvsCode"_s)},
        {u"ConfNo"_s, details.value(u"CvsConfNo"_s)},
        {u"ReceiptNo"_s, details.value(u"CvsReceiptNo"_s)},
        {u"PaymentTerm"_s, details.value(u"PaymentTerm"_s)},
        {u"TranDate"_s, japantime::toGatewayText(transaction.processedAt)},
        {u"ReceiptUrl"_s, u"https://store.example.test/"_s + details.value(u"CvsReceiptNo"_s)},
    };
    QStringList values;
    for (const auto &[key, value] : reply) {
        values.append(key == "ReceiptUrl"_L1 ? QString() : value);
    }
    reply.append({u"CheckString"_s, checkString(values, contract)});
    addClientFields(reply, transaction);
    return reply;
}

} // namespace

void issueStoreNumbers(MultiTransaction &transaction, const QString &chain)
{
    transaction.details.insert(u"CvsCode"_s, chain);
    transaction.details.insert(u"CvsConfNo"_s, multicalls::digitsOf(transaction, "ConfNo", 6));
    transaction.details.insert(u"CvsReceiptNo"_s, multicalls::digitsOf(transaction, "ReceiptNo", 12));
}

CallOutcome execTranCvs(const CallContext &context)
{
    const auto check = [&context](MultiFieldChecker &checker) {
        checkChain(checker, context.fields.value(u"Convenience"_s));
        cashcalls::checkCustomer(
            checker, {plainText(u"ReserveNo"_s, u"M01016"_s, 20), plainText(u"MemberNo"_s, u"M01017"_s, 20)});
    };
    const auto work = [&context](MultiTransaction &transaction) { return request(transaction, context); };
    const auto reply = [&context](const MultiTransaction &transaction) {
        return requestedReply(transaction, context.contract);
    };
    return multicalls::run(context, {PayType::ConvenienceStore, check, work, reply});
}

CallOutcome cvsCancel(const CallContext &context)
{
    return cashcalls::cancel(context, PayType::ConvenienceStore);
}

} // namespace kessai::simulator
