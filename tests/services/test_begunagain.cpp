#include "core/services/importservice.h"
#include "core/services/linkservice.h"
#include "core/services/operationplanner.h"
#include "core/storage/deadlinecolumns.h"
#include "core/storage/lockconflict.h"
#include "tests/interchange/orderfile.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// Transactions of files and settings on PostgreSQL, where another seat makes the server end them (40P01
/// deadlock, 40001): they are begun again, and tell what was done as if nothing had happened.
class TestBegunAgain : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_money.reset(); }

    void orders_areImportedOnce();
    void ordersOfFewColumns_areCompletedAnew();
    void links_areTakenOnce();
    void link_isMadeAndTakenOff();
    void deadlines_moveOnce();
    void plan_isWrittenAgainAndLooksOnce();
    void conflictThatStays_isTold();

private:
    ShopContext &context() { return m_money->shop->context(); }
    bool run(const QString &sql) { return context().database.run(sql).ok(); }
    /// The next writings of this table are ended by the server, so many times. A sequence is not rolled back.
    bool quarrelOver(const QString &table, const QString &event, int times)
    {
        return run(u"CREATE SEQUENCE quarrels"_s) &&
               run(u"CREATE FUNCTION quarrel() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
                   "IF nextval(''quarrels'') <= %1 THEN RAISE EXCEPTION ''deadlock'' USING ERRCODE = "
                   "''40P01''; END IF; RETURN NEW; END'"_s.arg(times)) &&
               run(u"CREATE TRIGGER quarrel AFTER %1 ON %2 FOR EACH STATEMENT EXECUTE FUNCTION quarrel()"_s
                       .arg(event, table));
    }
    QString fileOf(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"file.csv"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    QString imported(const QByteArray &content)
    {
        ImportService::Options options;
        options.file = fileOf(content);
        ImportService service(context());
        return told(m_money->run(service.importOrders(options)));
    }
    static QString told(const Result<ImportReport, ImportFailure> &result)
    {
        return result ? u"%1 read, %2 created, %3 updated, %4 refused, %5 problems"_s.arg(result->read)
                            .arg(result->created)
                            .arg(result->updated)
                            .arg(result->refused)
                            .arg(result->problems.size())
                      : result.error().message;
    }
    Order order(qint64 number)
    {
        return context().orders.byId(*context().orders.idByShopOrderId(number).value()).value();
    }

    PostgresqlServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<MoneyFixture> m_money;
};

void TestBegunAgain::init()
{
    if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    m_money = std::make_unique<MoneyFixture>(m_server.newDatabase());
    m_money->open();
}

void TestBegunAgain::orders_areImportedOnce()
{
    QVERIFY(quarrelOver(u"orders"_s, u"INSERT"_s, 2));
    const auto before = m_money->clock.sinceBoot();
    OrderFile file;
    file.add().add({{u"注文ID"_s, u"273"_s}, {u"受注日"_s, u"2020-02-30"_s}}).add({{u"注文ID"_s, u"274"_s}});
    QCOMPARE(imported(file.bytes()), u"3 read, 2 created, 0 updated, 1 refused, 1 problems"_s);
    QCOMPARE(order(274).items.size(), 1);
    QVERIFY(m_money->clock.sinceBoot() >= before + 2 * ConflictPause); // the journal's turn
}

/// What such a file leaves out is taken from the order as it is when the transaction is begun again.
void TestBegunAgain::ordersOfFewColumns_areCompletedAnew()
{
    QCOMPARE(imported(OrderFile().add().add({{u"注文ID"_s, u"273"_s}}).bytes()),
             u"2 read, 2 created, 0 updated, 0 refused, 0 problems"_s);
    QVERIFY(quarrelOver(u"orders"_s, u"UPDATE"_s, 1));
    OrderFile few;
    few.columns() = {u"注文ID"_s, u"お名前(姓)"_s, u"対応状況(ID)"_s};
    few.add({{u"お名前(姓)"_s, u"髙橋"_s}}).add({{u"注文ID"_s, u"999"_s}});
    QCOMPARE(imported(few.bytes()), u"2 read, 0 created, 1 updated, 1 refused, 1 problems"_s);
    QCOMPARE(order(272).customer.familyName, u"髙橋"_s);
    QCOMPARE(order(272).customer.givenName, u"ソフィア"_s);
    QCOMPARE(order(272).totals.payableTotal, Yen{2700});
}

