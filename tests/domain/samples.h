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

inline Payment neverRead(qint64 id = 1)
{
    Payment one = payment(u"AUTH"_s, id);
    one.known.reset();
    one.authorizedAt.reset();
    one.authorizedTranId.clear();
    return one;
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
