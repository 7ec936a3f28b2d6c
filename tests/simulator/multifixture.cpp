#include "tests/simulator/multifixture.h"

#include "core/simulator/simulatorclock.h"

#include <QJsonDocument>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

SimulatorOptions withNow(SimulatorOptions options, const QString &now)
{
    options.now = fromClockText(now);
    options.seed = 7;
    return options;
}

QByteArray payTypeOf(const QString &kind)
{
    static const QHash<QString, QByteArray> numbers{{u"Cvs"_s, "3"}, {u"PayEasy"_s, "4"},
                                                    {u"Au"_s, "8"},  {u"Docomo"_s, "9"},
                                                    {u"Sb"_s, "11"}, {u"RakutenId"_s, "18"}};
    return numbers.value(kind);
}

} // namespace

MultiFixture::MultiFixture(const QString &now, SimulatorOptions options) : gateway(withNow(options, now))
{
    started = gateway.start().ok();
    gateway.setFrozen(true);
    setNow(now);
}

void MultiFixture::setNow(const QString &now)
{
    gateway.setNow(fromClockText(now));
}

QByteArray MultiFixture::call(const QString &name, const QByteArray &fields)
{
    return post(gateway.gatewayUrl(), name + u".idPass"_s,
                "ShopID=tshop00000001&ShopPass=dummypass1&" + fields)
        .body;
}

QByteArray MultiFixture::onOrder(const QString &name, const QByteArray &fields)
{
    return call(name, m_handle + "&OrderID=o-1&" + fields);
}

QString MultiFixture::outcome(const QString &name, const QByteArray &fields)
{
    const QByteArray body = onOrder(name, fields);
    const QByteArray error = valueIn(body, "ErrInfo");
    return QString::fromLatin1(error.isEmpty() ? valueIn(body, "Status") : error);
}

void MultiFixture::learnHandle(const QByteArray &body)
{
    m_handle = "AccessID=" + valueIn(body, "AccessID") + "&AccessPass=" + valueIn(body, "AccessPass");
}

QByteArray MultiFixture::execFields(const QString &kind)
{
    const QByteArray customer = "CustomerName=%83y%83C%91%BE%98Y&CustomerKana=%83y%83C%83%5E%83%8D%83E"
                                "&TelNo=0300000001&ReceiptsDisp11=Helpdesk&ReceiptsDisp12=0300000001"
                                "&ReceiptsDisp13=09%3A00-18%3A00";
    const QByteArray page = "RetURL=https%3A%2F%2Fexample.com%2Freturn";
    static const QHash<QString, QByteArray> fields{
        {u"Cvs"_s, customer + "&Convenience=10001"},
        {u"PayEasy"_s, customer},
        {u"Au"_s, page + "&Commodity=Book&ServiceName=Shop&ServiceTel=0300000001"},
        {u"Docomo"_s, page},
        {u"Sb"_s, page},
        {u"RakutenId"_s, page + "&ErrorRcvURL=https%3A%2F%2Fexample.com%2Ferror&ItemId=1&ItemName=Book"},
    };
    return fields.value(kind);
}

bool MultiFixture::request(const QString &kind, const QByteArray &entryFields, const QByteArray &execFields)
{
    m_payType = payTypeOf(kind);
    const QByteArray entered = call(u"EntryTran"_s + kind, "OrderID=o-1&" + entryFields);
    learnHandle(entered);
    const QByteArray executed =
        onOrder(u"ExecTran"_s + kind, MultiFixture::execFields(kind) + '&' + execFields);
    return !entered.contains("ErrCode") && !executed.contains("ErrCode");
}

bool MultiFixture::seed(MultiSeed seed)
{
    seed.orderId = u"o-1"_s;
    m_payType = payTypeNumber(seed.payType).toLatin1();
    const bool made = gateway.seedMulti({seed}).ok();
    learnHandle(search());
    return made;
}

QByteArray MultiFixture::search()
{
    return call(u"SearchTradeMulti"_s, "OrderID=o-1&PayType=" + m_payType);
}

QString MultiFixture::shown(const QByteArray &key)
{
    return QString::fromLatin1(valueIn(search(), key));
}

QJsonObject MultiFixture::control(const QString &path, const QByteArray &json, int httpStatus)
{
    const RawReply reply = post(gateway.controlUrl(), path, json);
    return reply.status == httpStatus ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
}

QJsonObject MultiFixture::control(const QString &path)
{
    return QJsonDocument::fromJson(get(gateway.controlUrl(), path).body).object();
}

QString MultiFixture::act(const QString &path, QByteArray json)
{
    const RawReply reply = post(gateway.controlUrl(), path, R"({"orderId":"o-1",)" + json + '}');
    return QJsonDocument::fromJson(reply.body).object().value(u"error"_s).toString();
}

QString MultiFixture::shopper(const QString &does, const QByteArray &more)
{
    return act(u"shopper"_s, R"("does":")" + does.toLatin1() + '"' + more);
}

QString MultiFixture::console(const QString &jobCd, const QByteArray &more)
{
    return act(u"console"_s, R"("jobCd":")" + jobCd.toLatin1() + '"' + more);
}

void addTermColumns()
{
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QString>("authorized");
    QTest::addColumn<QString>("sold");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("outcome");
}

void addTermRow(const char *name, MultiStatus status, const char *authorized, const char *sold,
                const char *now, const char *call, const char *outcome)
{
    QTest::newRow(name) << status << QString::fromLatin1(authorized) << QString::fromLatin1(sold)
                        << QString::fromLatin1(now) << QString::fromLatin1(call)
                        << QString::fromLatin1(outcome);
}

void playTermRow(PayType payType)
{
    QFETCH(MultiStatus, status);
    QFETCH(QString, authorized);
    QFETCH(QString, sold);
    QFETCH(QString, now);
    QFETCH(QString, call);
    QFETCH(QString, outcome);
    MultiFixture f(authorized);
    QVERIFY(f.seed({.payType = payType,
                    .status = status,
                    .amount = {3000},
                    .authorizedAt = fromClockText(authorized),
                    .soldAt = fromClockText(sold)}));
    f.setNow(now);
    QCOMPARE(f.outcome(call, "Amount=3000&CancelAmount=3000"), outcome);
    QCOMPARE(f.status(), outcome.startsWith(u'M') ? multiWord(status) : outcome);
}

} // namespace kessai
