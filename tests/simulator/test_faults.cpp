#include "core/base/japantime.h"
#include "tests/simulator/capturefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;
using Fixture = CaptureFixture;

namespace {

constexpr int AnHourMs = 3'600'000;

Fault fault(FaultKind kind)
{
    Fault made;
    made.kind = kind;
    made.call = u"AlterTran"_s;
    made.times = 1;
    return made;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void capture_withoutFault_works()
    {
        Fixture f;
        QVERIFY(f.started);
        QVERIFY(f.sendCapture().body.startsWith("AccessID="));
        QCOMPARE(f.status(), CardStatus::Sales);
        QCOMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
    }

    void lostAnswer_comesBeforeOrAfterTheEffect_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<RawReply::End>("end");
        QTest::addColumn<bool>("effect");
        QTest::newRow("dropBefore") << FaultKind::DropBefore << RawReply::End::Closed << false;
        QTest::newRow("dropAfter") << FaultKind::DropAfter << RawReply::End::Closed << true;
        QTest::newRow("resetBefore") << FaultKind::ResetBefore << RawReply::End::Reset << false;
        QTest::newRow("resetAfter") << FaultKind::ResetAfter << RawReply::End::Reset << true;
    }

    void lostAnswer_comesBeforeOrAfterTheEffect()
    {
        QFETCH(FaultKind, kind);
        QFETCH(RawReply::End, end);
        QFETCH(bool, effect);
        Fixture f;
        f.gateway.addFaults({fault(kind)});
        const RawReply reply = f.sendCapture();
        QCOMPARE(reply.bytes, QByteArray());
        QCOMPARE(reply.end, end);
        QCOMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        QCOMPARE(f.status(), effect ? CardStatus::Sales : CardStatus::Auth);
        QCOMPARE(f.lastEntry().effect.has_value(), effect);
        QCOMPARE(f.lastEntry().fault, faultName(kind));
        QVERIFY(f.lastEntry().settled);
    }

    void delayBefore_holdsTheEffectBack()
    {
        Fixture f;
        Fault delay = fault(FaultKind::DelayBefore);
        delay.ms = AnHourMs;
        f.gateway.addFaults({delay});
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        QCOMPARE(f.status(), CardStatus::Auth);
        QVERIFY(!f.lastEntry().settled);
        QVERIFY(!f.lastEntry().effect.has_value());
    }

    void delayBefore_takesEffectThoughTheClientIsGone()
    {
        Fixture f;
        Fault delay = fault(FaultKind::DelayBefore);
        delay.ms = 50;
        f.gateway.addFaults({delay});
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        client.close();
        QTRY_COMPARE(f.status(), CardStatus::Sales);
    }

