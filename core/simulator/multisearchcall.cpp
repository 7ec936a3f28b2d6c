#include "core/simulator/multisearchcall.h"

#include "core/base/japantime.h"
#include "core/simulator/entrycalls.h"
#include "core/simulator/multidetails.h"
#include "core/simulator/multifieldchecker.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

void checkPayType(MultiFieldChecker &checker, const QString &number)
{
    checker.required(u"PayType"_s, u"M01051"_s);
    if (number.size() > 2) {
        checker.add(u"M01051005"_s);
    }
    if (!number.isEmpty() && !payTypeFromNumber(number)) {
        checker.add(u"M01051011"_s);
    }
}

const Transaction *lookUp(const TransactionBook &book, const FormFields &fields)
{
    const Transaction *found = book.byOrderId(fields.value(u"OrderID"_s));
    const auto *multi = std::get_if<MultiTransaction>(found);
    const PayType payType = multi ? multi->payType : PayType::Card;
    return fields.value(u"PayType"_s) == payTypeNumber(payType) ? found : nullptr;
}

/// The keys up to the free fields, as for a card: what has no meaning for the pay type is there and empty.
ReplyFields headFields(const MultiTransaction &transaction, const TransactionBook &book)
{
    const bool hasJob = transaction.lastJob != MultiStatus::Unprocessed;
    ReplyFields fields{
        {u"Status"_s, multiWord(transaction.status)},
        {u"ProcessDate"_s, japantime::toGatewayText(transaction.processedAt)},
        {u"JobCd"_s, hasJob ? multiWord(transaction.lastJob) : QString()},
        {u"AccessID"_s, transaction.accessId},
        {u"AccessPass"_s, book.accessPass(transaction.accessId)},
        {u"ItemCode"_s, {}},
        {u"Amount"_s, QString::number(transaction.amount.value)},
        {u"Tax"_s, QString::number(transaction.tax.value)},
    };
    for (const QString &ofCards : {u"SiteID"_s, u"MemberID"_s, u"CardNo"_s, u"Expire"_s, u"Method"_s,
                                   u"PayTimes"_s, u"Forward"_s, u"TranID"_s, u"Approve"_s}) {
        fields.append({ofCards, {}});
    }
    fields.append({u"ClientField1"_s, transaction.clientFields.at(0)});
    fields.append({u"ClientField2"_s, transaction.clientFields.at(1)});
    fields.append({u"ClientField3"_s, transaction.clientFields.at(2)});
    return fields;
}

/// The keys recorded in 2013, for a card; all are there, empty when they do not apply.
const QStringList RecordedKeys{u"CvsCode"_s,
                               u"CvsConfNo"_s,
                               u"CvsReceiptNo"_s,
                               u"EdyReceiptNo"_s,
                               u"EdyOrderNo"_s,
                               u"SuicaOrderNo"_s,
                               u"SuicaReceiptNo"_s,
                               u"CustID"_s,
                               u"BkCode"_s,
                               u"ConfNo"_s,
                               u"EncryptReceiptNo"_s,
                               u"PaymentTerm"_s,
                               u"WebMoneyManagementNo"_s,
                               u"WebMoneySettleCode"_s,
                               u"AuPayInfoNo"_s,
                               u"AuPayMethod"_s,
                               u"AuCancelAmount"_s,
                               u"AuCancelTax"_s,
                               u"DocomoSettlementCode"_s,
                               u"DocomoCancelAmount"_s,
                               u"DocomoCancelTax"_s,
                               u"SbTrackingId"_s,
                               u"SbCancelAmount"_s,
                               u"SbCancelTax"_s};

/// Those that the later kit reads further; their place is inferred.
const QStringList LaterKeys{u"PayeasyPaymentURL"_s, u"DocomoIncreaseAmount"_s, u"DocomoIncreaseTax"_s,
                            u"OrderDate"_s,         u"CompletionDate"_s,       u"RakutenidCouponFee"_s,
                            u"FinishDate"_s};

ReplyFields searchReply(const Transaction &found, const TransactionBook &book)
{
    const auto *multi = std::get_if<MultiTransaction>(&found);
    ReplyFields reply =
        multi ? headFields(*multi, book) : searchFields(std::get<CardTransaction>(found), book);
    const QMap<QString, QString> details = multi ? shownDetails(*multi) : QMap<QString, QString>();
    reply.append({u"PayType"_s, payTypeNumber(multi ? multi->payType : PayType::Card)});
    for (const QString &key : RecordedKeys) {
        reply.append({key, details.value(key)});
    }
    reply.append({u"Currency"_s, u"JPN"_s});
    for (const QString &key : multi ? LaterKeys : QStringList()) {
        reply.append({key, details.value(key)});
    }
    return reply;
}

} // namespace

CallOutcome searchTradeMulti(const CallContext &context)
{
    const FormFields &fields = context.fields;
    MultiFieldChecker checker(fields);
    const bool knownShop = checker.shop(context.contract);
    checker.orderId();
    checkPayType(checker, fields.value(u"PayType"_s));
    const Transaction *found = knownShop ? lookUp(context.book, fields) : nullptr;
    if (knownShop && !found) {
        checker.add(u"M01004002"_s);
    }
    if (!checker.ok()) {
        return refused(checker.errors(), context);
    }
    CallOutcome outcome = refused({}, context, headOf(*found).orderId);
    outcome.reply = searchReply(*found, context.book);
    return outcome;
}

} // namespace kessai::simulator
