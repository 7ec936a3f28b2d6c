#include "core/services/drift.h"
#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

const auto NeverStop = [] { return false; };

/// The window's words in English, as far as the test looks.
class EnglishWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        const bool captured = QByteArray(context) == "Words" && QString::fromUtf8(text) == u"実売上済み"_s;
        return captured ? u"Captured"_s : QString();
    }
};

} // namespace

/// Doubt and what comes after it: settling, watching, findings, resolving.
class TestSettle : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void unreadableReads_areNeverAVerdict();
    void clockSteppedBack_onlyDelaysTheNo();
    void successWithoutAReadableRead_isDoneByTheNextRead();
    void orderUnknownToTheGateway_isAConflict();
    void thirdState_isAConflictThatAPersonResolves();
    void conflictOfAnOlderStart_isNotTakenOver();
    void answerAgainstTheFreshRead_isNotTaken_data() { TestDatabases::addDialects(); }
    void answerAgainstTheFreshRead_isNotTaken();
    void answerAgainstTheFreshRead_isToldInTheWindowsLanguage();
    void clockThatDiffers_isToldOnceUntilItAgreesAgain();
    void saleWhoseAmountWasChangedMeanwhile_isAdoptedAsASale();
    void lateEffect_opensAFindingThatNeedsAReason();
    void lateEffect_isAFindingWhoeverReadsIt_data();
    void lateEffect_isAFindingWhoeverReadsIt();
    void watchedPayment_staysDueWhileItIsHeld();
    void transactionGoneAtTheGateway_isAFindingThatAReasonCloses();
    void sweepAfterARestore_goesOnWhereItStood();
    void consoleChange_isAFindingThatRefreshCloses();
    void refresh_tellsBothAmounts();
    void lostAuthorization_needsAPerson();
    void saleTakenBackAtTheConsole_isClosedByARefresh();
    void readAsBefore_isStaleUntilTheSettleTime();
    void staleRead_isBelievedByNobody();
    void clockSetForward_doesNotHastenTheNo();
    void slowStore_bringsNoReadsFurtherApart_data();
    void slowStore_bringsNoReadsFurtherApart();
    void shoppersStep_isNoFinding();
    void doubt_holdsThePayment();
    void newDateAlone_isAFindingWhileOnWatch();
    void slowerResolve_doesNotCloseWhatItDidNotSee();
    void openFinding_keepsTheLink();
    void otherSeatsDoubt_isNotRefusedByOurClock();
    void sameAgainAfterNoEffect_namesWhatItRepeats();

private:
    /// The gateway does not know the order for as long as it is asked what became of the capture.
    OperationItem conflictAfter(FaultKind kind)
    {
        const OperationItem item = captureWith(kind);
        m_money->gateway.addFaults(
            {{.kind = FaultKind::Error, .call = u"SearchTrade"_s, .codes = {u"E01110002"_s}}});
        m_money->settle();
        m_money->gateway.clearFaults();
        return item;
    }
    OperationItem captureWith(FaultKind kind)
    {
        m_order = m_money->addOrder(272, Yen{3200});
        m_money->gateway.addFaults({{.kind = kind, .call = u"AlterTran"_s, .nth = 1}});
        return m_money->operateOne(OperationKind::Capture, m_order);
    }
    PaymentId payment() { return m_money->shop->context().payments.ofOrder(m_order).value().first().id; }
    QList<Finding> findings() { return m_money->shop->context().journal.openFindings().value(); }
    SweepReport sweep()
    {
        return m_money->run(m_money->shop->sweep().compare({payment()}, u"SWEEP"_s, NeverStop)).value();
    }
    ResolveService::Outcome resolve(Resolution resolution, const QString &reason)
    {
        return m_money->run(m_money->shop->resolver().resolve(payment(), resolution, reason, u"佐藤"_s))
            .value();
    }
    QStringList broken()
    {
        Invariants invariants(*m_money);
        return invariants.broken(MoneyFixture::gatewayOrderId(272)) + invariants.brokenStore();
    }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
    OrderId m_order;
};

