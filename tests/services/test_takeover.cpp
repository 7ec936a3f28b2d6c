#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

/// A program ends without a word; the next start, or another seat, takes over what it left.
class TestTakeover : public QObject
{
    Q_OBJECT

private slots:
    void nextBoot_takesOver_data() { TestDatabases::addDialects(); }
    void nextBoot_takesOver();
    void adopted_tellsAnInterruptedEndFromACleanOne_data() { TestDatabases::addDialects(); }
    void adopted_tellsAnInterruptedEndFromACleanOne();
    void livingSeat_isLeftAlone();
    void cutOffOwner_changesNothing();

private:
    static bool isMissing(DatabaseSpec::Dialect dialect)
    {
        return dialect == DatabaseSpec::Dialect::Postgresql &&
               qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL");
    }
    QString place(DatabaseSpec::Dialect dialect)
    {
        if (dialect == DatabaseSpec::Dialect::Sqlite) {
            return {};
        }
        if (!m_server) {
            m_server = std::make_unique<PostgresqlServer>();
        }
        return m_server->newDatabase();
    }
    static OperationId plan(MoneyFixture &money, OrderId order)
    {
        OperationRequest request;
        request.order = order;
        return *money.run(money.shop->planner().plan({request})).value().items.first().operation;
    }

    std::unique_ptr<PostgresqlServer> m_server;
};

void TestTakeover::nextBoot_takesOver()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    MoneyFixture money(place(dialect));
    money.open();
    money.gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem doubtful = money.operateOne(OperationKind::Capture, money.addOrder(3, Yen{1000}));
    const Operation before = money.operation(doubtful);
    QCOMPARE(before.state, OperationState::InDoubt);
    const OperationId planned = plan(money, money.addOrder(1, Yen{1000}));
    const OperationId claimed = plan(money, money.addOrder(2, Yen{1000}));
    QVERIFY(money.shop->context().journal.claim(claimed, money.clock.nowUtc()).ok());

    money.close();
    money.open();
    QTRY_VERIFY(money.shop->settler().adoptAbandoned().ok() &&
                money.operation(doubtful).ownerBoot == money.shop->context().seat.boot);
    JournalStore &journal = money.shop->context().journal;
    QCOMPARE(money.operation(doubtful).state, OperationState::InDoubt);
    QCOMPARE(money.operation(doubtful).epoch, before.epoch + 1);
    QTRY_COMPARE(journal.byId(planned).value().endReason, EndReason::Withdrawn);
    QTRY_COMPARE(journal.byId(claimed).value().endReason, EndReason::Withdrawn);
    money.settle();
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(Invariants(money).brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(money.gateway.arrived(u"AlterTran"_s), 1);
    QCOMPARE(Invariants(money).brokenStore(), QStringList());
}

void TestTakeover::adopted_tellsAnInterruptedEndFromACleanOne()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    MoneyFixture money(place(dialect));
    money.open();
    Settler::Adopted found;
    const auto adopt = [&] { // the fixture's open() would take over by itself
        money.close();
        Shop::Options options;
        options.dataFolder = money.dataFolder();
        {
            const auto next = Shop::open(options, money.clock);
            const bool any = next && QTest::qWaitFor([&] {
                                 const auto adopted = (*next)->settler().adoptAbandoned();
                                 found = adopted ? *adopted : Settler::Adopted();
                                 return found.any();
                             });
            if (!any) {
                return false;
            }
        }
        money.open();
        return true;
    };
    money.gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem doubtful = money.operateOne(OperationKind::Capture, money.addOrder(1, Yen{1000}));
    QCOMPARE(money.operation(doubtful).state, OperationState::InDoubt);
    QVERIFY(adopt());
    QCOMPARE(found.inDoubt, 1);
    QVERIFY(!found.interrupted && !found.fromOtherSeat);
    plan(money, money.addOrder(2, Yen{1000}));
    QVERIFY(adopt());
    QCOMPARE(found.withdrawn.size(), 1);
    QVERIFY(found.interrupted && !found.fromOtherSeat);
    QVERIFY(money.shop->context().database.run(u"UPDATE op SET owner_seat = 'laden-2'"_s).ok());
    QVERIFY(adopt());
    QVERIFY(!found.interrupted && found.fromOtherSeat);
}

void TestTakeover::livingSeat_isLeftAlone()
{
    if (isMissing(DatabaseSpec::Dialect::Postgresql)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    MoneyFixture money(place(DatabaseSpec::Dialect::Postgresql));
    money.open();
    const OrderId order = money.addOrder(1, Yen{1000});
    const OperationId claimed = plan(money, order);
    QVERIFY(money.shop->context().journal.claim(claimed, money.clock.nowUtc()).ok());

    Shop::Options options;
    options.dataFolder = money.dataFolder();
    options.operatorName = u"鈴木"_s;
    auto second = Shop::open(options, money.clock);
    QVERIFY(second.ok());
    Shop &other = **second;
    QVERIFY(money.run(other.connectGateway()).ok());
    QVERIFY(!other.settler().adoptAbandoned().value().any());
    OperationRequest request;
    request.order = order;
    const auto answer = money.run(other.operate({request}, [] { return false; }));
    QCOMPARE(answer.items.first().reason, EndReason::Held);

    money.close(); // the server needs a moment to see that its session is gone
    const auto takenOver = [&other, &claimed] {
        return other.settler().adoptAbandoned().ok() ? other.context().journal.byId(claimed).value().endReason
                                                     : EndReason::None;
    };
    QTRY_COMPARE(takenOver(), EndReason::Withdrawn);
    QCOMPARE(other.context().journal.byId(claimed).value().endReason, EndReason::Withdrawn);
    const auto again = money.run(other.operate({request}, [] { return false; }));
    QCOMPARE(again.items.first().state, OperationState::Done);
    QCOMPARE(money.gateway.arrived(u"AlterTran"_s), 1);
}

/// Another seat takes an armed operation over while its owner waits for the answer.
void TestTakeover::cutOffOwner_changesNothing()
{
    MoneyFixture money;
    money.open();
    ShopContext &context = money.shop->context();
    JournalStore other(context.database, Seat{u"other"_s, newUuid(), 2});
    bool taken = false;
    connect(&context.notifier, &ChangeNotifier::paymentChanged, this, [&](PaymentId id) {
        const auto live = context.journal.liveOf(id);
        if (!taken && live && *live && (*live)->state == OperationState::Armed) {
            taken = other.adopt(**live, money.clock.nowUtc()).value();
        }
    });
    const OperationItem item = money.operateOne(OperationKind::Capture, money.addOrder(1, Yen{1000}));
    QVERIFY(taken);
    QCOMPARE(money.gateway.arrived(u"AlterTran"_s), 0); // the guard asks the row before the first byte
    QCOMPARE(item.state, OperationState::InDoubt);
    money.settle();
    QCOMPARE(money.operation(item).state, OperationState::Refused);
    QCOMPARE(Invariants(money).brokenAtRest(MoneyFixture::gatewayOrderId(1)), QStringList());
    QCOMPARE(Invariants(money).brokenStore(), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestTakeover)
#include "test_takeover.moc"
