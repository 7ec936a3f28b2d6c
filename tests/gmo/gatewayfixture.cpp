#include "tests/gmo/gatewayfixture.h"

#include <QCoro/QCoroTask>

using namespace Qt::StringLiterals;

namespace kessai::testing {

GatewayConfig GatewayFixture::configFor(const RawGateway &gateway)
{
    GatewayConfig config;
    config.baseUrl = gateway.url();
    config.shopId = u"tshop00000001"_s;
    config.shopPass = Secret(QByteArray("dummypass1"));
    if (config.baseUrl.scheme() == "https"_L1) {
        config.certificateAuthorityFile = gateway.certificateFile();
    }
    return config;
}

AccessKey GatewayFixture::access()
{
    return {u"9e6c3b46f7fd03ac22693b335286e622"_s, u"faec7412b6090024b0a700cd0218a0f5"_s};
}

QByteArray GatewayFixture::successBody()
{
    return "AccessID=9e6c3b46f7fd03ac22693b335286e622&AccessPass=faec7412b6090024b0a700cd0218a0f5&Forward="
           "2a99662"
           "&Approve= 004536&TranID=1304200441111111111111193613&TranDate=20130420044346";
}

QByteArray GatewayFixture::inquiryBody()
{
    return "OrderID=272-03132123&Status=AUTH&ProcessDate=20130420044346&JobCd=AUTH"
           "&AccessID=9e6c3b46f7fd03ac22693b335286e622&AccessPass=faec7412b6090024b0a700cd0218a0f5&ItemCode="
           "0000990"
           "&Amount=1000&Tax=80&SiteID=&MemberID=&CardNo=************1111&Expire=1405&Method=1&PayTimes="
           "&Forward=2a99662&TranID=1304200441111111111111193613&Approve= 712106&ClientField1=&ClientField2="
           "&ClientField3=";
}

QString GatewayFixture::orderId()
{
    return u"272-03132123"_s;
}

AlterRequest GatewayFixture::capture()
{
    return {access(), u"SALES"_s, Yen{1000}, Yen{80}, {}, {}};
}

WireAnswer GatewayFixture::wireWith(const QByteArray &body)
{
    WireAnswer wire;
    wire.bodyOffered = true;
    wire.complete = true;
    wire.httpStatus = 200;
    wire.body = body;
    return wire;
}

GatewayFixture::GatewayFixture(const GatewayConfig &config)
    : client(config, ErrorTable::embedded(), QByteArray(32, 'k')), slot(client.makeSlot())
{
}

MutationAnswer GatewayFixture::send(const SendGuard &guard)
{
    return QCoro::waitFor(client.send(*slot, client.prepare(capture()), guard));
}

MutationAnswer GatewayFixture::send(const MultiRequest &request)
{
    return QCoro::waitFor(client.send(*slot, client.prepare(request), {}));
}

InquiryAnswer GatewayFixture::inquire(PaymentMethod method)
{
    return QCoro::waitFor(client.inquire(*slot, orderId(), method));
}

} // namespace kessai::testing
