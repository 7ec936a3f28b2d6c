#include "tests/chaos/campaigndice.h"

#include "tests/chaos/campaignmethods.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace campaign;

namespace {

/// Answers of every class of journal.md §7.
const QStringList Codes{u"E91099999"_s, u"E92000001"_s, u"E92000001"_s, u"E90010001"_s,
                        u"E11010001"_s, u"E11010002"_s, u"E11010999"_s, u"E01060010"_s,
                        u"E21020001"_s, u"E41170001"_s, u"42G020000"_s, u"42G030000"_s,
                        u"42C030000"_s, u"E82010001"_s, u"E01030002"_s, u"X99999999"_s};

/// What the calls of the other methods answer besides (protocol.md §8.2).
const QStringList OtherCodes{u"M01054004"_s, u"M01055010"_s, u"M01060010"_s, u"M01058011"_s,
                             u"M91099999"_s, u"RI1000001"_s, u"RI1000003"_s, u"AU1000003"_s,
                             u"DC1000002"_s, u"SB1000002"_s, u"LW1310004"_s, u"E92000001"_s};

/// Those of protocol.md §4.5 to §4.9.
const QStringList OtherCalls{u"CvsCancel"_s,       u"PayEasyCancel"_s,  u"AuSales"_s,
                             u"AuCancelReturn"_s,  u"DocomoSales"_s,    u"DocomoCancelReturn"_s,
                             u"SbSales"_s,         u"SbCancel"_s,       u"RakutenIdSales"_s,
                             u"RakutenIdCancel"_s, u"RakutenIdChange"_s};

const QStringList CardStates{u"AUTH"_s, u"AUTH"_s,  u"AUTH"_s,    u"AUTH"_s, u"AUTH"_s,
                             u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s, u"VOID"_s, u"RETURN"_s};
const QStringList CashStates{u"REQSUCCESS"_s, u"REQSUCCESS"_s, u"REQSUCCESS"_s, u"REQSUCCESS"_s,
                             u"PAYSUCCESS"_s};
const QStringList CarrierStates{u"AUTH"_s,  u"AUTH"_s,  u"AUTH"_s,    u"AUTH"_s,
                                u"SALES"_s, u"SALES"_s, u"CAPTURE"_s, u"AUTHPROCESS"_s};
const QStringList WalletStates{u"AUTH"_s,  u"AUTH"_s,  u"AUTH"_s,    u"AUTH"_s,
                               u"SALES"_s, u"SALES"_s, u"CAPTURE"_s, u"PAYSTART"_s};

const QStringList &statesOf(const QString &method)
{
    if (Cash.contains(method)) {
        return CashStates;
    }
    if (Carriers.contains(method)) {
        return CarrierStates;
    }
    return method == Wallet ? WalletStates : CardStates;
}

const QStringList Anywhere{u"delayBefore"_s, u"delayAfter"_s, u"dropBefore"_s,   u"dropAfter"_s,
                           u"resetBefore"_s, u"resetAfter"_s, u"cutAfter"_s,     u"error"_s,
                           u"error"_s,       u"error"_s,      u"unequalCodes"_s, u"status"_s,
                           u"html"_s,        u"empty"_s,      u"huge"_s,         u"drip"_s,
                           u"redirect"_s,    u"crlf"_s,       u"unknownKey"_s};

} // namespace

QList<SampleOrder> CampaignDice::orders(int count)
{
    const QStringList others = Cash + Carriers + QStringList{Wallet, Wallet};
    const QStringList times{u"2020-12-03 13:21:23"_s, u"2020-12-01 09:00:00"_s, u"2020-10-05 18:30:00"_s};
    QList<SampleOrder> orders;
    for (int number = 1; number <= count; ++number) {
        SampleOrder order;
        order.number = number;
        order.gatewayYen = between(1, 90) * 100;
        order.payableYen = chance(0.6) ? order.gatewayYen : between(1, 90) * 100;
        if (chance(0.6)) {
            order.method = oneOf<QString>(others);
        }
        order.status = oneOf<QString>(statesOf(order.method));
        // Ten days to pay: some lapse in the story, none before it.
        const bool isCash = Cash.contains(order.method);
        order.authorizedAt = isCash ? u"2020-11-%1 09:00:00"_s.arg(between(25, 30)) : oneOf<QString>(times);
        orders.append(order);
    }
    return orders;
}

