#include "core/base/japantime.h"
#include "core/services/bulkpreview.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/rownames.h"
#include "core/storage/runwork.h"
#include "tests/services/runsteps.h"
#include "tests/storage/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = OperationKind;

namespace {

const QList<Kind> Kinds{Kind::Capture, Kind::Cancel, Kind::Reauthorize};

void require(bool done)
{
    if (!done) {
        qFatal("the store failed");
    }
}

/// A shop in which everything happens that the rules tell apart.
class RandomShop
{
public:
    RandomShop(Database &database, quint32 seed)
        : m_database(database), m_random(seed), m_journal(database, {u"PC-1"_s, u"boot-1"_s, 0})
    {
        auto transaction = Transaction::begin(m_database);
        require(transaction.ok());
        for (int number = 1; number <= 60; ++number) {
            addOrder(number);
        }
        require(transaction->commit().ok());
    }

    QDateTime now() const { return japantime::instantOf(QDate(2021, 3, 3), QTime(10, 0)); }
    const QList<OrderId> &orders() const { return m_orders; }
    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values[m_random.bounded(int(values.size()))];
    }
    bool oneIn(int count) { return m_random.bounded(count) == 0; }

    OrderFilter anyFilter()
    {
        OrderFilter filter;
        filter.withUnfinished = oneIn(2);
        filter.onlyDifference = oneIn(4);
        filter.onlyGatewayMethods = oneIn(3);
        if (oneIn(3)) {
            filter.paymentStatuses = {PaymentStatus::Authorized, PaymentStatus::Captured};
        }
        if (oneIn(4)) {
            filter.query = u"1"_s;
        }
        return filter;
    }
    OrderTicks anyTicks()
    {
        OrderTicks ticks;
        ticks.everything = oneIn(2);
        ticks.filter = ticks.everything ? anyFilter() : OrderFilter();
        for (const OrderId id : m_orders) {
            if (oneIn(ticks.everything ? 6 : 2)) {
                ticks.ids.insert(id);
            }
        }
        return ticks;
    }

private:
    void addOrder(int number)
    {
        Order order = sampleOrder(number);
        order.status = oneOf(allOrderStatuses());
        order.method = oneOf<PaymentMethod>({PaymentMethod::Card, PaymentMethod::Card, PaymentMethod::Card,
                                             PaymentMethod::ConvenienceStore, PaymentMethod::Other});
        order.totals.payableTotal =
            oneOf<Yen>({Yen{0}, Yen{1}, Yen{3200}, Yen{3200}, Yen{9'999'999}, Yen{10'000'000}});
        require(OrderImportStore(m_database).apply(order, OrderImportStore::allFields(), false).ok());
        const OrderId id = *OrderRepository(m_database).idByNumber(QString::number(number));
        m_orders.append(id);
        const int payments = oneOf<int>({0, 1, 1, 1, 1, 1, 2, 3});
        for (int at = 0; at < payments; ++at) {
            addPayment(id, u"%1-%2"_s.arg(number).arg(at), order.totals.payableTotal);
        }
    }
    void addPayment(OrderId order, const QString &gatewayOrderId, Yen payable)
    {
        PaymentRepository payments(m_database, {});
        require(payments
                    .link(order, u"shop"_s, gatewayOrderId,
                          oneIn(8) ? PaymentMethod::ConvenienceStore : PaymentMethod::Card)
                    .ok());
        const PaymentId id = payments.ofOrder(order)->last().id;
        if (!oneIn(6)) {
            Snapshot read;
            read.status = oneOf<QString>({u"AUTH"_s, u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s, u"VOID"_s,
                                          u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"SAUTH"_s, u"STRANGE"_s,
                                          u"UNPROCESSED"_s, u"PAYFAIL"_s});
            read.tax = oneIn(4) ? Yen{100} : Yen{0};
            read.amount = oneIn(3) ? Yen{500} : payable - read.tax;
            read.tranId = gatewayOrderId;
            read.processDate = anyProcessDate();
            require(payments.storeSnapshot(id, read, now(), std::nullopt).ok());
            if (oneIn(4)) { // a sale after the authorisation
                read.status = u"SALES"_s;
                read.processDate = anyProcessDate();
                require(payments.storeSnapshot(id, read, now(), std::nullopt).ok());
            }
        }
        if (oneIn(10)) {
            addOperation(id);
        } else if (oneIn(10)) {
            Finding finding;
            finding.id = {newUuid()};
            finding.paymentId = id;
            finding.foundAt = now();
            finding.source = u"SWEEP"_s;
            require(m_journal.openFinding(finding).ok());
        } else if (oneIn(12)) {
            require(payments.unlink(id, u"誤り"_s, u"佐藤"_s, u"PC-1"_s).ok());
        }
    }
    void addOperation(PaymentId id)
    {
        Operation operation;
        operation.id = {newUuid()};
        operation.paymentId = id;
        operation.askedAt = now();
        operation.runId = anyRun();
        require(m_journal.plan({operation}).ok());
        if (!oneIn(3)) { // one that only waits holds nothing
            require(m_journal.claim(operation.id, now()).ok());
        }
    }
    /// None, or a run that is under way, paused or over.
    std::optional<RunId> anyRun()
    {
        if (oneIn(3)) {
            return std::nullopt;
        }
        RunStore::Run run;
        run.id = {newUuid()};
        run.askedAt = now();
        require(RunStore(m_database).create(run).ok());
        const auto state = oneOf<RunStore::State>(
            {RunStore::State::Running, RunStore::State::Paused, RunStore::State::Finished});
        require(RunStore(m_database).setState(run.id, state, {}, now()).ok());
        return run.id;
    }
    /// Days on both sides of every deadline, and what nobody can read.
    QString anyProcessDate()
    {
        if (oneIn(12)) {
            return oneOf<QString>({QString(), u"2020"_s, u"yesterday"_s});
        }
        const int days = oneOf<int>({0, 1, 30, 89, 90, 91, 179, 180, 181, 300});
        return japantime::toGatewayText(now().addDays(-days).addSecs(m_random.bounded(7'200) - 3'600));
    }

    Database &m_database;
    QRandomGenerator m_random;
    JournalStore m_journal;
    QList<OrderId> m_orders;
};

/// What the preview must say of an order, found the slow way: as a single command is judged.
struct Expected
{
    OperationVerdict verdict;
    QString gatewayOrderId;
    PaymentId payment; ///< that is judged
};

/// PLANNED in a run that is not over, asked of each operation.
bool waitsInRun(Database &database, PaymentId id)
{
    const QList<RunStore::Run> runs = *RunStore(database).all();
    return std::any_of(runs.begin(), runs.end(), [&](const RunStore::Run &run) {
        const auto waiting = *waitingItems(database, run.id, 1'000);
        return run.state != RunStore::State::Finished &&
               std::any_of(waiting.begin(), waiting.end(),
                           [&](const Operation &item) { return item.paymentId == id; });
    });
}

Expected expectedOf(Database &database, Kind kind, OrderId id, const QDateTime &now)
{
    PaymentRepository payments(database, {});
    JournalStore journal(database, {});
    const Order order = *OrderRepository(database).byId(id);
    const PaymentChoice choice = *paymentFor(payments, kind, id, {});
    PaymentSituation situation;
    situation.payableTotal = order.totals.payableTotal;
    situation.gatewayMethod = isGatewayMethod(order.method);
    situation.ambiguous = choice.problem == EndReason::AmbiguousPayment;
    situation.otherPaymentOpen = choice.heldBeside.has_value();
    situation.now = now;
    std::optional<PaymentId> judged = choice.payment;
    const QList<Payment> all = *payments.ofOrder(id);
    for (const Payment &payment : all) {
        const bool closed = choice.problem == EndReason::NoPayment && payment.unlinkedReason.isEmpty();
        judged = closed && payment.known ? payment.id : judged;
    }
    Expected expected;
    if (judged) {
        situation.payment = *payments.byId(*judged);
        situation.operationLive = journal.liveOf(*judged)->has_value();
        situation.findingOpen = !journal.openFindingsOf(*judged)->isEmpty();
        situation.waitsInRun = waitsInRun(database, *judged);
        expected.gatewayOrderId = situation.payment->gatewayOrderId;
        expected.payment = *judged;
    }
    expected.verdict = operationVerdict(kind, situation, {});
    return expected;
}

} // namespace

/// What a bulk command would do: the same as the single commands say, and what the run then does.
class TestBulkPreview : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void cleanup() { m_money.reset(); }