void TestSettle::unreadableReads_areNeverAVerdict()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s}});
    m_money->settle(2h);
    QCOMPARE(m_money->operation(item).state, OperationState::InDoubt);
    m_money->gateway.clearFaults();
    m_money->settle(3h);
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
    QCOMPARE(broken(), QStringList());
}

void TestSettle::clockSteppedBack_onlyDelaysTheNo()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->clock.setNowUtc(m_money->clock.nowUtc().addSecs(-3600));
    m_money->settle(10min);
    QCOMPARE(m_money->operation(item).state, OperationState::InDoubt);
    m_money->settle(3h);
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
    QCOMPARE(broken(), QStringList());
}

void TestSettle::successWithoutAReadableRead_isDoneByTheNextRead()
{
    m_order = m_money->addOrder(272, Yen{3200}, {.amount = Yen{2000}});
    m_money->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s, .nth = 2}});
    const OperationItem item = m_money->operateOne(OperationKind::Change, m_order);
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(m_money->operation(item).proof, Proof::Both);
    QCOMPARE(broken(), QStringList());
}

void TestSettle::orderUnknownToTheGateway_isAConflict()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"SearchTrade"_s, .codes = {u"E01110002"_s}}});
    m_money->settle(180s);
    QCOMPARE(m_money->operation(item).state, OperationState::InDoubt);
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Conflict);
    QCOMPARE(m_money->operation(item).endReason, EndReason::UnknownOrder);
}

void TestSettle::thirdState_isAConflictThatAPersonResolves()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"VOID"_s).ok());
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Conflict);
    QCOMPARE(m_money->operateOne(OperationKind::Reauthorize, m_order).reason, EndReason::Held);

    QVERIFY(!resolve(Resolution::Refused, u"  "_s).resolved);
    m_money->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s, .nth = 1}});
    QVERIFY(!resolve(Resolution::Refused, u"読めないとき"_s).resolved);
    QCOMPARE(m_money->operation(item).state, OperationState::Conflict);
    QVERIFY(resolve(Resolution::Refused, u"管理画面で取り消した"_s).resolved);
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
    QCOMPARE(m_money->operation(item).proof, Proof::Person);
    QCOMPARE(m_money->operation(item).endReason, EndReason::UnexpectedState);
    QCOMPARE(m_money->evidence(item).last().source, u"PERSON"_s);
    QCOMPARE(broken(), QStringList());
}

/// It waits for a person: a command each minute would add a line each minute.
void TestSettle::conflictOfAnOlderStart_isNotTakenOver()
{
    const OperationItem item = conflictAfter(FaultKind::DropAfter);
    const Operation before = m_money->operation(item);
    QCOMPARE(before.state, OperationState::Conflict);
    const auto rows = m_money->evidence(item).size();
    for (int start = 0; start < 2; ++start) {
        m_money->close();
        m_money->open();
    }
    QCOMPARE(m_money->evidence(item).size(), rows);
    QCOMPARE(m_money->operation(item).epoch, before.epoch);
    // All that is done with it goes on as at the start that left it.
    m_money->settle(1min);
    const auto read = m_money->run(m_money->shop->refresh().refresh(payment(), u"佐藤"_s));
    QVERIFY(read.value().error.contains(u"要確認"_s));
    QCOMPARE(sweep().held, 1);
    QCOMPARE(m_money->operateOne(OperationKind::Cancel, m_order).reason, EndReason::Held);
    QVERIFY(resolve(Resolution::Done, u"GMOで売上になっている"_s).resolved);
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QVERIFY(sweep().differences.isEmpty());
    QCOMPARE(broken(), QStringList());
}

