#pragma once

#include "tests/domain/samples.h"

namespace kessai::samples {

/// As the gateway shows a payment that is no card's: no TranID, no Approve.
inline Snapshot shown(const QString &status, qint64 amount = 3200, std::optional<qint64> cancelled = {})
{
    Snapshot one = snapshot(status, amount);
    one.tranId.clear();
    one.approve.clear();
    if (cancelled) {
        one.cancelledAmount = Yen{*cancelled};
    }
    return one;
}

inline Operation asked(OperationKind kind, const Snapshot &pre, qint64 wantAmount = 3200)
{
    return armed(kind, pre, QString(), wantAmount);
}

/// The words that a payment of the method can have (protocol.md §3.2).
inline QStringList wordsOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Card:
        return {u"UNPROCESSED"_s, u"AUTHENTICATED"_s, u"CHECK"_s,   u"CAPTURE"_s, u"AUTH"_s,  u"SALES"_s,
                u"VOID"_s,        u"RETURN"_s,        u"RETURNX"_s, u"SAUTH"_s,   u"CANCEL"_s};
    case PaymentMethod::ConvenienceStore:
    case PaymentMethod::PayEasyAtm:
    case PaymentMethod::PayEasyNet:
        return {u"UNPROCESSED"_s, u"REQSUCCESS"_s, u"PAYSUCCESS"_s, u"PAYFAIL"_s, u"EXPIRED"_s, u"CANCEL"_s};
    case PaymentMethod::Rakuten:
        return {u"UNPROCESSED"_s, u"PAYSTART"_s, u"AUTH"_s,      u"CAPTURE"_s, u"REQSALES"_s, u"SALES"_s,
                u"REQCANCEL"_s,   u"CANCEL"_s,   u"REQCHANGE"_s, u"PAYFAIL"_s, u"EXPIRED"_s};
    case PaymentMethod::Au:
    case PaymentMethod::Docomo:
    case PaymentMethod::SoftBank:
        return {u"UNPROCESSED"_s, u"REQSUCCESS"_s, u"AUTHPROCESS"_s, u"AUTH"_s,    u"CAPTURE"_s,
                u"SALES"_s,       u"CANCEL"_s,     u"RETURN"_s,      u"PAYFAIL"_s, u"EXPIRED"_s};
    case PaymentMethod::Other:
        break;
    }
    return {};
}

/// The words to which a cancel leads, of any method.
inline QStringList cancelledWords()
{
    return {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"REQCANCEL"_s};
}

} // namespace kessai::samples
