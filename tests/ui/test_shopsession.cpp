#include "app/desktop/practiceshop.h"
#include "core/services/shopsession.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;

/// Takes long enough that nobody waits for it: SQLite counts until it is interrupted.
StorageResult<int> endlessRead(Database &database)
{
    const auto counted = database.run(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
    if (!counted) {
        return failure(counted.error());
    }
    return 1;
}

QCoro::Task<QString> nameAfterALoop(Shop &shop)
{
    co_await shop.context().clock.sleep(std::chrono::milliseconds(1));
    co_return shop.settings().shopName();
}

} // namespace

class ShopSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void engine_runsFunctionsAndCoroutinesOnItsOwnThread();
    void newerReadOfAKind_interruptsTheOlderOne();
    void readsOfNoKind_areAllAnswered();
    void stopReads_endsWhatRuns();
    void reader_cannotWrite();
    void afterClosing_workIsDropped();
    void closedWhileOpeningFails_saysClosedOnce();

private:
    PracticeShop m_practice;
    std::unique_ptr<ShopSession> m_session;
};

void ShopSessionTest::initTestCase()
{
    QSignalSpy ready(&m_practice, &PracticeShop::ready);
    m_practice.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, PatienceMs);
}

void ShopSessionTest::init()
{
    m_session = std::make_unique<ShopSession>();
    QSignalSpy opened(m_session.get(), &ShopSession::opened);
    Shop::Options options;
    options.dataFolder = m_practice.dataFolder();
    m_session->open(options);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, PatienceMs);
}

void ShopSessionTest::cleanup()
{
    QSignalSpy closed(m_session.get(), &ShopSession::closed);
    m_session->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    m_session.reset();
}

void ShopSessionTest::engine_runsFunctionsAndCoroutinesOnItsOwnThread()
{
    auto thread = m_session->onEngine([](Shop &) { return QThread::currentThread(); });
    auto name = m_session->onEngine([](Shop &shop) { return nameAfterALoop(shop); });
    QTRY_VERIFY(thread.isFinished() && name.isFinished());
    QVERIFY(thread.result() != QThread::currentThread());
    QCOMPARE(name.result(), u"練習商店"_s);
}

void ShopSessionTest::newerReadOfAKind_interruptsTheOlderOne()
{
    auto older = m_session->onReader("list", endlessRead);
    auto newer = m_session->onReader("list", [](Database &) { return 2; });
    QTRY_VERIFY(older.isFinished() && newer.isFinished());
    QVERIFY(older.isCanceled());
    QCOMPARE(older.resultCount(), 0);
    QCOMPARE(newer.result(), 2);
}

void ShopSessionTest::readsOfNoKind_areAllAnswered()
{
    auto first = m_session->onReader({}, [](Database &) { return 1; });
    auto second = m_session->onReader({}, [](Database &) { return 2; });
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(first.result() + second.result(), 3);
}

void ShopSessionTest::stopReads_endsWhatRuns()
{
    auto running = m_session->onReader("list", endlessRead);
    m_session->stopReads("list");
    QTRY_VERIFY(running.isFinished());
    QVERIFY(running.isCanceled());
}

void ShopSessionTest::reader_cannotWrite()
{
    auto write = m_session->onReader(
        {}, [](Database &database) { return database.run(u"CREATE TABLE intruder (id BIGINT)"_s).ok(); });
    QTRY_VERIFY(write.isFinished());
    QVERIFY(!write.result());
}

void ShopSessionTest::afterClosing_workIsDropped()
{
    const auto stop = m_session->stopRequested();
    QVERIFY(!stop());
    QSignalSpy closed(m_session.get(), &ShopSession::closed);
    m_session->close();
    QVERIFY(stop());
    auto late = m_session->onEngine([](Shop &) { return 1; });
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(late.isFinished());
    QVERIFY(late.isCanceled());
}

/// Whoever closes waits for closed(), whatever becomes of the opening.
void ShopSessionTest::closedWhileOpeningFails_saysClosedOnce()
{
    const QTemporaryDir empty;
    ShopSession session;
    QSignalSpy failed(&session, &ShopSession::openFailed);
    QSignalSpy closed(&session, &ShopSession::closed);
    Shop::Options options;
    options.dataFolder = empty.path();
    session.open(options);
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    QCoreApplication::processEvents(); // what was posted before is delivered
    QCOMPARE(closed.count(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(session.state(), ShopSession::State::Closed);
}

QTEST_GUILESS_MAIN(ShopSessionTest)
#include "test_shopsession.moc"