void TestSettle::answerAgainstTheFreshRead_isNotTaken()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const bool postgresql = dialect == DatabaseSpec::Dialect::Postgresql;
    if (postgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto newShop = [&] {
        m_money.reset();
        m_server = postgresql ? std::make_unique<PostgresqlServer>() : nullptr;
        m_money = std::make_unique<MoneyFixture>(m_server ? m_server->newDatabase() : QString());
        m_money->open();
    };
    newShop();
    const OperationItem done = conflictAfter(FaultKind::DropAfter);
    QCOMPARE(m_money->operation(done).state, OperationState::Conflict);
    const auto notRefused = resolve(Resolution::Refused, u"古い画面を見た"_s);
    QVERIFY(!notRefused.resolved);
    QVERIFY2(notRefused.problem.contains(u"実売上済み"_s) && notRefused.problem.contains(u"完了"_s),
             qPrintable(notRefused.problem));
    QCOMPARE(m_money->operation(done).state, OperationState::Conflict);
    QCOMPARE(m_money->evidence(done).last().source, u"READ"_s);
    QVERIFY(resolve(Resolution::Done, u"GMOで売上になっている"_s).resolved);
    QCOMPARE(m_money->operation(done).state, OperationState::Done);
    QCOMPARE(broken(), QStringList());

    newShop();
    const OperationItem nothing = conflictAfter(FaultKind::DropBefore);
    QCOMPARE(m_money->operation(nothing).state, OperationState::Conflict);
    const auto notDone = resolve(Resolution::Done, u"古い画面を見た"_s);
    QVERIFY(!notDone.resolved);
    QVERIFY2(notDone.problem.contains(u"仮売上済み"_s) && notDone.problem.contains(u"不成立"_s),
             qPrintable(notDone.problem));
    QCOMPARE(m_money->operation(nothing).state, OperationState::Conflict);
    QVERIFY(resolve(Resolution::Refused, u"GMOで何も動いていない"_s).resolved);
    QCOMPARE(m_money->operation(nothing).endReason, EndReason::NoEffect);
    QCOMPARE(broken(), QStringList());
}

void TestSettle::answerAgainstTheFreshRead_isToldInTheWindowsLanguage()
{
    conflictAfter(FaultKind::DropAfter);
    EnglishWords english;
    QVERIFY(QCoreApplication::installTranslator(&english));
    const QString problem = resolve(Resolution::Refused, u"古い画面を見た"_s).problem;
    QVERIFY(QCoreApplication::removeTranslator(&english));
    QVERIFY2(problem.contains(u"Captured、3,200円"_s), qPrintable(problem));
}

void TestSettle::clockThatDiffers_isToldOnceUntilItAgreesAgain()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->shop->context().loopback = false;
    QSignalSpy differs(&m_money->shop->notifier(), &ChangeNotifier::clockDiffers);
    m_money->refresh(m_order);
    QCOMPARE(differs.count(), 0);
    const QDateTime right = m_money->clock.nowUtc();
    m_money->clock.setNowUtc(right.addSecs(-1200));
    m_money->refresh(m_order);
    m_money->refresh(m_order);
    QCOMPARE(differs.count(), 1);
    QVERIFY(differs.first().first().toLongLong() > 600);
    m_money->clock.setNowUtc(right);
    m_money->refresh(m_order);
    QCOMPARE(differs.count(), 2);
    QCOMPARE(differs.last().first().toLongLong(), 0);
}

void TestSettle::saleWhoseAmountWasChangedMeanwhile_isAdoptedAsASale()
{
    const OperationItem item = captureWith(FaultKind::DropAfter);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"CAPTURE"_s, Yen{3100}).ok());
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Conflict);
    QVERIFY(resolve(Resolution::Adopt, u"管理画面で減額した"_s).resolved);
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(m_money->operation(item).proof, Proof::Person);
}

void TestSettle::lateEffect_opensAFindingThatNeedsAReason()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->settle();
    QCOMPARE(m_money->operation(item).endReason, EndReason::NoEffect);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s).ok());

    const auto watch = [&] { return m_money->run(m_money->shop->sweep().watchDue(NeverStop)).value(); };
    QCOMPARE(watch().compared, 0);
    m_money->clock.advance(5min);
    QCOMPARE(watch().differences.size(), 1);
    QCOMPARE(findings().size(), 1);
    QCOMPARE(findings().first().source, u"WATCH"_s);
    QCOMPARE(findings().first().operationId, item.operation);
    m_money->clock.advance(1h);
    watch();
    QCOMPARE(findings().size(), 1);

    m_money->refresh(m_order);
    QCOMPARE(findings().size(), 1);
    QCOMPARE(m_money->operateOne(OperationKind::Cancel, m_order).reason, EndReason::Held);
    QVERIFY(!resolve(Resolution::Adopt, {}).resolved);
    QVERIFY(resolve(Resolution::Adopt, u"遅れて売上になった"_s).resolved);
    QVERIFY(findings().isEmpty());
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).reason, EndReason::AlreadyDone);
    QCOMPARE(m_money->operation(item).state, OperationState::Refused); // what is final stays
    QCOMPARE(broken(), QStringList());
}

