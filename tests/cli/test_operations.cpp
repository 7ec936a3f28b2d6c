#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// One payment moved from the command line: what is answered, and what the gateway's own ledger says about
/// it.
class TestOperations : public QObject
{
    Q_OBJECT

private slots:
    void capture_isDoneAndArrivesOnce()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer answer =
            shop.json({u"capture"_s, u"272"_s, u"272"_s, u"--set-status"_s, u"入金済み"_s, u"--yes"_s});
        QCOMPARE(answer.status, 0);
        const QJsonObject item{
            {u"order"_s, u"272"_s},     {u"gatewayOrderId"_s, u"272-03132123"_s},
            {u"state"_s, u"DONE"_s},    {u"proof"_s, u"ANSWER"_s},
            {u"jobCd"_s, u"SALES"_s},   {u"reason"_s, QString()},
            {u"codes"_s, QJsonArray()}, {u"paymentStatus"_s, u"実売上済み"_s},
            {u"amount"_s, 3200},
        };
        const QJsonObject summary{{u"total"_s, 1},     {u"done"_s, 1},    {u"refused"_s, 0},
                                  {u"cancelled"_s, 0}, {u"inDoubt"_s, 0}, {u"conflict"_s, 0},
                                  {u"waiting"_s, 0}};
        QCOMPARE(answer.json(), (QJsonObject{{u"operation"_s, u"capture"_s},
                                             {u"run"_s, QJsonValue::Null},
                                             {u"items"_s, QJsonArray{item}},
                                             {u"summary"_s, summary}}));
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s, u"272-03132123"_s), 1);
        QCOMPARE(shop.order(272).value(u"orderStatus"_s).toString(), u"入金済み"_s);
        QVERIFY(shop.order(272).value(u"paidAt"_s).isString());
    }

    void captureTwice_isCancelledAsAlreadyDone()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"capture"_s, u"272"_s, u"--yes"_s}).status, 0);
        const ProgramAnswer again = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(again.status, 1);
        QCOMPARE(again.item().value(u"state"_s).toString(), u"CANCELLED"_s);
        QCOMPARE(again.item().value(u"reason"_s).toString(), u"ALREADY_DONE"_s);
        QCOMPARE(again.item().value(u"proof"_s), QJsonValue(QJsonValue::Null));
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
        QCOMPARE(shop.order(272).value(u"orderStatus"_s).toString(), u"新規受付"_s);
    }

    void difference_stopsTheCaptureUnlessTheOldAmountIsMeant()
    {
        ShopFixture shop;
        shop.open({.payableYen = 3300});
        const ProgramAnswer stopped = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(stopped.status, 1);
        QCOMPARE(stopped.item().value(u"reason"_s).toString(), u"DIFFERENCE"_s);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 0);
        const ProgramAnswer meant =
            shop.json({u"capture"_s, u"272"_s, u"--keep-gateway-amount"_s, u"--yes"_s});
        QCOMPARE(meant.status, 0);
        QCOMPARE(meant.item().value(u"amount"_s).toInt(), 3200);
    }

    void changeAmount_followsThePayableTotal()
    {
        ShopFixture shop;
        shop.open({.payableYen = 3300});
        const ProgramAnswer answer = shop.json({u"change-amount"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().value(u"operation"_s).toString(), u"change-amount"_s);
        QCOMPARE(answer.item().value(u"amount"_s).toInt(), 3300);
        QCOMPARE(shop.order(272).value(u"difference"_s).toInt(), 0);
    }

    void cancelAndReauthorize_sendTheWordsOfTheDay()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer cancelled =
            shop.json({u"cancel"_s, u"272"_s, u"--set-status"_s, u"注文取消し"_s, u"--yes"_s});
        QCOMPARE(cancelled.status, 0);
        QCOMPARE(cancelled.item().value(u"jobCd"_s).toString(), u"VOID"_s);
        QCOMPARE(cancelled.item().value(u"paymentStatus"_s).toString(), u"取消済み"_s);
        QCOMPARE(shop.order(272).value(u"orderStatus"_s).toString(), u"注文取消し"_s);
        const ProgramAnswer again = shop.json({u"reauthorize"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.item().value(u"paymentStatus"_s).toString(), u"仮売上済み"_s);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"VOID"_s), 1);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"AUTH"_s), 1);
    }

    void refusedMoveOfStatus_isToldBeforeMoneyMoves()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({{.number = 271}, {.number = 272}});
        QCOMPARE(shop.run({u"set-status"_s, u"対応中"_s, u"272"_s}).status, 0);
        const ProgramAnswer answer =
            shop.json({u"capture"_s, u"271"_s, u"272"_s, u"--set-status"_s, u"入金済み"_s, u"--yes"_s});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(answer.err.contains("272") && !answer.err.contains("271"));
        QVERIFY(answer.err.contains("対応中") && answer.err.contains("入金済み"));
        QCOMPARE(shop.ledger().size(), 0);
        QCOMPARE(shop.json({u"runs"_s}).json().value(u"runs"_s).toArray().size(), 0);
    }

    void statusThatNeedsAShipment_isRefusedBeforeMoneyMoves()
    {
        ShopFixture shop;
        shop.open();
        const QByteArray parcel = u"注文ID,注文番号,出荷ID,発送日\n272,272,1,\n"_s.toUtf8();
        QCOMPARE(
            shop.run({u"import"_s, u"--format"_s, u"eccube4"_s, shop.write(u"parcel.csv"_s, parcel)}).status,
            0);
        const ProgramAnswer answer =
            shop.json({u"capture"_s, u"272"_s, u"--set-status"_s, u"発送済み"_s, u"--yes"_s});
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains("未出荷"), answer.err.constData());
        QCOMPARE(shop.arrived(u"AlterTran"_s), 0);
    }

    void setStatus_movesOnlyWhereTheShopAllowsIt()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer moved = shop.json({u"set-status"_s, u"対応中"_s, u"272"_s});
        QCOMPARE(moved.status, 0);
        QCOMPARE(moved.json().value(u"operation"_s).toString(), u"set-status"_s);
        const ProgramAnswer refused = shop.json({u"set-status"_s, u"新規受付"_s, u"272"_s});
        QCOMPARE(refused.status, 1);
        QCOMPARE(refused.item().value(u"reason"_s).toString(), u"WRONG_STATE"_s);
        QCOMPARE(shop.ledger().size(), 0);
    }

    void lostAnswer_isInDoubtUntilSettled()
    {
        ShopFixture shop;
        shop.open();
        shop.post(u"faults"_s,
                  QJsonArray{QJsonObject{
                      {u"call"_s, u"AlterTran"_s}, {u"fault"_s, u"dropAfter"_s}, {u"times"_s, 1}}});
        const ProgramAnswer lost = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(lost.status, 3);
        QCOMPARE(lost.item().value(u"state"_s).toString(), u"IN_DOUBT"_s);
        QCOMPARE(lost.item().value(u"reason"_s).toString(), u"NO_ANSWER"_s);
        QCOMPARE(shop.order(272).value(u"doubt"_s).toString(), u"IN_DOUBT"_s);
        QCOMPARE(shop.json({u"capture"_s, u"272"_s, u"--yes"_s}).item().value(u"reason"_s).toString(),
                 u"HELD"_s);

        const ProgramAnswer settled = shop.json({u"settle"_s});
        QCOMPARE(settled.status, 0);
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(settled.item().value(u"proof"_s).toString(), u"READ"_s);
        QCOMPARE(settled.json().value(u"inDoubt"_s).toInt(), 0);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 1);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
    }

    void gatewayDown_exits5WithADocument()
    {
        ShopFixture shop;
        shop.open();
        shop.stopGateway();
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 5);
        QCOMPARE(answer.item().value(u"state"_s).toString(), u"CANCELLED"_s);
        QCOMPARE(answer.json().value(u"summary"_s)[u"total"_s].toInt(), 1);
        QCOMPARE(shop.json({u"refresh"_s, u"272"_s}).status, 5);
        QCOMPARE(shop.json({u"sweep"_s}).status, 5);
    }

    void wrongPassword_exits5()
    {
        ShopFixture shop;
        shop.open();
        const QString wrong = shop.write(u"wrong"_s, "notthepass\n");
        QCOMPARE(shop.run({u"setup"_s, u"--shop-pass-file"_s, wrong}).status, 0);
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 5);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 0);
    }

    void log_tellsEachStepOldestFirst()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"--operator"_s, u"佐藤"_s, u"capture"_s, u"272"_s, u"--yes"_s}).status, 0);
        const QJsonArray entries = shop.json({u"log"_s, u"272"_s}).json().value(u"entries"_s).toArray();
        QStringList sources;
        for (const auto &entry : entries) {
            sources.append(entry[u"source"_s].toString());
        }
        const QStringList steps{u"PLAN"_s, u"CLAIM"_s, u"ARM"_s, u"ANSWER"_s};
        qsizetype from = 0;
        for (const QString &step : steps) {
            from = sources.indexOf(step, from);
            QVERIFY2(from >= 0, qPrintable(sources.join(u' ')));
        }
        QCOMPARE(entries.last()[u"operator"_s].toString(), u"佐藤"_s);
    }

    void log_hasAWordForWhatWasTakenOverAndResolved()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"timing.sendWindowMs=2000"_s, u"--set"_s, u"timing.settleMs=100"_s,
                             u"--set"_s, u"timing.gapMs=100"_s})
                     .status,
                 0);
        shop.addOrders({SampleOrder{}});
        shop.alwaysFail(u"AlterTran"_s, u"dropBefore"_s);
        QCOMPARE(shop.json({u"capture"_s, u"272"_s, u"--yes"_s}).status, 3);
        shop.post(u"console"_s, QJsonObject{{u"orderId"_s, u"272-03132123"_s}, {u"jobCd"_s, u"VOID"_s}});
        const ProgramAnswer settled = shop.json({u"settle"_s, u"--wait"_s, u"30"_s});
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"CONFLICT"_s);
        const ProgramAnswer resolved =
            shop.json({u"resolve"_s, u"272"_s, u"--as"_s, u"refused"_s, u"--reason"_s, u"GMOで取消した"_s});
        QVERIFY2(resolved.status == 0, resolved.err.constData());
        const QString log = QString::fromUtf8(shop.run({u"log"_s, u"272"_s}).out);
        QVERIFY2(log.contains(u"引き継ぎ"_s) && log.contains(u"理由"_s), qPrintable(log));
        QVERIFY2(!log.contains(u"ADOPTED"_s) && !log.contains(u"REASON"_s), qPrintable(log));
    }

    void sweep_listsWhatTheConsoleDid()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        shop.post(u"console"_s, QJsonObject{{u"orderId"_s, u"272-03132123"_s}, {u"jobCd"_s, u"VOID"_s}});
        const ProgramAnswer swept = shop.json({u"sweep"_s});
        QCOMPARE(swept.status, 3);
        QCOMPARE(swept.json().value(u"compared"_s).toInt(), 1);
        const QJsonValue difference = swept.json().value(u"differences"_s)[0];
        QCOMPARE(difference[u"order"_s].toString(), u"272"_s);
        QCOMPARE(difference[u"believed"_s][u"status"_s].toString(), u"AUTH"_s);
        QCOMPARE(difference[u"seen"_s][u"status"_s].toString(), u"VOID"_s);
        const ProgramAnswer held = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(held.item().value(u"reason"_s).toString(), u"HELD"_s);
        const ProgramAnswer resolved =
            shop.json({u"resolve"_s, u"272"_s, u"--as"_s, u"adopt"_s, u"--reason"_s, u"GMOで取消した"_s});
        QCOMPARE(resolved.status, 0);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), u"取消済み"_s);
        QCOMPARE(shop.order(272).value(u"doubt"_s), QJsonValue(QJsonValue::Null));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOperations)
#include "test_operations.moc"