void TestBegunAgain::links_areTakenOnce()
{
    QVERIFY(imported(OrderFile().add().bytes()).startsWith(u"1 read"_s));
    QVERIFY(quarrelOver(u"payment"_s, u"INSERT"_s, 2));
    const auto before = m_money->clock.sinceBoot();
    LinkService::Options options;
    options.file = fileOf("注文ID,決済オーダーID\n272,272-03132123\n1,1-1\n");
    LinkService service(context());
    QCOMPARE(told(m_money->run(service.importLinks(options))),
             u"2 read, 1 created, 0 updated, 1 refused, 1 problems"_s);
    QCOMPARE(context().payments.ofOrder(order(272).id)->size(), 1);
    QVERIFY(m_money->clock.sinceBoot() >= before + 2 * ConflictPause);
}

void TestBegunAgain::link_isMadeAndTakenOff()
{
    QVERIFY(imported(OrderFile().add().bytes()).startsWith(u"1 read"_s));
    QVERIFY(quarrelOver(u"payment"_s, u"INSERT OR UPDATE"_s, 1));
    LinkService service(context());
    const OrderId id = order(272).id;
    QCOMPARE(service.link(id, u"272-03132123"_s, std::nullopt, u"佐藤"_s).value(), QString());
    QVERIFY(run(u"ALTER SEQUENCE quarrels RESTART"_s));
    const PaymentId payment = context().payments.ofOrder(id)->first().id;
    QCOMPARE(service.unlink(payment, u"別の注文"_s, u"佐藤"_s).value(), QString());
    QCOMPARE(context().orders.eventsOf(id)->size(), 2);
}

void TestBegunAgain::deadlines_moveOnce()
{
    const OrderId id = m_money->addOrder(272, Yen{3200});
    m_money->refresh(id);
    const auto captureBy = [&] {
        return context()
            .database.first(u"SELECT capture_by FROM orders WHERE id = ?"_s, {id.value})
            ->value(0)
            .toDate();
    };
    const QDate before = captureBy();
    QVERIFY(before.isValid());
    QVERIFY(quarrelOver(u"orders"_s, u"UPDATE"_s, 1));
    PaymentRules rules = context().rules;
    rules.captureDays -= 30;
    const auto moved = moveDeadlines(context().database, rules);
    QVERIFY(moved && *moved);
    QCOMPARE(captureBy(), before.addDays(-30));
}

/// Looking at the orders of a plan holds nobody up: only its writing is a transaction that locks.
void TestBegunAgain::plan_isWrittenAgainAndLooksOnce()
{
    const QList<OrderId> orders{m_money->addOrder(1, Yen{3200}), m_money->addOrder(2, Yen{3200})};
    QVERIFY(quarrelOver(u"bulk_run"_s, u"INSERT"_s, 2));
    QStringList looks; // whether each was asked for while something was written
    const auto request = [&](qsizetype position) {
        const auto writing =
            context().database.first(u"SELECT pg_current_xact_id_if_assigned() IS NOT NULL"_s);
        const bool isWriting = writing && writing->value(0).toBool();
        looks.append(isWriting ? u"writing"_s : u"looking"_s);
        OperationRequest wanted;
        wanted.order = orders.at(position);
        return wanted;
    };
    const auto before = m_money->clock.sinceBoot();
    OperationPlanner planner(context());
    const auto plan =
        m_money->run(planner.planInPieces({2, request}, PlannedItems::All, [] { return false; }));
    QVERIFY(plan);
    QCOMPARE(plan->items.size(), 2);
    for (const OperationItem &item : plan->items) {
        QCOMPARE(m_money->operation(item).state, OperationState::Planned);
        QCOMPARE(m_money->operation(item).orderTotal, std::optional(Yen{3200}));
    }
    QCOMPARE(context().journal.ofRun(*plan->run)->size(), 2);
    QVERIFY(m_money->clock.sinceBoot() >= before + 2 * ConflictPause);
    // Before: what the gateway is to be asked of first, and the looking; in each try the first alone, whose
    // run nobody may write yet; in the last all.
    QCOMPARE(looks.count(u"looking"_s), 2 + 2 + TransactionTries);
    QCOMPARE(looks.count(u"writing"_s), 2);
    QCOMPARE(looks.last(), u"writing"_s);
}

/// Not for ever: then it is told, and nothing is written.
void TestBegunAgain::conflictThatStays_isTold()
{
    QVERIFY(quarrelOver(u"orders"_s, u"INSERT"_s, 1000));
    QVERIFY(imported(OrderFile().add().bytes()).contains(u"deadlock"_s));
    QVERIFY(!context().orders.idByShopOrderId(272).value());
    QVERIFY(!context().database.inTransaction());
    QCOMPARE(context().database.first(u"SELECT last_value FROM quarrels"_s)->value(0).toInt(), 3);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestBegunAgain)
#include "test_begunagain.moc"