    void preview_saysWhatTheRulesSayOfEach_data() { addSeeds(); }
    void preview_saysWhatTheRulesSayOfEach();
    void summary_countsWhatThePreviewRuns_data() { addSeeds(); }
    void summary_countsWhatThePreviewRuns();
    void summaryInTheMidnightGuard_countsNoCancel();
    void manyOrders_keepTheirOrderAndThoseGoneAreLeftOut_data() { TestDatabases::addDialects(); }
    void manyOrders_keepTheirOrderAndThoseGoneAreLeftOut();
    void conditionsOfTheList_sayWhatIsHidden_data() { TestDatabases::addDialects(); }
    void conditionsOfTheList_sayWhatIsHidden();
    void ordersAlikeButForTheirStatus_areToldApart();
    void run_doesExactlyWhatThePreviewShowed();
    void orderThatMovedAfterThePreview_isLeftOutOfTheRun();
    void secondPaymentAfterThePreview_isNotCapturedBeside();
    void keptAmount_isTheGatewaysOwn();
    void paymentThatWaitsInARun_isLeftOutOfEveryOther();
    void interruptedPreview_isNoShortOne();

private:
    void addSeeds()
    {
        QTest::addColumn<DatabaseSpec::Dialect>("dialect");
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed) {
            QTest::addRow("sqlite %u", seed) << DatabaseSpec::Dialect::Sqlite << seed;
        }
        if (!qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
            QTest::addRow("postgresql") << DatabaseSpec::Dialect::Postgresql << 7U;
            QTest::addRow("postgresql again") << DatabaseSpec::Dialect::Postgresql << 8U;
        }
    }
    void open()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    Database &database() { return m_money->shop->context().database; }
    BulkPreview previewOf(Kind kind, const QList<OrderId> &orders, bool keep = false)
    {
        return bulkPreview(database(), kind, orders, m_money->shop->context().rules, m_money->clock.nowUtc(),
                           keep)
            .value();
    }
    Shop::OperationAnswer carryOut(const BulkPreview &preview)
    {
        return m_money->run(m_money->shop->operate(requestsOf(preview, u"佐藤"_s), [] { return false; }));
    }

    TestDatabases m_databases;
};

