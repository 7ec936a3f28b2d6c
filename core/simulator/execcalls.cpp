#include "core/simulator/execcalls.h"

#include "core/base/japantime.h"

#include <QCryptographicHash>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

bool passesCheckDigit(const QString &cardNumber)
{
    int sum = 0;
    for (qsizetype index = 0; index < cardNumber.size(); ++index) {
        int digit = cardNumber.at(cardNumber.size() - 1 - index).digitValue();
        if (index % 2 == 1) {
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        }
        sum += digit;
    }
    return sum % 10 == 0;
}

void checkCardNumber(FieldChecker &checker, const QString &number)
{
    checker.required(u"CardNo"_s, u"E01170"_s);
    if (number.isEmpty()) {
        return;
    }
    const bool rightLength = number.size() >= 10 && number.size() <= 16;
    if (!rightLength) {
        checker.add(u"E01170011"_s);
    }
    if (!isDigits(number)) {
        checker.add(u"E01170006"_s);
    } else if (rightLength && !passesCheckDigit(number)) {
        checker.add(u"E41170099"_s);
    }
}

void checkExpire(FieldChecker &checker, const QString &expire)
{
    checker.required(u"Expire"_s, u"E01180"_s);
    if (expire.isEmpty()) {
        return;
    }
    if (expire.size() != 4) {
        checker.add(u"E01180003"_s);
    }
    if (!isDigits(expire)) {
        checker.add(u"E01180006"_s);
    } else if (expire.size() == 4 && !QDate::isValid(2000, expire.right(2).toInt(), 1)) {
        checker.add(u"E01180008"_s);
    }
}

void checkMember(FieldChecker &checker, const CallContext &context)
{
    const FormFields &fields = context.fields;
    checker.required(u"SiteID"_s, u"E01190"_s);
    checker.required(u"SitePass"_s, u"E01200"_s);
    const bool given = fields.has(u"SiteID"_s) && fields.has(u"SitePass"_s);
    if (given && (fields.value(u"SiteID"_s) != context.contract.siteId ||
                  fields.value(u"SitePass"_s) != context.contract.sitePass)) {
        checker.add(u"E01210002"_s);
    }
    checker.required(u"MemberID"_s, u"E01220"_s);
    if (fields.value(u"MemberID"_s).size() > 60) {
        checker.add(u"E01220005"_s);
    }
    checker.required(u"CardSeq"_s, u"E01230"_s);
    if (!isDigits(fields.value(u"CardSeq"_s))) {
        checker.add(u"E01230006"_s);
    }
}

void checkCard(FieldChecker &checker, const CallContext &context)
{
    const FormFields &fields = context.fields;
    if (fields.has(u"Token"_s)) {
        checker.add(u"EX1000301"_s);
    } else if (fields.has(u"MemberID"_s) || fields.has(u"SiteID"_s)) {
        checkMember(checker, context);
    } else {
        checkCardNumber(checker, fields.value(u"CardNo"_s));
        checkExpire(checker, fields.value(u"Expire"_s));
    }
}

void checkSecurityCode(FieldChecker &checker, const FormFields &fields)
{
    const QString code = fields.value(u"SecurityCode"_s);
    if (!code.isEmpty() && (code.size() < 3 || code.size() > 4 || !isDigits(code))) {
        checker.add(u"E01460008"_s);
    }
}

/// What is asked for depends on the transaction, so these are looked at only when it is known: recorded, a
/// Method of "null" was not reported next to an unknown handle.
void checkPayment(FieldChecker &checker, const FormFields &fields, const CardTransaction &transaction)
{
    if (transaction.entryJob != CardStatus::Check) {
        checker.methodAndPayTimes();
    }
    if (transaction.threeDSecure) {
        checker.required(u"HttpAccept"_s, u"E01290"_s);
        checker.required(u"HttpUserAgent"_s, u"E01300"_s);
    }
    checker.flag(u"DeviceCategory"_s, u"E01310007"_s);
    checker.clientFields();
    checker.flag(u"ClientFieldFlag"_s, u"E01400007"_s);
    checkSecurityCode(checker, fields);
}

bool expired(const QString &expire, const QDateTime &now)
{
    const QDate firstDay(2000 + expire.left(2).toInt(), expire.right(2).toInt(), 1);
    return japantime::dayOf(now) >= firstDay.addMonths(1);
}

