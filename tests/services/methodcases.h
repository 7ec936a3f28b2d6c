#pragma once

#include "tests/services/moneyfixture.h"

#include <QTest>

namespace kessai {

/// One operation on a payment of another method than the card, as protocol.md §4.5 to §4.9 and §6.2 to §6.6
/// have it. Written down by hand: the rules' own table is what is tested.
struct MethodCase
{
    const char *name;
    PaymentMethod method;
    OperationKind kind;
    simulator::MultiStatus before;
    const char *call;
    const char *after; ///< the gateway's word when the call has been answered
};

inline const QList<MethodCase> &methodCases()
{
    using Method = PaymentMethod;
    using Kind = OperationKind;
    using Status = simulator::MultiStatus;
    static const QList<MethodCase> cases{
        {"store, cancel", Method::ConvenienceStore, Kind::Cancel, Status::ReqSuccess, "CvsCancel", "CANCEL"},
        {"Pay-easy ATM, cancel", Method::PayEasyAtm, Kind::Cancel, Status::ReqSuccess, "PayEasyCancel",
         "CANCEL"},
        {"Pay-easy net bank, cancel", Method::PayEasyNet, Kind::Cancel, Status::ReqSuccess, "PayEasyCancel",
         "CANCEL"},
        {"au, capture", Method::Au, Kind::Capture, Status::Auth, "AuSales", "SALES"},
        {"au, cancel of AUTH", Method::Au, Kind::Cancel, Status::Auth, "AuCancelReturn", "CANCEL"},
        {"au, cancel of SALES", Method::Au, Kind::Cancel, Status::Sales, "AuCancelReturn", "CANCEL"},
        {"au, cancel of CAPTURE", Method::Au, Kind::Cancel, Status::Capture, "AuCancelReturn", "CANCEL"},
        {"docomo, capture", Method::Docomo, Kind::Capture, Status::Auth, "DocomoSales", "SALES"},
        {"docomo, cancel of AUTH", Method::Docomo, Kind::Cancel, Status::Auth, "DocomoCancelReturn",
         "CANCEL"},
        {"docomo, cancel of SALES", Method::Docomo, Kind::Cancel, Status::Sales, "DocomoCancelReturn",
         "CANCEL"},
        {"docomo, cancel of CAPTURE", Method::Docomo, Kind::Cancel, Status::Capture, "DocomoCancelReturn",
         "CANCEL"},
        {"SoftBank, capture", Method::SoftBank, Kind::Capture, Status::Auth, "SbSales", "SALES"},
        {"SoftBank, cancel of AUTH", Method::SoftBank, Kind::Cancel, Status::Auth, "SbCancel", "CANCEL"},
        {"SoftBank, cancel of SALES", Method::SoftBank, Kind::Cancel, Status::Sales, "SbCancel", "CANCEL"},
        {"SoftBank, cancel of CAPTURE", Method::SoftBank, Kind::Cancel, Status::Capture, "SbCancel",
         "CANCEL"},
        {"Rakuten, capture", Method::Rakuten, Kind::Capture, Status::Auth, "RakutenIdSales", "REQSALES"},
        {"Rakuten, cancel of AUTH", Method::Rakuten, Kind::Cancel, Status::Auth, "RakutenIdCancel",
         "REQCANCEL"},
        {"Rakuten, cancel of SALES", Method::Rakuten, Kind::Cancel, Status::Sales, "RakutenIdCancel",
         "REQCANCEL"},
        {"Rakuten, cancel of CAPTURE", Method::Rakuten, Kind::Cancel, Status::Capture, "RakutenIdCancel",
         "REQCANCEL"},
        {"Rakuten, change of AUTH", Method::Rakuten, Kind::Change, Status::Auth, "RakutenIdChange",
         "REQCHANGE"},
        {"Rakuten, change of SALES", Method::Rakuten, Kind::Change, Status::Sales, "RakutenIdChange",
         "REQCHANGE"},
        {"Rakuten, change of CAPTURE", Method::Rakuten, Kind::Change, Status::Capture, "RakutenIdChange",
         "REQCHANGE"},
    };
    return cases;
}

/// One row of test data for each case: its place in methodCases().
inline void addMethodCases()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place < methodCases().size(); ++place) {
        QTest::newRow(methodCases().at(place).name) << place;
    }
}

/// An order with the case's payment, of 3,200 yen at the gateway; where the amount is to be changed, the
/// order is of 2,500.
inline OrderId addMethodCase(MoneyFixture &money, const MethodCase &one, qint64 number, Yen tax = {})
{
    const Yen held{3200};
    const Yen payable = one.kind == OperationKind::Change ? Yen{2500} : held;
    simulator::MultiSeed seed{.status = one.before, .amount = held - tax, .tax = tax};
    return money.addMulti(number, payable, one.method, seed);
}

/// Requests that arrived and move money.
inline QList<simulator::LedgerEntry> mutationsOf(const MoneyFixture &money)
{
    QList<simulator::LedgerEntry> mutations = money.gateway.ledger();
    mutations.removeIf([](const simulator::LedgerEntry &entry) {
        return entry.call == QStringLiteral("SearchTrade") ||
               entry.call == QStringLiteral("SearchTradeMulti");
    });
    return mutations;
}

} // namespace kessai