void TestBulkPreview::preview_saysWhatTheRulesSayOfEach()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    QFETCH(quint32, seed);
    const auto database = m_databases.fresh(dialect);
    const RandomShop shop(*database, seed);
    for (const Kind kind : {Kind::Capture, Kind::Cancel, Kind::Change, Kind::Reauthorize}) {
        const auto preview = bulkPreview(*database, kind, shop.orders(), {}, shop.now());
        QVERIFY(preview);
        QCOMPARE(preview->rows.size(), shop.orders().size());
        QList<NamedRow> named;
        for (const BulkPreviewRow &row : preview->rows) {
            named.append({row.order, row.payment});
        }
        const auto names = rowNames(*database, named);
        QVERIFY(names);
        qint64 runs = 0;
        qint64 left = 0;
        Yen total;
        for (qsizetype at = 0; at < preview->rows.size(); ++at) {
            const BulkPreviewRow &row = preview->rows[at];
            const BulkJudgement &judgement = preview->judgementOf(row);
            const Expected expected = expectedOf(*database, kind, shop.orders()[at], shop.now());
            const QByteArray where = (codeOf(kind) + u' ' + names->at(at).orderNumber).toUtf8();
            QVERIFY2(row.order == shop.orders()[at], where);
            QVERIFY2(judgement.reason == expected.verdict.reason, where);
            QVERIFY2(judgement.runs() == expected.verdict.allowed, where);
            QVERIFY2(judgement.jobCd == expected.verdict.jobCd, where);
            QVERIFY2(!judgement.runs() || preview->amountOf(row) == expected.verdict.amount, where);
            QVERIFY2(judgement.until == expected.verdict.until, where);
            QVERIFY2(row.payment == expected.payment, where);
            QVERIFY2(judgement.linked != names->at(at).gatewayOrderId.isEmpty(), where);
            QVERIFY2(row.payment.value == 0 || names->at(at).gatewayOrderId == expected.gatewayOrderId,
                     where);
            runs += judgement.runs();
            total += judgement.runs() ? preview->amountOf(row).value_or(Yen{}) : Yen{};
        }
        for (const qint64 count : preview->leftOut) {
            left += count;
        }
        QCOMPARE(preview->runCount, runs);
        QCOMPARE(preview->runTotal, total);
        QCOMPARE(preview->runCount + left, shop.orders().size()); // no remainder
        QVERIFY(runs > 0 && preview->leftOut.size() >= 4);        // the shop is no quiet one
    }
}

