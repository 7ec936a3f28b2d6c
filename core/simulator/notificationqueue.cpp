#include "core/simulator/notificationqueue.h"

#include "core/base/japantime.h"
#include "core/simulator/multidetails.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostAttempts = 6; // the first one and five repeats
constexpr qint64 RepeatSeconds = 60 * 60;
constexpr qint64 ExpirySeconds = 3 * 60 * 60; // "some hours later", protocol.md §6.2

struct Told
{
    QString status;
    QString jobCd;
    PayType payType = PayType::Card;
    QString errorInfo;
    QMap<QString, QString> further; ///< by name
    bool isNew = false;             ///< entered only
};

Told toldOf(const CardTransaction &transaction)
{
    return {cardWord(transaction.status),
            cardWord(transaction.lastJob),
            PayType::Card,
            {},
            {{u"Forward"_s, transaction.forward},
             {u"Method"_s, transaction.method},
             {u"PayTimes"_s, transaction.payTimes},
             {u"TranID"_s, transaction.tranId},
             {u"Approve"_s, transaction.approve}},
            transaction.status == CardStatus::Unprocessed};
}

Told toldOf(const MultiTransaction &transaction)
{
    QMap<QString, QString> details = shownDetails(transaction);
    const QString errorInfo = details.take(u"ErrInfo"_s);
    const bool hasJob = transaction.lastJob != MultiStatus::Unprocessed;
    return {multiWord(transaction.status),
            hasJob ? multiWord(transaction.lastJob) : QString(),
            transaction.payType,
            errorInfo,
            details,
            transaction.status == MultiStatus::Unprocessed};
}

Told toldOf(const Transaction &transaction)
{
    return std::visit([](const auto &kind) { return toldOf(kind); }, transaction);
}

/// Of these a notification has those of its pay type (inferred).
const QStringList FurtherKeys{
    u"CvsCode"_s,         u"CvsConfNo"_s,     u"CvsReceiptNo"_s,         u"CustID"_s,
    u"BkCode"_s,          u"ConfNo"_s,        u"EncryptReceiptNo"_s,     u"PaymentTerm"_s,
    u"FinishDate"_s,      u"ReceiptDate"_s,   u"AuPayInfoNo"_s,          u"AuPayMethod"_s,
    u"AuCancelAmount"_s,  u"AuCancelTax"_s,   u"DocomoSettlementCode"_s, u"DocomoCancelAmount"_s,
    u"DocomoCancelTax"_s, u"SbTrackingId"_s,  u"SbCancelAmount"_s,       u"SbCancelTax"_s,
    u"OrderDate"_s,       u"CompletionDate"_s};

QByteArray formBody(const ReplyFields &fields)
{
    QByteArrayList parts;
    for (const auto &[key, value] : fields) {
        parts.append(key.toLatin1() + '=' + toWindows31J(value).toPercentEncoding());
    }
    return parts.join('&');
}

} // namespace

ReplyFields notificationFields(const Transaction &transaction, const GatewayContract &contract)
{
    const TransactionHead &head = headOf(transaction);
    const Told told = toldOf(transaction);
    ReplyFields fields{
        {u"ShopID"_s, contract.shopId},
        {u"ShopPass"_s, QString(10, u'*')},
        {u"AccessID"_s, head.accessId},
        {u"AccessPass"_s, QString(32, u'*')},
        {u"OrderID"_s, head.orderId},
        {u"Status"_s, told.status},
        {u"JobCd"_s, told.jobCd},
        {u"Amount"_s, QString::number(head.amount.value)},
        {u"Tax"_s, QString::number(head.tax.value)},
        {u"Currency"_s, u"JPN"_s},
    };
    for (const QString &ofCards : {u"Forward"_s, u"Method"_s, u"PayTimes"_s, u"TranID"_s, u"Approve"_s}) {
        fields.append({ofCards, told.further.value(ofCards)});
    }
    fields.append({u"TranDate"_s, japantime::toGatewayText(head.processedAt)});
    fields.append({u"ErrCode"_s, errorClass(told.errorInfo)});
    fields.append({u"ErrInfo"_s, told.errorInfo});
    fields.append({u"PayType"_s, payTypeNumber(told.payType)});
    for (const QString &key : FurtherKeys) {
        if (told.further.contains(key)) {
            fields.append({key, told.further.value(key)});
        }
    }
    return fields;
}

void NotificationQueue::announce(const Transaction &transaction, const GatewayContract &contract,
                                 const QDateTime &now)
{
    const Told told = toldOf(transaction);
    if (m_address.isEmpty() || told.isNew) {
        return;
    }
    Notification notification;
    notification.number = m_notifications.size() + 1;
    notification.orderId = headOf(transaction).orderId;
    notification.status = told.status;
    notification.body = formBody(notificationFields(transaction, contract));
    notification.nextAt = told.status == "EXPIRED"_L1 ? now.addSecs(ExpirySeconds) : now;
    m_notifications.append(notification);
    m_open.append(notification.number);
}

std::optional<Notification> NotificationQueue::next(const QDateTime &now) const
{
    for (const qint64 number : m_open) {
        const Notification &notification = m_notifications.at(number - 1);
        if (notification.nextAt <= now && !m_address.isEmpty()) {
            return notification;
        }
    }
    return std::nullopt;
}

void NotificationQueue::answered(qint64 number, bool received, const QDateTime &now)
{
    Notification &notification = m_notifications[number - 1];
    ++notification.attempts;
    notification.received = received;
    notification.nextAt = now.addSecs(RepeatSeconds);
    if (received || notification.attempts == MostAttempts) {
        notification.body.clear();
        m_open.removeOne(number);
    }
}

} // namespace kessai::simulator