QStringList CampaignDice::someOf(int count)
{
    QStringList numbers;
    for (int number = 1; number <= count; ++number) {
        numbers.insert(below(int(numbers.size()) + 1), QString::number(number));
    }
    return numbers.mid(0, between(2, count));
}

QJsonObject CampaignDice::fault(const QString &call)
{
    QStringList kinds = Anywhere;
    if (call == u"AlterTran"_s) {
        kinds += {u"duplicate"_s, u"dropAfter"_s, u"resetAfter"_s};
    } else if (call.startsWith(u"SearchTrade"_s)) {
        kinds += {u"wrongDate"_s, u"noDate"_s};
    }
    const QString kind = oneOf(kinds);
    QJsonObject fault{{u"call"_s, call}, {u"fault"_s, kind}};
    if (kind.startsWith(u"delay"_s)) {
        fault.insert(u"ms"_s, chance(0.5) ? between(10, 300) : between(300, LongestDelayMs));
    } else if (kind == u"drip"_s) {
        fault.insert(u"ms"_s, between(1, 10));
    } else if (kind == u"cutAfter"_s) {
        fault.insert(u"bytes"_s, between(0, 260));
    } else if (kind == u"status"_s) {
        fault.insert(u"n"_s, oneOf(QList<int>{302, 400, 403, 404, 500, 502, 503}));
    } else if (kind == u"wrongDate"_s) {
        fault.insert(u"seconds"_s, between(-40, 40) * 86400);
    } else if (kind == u"error"_s || kind == u"unequalCodes"_s) {
        const QStringList &codes = OtherCalls.contains(call) && chance(0.5) ? OtherCodes : Codes;
        fault.insert(u"codes"_s, oneOf(codes) + (chance(0.2) ? u"|"_s + oneOf(codes) : QString()));
    }
    fault.insert(u"effect"_s, chance(0.4));
    return fault;
}

void CampaignDice::addFaults(QJsonArray &faults, const QString &call, int count, double density)
{
    for (int nth = 1; nth <= count; ++nth) {
        if (chance(density)) {
            QJsonObject one = fault(call);
            one.insert(u"nth"_s, nth);
            faults.append(one);
        }
    }
}

QJsonArray CampaignDice::faults(int expected, bool isTls)
{
    QJsonArray faults;
    addFaults(faults, u"AlterTran"_s, expected, 0.35);
    addFaults(faults, u"ChangeTran"_s, 2, 0.4);
    addFaults(faults, u"SearchTrade"_s, 2 * expected, 0.12);
    for (const QString &call : OtherCalls) {
        addFaults(faults, call, 1 + expected / 8, 0.4);
    }
    addFaults(faults, u"SearchTradeMulti"_s, 2 * expected, 0.12);
    if (isTls && chance(0.5)) {
        faults.append(QJsonObject{{u"fault"_s, u"tlsFailure"_s}, {u"nth"_s, between(1, expected)}});
    }
    return faults;
}

CampaignFate CampaignDice::fate(qint64 bytes)
{
    using Kind = CampaignFate::Kind;
    CampaignFate fate;
    fate.kind = oneOf(QList<Kind>{Kind::Lives, Kind::Lives, Kind::Killed, Kind::Killed, Kind::Killed,
                                  Kind::Killed, Kind::Killed, Kind::Killed, Kind::Stopped, Kind::Stopped,
                                  Kind::CutOff, Kind::Terminated, Kind::KillPoint, Kind::KillPoint});
    const qint64 growth = below(int(bytes)) + 1;
    const int time = between(1, 600);
    fate.afterBytes = chance(0.8) ? growth : 0;
    fate.afterMs = fate.afterBytes == 0 ? time : 0;
    fate.stoppedMs = chance(0.5) ? between(20, 500) : between(500, 3500);
    const QByteArrayList points{"K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9"};
    fate.killPoint = oneOf(QList<QByteArray>(points));
    return fate;
}

} // namespace kessai
