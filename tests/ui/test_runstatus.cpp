#include "tests/ui/orderfixture.h"
#include "ui/runs/runnotice.h"
#include "ui/runs/runstatus.h"
#include "ui/runs/runwords.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int PatienceMs = 60'000;

} // namespace

/// The bulk runs in the status bar, and what is told of them elsewhere.
class TestRunStatus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void running_showsHowFarAndPauses();
    void runOfTheTimeBefore_waitsForAPerson();
    void pausedRun_isNeverResumedFromHere();
    void severalRuns_areListed();
    void endOfARun_isToldWhileTheWindowIsNotInFront();

private:
    void addOrders(int count);
    void open();
    void start(qsizetype first, qsizetype count);
    /// As its page does.
    void resumeFirst() { m_desk->resume(m_desk->unfinished().first().run.id); }
    QToolButton *button(const QString &name) const
    {
        return OrderFixture::child<QToolButton>(*m_status, name);
    }

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<RunStatus> m_status;
    QList<OrderId> m_orders;
};

void TestRunStatus::cleanup()
{
    m_status.reset();
    m_desk.reset();
    m_shop.reset();
    m_orders.clear();
}

void TestRunStatus::addOrders(int count)
{
    for (int number = 1; number <= count; ++number) {
        m_orders.append(m_shop->add({.number = number, .payable = Yen{1000}}));
    }
}

void TestRunStatus::open()
{
    m_shop->open();
    m_desk = std::make_unique<RunDesk>(*m_shop->session);
    m_status = std::make_unique<RunStatus>(*m_desk);
    m_desk->begin();
}

void TestRunStatus::start(qsizetype first, qsizetype count)
{
    QList<OperationRequest> requests;
    for (const OrderId order : m_orders.mid(first, count)) {
        OperationRequest request;
        request.order = order;
        request.operatorName = u"佐藤"_s;
        requests.append(request);
    }
    QSignalSpy started(m_desk.get(), &RunDesk::started);
    QVERIFY(m_desk->start([requests] { return requests; }));
    QVERIFY(!m_desk->start([requests] { return requests; })); // one at a time
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, PatienceMs);
}

void TestRunStatus::running_showsHowFarAndPauses()
{
    addOrders(24);
    open();
    QVERIFY(m_status->isHidden());
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    QSignalSpy worked(m_desk.get(), &RunDesk::worked);
    start(0, 24);
    QTRY_VERIFY_WITH_TIMEOUT(m_status->isVisible(), PatienceMs);
    const QRegularExpression words(u"^実行中: 一括売上 \\d+/24$"_s);
    QVERIFY2(words.match(button(u"runStatusOpen"_s)->text()).hasMatch(),
             qPrintable(button(u"runStatusOpen"_s)->text()));
    QSignalSpy chosen(m_status.get(), &RunStatus::runChosen);
    QTest::mouseClick(button(u"runStatusOpen"_s), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    OrderFixture::picture(*m_status, u"run_status"_s);
    QTest::mouseClick(button(u"runStatusPause"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusOpen"_s)->text().startsWith(u"一時停止中: "_s), PatienceMs);
    QVERIFY(button(u"runStatusPause"_s)->isHidden());
    m_shop->gateway.clearFaults();
    QTRY_VERIFY_WITH_TIMEOUT(worked.count() >= 1, PatienceMs); // what was sent is answered
    QVERIFY(
        worked.first().first().value<RunDesk::Outcome>().problem.isEmpty()); // no warning of one's own pause
    resumeFirst();
    QTRY_VERIFY_WITH_TIMEOUT(m_status->isHidden(), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->gateway.arrived(u"AlterTran"_s), 24, PatienceMs);
}

void TestRunStatus::runOfTheTimeBefore_waitsForAPerson()
{
    addOrders(6);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 500}});
    start(0, 6);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->gateway.arrived(u"AlterTran"_s) >= 1, PatienceMs);
    QSignalSpy closed(m_shop->session.get(), &ShopSession::closed);
    m_shop->session->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    m_status.reset();
    m_desk.reset();
    const int sent = m_shop->gateway.arrived(u"AlterTran"_s);
    QVERIFY(sent < 6);
    m_shop->gateway.clearFaults();

    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_status->isVisible(), PatienceMs);
    QVERIFY(button(u"runStatusOpen"_s)->text().startsWith(u"一時停止中: 一括売上"_s));
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), sent); // nothing goes on by itself
    resumeFirst();
    QTRY_VERIFY_WITH_TIMEOUT(m_status->isHidden(), PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 6);
}

/// The run that is shown changes when one ends: a click that was meant to pause it must not send what
/// another one keeps back.
void TestRunStatus::pausedRun_isNeverResumedFromHere()
{
    addOrders(16);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    start(0, 8);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusPause"_s)->isVisible(), PatienceMs);
    const RunId paused = m_desk->unfinished().first().run.id;
    QTest::mouseClick(button(u"runStatusPause"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusShow"_s)->isVisible(), PatienceMs);
    start(8, 8);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusPause"_s)->isVisible(), PatienceMs); // of the one that runs
    QVERIFY(button(u"runStatusShow"_s)->isHidden());
    m_shop->gateway.clearFaults();
    const QPoint place = button(u"runStatusPause"_s)->geometry().center();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->unfinished().size(), 1, PatienceMs); // it has ended under the hand
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusShow"_s)->isVisible(), PatienceMs);
    QVERIFY(button(u"runStatusPause"_s)->isHidden());
    const QString words = button(u"runStatusShow"_s)->text() + button(u"runStatusShow"_s)->accessibleName();
    QVERIFY2(!words.contains(u"再開"_s), qPrintable(words));

    const int sent = m_shop->gateway.arrived(u"AlterTran"_s);
    QSignalSpy chosen(m_status.get(), &RunStatus::runChosen);
    QCoreApplication::sendPostedEvents(); // laid out anew
    QWidget *underTheHand = m_status->childAt(place);
    QTest::mouseClick(underTheHand ? underTheHand : m_status.get(), Qt::LeftButton);
    QTest::mouseClick(button(u"runStatusShow"_s), Qt::LeftButton);
    QVERIFY(chosen.count() >= 1);
    QCOMPARE(chosen.last().first().value<RunId>(), paused);
    auto state = m_shop->session->onEngine( // behind whatever the clicks asked for
        [paused](Shop &shop) { return (*shop.context().runs.byId(paused))->state; });
    QTRY_VERIFY_WITH_TIMEOUT(state.isFinished(), PatienceMs);
    QCOMPARE(state.result(), RunStore::State::Paused);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), sent);
}

void TestRunStatus::severalRuns_areListed()
{
    addOrders(16);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    start(0, 8);
    start(8, 8);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runStatusOpen"_s)->text().contains(u"（ほか1件）"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_status->isHidden(), PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 16);
}

void TestRunStatus::endOfARun_isToldWhileTheWindowIsNotInFront()
{
    addOrders(3);
    open();
    QWidget window;
    RunNotice notice(window); // the window is not even shown
    QSignalSpy told(&notice, &RunNotice::told);
    connect(m_desk.get(), &RunDesk::cameToRest, &notice, &RunNotice::tell);
    start(0, 3);
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, PatienceMs);
    QCOMPARE(told.first().at(0).toString(), u"一括売上が終わりました"_s);
    QCOMPARE(told.first().at(1).toString(), u"3件のうち、完了 3件です。"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    notice.tell(m_desk->unfinished().value(0));
    QCOMPARE(told.count(), 1);
}

} // namespace kessai

QTEST_MAIN(kessai::TestRunStatus)
#include "test_runstatus.moc"
