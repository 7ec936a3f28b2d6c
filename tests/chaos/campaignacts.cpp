// CampaignDice: what somebody else does at the gateway.
#include "tests/chaos/campaigndice.h"
#include "tests/chaos/campaignmethods.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace campaign;

CampaignAct CampaignDice::actElsewhere(const SampleOrder &order)
{
    CampaignAct act = Cash.contains(order.method)       ? cashAct()
                      : Carriers.contains(order.method) ? carrierAct(order.gatewayYen)
                      : order.method == Wallet          ? walletAct(order.gatewayYen)
                                                        : cardAct();
    act.body.insert(u"orderId"_s, ShopFixture::gatewayOrderId(order.number));
    return act;
}

CampaignAct CampaignDice::cardAct()
{
    QJsonObject body{
        {u"jobCd"_s, oneOf<QString>({u"SALES"_s, u"VOID"_s, u"RETURN"_s, u"AUTH"_s, u"CAPTURE"_s})}};
    if (chance(0.5)) {
        body.insert(u"amount"_s, between(9001, 9999));
    }
    return {u"console"_s, body};
}

CampaignAct CampaignDice::cashAct()
{
    if (chance(0.3)) {
        return {u"console"_s, {{u"jobCd"_s, u"CANCEL"_s}}};
    }
    return {u"shopper"_s,
            {{u"does"_s, oneOf<QString>({u"pay"_s, u"pay"_s, u"refuse"_s, u"expire"_s, u"useTerminal"_s})}}};
}

/// A part is taken back, or all; or somebody is still on the carrier's page.
CampaignAct CampaignDice::carrierAct(qint64 yen)
{
    if (chance(0.2)) {
        return {u"shopper"_s, {{u"does"_s, oneOf<QString>({u"pay"_s, u"giveUp"_s, u"refuse"_s})}}};
    }
    QJsonObject body{{u"jobCd"_s, oneOf<QString>({u"SALES"_s, u"CANCEL"_s, u"CANCEL"_s})}};
    if (body.value(u"jobCd"_s) == u"CANCEL"_s && chance(0.7)) {
        body.insert(u"amount"_s, between(1, int(yen)));
    }
    return {u"console"_s, body};
}

/// The wallet's word, asked for or another, before its time; or a request from its own console.
CampaignAct CampaignDice::walletAct(qint64 yen)
{
    if (chance(0.4)) {
        QJsonObject body{{u"jobCd"_s, oneOf<QString>({u"SALES"_s, u"CANCEL"_s, u"CHANGE"_s})}};
        if (body.value(u"jobCd"_s) == u"CHANGE"_s) {
            body.insert(u"amount"_s, yen + between(1, 99));
        }
        return {u"console"_s, body};
    }
    QJsonObject body{{u"does"_s, oneOf<QString>({u"finish"_s, u"finish"_s, u"refuse"_s})}};
    if (body.value(u"does"_s) == u"finish"_s && chance(0.5)) {
        body.insert(u"status"_s, oneOf<QString>({u"CANCEL"_s, u"SALES"_s, u"AUTH"_s}));
    }
    return {u"shopper"_s, body};
}

} // namespace kessai