/// The transaction with what the request says about card, payment and free fields.
CardTransaction withCard(CardTransaction transaction, const FormFields &fields)
{
    const bool member = fields.has(u"MemberID"_s);
    transaction.siteId = member ? fields.value(u"SiteID"_s) : QString();
    transaction.memberId = member ? fields.value(u"MemberID"_s) : QString();
    transaction.maskedCardNumber =
        QString(12, u'*') + (member ? u"1111"_s : fields.value(u"CardNo"_s).right(4));
    transaction.expire = member ? u"3012"_s : fields.value(u"Expire"_s);
    if (transaction.entryJob != CardStatus::Check) {
        transaction.method = fields.value(u"Method"_s);
        transaction.payTimes = cardcalls::keptPayTimes(transaction.method, fields.value(u"PayTimes"_s));
    }
    takeClientFields(transaction, fields);
    return transaction;
}

ReplyFields executedReply(const CardTransaction &transaction, const GatewayContract &contract)
{
    const QString tranDate = japantime::toGatewayText(transaction.processedAt);
    ReplyFields reply{
        {u"OrderID"_s, transaction.orderId},
        {u"Forward"_s, transaction.forward},
        {u"Method"_s, transaction.method},
        {u"PayTimes"_s, transaction.payTimes},
        {u"Approve"_s, transaction.approve},
        {u"TranID"_s, transaction.tranId},
        {u"TranDate"_s, tranDate},
        {u"CheckString"_s,
         checkString({transaction.orderId, transaction.forward, transaction.method, transaction.payTimes,
                      transaction.approve, transaction.tranId, tranDate},
                     contract)},
    };
    addClientFields(reply, transaction);
    return reply;
}

CallOutcome sentToIssuer(CardTransaction transaction, const CallContext &context)
{
    transaction.status = CardStatus::Authenticated;
    transaction.processedAt = context.now;
    CallOutcome outcome = done(transaction, context.book.numbers());
    const QByteArray request =
        QCryptographicHash::hash(transaction.accessId.toLatin1(), QCryptographicHash::Sha512);
    outcome.reply = {{u"ACS"_s, u"1"_s},
                     {u"ACSUrl"_s, u"https://acs.example.test/acs"_s},
                     {u"PaReq"_s, QString::fromLatin1(request.toBase64())},
                     {u"MD"_s, transaction.accessId}};
    return outcome;
}

CallOutcome authorised(CardTransaction transaction, const CallContext &context)
{
    TransactionNumbers numbers = context.book.numbers();
    const QString refusal = cardrules::execute(transaction, context.now, numbers);
    if (!refusal.isEmpty()) {
        return refused({refusal}, context, transaction.orderId);
    }
    CallOutcome outcome = done(transaction, numbers);
    outcome.reply = executedReply(transaction, context.contract);
    return outcome;
}

} // namespace

CallOutcome execTran(const CallContext &context)
{
    const FormFields &fields = context.fields;
    FieldChecker checker(fields);
    checker.orderId();
    const CardTransaction *found = cardcalls::checkHandle(checker, context);
    if (found && found->orderId != fields.value(u"OrderID"_s)) {
        checker.add(u"E01110002"_s);
    }
    checkCard(checker, context);
    if (found) {
        checkPayment(checker, fields, *found);
    }
    if (!checker.ok()) {
        return refused(checker.errors(), context, found ? found->orderId : QString());
    }
    if (!context.inWork.isEmpty()) {
        return refused({context.inWork}, context, found->orderId);
    }
    if (found->status != CardStatus::Unprocessed && found->status != CardStatus::Authenticated) {
        return refused({u"E11010001"_s}, context, found->orderId);
    }
    const CardTransaction transaction = withCard(*found, fields);
    if (expired(transaction.expire, context.now)) {
        return refused({u"42G830000"_s}, context, transaction.orderId);
    }
    if (transaction.threeDSecure) {
        return sentToIssuer(transaction, context);
    }
    CallOutcome outcome = authorised(transaction, context);
    outcome.reply.prepend({u"ACS"_s, u"0"_s});
    return outcome;
}

CallOutcome secureTran(const CallContext &context)
{
    FieldChecker checker(context.fields);
    checker.handlePart(u"MD"_s, u"E01350"_s);
    checker.required(u"PaRes"_s, u"E01360"_s);
    const auto *found = std::get_if<CardTransaction>(context.book.byAccessId(context.fields.value(u"MD"_s)));
    if (!found) {
        checker.add(u"E01110002"_s);
    }
    if (!checker.ok()) {
        return refused(checker.errors(), context, found ? found->orderId : QString());
    }
    if (!context.inWork.isEmpty()) {
        return refused({context.inWork}, context, found->orderId);
    }
    if (found->status == CardStatus::Unprocessed) {
        return refused({u"E11010002"_s}, context, found->orderId);
    }
    return authorised(*found, context);
}

} // namespace kessai::simulator