    void delayAfter_holdsOnlyTheAnswerBack()
    {
        Fixture f;
        Fault delay = fault(FaultKind::DelayAfter);
        delay.ms = AnHourMs;
        f.gateway.addFaults({delay});
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.status(), CardStatus::Sales);
        QCOMPARE(client.receive(50), QByteArray());
    }

    void cutAfter_endsInTheMiddle_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("nothing") << 0;
        QTest::newRow("half a head") << 20;
        QTest::newRow("half a body") << 220;
    }

    void cutAfter_endsInTheMiddle()
    {
        QFETCH(int, bytes);
        Fixture f;
        Fault cut = fault(FaultKind::CutAfter);
        cut.bytes = bytes;
        f.gateway.addFaults({cut});
        const RawReply reply = f.sendCapture();
        QCOMPARE(reply.bytes.size(), bytes);
        QVERIFY(!reply.complete);
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void wrongAnswer_hasNoEffectUnlessAsked_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<int>("httpStatus");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("error") << FaultKind::Error << 200
                               << QByteArray("ErrCode=C01|E91&ErrInfo=42C010000|E91099999");
        QTest::newRow("unequalCodes") << FaultKind::UnequalCodes << 200
                                      << QByteArray("ErrCode=C01|E91|E01&ErrInfo=42C010000|E91099999");
        QTest::newRow("status") << FaultKind::Status << 503 << QByteArray("<!DOCTYPE html>");
        QTest::newRow("html") << FaultKind::Html << 200 << QByteArray("<!DOCTYPE html>");
        QTest::newRow("redirect") << FaultKind::Redirect << 302 << QByteArray();
    }

    void wrongAnswer_hasNoEffectUnlessAsked()
    {
        QFETCH(FaultKind, kind);
        QFETCH(int, httpStatus);
        QFETCH(QByteArray, begin);
        for (const bool effect : {false, true}) {
            Fixture f;
            Fault wrong = fault(kind);
            wrong.codes = QStringList{u"42C010000"_s, u"E91099999"_s};
            wrong.httpStatus = 503;
            wrong.effect = effect;
            f.gateway.addFaults({wrong});
            const RawReply reply = f.sendCapture();
            QCOMPARE(reply.status, httpStatus);
            QCOMPARE(reply.body.left(begin.size()), begin);
            QVERIFY(reply.complete);
            QCOMPARE(reply.headers.contains("location"), kind == FaultKind::Redirect);
            QCOMPARE(f.status(), effect ? CardStatus::Sales : CardStatus::Auth);
            QCOMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        }
    }

    void bentAnswer_comesAfterTheEffect_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("crlf") << FaultKind::Crlf << QByteArray("\r\n");
        QTest::newRow("unknownKey") << FaultKind::UnknownKey << QByteArray("&NewKey=1");
        QTest::newRow("empty") << FaultKind::Empty << QByteArray();
    }

    void bentAnswer_comesAfterTheEffect()
    {
        QFETCH(FaultKind, kind);
        QFETCH(QByteArray, end);
        Fixture f;
        f.gateway.addFaults({fault(kind)});
        const RawReply reply = f.sendCapture();
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.complete);
        QVERIFY(reply.body.endsWith(end));
        QCOMPARE(reply.body.isEmpty(), kind == FaultKind::Empty);
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void huge_sends64MebibytesInOneBody()
    {
        Fixture f;
        f.gateway.addFaults({fault(FaultKind::Huge)});
        const RawReply reply = f.sendCapture();
        QVERIFY(reply.bytes.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(reply.bytes.size() > 64 * 1024 * 1024);
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void duplicate_isDeliveredTwiceAndTakesEffectOnce()
    {
        Fixture f;
        f.gateway.addFaults({fault(FaultKind::Duplicate)});
        QVERIFY(f.sendCapture().body.startsWith("AccessID="));
        QCOMPARE(f.status(), CardStatus::Sales);
        QCOMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        const LedgerEntry entry = f.lastEntry();
        QCOMPARE(entry.fault, u"duplicate"_s);
        QVERIFY(entry.effect.has_value());
        QVERIFY(entry.errors.isEmpty());
        QVERIFY(entry.again.has_value());
        QVERIFY(!entry.again->effect.has_value());
        QCOMPARE(entry.again->errors, QStringList{u"E11010003"_s});
    }

    void duplicate_leavesOtherCallsAlone()
    {
        Fixture f;
        Fault any = fault(FaultKind::Duplicate);
        any.call.clear();
        f.gateway.addFaults({any});
        QByteArray change = f.capture;
        change.replace("JobCd=SALES&Amount=3000", "JobCd=AUTH&Amount=2000");
        QVERIFY(post(f.gateway.gatewayUrl(), u"ChangeTran.idPass"_s, change).body.startsWith("AccessID="));
        QVERIFY(f.lastEntry().effect.has_value());
        QVERIFY(!f.lastEntry().again.has_value());
    }

    void drip_sendsByteByByte()
    {
        Fixture f;
        Fault slow = fault(FaultKind::Drip);
        slow.ms = 300;
        f.gateway.addFaults({slow});
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        const QByteArray first = client.receive();
        QVERIFY(!first.isEmpty());
        QVERIFY(first.size() < 10);
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void drip_endsWithTheWholeAnswer()
    {
        Fixture f;
        Fault slow = fault(FaultKind::Drip);
        slow.ms = 0;
        f.gateway.addFaults({slow});
        const RawReply reply = f.sendCapture();
        QVERIFY(reply.complete);
        QVERIFY(reply.body.startsWith("AccessID="));
    }

    void unknownStatus_bendsTheReadOnly()
    {
        Fixture f;
        Fault bent = fault(FaultKind::UnknownStatus);
        bent.call = u"SearchTrade"_s;
        f.gateway.addFaults({bent});
        QVERIFY(f.search().body.contains("&Status=SUSPENDED&"));
        QVERIFY(f.search().body.contains("&Status=AUTH&"));
    }

    void spaceApprove_staysWithTheTransaction()
    {
        Fixture f;
        f.gateway.addFaults({fault(FaultKind::SpaceApprove)});
        const RawReply reply = f.sendCapture();
        QVERIFY(reply.body.contains("&Approve= "));
        const QString approve = f.gateway.transaction(u"1"_s)->approve;
        QCOMPARE(approve.size(), 7);
        QVERIFY(f.search().body.contains("&Approve=" + approve.toLatin1() + '&'));
    }

    void wrongDate_isOffBySoMuch()
    {
        Fixture f;
        f.gateway.setFrozen(true);
        Fault bent = fault(FaultKind::WrongDate);
        bent.seconds = -7200;
        f.gateway.addFaults({bent});
        const auto date = japantime::fromHttpDate(f.sendCapture().headers.value("date"));
        QVERIFY(date.has_value());
        QVERIFY(qAbs(date->secsTo(f.gateway.now()) - 7200) <= 1);
    }

    void noDate_leavesTheHeaderOut()
    {
        Fixture f;
        QVERIFY(f.search().headers.contains("date"));
        f.gateway.addFaults({fault(FaultKind::NoDate)});
        QVERIFY(!f.sendCapture().headers.contains("date"));
    }

    void nth_countsTheCallsItMeans()
    {
        Fixture f;
        Fault third = fault(FaultKind::Empty);
        third.call = u"SearchTrade"_s;
        third.times.reset();
        third.nth = 3;
        f.gateway.addFaults({third});
        QVERIFY(!f.search().body.isEmpty());
        QVERIFY(!f.search().body.isEmpty());
        QVERIFY(f.search().body.isEmpty());
        QVERIFY(!f.search().body.isEmpty());
    }

    void orderAndJob_narrowTheFault()
    {
        Fixture f;
        Fault other = fault(FaultKind::DropBefore);
        other.orderId = u"2"_s;
        Fault cancel = fault(FaultKind::DropBefore);
        cancel.jobCd = u"VOID"_s;
        f.gateway.addFaults({other, cancel});
        QVERIFY(f.sendCapture().complete);
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void probability_dependsOnTheSeedOnly()
    {
        const auto pattern = [] {
            FaultPlan plan(42);
            Fault sometimes;
            sometimes.probability = 0.5;
            plan.add({sometimes});
            QString hits;
            for (int request = 0; request < 64; ++request) {
                hits += plan.strike(u"AlterTran"_s, u"1"_s, u"SALES"_s).names().isEmpty() ? u'.' : u'x';
            }
            return hits;
        };
        QCOMPARE(pattern(), pattern());
        QVERIFY(pattern().contains(u'x') && pattern().contains(u'.'));
    }

    void severalFaults_strikeTogether()
    {
        Fixture f;
        Fault delay = fault(FaultKind::DelayBefore);
        delay.ms = 10;
        f.gateway.addFaults({delay, fault(FaultKind::DropAfter)});
        QCOMPARE(f.sendCapture().bytes, QByteArray());
        QCOMPARE(f.status(), CardStatus::Sales);
        QCOMPARE(f.lastEntry().fault, u"delayBefore+dropAfter"_s);
    }

    void clearFaults_endsThem()
    {
        Fixture f;
        f.gateway.addFaults({fault(FaultKind::DropBefore)});
        f.gateway.clearFaults();
        QVERIFY(f.sendCapture().complete);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