void TestSettle::lateEffect_isAFindingWhoeverReadsIt_data()
{
    QTest::addColumn<QString>("reader");
    QTest::newRow("refresh") << u"refresh"_s;
    QTest::newRow("sweep") << u"sweep"_s;
    QTest::newRow("the pre-check of the same again") << u"capture"_s;
    QTest::newRow("the pre-check of another operation") << u"cancel"_s;
}

void TestSettle::lateEffect_isAFindingWhoeverReadsIt()
{
    QFETCH(QString, reader);
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->settle();
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s).ok());
    if (reader == u"refresh"_s) {
        const auto read = m_money->run(m_money->shop->refresh().refresh(payment(), u"佐藤"_s)).value();
        const QString told =
            questionedText(m_money->operation(item), Snapshot{u"SALES"_s, Yen{3200}, Yen{0}, {}, {}, {}});
        QVERIFY2(told.contains(u"売上確定"_s) && told.contains(u"GMOに反映されました"_s), qPrintable(told));
        QCOMPARE(read.error, told);
    } else if (reader == u"sweep"_s) {
        sweep();
    } else {
        const auto kind = reader == u"capture"_s ? OperationKind::Capture : OperationKind::Cancel;
        QCOMPARE(m_money->operateOne(kind, m_order).reason, EndReason::Held);
    }
    QCOMPARE(findings().size(), 1);
    QCOMPARE(findings().first().operationId, item.operation);
    ShopContext &context = m_money->shop->context();
    QCOMPARE(context.payments.byId(payment()).value().known->status, u"AUTH"_s); // nothing was adopted
    QCOMPARE(m_money->operateOne(OperationKind::Cancel, m_order).reason, EndReason::Held);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
    QVERIFY(resolve(Resolution::Adopt, u"遅れて売上になった"_s).resolved);
    QCOMPARE(context.payments.byId(payment()).value().known->status, u"SALES"_s);
}

void TestSettle::watchedPayment_staysDueWhileItIsHeld()
{
    captureWith(FaultKind::DropBefore);
    m_money->settle();
    m_money->clock.advance(5min);
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).state, OperationState::InDoubt);
    const auto watch = [&] { return m_money->run(m_money->shop->sweep().watchDue(NeverStop)).value(); };
    QCOMPARE(watch().held, 1);
    m_money->settle();
    QCOMPARE(watch().compared, 1);
}

void TestSettle::transactionGoneAtTheGateway_isAFindingThatAReasonCloses()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    m_money->gateway.addFaults({{.kind = FaultKind::Error,
                                 .call = u"SearchTrade"_s,
                                 .orderId = MoneyFixture::gatewayOrderId(272),
                                 .codes = {u"E01110002"_s}}});
    QVERIFY(m_money->shop->context().meta.setSweepNeeded(true).ok());
    const OrderId other = m_money->addOrder(273, Yen{1000});
    m_money->refresh(other);
    // The sweep after a restore ends, with a finding instead of an answer.
    QCOMPARE(m_money->operateOne(OperationKind::Capture, other).state, OperationState::Done);
    QCOMPARE(findings().size(), 1);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).reason, EndReason::Held);
    QVERIFY(resolve(Resolution::Adopt, u"GMOの保存期間を過ぎた取引"_s).resolved);
    QVERIFY(findings().isEmpty());
}

