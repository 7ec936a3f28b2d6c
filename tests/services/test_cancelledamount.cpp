#include "core/storage/operationhistory.h"
#include "core/storage/runitems.h"
#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

/// What reports and 日計 say that a cancel gave back, where somebody works at the gateway's console
/// meanwhile: what the gateway's own ledger says.
class TestCancelledAmount : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_money.reset(); }

    void amountChangedBeforeTheCall_isTheOneGivenBack_data() { TestDatabases::addDialects(); }
    void amountChangedBeforeTheCall_isTheOneGivenBack();
    void amountCancelledOnceMore_isNotTakenForOurs_data() { TestDatabases::addDialects(); }
    void amountCancelledOnceMore_isNotTakenForOurs();
    void amountOfAConflict_isThatOfTheReadThatShowsIt();
    void amountOfManyDigits_isReadAlike_data() { TestDatabases::addDialects(); }
    void amountOfManyDigits_isReadAlike();

private:
    /// False: skip.
    bool open(DatabaseSpec::Dialect dialect = DatabaseSpec::Dialect::Sqlite)
    {
        QString place;
        if (dialect == DatabaseSpec::Dialect::Postgresql) {
            if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
                return false;
            }
            m_server = m_server ? std::move(m_server) : std::make_unique<PostgresqlServer>();
            place = m_server->newDatabase();
        }
        m_changed.clear();
        m_money = std::make_unique<MoneyFixture>(place);
        m_money->open();
        m_money->shop->context().limits.parallel = 1; // where the order of the calls counts
        return true;
    }
    ShopContext &context() { return m_money->shop->context(); }
    static QString nameOf(qint64 number) { return MoneyFixture::gatewayOrderId(number); }
    bool console(qint64 number, const QString &jobCd, std::optional<Yen> amount = {})
    {
        return m_money->gateway.operateConsole(nameOf(number), jobCd, amount).ok();
    }
    /// Somebody changes these amounts at the console as soon as the cancel is armed.
    void changeWhenArmed(const QMap<QString, Yen> &amounts)
    {
        connect(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged, this,
                [this, amounts](PaymentId id) {
                    const QString name = context().payments.byId(id)->gatewayOrderId;
                    const auto live = context().journal.liveOf(id);
                    const bool armed = *live && (*live)->state == OperationState::Armed;
                    if (armed && amounts.contains(name) && !m_changed.contains(name)) {
                        m_changed.insert(name);
                        QVERIFY(m_money->gateway.operateConsole(name, u"AUTH"_s, amounts.value(name)).ok());
                    }
                });
    }
    QStringList days()
    {
        QStringList lines;
        const auto totals = OperationHistory(context().database).dayTotals({});
        for (const DayTotal &total : *totals) {
            lines.append(u"%1 %2 %3"_s.arg(total.jobCd).arg(total.count).arg(total.amount.value));
        }
        return lines;
    }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
    QSet<QString> m_changed;
};

/// Neither the request nor its answer has an amount: the gateway cancels what the transaction holds by then,
/// and the read that proves the cancel shows it.
void TestCancelledAmount::amountChangedBeforeTheCall_isTheOneGivenBack()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    QList<OrderId> orders;
    for (const qint64 number : {1, 2, 3}) {
        orders.append(m_money->addOrder(number, Yen{3200}));
    }
    changeWhenArmed({{nameOf(1), Yen{2700}}, {nameOf(2), Yen{100}}});
    // Of the second the answer is lost: only reads prove it.
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 2}});
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Cancel, orders);
    m_money->settle();
    QCOMPARE(m_changed.size(), 2);
    for (const OperationItem &item : answer.items) {
        QCOMPARE(m_money->operation(item).state, OperationState::Done);
        QCOMPARE(m_money->operation(item).pre->total(), Yen{3200});
    }
    const Yen givenBack{2700 + 100 + 3200};
    OperationHistory history(context().database);
    QCOMPARE(runSums(context().database, *answer.run)->yenByState.value(OperationState::Done), givenBack);
    QCOMPARE(history.runPage({*answer.run})->first().doneAmount, givenBack);
    QCOMPARE(days(), QStringList{u"VOID 3 %1"_s.arg(givenBack.value)});
    const auto items = runItems(context().database, *answer.run, {}, 0, 9);
    QCOMPARE(items->at(1).amount, std::optional(Yen{100}));
    // What the command line's report says of each, whatever became of the payment since.
    QVERIFY(console(2, u"AUTH"_s, Yen{900}));
    m_money->refresh(orders[1]);
    const auto told = itemsOfRun(context().database, context().rules, *answer.run);
    QCOMPARE(told->at(1).amount, std::optional(Yen{100}));
    const auto numbers = history.operations({});
    const auto page = history.operationPage(*numbers);
    QCOMPARE(page->last().amount, std::optional(Yen{2700}));
    QCOMPARE(page->last().amountBefore, std::optional(Yen{3200}));
}

/// What somebody authorised and cancelled anew after our answer is theirs, not what we gave back.
void TestCancelledAmount::amountCancelledOnceMore_isNotTakenForOurs()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const OrderId order = m_money->addOrder(272, Yen{3200});
    // The answer comes, the read after it does not.
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"SearchTrade"_s, .nth = 2}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->gateway.setNow(MoneyFixture::start().addSecs(60));
    QVERIFY(console(272, u"AUTH"_s, Yen{900}));
    QVERIFY(console(272, u"VOID"_s));
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(days(), QStringList{u"VOID 1 3200"_s});
}

/// A person may call a cancel done although the payment was authorised anew since: then that amount is none
/// that was given back.
void TestCancelledAmount::amountOfAConflict_isThatOfTheReadThatShowsIt()
{
    QVERIFY(open());
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QVERIFY(console(272, u"AUTH"_s, Yen{900}));
    m_money->settle();
    const Operation conflict = m_money->operation(item);
    QCOMPARE(conflict.state, OperationState::Conflict);
    const auto resolved = m_money->run(m_money->shop->resolver().resolve(conflict.paymentId, Resolution::Done,
                                                                         u"管理画面で確認"_s, u"佐藤"_s));
    QVERIFY(resolved->resolved);
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(days(), QStringList{u"VOID 1 3200"_s});
}

/// As many digits as yenFromDigits() takes, and no more; what is none is no amount.
void TestCancelledAmount::amountOfManyDigits_isReadAlike()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto answer = m_money->operate(OperationKind::Cancel,
                                         {m_money->addOrder(1, Yen{3200}), m_money->addOrder(2, Yen{3200})});
    QString shown = u"3200"_s;
    const auto givenBack = [&](const QString &digits) {
        const auto written = context().database.run(
            u"UPDATE evidence SET fields = replace(fields, '\"Amount\":\"%1\"', '\"Amount\":\"%2\"') WHERE "
            "source = 'READ'"_s.arg(shown, digits));
        shown = digits;
        return written ? OperationHistory(context().database).runPage({*answer.run})->first().doneAmount
                       : Yen{-1};
    };
    QCOMPARE(givenBack(u"999999999999"_s), Yen{2 * 999'999'999'999});
    QCOMPARE(givenBack(u"1000000000"_s), Yen{2'000'000'000});
    for (const QString &none : {u"1000000000000"_s, u"12a"_s, u""_s}) {
        QCOMPARE(givenBack(none), Yen{6400}); // as before the cancel
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCancelledAmount)
#include "test_cancelledamount.moc"