void TestBulkPreview::summary_countsWhatThePreviewRuns()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    QFETCH(quint32, seed);
    const auto database = m_databases.fresh(dialect);
    RandomShop shop(*database, seed);
    OrderRepository orders(*database);
    for (int round = 0; round < 25; ++round) {
        const OrderTicks ticks = shop.anyTicks();
        const OrderFilter shown = shop.oneIn(3) ? ticks.filter : shop.anyFilter();
        const auto summary = tickSummary(*database, ticks, shown, {}, shop.now());
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().message));
        const QList<OrderId> ticked = *tickedIds(*database, ticks, {});
        const QList<OrderId> listed = *orders.matching(shown, {});
        const QSet<OrderId> visible(listed.begin(), listed.end());
        Yen total;
        qint64 hidden = 0;
        for (const OrderId id : ticked) {
            total += orders.byId(id)->totals.payableTotal;
            hidden += !visible.contains(id);
        }
        QCOMPARE(summary->count, ticked.size());
        QCOMPARE(summary->total, total);
        QCOMPARE(summary->hidden, hidden);
        const QList<OrderSummary> rows = orders.page(ticked).value();
        QCOMPARE(summary->readable, std::count_if(rows.begin(), rows.end(), [](const OrderSummary &row) {
                     return row.paymentId.has_value() && isGatewayMethod(row.method);
                 }));
        for (const Kind kind : Kinds) {
            QCOMPARE(summary->wouldRun.value(kind),
                     bulkPreview(*database, kind, ticked, {}, shop.now())->runCount);
        }
    }
    QCOMPARE(tickSummary(*database, {}, {}, {}, shop.now())->count, 0);
}

void TestBulkPreview::summaryInTheMidnightGuard_countsNoCancel()
{
    const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    const RandomShop shop(*database, 3);
    OrderTicks ticks;
    ticks.everything = true;
    const QDateTime midnight = japantime::instantOf(QDate(2021, 3, 3), QTime(23, 59, 30));
    for (const QDateTime &now : {shop.now(), midnight}) {
        const auto summary = tickSummary(*database, ticks, {}, {}, now);
        const auto preview = bulkPreview(*database, Kind::Cancel, *tickedIds(*database, ticks, {}), {}, now);
        QCOMPARE(summary->wouldRun.value(Kind::Cancel), preview->runCount);
        QCOMPARE(preview->runCount == 0, now == midnight);
    }
}