void TestSettle::sweepAfterARestore_goesOnWhereItStood()
{
    constexpr int Orders = 120;
    for (int number = 1; number <= Orders; ++number) {
        m_money->refresh(m_money->addOrder(number, Yen{1000}));
    }
    QVERIFY(m_money->shop->context().meta.setSweepNeeded(true).ok());
    const int before = m_money->gateway.arrived(u"SearchTrade"_s);
    const auto reads = [&] { return m_money->gateway.arrived(u"SearchTrade"_s) - before; };
    const auto broken = m_money->run(m_money->shop->sweep().afterRestore([&] { return reads() >= 70; }));
    QVERIFY(!broken.value());
    QVERIFY(m_money->shop->context().meta.sweepNeeded().value());
    const int brokenAt = reads();
    QVERIFY2(brokenAt >= 70 && brokenAt < 100, qPrintable(QString::number(brokenAt)));
    const auto ended = m_money->run(m_money->shop->sweep().afterRestore(NeverStop));
    QVERIFY(ended.value());
    QVERIFY(!m_money->shop->context().meta.sweepNeeded().value());
    QCOMPARE(reads(), brokenAt + (Orders - 50)); // the first fifty were not read again
}

void TestSettle::newDateAlone_isAFindingWhileOnWatch()
{
    captureWith(FaultKind::DropBefore);
    m_money->settle();
    ShopContext &context = m_money->shop->context();
    const Payment watched = context.payments.byId(payment()).value();
    Snapshot seen = *watched.known;
    QVERIFY(!questionedOperation(context, watched, seen).value());
    seen.processDate = u"20201203150000"_s;
    QVERIFY(questionedOperation(context, watched, seen).value());
    QCOMPARE(findings().size(), 1);
}

void TestSettle::slowerResolve_doesNotCloseWhatItDidNotSee()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s).ok());
    QCOMPARE(sweep().differences.size(), 1);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::DelayAfter, .call = u"SearchTrade"_s, .nth = 1, .ms = 300}});
    const int before = m_money->gateway.arrived(u"SearchTrade"_s);
    auto slow = m_money->shop->resolver().resolve(payment(), Resolution::Adopt, u"遅い方"_s, u"鈴木"_s);
    QTRY_COMPARE(m_money->gateway.arrived(u"SearchTrade"_s), before + 1);
    QVERIFY(resolve(Resolution::Adopt, u"速い方"_s).resolved);
    QCOMPARE(m_money->operateOne(OperationKind::Cancel, m_order).state, OperationState::Done);
    const auto outcome = m_money->run(std::move(slow)).value();
    QVERIFY(!outcome.resolved);
    QVERIFY(!outcome.problem.isEmpty());
    QCOMPARE(m_money->shop->context().payments.byId(payment()).value().known->status, u"VOID"_s);
}

void TestSettle::openFinding_keepsTheLink()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s).ok());
    QCOMPARE(sweep().differences.size(), 1);
    PaymentRepository &payments = m_money->shop->context().payments;
    QVERIFY(!payments.unlink(payment(), u"別の注文"_s, u"佐藤"_s, u"A"_s).ok());
    m_money->refresh(m_order);
    QVERIFY(payments.unlink(payment(), u"別の注文"_s, u"佐藤"_s, u"A"_s).ok());
}

void TestSettle::otherSeatsDoubt_isNotRefusedByOurClock()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    ShopContext &context = m_money->shop->context();
    OperationRequest request;
    request.order = m_order;
    const auto plan = m_money->run(m_money->shop->planner().plan({request})).value();
    const OperationId id = *plan.items.first().operation;
    JournalStore other(context.database, Seat{u"B"_s, newUuid(), 2});
    // Its clock is an hour behind ours: by ours the settle time is long over.
    const QDateTime theirs = m_money->clock.nowUtc().addSecs(-3600);
    const qint64 epoch = other.claim(id, theirs).value().epoch;
    const Snapshot pre = *context.payments.byId(payment()).value().known;
    QVERIFY(other.arm({id, epoch, pre, u"SALES"_s, u"digest"_s, theirs}).value());
    QVERIFY(other
                .move({id, OperationState::Armed, OperationState::InDoubt, epoch, {}, EndReason::NoAnswer},
                      {}, theirs)
                .value());
    Settler &settler = m_money->shop->settler();
    for (int read = 0; read < 3; ++read) {
        QCOMPARE(m_money->run(settler.settleOnce(id)), OperationState::InDoubt);
        m_money->clock.advance(10min);
    }
    QVERIFY(settler.adoptAbandoned().value().any());
    QCOMPARE(m_money->run(settler.settleOnce(id)), OperationState::InDoubt);
    m_money->clock.advance(1min);
    QCOMPARE(m_money->run(settler.settleOnce(id)), OperationState::InDoubt);
    m_money->clock.advance(3min);
    m_money->settle();
    QCOMPARE(context.journal.byId(id).value().endReason, EndReason::NoEffect);
}

