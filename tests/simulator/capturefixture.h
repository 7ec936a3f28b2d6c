#pragma once

#include "core/simulator/simulator.h"
#include "tests/simulator/rawclient.h"

namespace kessai {

/// A started gateway with the order `1`, AUTH, 3,000 yen, and its capture as bytes.
class CaptureFixture
{
public:
    CaptureFixture() : gateway(options())
    {
        started = gateway.start().ok() &&
                  gateway.seedTransactions({{.orderId = QStringLiteral("1"), .amount = {3000}}}).ok();
        const RawReply reply =
            post(gateway.gatewayUrl(), QStringLiteral("SearchTrade.idPass"), shop() + "&OrderID=1");
        const QList<QByteArray> parts = reply.body.split('&');
        capture = shop() + '&' + parts.value(4) + '&' + parts.value(5) + "&JobCd=SALES&Amount=3000";
    }

    static simulator::SimulatorOptions options()
    {
        simulator::SimulatorOptions options;
        options.seed = 7;
        return options;
    }

    QByteArray shop() const { return "ShopID=tshop00000001&ShopPass=dummypass1"; }
    RawReply sendCapture() { return post(gateway.gatewayUrl(), QStringLiteral("AlterTran.idPass"), capture); }
    RawReply search()
    {
        return post(gateway.gatewayUrl(), QStringLiteral("SearchTrade.idPass"), shop() + "&OrderID=1");
    }
    simulator::CardStatus status() const { return gateway.transaction(QStringLiteral("1"))->status; }
    void addDelay(int ms, int times = 1, const QString &call = QStringLiteral("AlterTran"))
    {
        gateway.addFaults(
            {{.kind = simulator::FaultKind::DelayBefore, .call = call, .times = times, .ms = ms}});
    }
    simulator::LedgerEntry lastEntry() const { return gateway.ledger().constLast(); }

    bool started = false;
    simulator::Simulator gateway;
    QByteArray capture;
};

} // namespace kessai
