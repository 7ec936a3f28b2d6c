#include "tests/chaos/moneyplaces.h"
#include "tests/chaos/victim.h"
#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

class TestKillPoints : public QObject
{
    Q_OBJECT

private slots:
    void killedOperation_hasOneTruthAfterTheNextStart_data();
    void killedOperation_hasOneTruthAfterTheNextStart();
    void killedPoll_leavesTheDoubtToTheNextStart_data();
    void killedPoll_leavesTheDoubtToTheNextStart();
    void killedBackup_doesNotLookLikeOne();

private:
    MoneyPlaces m_places;
};

void TestKillPoints::killedOperation_hasOneTruthAfterTheNextStart_data()
{
    QTest::addColumn<DatabaseSpec::Dialect>("dialect");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<QString>("perSecond"); ///< 0: read and arming share a commit; else a wait lies between
    QTest::addColumn<bool>("sent");         ///< whether the request was on its way when the program died
    const QStringList operations{u"capture"_s, u"cancel"_s, u"change"_s, u"reauthorize"_s};
    for (int point = 1; point <= 8; ++point) {
        const QByteArray name = "K" + QByteArray::number(point);
        for (const QString &operation : operations) {
            QTest::addRow("sqlite %s %s", qPrintable(operation), name.constData())
                << DatabaseSpec::Dialect::Sqlite << operation << name << u"0"_s << (point >= 6);
        }
        // Each of the others in turn: every row costs a start of the program.
        for (const QString &operation : {operations.first(), operations[1 + point % 3]}) {
            QTest::addRow("postgresql %s %s", qPrintable(operation), name.constData())
                << DatabaseSpec::Dialect::Postgresql << operation << name << u"0"_s << (point >= 6);
        }
    }
    for (const QByteArray point : {"K3", "K4", "K5"}) {
        QTest::addRow("sqlite capture in its turn %s", point.constData())
            << DatabaseSpec::Dialect::Sqlite << u"capture"_s << point << u"5"_s << false;
    }
}

void TestKillPoints::killedOperation_hasOneTruthAfterTheNextStart()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    QFETCH(QString, operation);
    QFETCH(QByteArray, point);
    QFETCH(QString, perSecond);
    QFETCH(bool, sent);
    if (MoneyPlaces::isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = m_places.newMoney(dialect);
    money->open();
    simulator::TransactionSeed seed;
    seed.amount = Yen{2000};
    seed.status = operation == u"reauthorize"_s ? simulator::CardStatus::Void : simulator::CardStatus::Auth;
    const OrderId order = money->addOrder(272, Yen{3200}, seed);
    QVERIFY(money->shop->settings().set(u"bulk.perSecond"_s, perSecond).ok());
    money->close();

    QCOMPARE(Victim(*money).run({operation, QString::number(order.value)}, point), Victim::Killed);
    const QString call = operation == u"change"_s ? u"ChangeTran"_s : u"AlterTran"_s;
    QCOMPARE(money->gateway.arrived(call), sent ? 1 : 0);

    QVERIFY(openAfterKill(*money));
    Invariants invariants(*money);
    const QString payment = MoneyFixture::gatewayOrderId(272);
    QCOMPARE(invariants.broken(payment), QStringList());
    money->settle();
    QCOMPARE(invariants.brokenAtRest(payment), QStringList());
    QCOMPARE(invariants.brokenStore(), QStringList());
    QCOMPARE(money->gateway.arrived(call), sent ? 1 : 0);
    const auto operations = money->shop->context().journal.inState(OperationState::Done);
    QCOMPARE(operations.value().size(), sent ? 1 : 0);
}

void TestKillPoints::killedPoll_leavesTheDoubtToTheNextStart_data()
{
    TestDatabases::addDialects();
}

void TestKillPoints::killedPoll_leavesTheDoubtToTheNextStart()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (MoneyPlaces::isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = m_places.newMoney(dialect);
    money->open();
    const OrderId order = money->addOrder(272, Yen{3200});
    money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    money->close();

    QCOMPARE(Victim(*money).run({u"settle"_s}, "K9"), Victim::Killed);
    QVERIFY(openAfterKill(*money));
    QCOMPARE(money->operation(item).state, OperationState::InDoubt);
    money->settle();
    QCOMPARE(money->operation(item).state, OperationState::Done);
    Invariants invariants(*money);
    QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
    QCOMPARE(invariants.brokenStore(), QStringList());
}

void TestKillPoints::killedBackup_doesNotLookLikeOne()
{
    const auto money = m_places.newMoney(DatabaseSpec::Dialect::Sqlite);
    money->open();
    const OrderId order = money->addOrder(272, Yen{3200});
    money->operateOne(OperationKind::Capture, order);
    money->close();
    const QString backup = money->dataFolder() + u"/victim.sqlite"_s;

    QCOMPARE(Victim(*money).run({u"backup"_s}, "K10"), Victim::Killed);
    QVERIFY(!QFile::exists(backup));
    QVERIFY(openAfterKill(*money));
    Invariants invariants(*money);
    QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
    money->close();
    QCOMPARE(Victim(*money).run({u"backup"_s}), 0);
    QVERIFY(QFile::exists(backup));
    money->open();
    QCOMPARE(Invariants(*money).brokenStore(), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestKillPoints)
#include "test_killpoints.moc"