void TestSettle::sameAgainAfterNoEffect_namesWhatItRepeats()
{
    const OperationItem first = captureWith(FaultKind::DropBefore);
    m_money->settle();
    const OperationItem again = m_money->operateOne(OperationKind::Capture, m_order);
    QCOMPARE(again.state, OperationState::Done);
    QCOMPARE(m_money->operation(again).retryOf, first.operation);
    const OperationItem cancel = m_money->operateOne(OperationKind::Cancel, m_order);
    QVERIFY(!m_money->operation(cancel).retryOf);
}

void TestSettle::consoleChange_isAFindingThatRefreshCloses()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    QCOMPARE(sweep().differences.size(), 0);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s).ok());
    const SweepReport report = sweep();
    QCOMPARE(report.differences.size(), 1);
    QCOMPARE(report.differences.first().believed.status, u"AUTH"_s);
    QCOMPARE(report.differences.first().seen->status, u"SALES"_s);
    sweep();
    QCOMPARE(findings().size(), 1);
    m_money->refresh(m_order);
    QVERIFY(findings().isEmpty());
    QCOMPARE(sweep().differences.size(), 0);
}

void TestSettle::refresh_tellsBothAmounts()
{
    m_order = m_money->addOrder(272, Yen{3200});
    const auto refresh = [this] {
        return m_money->run(m_money->shop->refresh().refresh(payment(), u"佐藤"_s)).value();
    };
    const RefreshItem first = refresh();
    QVERIFY(!first.amountBefore);
    QCOMPARE(first.amountAfter, std::optional(Yen{3200}));
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"AUTH"_s, Yen{2700}).ok());
    const RefreshItem reduced = refresh();
    QCOMPARE(reduced.after, reduced.before);
    QCOMPARE(reduced.amountBefore, std::optional(Yen{3200}));
    QCOMPARE(reduced.amountAfter, std::optional(Yen{2700}));
    QVERIFY(reduced.changed);
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"ChangeTran"_s, .nth = 1}});
    QCOMPARE(m_money->operateOne(OperationKind::Change, m_order).state, OperationState::InDoubt);
    const RefreshItem settled = refresh(); // by an operation of ours
    QCOMPARE(settled.amountBefore, std::optional(Yen{2700}));
    QCOMPARE(settled.amountAfter, std::optional(Yen{3200}));
    QVERIFY(settled.changed);
}

void TestSettle::lostAuthorization_needsAPerson()
{
    m_order = m_money->addOrder(272, Yen{3200});
    m_money->refresh(m_order);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"VOID"_s).ok());
    QCOMPARE(sweep().differences.size(), 1);
    m_money->refresh(m_order);
    QCOMPARE(findings().size(), 1);
    QVERIFY(resolve(Resolution::Adopt, u"お客様の希望で取り消した"_s).resolved);
    QVERIFY(findings().isEmpty());
}

void TestSettle::saleTakenBackAtTheConsole_isClosedByARefresh()
{
    m_order = m_money->addOrder(272, Yen{3200}, {.status = simulator::CardStatus::Sales});
    m_money->refresh(m_order);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"VOID"_s).ok());
    QCOMPARE(sweep().differences.size(), 1);
    m_money->refresh(m_order);
    QVERIFY(findings().isEmpty());
}

/// The gateway may show an effect up to T_SETTLE late.
void TestSettle::readAsBefore_isStaleUntilTheSettleTime()
{
    m_order = m_money->addOrder(272, Yen{3200});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, m_order);
    QCOMPARE(item.state, OperationState::Done);
    ShopContext &context = m_money->shop->context();
    const Snapshot before = *m_money->operation(item).pre;
    QVERIFY(mayBeStale(context, payment(), before).value());
    QVERIFY(!mayBeStale(context, payment(), *context.payments.byId(payment()).value().known).value());
    m_money->clock.advance(200s);
    QVERIFY(!mayBeStale(context, payment(), before).value());
}