void TestBulkPreview::manyOrders_keepTheirOrderAndThoseGoneAreLeftOut()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = m_databases.fresh(dialect);
    const RandomShop shop(*database, 11);
    QList<OrderId> orders;
    for (int round = 0; round < 40; ++round) { // more than one piece
        for (qsizetype at = shop.orders().size() - 1; at >= 0; --at) {
            orders.append(shop.orders()[at]);
        }
        orders.append(OrderId{900'000 + round});
    }
    const auto preview = bulkPreview(*database, Kind::Capture, orders, {}, shop.now());
    orders.removeIf([](OrderId id) { return id.value >= 900'000; });
    QCOMPARE(preview->rows.size(), orders.size());
    for (qsizetype at = 0; at < orders.size(); ++at) {
        QCOMPARE(preview->rows[at].order, orders[at]);
    }
    const auto none = bulkPreview(*database, Kind::Capture, {}, {}, shop.now());
    QVERIFY(none && none->rows.isEmpty());
}

void TestBulkPreview::conditionsOfTheList_sayWhatIsHidden()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = m_databases.fresh(dialect);
    const RandomShop shop(*database, 11);
    OrderFilter cards; // the payment has a column of this name too
    cards.methods = {PaymentMethod::Card};
    OrderFilter searched;
    searched.query = u"1"_s;
    OrderFilter authorised;
    authorised.paymentStatuses = {PaymentStatus::Authorized};
    ListTicks list;
    list.ticks.ids = QSet<OrderId>(shop.orders().begin(), shop.orders().end());
    for (const OrderFilter &shown : {OrderFilter(), cards, searched, authorised}) {
        list.shown = shown;
        const auto visible = OrderRepository(*database).matching(shown, {});
        const auto ordered = orderedTicks(*database, list);
        QVERIFY(ordered);
        const auto preview = bulkPreview(*database, Kind::Capture, ordered->orders, {}, shop.now(), false,
                                         ordered->shownCount);
        QVERIFY(visible && preview);
        QCOMPARE(preview->rows.size(), shop.orders().size());
        for (const BulkPreviewRow &row : preview->rows) {
            QCOMPARE(row.hidden, !visible->contains(row.order));
            QCOMPARE(preview->judgementOf(row).status, OrderRepository(*database).byId(row.order)->status);
        }
    }
}

void TestBulkPreview::ordersAlikeButForTheirStatus_areToldApart()
{
    open();
    const QList<OrderId> orders = addOrders(3);
    QVERIFY(database()
                .run(u"UPDATE orders SET status = ? WHERE id = ?"_s,
                     {int(OrderStatus::InProgress), orders[1].value})
                .ok());
    const BulkPreview preview = previewOf(Kind::Capture, orders);
    QCOMPARE(preview.judgementOf(preview.rows[0]).status, OrderStatus::New);
    QCOMPARE(preview.judgementOf(preview.rows[1]).status, OrderStatus::InProgress);
    QCOMPARE(preview.judgementOf(preview.rows[2]).status, OrderStatus::New);
    QCOMPARE(preview.judgements.size(), 2);
    QCOMPARE(preview.judgements[0].count, 2);
    QCOMPARE(preview.judgements[0].total, Yen{1001 + 1003});
    QCOMPARE(preview.runTotal, Yen{1001 + 1002 + 1003});
}

void TestBulkPreview::run_doesExactlyWhatThePreviewShowed()
{
    open();
    const QList<OrderId> orders = addOrders(3);
    const OrderId differing = m_money->addOrder(4, Yen{900}, {.amount = Yen{1000}});
    m_money->refresh(orders[0]);
    m_money->refresh(orders[1]); // the third was never read
    m_money->refresh(differing);
    const int reads = m_money->gateway.arrived();
    const BulkPreview preview = previewOf(Kind::Capture, orders + QList<OrderId>{differing});
    QCOMPARE(m_money->gateway.arrived(), reads); // before any call
    QCOMPARE(preview.runCount, 3);
    QCOMPARE(preview.runTotal, Yen{1001 + 1002 + 1003});
    QCOMPARE(preview.leftOut.value(RuleReason::DifferenceBlocksCapture), 1);
    QCOMPARE(preview.judgementOf(preview.rows[2]).reason, RuleReason::NeverRead);
    QCOMPARE(preview.judgementOf(preview.rows[0]).jobCd, u"SALES"_s);
    const Shop::OperationAnswer answer = carryOut(preview);
    QCOMPARE(answer.items.size(), 3);
    QCOMPARE(countIn(answer, OperationState::Done), 3);
    QCOMPARE(sent(), 3);
    QCOMPARE(m_money->effects(MoneyFixture::gatewayOrderId(4), u"SALES"_s), 0);
}

void TestBulkPreview::orderThatMovedAfterThePreview_isLeftOutOfTheRun()
{
    open();
    const QList<OrderId> orders = addOrders(4);
    for (const OrderId order : {orders[0], orders[1], orders[3]}) {
        m_money->refresh(order);
    }
    const BulkPreview preview = previewOf(Kind::Capture, orders);
    QCOMPARE(preview.runCount, 4);
    m_money->operateOne(Kind::Cancel, orders[1]);
    QVERIFY(database()
                .run(u"UPDATE orders SET payable_total = payable_total + 1 WHERE id = ?"_s, {orders[2].value})
                .ok());
    const int before = sent();
    const Shop::OperationAnswer answer = carryOut(preview);
    QCOMPARE(answer.items[0].state, OperationState::Done);
    QCOMPARE(answer.items[1].state, OperationState::Cancelled);
    QCOMPARE(answer.items[1].reason, EndReason::WrongState);
    QCOMPARE(answer.items[2].reason, EndReason::AmountMoved);
    QCOMPARE(answer.items[3].state, OperationState::Done);
    QCOMPARE(sent(), before + 2);
}

void TestBulkPreview::secondPaymentAfterThePreview_isNotCapturedBeside()
{
    open();
    const QList<OrderId> orders = addOrders(2);
    const BulkPreview preview = previewOf(Kind::Capture, orders);
    QVERIFY(m_money->shop->context()
                .payments.link(orders[0], m_money->gateway.shopId(), u"1-again"_s, PaymentMethod::Card)
                .ok());
    QCOMPARE(previewOf(Kind::Capture, orders).leftOut.value(RuleReason::AmbiguousPayment), 1);
    const Shop::OperationAnswer answer = carryOut(preview);
    QCOMPARE(answer.items[0].reason, EndReason::AmbiguousPayment);
    QCOMPARE(answer.items[1].state, OperationState::Done);
    QCOMPARE(sent(), 1);
}

void TestBulkPreview::keptAmount_isTheGatewaysOwn()
{
    open();
    const OrderId read = m_money->addOrder(1, Yen{900}, {.amount = Yen{1000}, .tax = Yen{80}});
    const OrderId unread = m_money->addOrder(2, Yen{900}, {.amount = Yen{700}});
    m_money->refresh(read);
    const BulkPreview preview = previewOf(Kind::Capture, {read, unread}, true);
    QCOMPARE(preview.runCount, 2);
    QCOMPARE(preview.amountOf(preview.rows[0]), std::optional(Yen{1080}));
    QCOMPARE(preview.amountOf(preview.rows[1]), std::optional<Yen>()); // nobody knows it yet
    QCOMPARE(preview.withoutAmount, 1);
    QCOMPARE(preview.runTotal, Yen{1080});
    const Shop::OperationAnswer answer = carryOut(preview);
    QCOMPARE(countIn(answer, OperationState::Done), 2);
    QCOMPARE(sent(), 2);
}

void TestBulkPreview::paymentThatWaitsInARun_isLeftOutOfEveryOther()
{
    open();
    const QList<OrderId> orders = addOrders(3);
    const auto paused =
        m_money->run(m_money->shop->planner().plan(requestsFor({orders[0], orders[1]}))).value();
    QVERIFY(m_money->shop->pauseRun(*paused.run));
    const BulkPreview preview = previewOf(Kind::Capture, orders);
    QCOMPARE(preview.runCount, 1);
    QCOMPARE(preview.leftOut.value(RuleReason::WaitsInRun), 2);
    // A command that asks for them all the same is told so, and sends the third alone.
    const auto answer = m_money->run(m_money->shop->operate(requestsFor(orders), [] { return false; }));
    QCOMPARE(answer.items[0].reason, EndReason::Held);
    QVERIFY(!answer.items[0].heldBy.isEmpty());
    QCOMPARE(answer.items[1].reason, EndReason::Held);
    QCOMPARE(answer.items[2].state, OperationState::Done);
    QCOMPARE(sent(), 1);
    // Ended by a person, it holds nothing any more.
    QVERIFY(*m_money->run(m_money->shop->stopRun(*paused.run)));
    QCOMPARE(previewOf(Kind::Capture, {orders[0], orders[1]}).runCount, 2);
    m_money->operate(Kind::Capture, {orders[0], orders[1]});
    QCOMPARE(sent(), 3);
}

void TestBulkPreview::interruptedPreview_isNoShortOne()
{
    const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    const RandomShop shop(*database, 5);
    database->interrupt();
    const auto preview = bulkPreview(*database, Kind::Capture, shop.orders(), {}, shop.now());
    QVERIFY(!preview);
    QCOMPARE(preview.error().kind, StorageError::Kind::Interrupted);
    database->clearInterrupt();
    QVERIFY(bulkPreview(*database, Kind::Capture, shop.orders(), {}, shop.now()));
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestBulkPreview)
#include "test_bulkpreview.moc"
