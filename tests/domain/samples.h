#pragma once

#include "core/base/japantime.h"
#include "core/domain/journalrules.h"
#include "core/domain/paymentrules.h"

#include <QString>

namespace kessai::samples {

using namespace Qt::StringLiterals;

/// "2020-12-03 13:21:23" in Japan time.
inline QDateTime japan(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    return japantime::instantOf(local.date(), local.time());
}

inline QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

/// To its last second.
inline std::optional<Deadline> wholeDay(const QString &text)
{
    return Deadline{day(text)};
}

inline Snapshot snapshot(const QString &status, qint64 amount = 3200, qint64 tax = 0,
                         const QString &processDate = u"20201203132123"_s)
{
    return {status, Yen{amount}, Yen{tax}, processDate, u"2012031321111111111111872430"_s, u" 004536"_s};
}

inline Payment payment(const QString &status, qint64 id = 1, qint64 amount = 3200)
{
    Payment one;
    one.id = PaymentId{id};
    one.orderId = OrderId{272};
    one.gatewayOrderId = u"272-03132123"_s;
    one.known = snapshot(status, amount);
    one.authorizedAt = japan(u"2020-12-03 13:21:23"_s);
    one.authorizedTranId = one.known->tranId;
    if (status == u"SALES"_s || status == u"CAPTURE"_s) {
        one.soldAt = one.authorizedAt;
    }
    return one;
}

/// Of another method than the card, where TranID and Approve are empty and a carrier counts what it took
/// back.
inline Payment paymentOf(PaymentMethod method, const QString &status)
{
    Payment one = payment(status);
    one.method = method;
    one.known->tranId.clear();
    one.known->approve.clear();
    one.authorizedTranId.clear();
    if (method == PaymentMethod::Au || method == PaymentMethod::Docomo || method == PaymentMethod::SoftBank) {
        one.known->cancelledAmount = Yen{0};
    }
    return one;
}

inline Payment neverRead(qint64 id = 1)
{
    Payment one = payment(u"AUTH"_s, id);
    one.known.reset();
    one.authorizedAt.reset();
    one.authorizedTranId.clear();
    return one;
}

/// Judged by itself, a week after the sample was authorised.
inline PaymentSituation situation(const Payment &payment, qint64 payable = 3200,
                                  const QString &now = u"2020-12-10 12:00:00"_s)
{
    PaymentSituation one;
    one.payment = payment;
    one.payableTotal = Yen{payable};
    one.now = japan(now);
    return one;
}

inline RuleReason reasonOf(OperationKind kind, const PaymentSituation &given, const PaymentRules &rules = {})
{
    return operationVerdict(kind, given, rules).reason;
}

/// An operation in doubt, armed at 2020-12-10 12:00:00, on a payment read as `pre`.
inline Operation armed(OperationKind kind, const Snapshot &pre, const QString &jobCd,
                       qint64 wantAmount = 3200)
{
    Operation operation;
    operation.kind = kind;
    operation.state = OperationState::InDoubt;
    operation.pre = pre;
    operation.jobCd = jobCd;
    operation.armedAt = japan(u"2020-12-10 12:00:00"_s);
    if (kind != OperationKind::Cancel) {
        operation.wantAmount = Yen{wantAmount};
        operation.wantTax = Yen{0};
    }
    return operation;
}

} // namespace kessai::samples