void TestSettle::staleRead_isBelievedByNobody()
{
    m_order = m_money->addOrder(272, Yen{3200});
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).state, OperationState::Done);
    m_money->gateway.addFaults({{.kind = FaultKind::StaleRead, .call = u"SearchTrade"_s}});
    const auto status = [this] {
        return m_money->shop->context().payments.byId(payment()).value().known->status;
    };
    m_money->refresh(m_order);
    QCOMPARE(status(), u"SALES"_s);
    QVERIFY(sweep().differences.isEmpty());
    QCOMPARE(status(), u"SALES"_s);
    QVERIFY(findings().isEmpty());
    const OperationItem again = m_money->operateOne(OperationKind::Cancel, m_order);
    QCOMPARE(again.state, OperationState::Cancelled);
    QCOMPARE(again.reason, EndReason::Held);
    QCOMPARE(status(), u"SALES"_s);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
    m_money->gateway.clearFaults();
    QCOMPARE(broken(), QStringList());
}

void TestSettle::clockSetForward_doesNotHastenTheNo()
{
    const OperationItem item = captureWith(FaultKind::DropBefore);
    m_money->clock.setNowUtc(m_money->clock.nowUtc().addSecs(3600));
    m_money->settle(2min);
    QCOMPARE(m_money->operation(item).state, OperationState::InDoubt);
    m_money->settle(10min);
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
}

/// However the reads happen to fall.
void TestSettle::slowStore_bringsNoReadsFurtherApart_data()
{
    QTest::addColumn<int>("lookMs");
    for (int lookMs = 1000; lookMs < 2000; lookMs += 100) {
        QTest::addRow("%d ms", lookMs) << lookMs;
    }
}

/// T_GAP lies between the reads, whatever time the store took over them (journal.md §8).
void TestSettle::slowStore_bringsNoReadsFurtherApart()
{
    QFETCH(int, lookMs);
    const OperationItem item = captureWith(FaultKind::DropBefore);
    const JournalTiming &timing = m_money->shop->context().timing;
    m_money->clock.advance(timing.sendWindow + timing.settle);
    const QDateTime settled =
        m_money->operation(item).armedAt->addMSecs((timing.sendWindow + timing.settle).count());
    m_money->clock.passAtEachLook(std::chrono::milliseconds(lookMs));
    while (m_money->operation(item).state == OperationState::InDoubt) {
        m_money->run(m_money->shop->settler().settleOnce(*item.operation));
    }
    QCOMPARE(m_money->operation(item).endReason, EndReason::NoEffect);
    QList<QDateTime> reads;
    for (const Evidence &row : m_money->evidence(item)) {
        if (row.source == u"READ"_s && row.at >= settled) {
            reads.append(row.at);
        }
    }
    QVERIFY(reads.size() > 1);
    QVERIFY2(reads.first().msecsTo(reads.last()) >= timing.gap.count(),
             qPrintable(QString::number(reads.first().msecsTo(reads.last()))));
}

void TestSettle::shoppersStep_isNoFinding()
{
    m_order = m_money->addOrder(272, Yen{3200}, {.status = simulator::CardStatus::Authenticated});
    m_money->refresh(m_order);
    QVERIFY(m_money->gateway.actAsShopper(MoneyFixture::gatewayOrderId(272), u"finish"_s).ok());
    QCOMPARE(sweep().differences.size(), 0);
    QVERIFY(findings().isEmpty());
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).state, OperationState::Done);
}

void TestSettle::doubt_holdsThePayment()
{
    const OperationItem item = captureWith(FaultKind::DropAfter);
    for (const OperationKind kind : {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change}) {
        const OperationItem other = m_money->operateOne(kind, m_order);
        QCOMPARE(other.state, OperationState::Cancelled);
        QCOMPARE(other.reason, EndReason::Held);
        QCOMPARE(other.heldBy, holderInWords(m_money->operation(item)));
    }
    QCOMPARE(sweep().compared, 0);
    m_money->refresh(m_order); // settles instead
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSettle)
#include "test_settle.moc"
