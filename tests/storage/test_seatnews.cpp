#include "core/base/ids.h"
#include "core/storage/metastore.h"
#include "core/storage/seatnews.h"
#include "tests/storage/testdatabase.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlDriver>
#include <QTest>

#include <limits>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 30'000;

/// A seat with a connection of its own, and what it heard, in order and in words.
class Listener : public QObject
{
public:
    explicit Listener(const DatabaseSpec &spec)
        : database(TestDatabases::open(spec))
        , seat{u"PC"_s, newUuid(), 0}
        , news(std::make_unique<SeatNews>(*database, seat))
    {
        connect(news.get(), &SeatNews::paymentChanged, this, [this](PaymentId id, OrderId order) {
            heard += u"payment %1 of %2"_s.arg(id.value).arg(order.value);
        });
        connect(news.get(), &SeatNews::orderChanged, this,
                [this](OrderId id) { heard += u"order %1"_s.arg(id.value); });
        connect(news.get(), &SeatNews::ordersChanged, this, [this] { heard += u"orders"_s; });
        connect(news.get(), &SeatNews::runChanged, this, [this](const QString &id) { heard += id; });
        news->listen();
    }

    /// Whatever was told before has been heard when this comes.
    bool hears(const QString &last) const
    {
        return QTest::qWaitFor([&] { return heard.contains(last); }, PatienceMs);
    }

    std::unique_ptr<Database> database;
    Seat seat;
    std::unique_ptr<SeatNews> news;
    QStringList heard;
};

int backendOf(Database &database)
{
    const auto row = database.first(u"SELECT pg_backend_pid()"_s);
    return row ? row->value(0).toInt() : 0;
}

} // namespace

/// PostgreSQL: what one seat tells the others about what it changed.
class TestSeatNews : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_administrator = m_databases.fresh(DatabaseSpec::Dialect::Postgresql);
        m_spec = m_administrator->spec();
        m_ours = std::make_unique<Listener>(m_spec);
        m_other = std::make_unique<Listener>(m_spec);
    }
    void cleanup()
    {
        m_other.reset();
        m_ours.reset();
        m_administrator.reset();
    }

    void changes_areHeardByTheOtherSeatAlone()
    {
        const QString run = newUuid();
        m_ours->news->tellPayment({7}, {3});
        m_ours->news->tellOrder({4});
        m_ours->news->tellRun(run);
        QVERIFY(m_other->hears(run));
        QTRY_COMPARE(QSet<QString>(m_other->heard.cbegin(), m_other->heard.cend()),
                     QSet<QString>({u"payment 7 of 3"_s, u"order 4"_s, run}));
        m_other->news->tellOrders(); // the server keeps the order of what it was told
        QVERIFY(m_ours->hears(u"orders"_s));
        QCOMPARE(m_ours->heard, QStringList{u"orders"_s});
    }

    void changesOfOneTurn_goOutTogether()
    {
        const QSignalSpy notified(m_other->database->driver(), &QSqlDriver::notification);
        for (qint64 i = 1; i <= 150; ++i) {
            m_ours->news->tellPayment({i % 50 + 1}, {i % 50 + 1});
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_other->heard.size(), 50, PatienceMs);
        QCOMPARE(notified.count(), 1);
    }

    void manyLongWords_areSplit()
    {
        constexpr qint64 Large = std::numeric_limits<qint64>::max();
        for (qint64 i = 0; i < 200; ++i) {
            m_ours->news->tellPayment({Large - i}, {Large - i});
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_other->heard.size(), 200, PatienceMs);
    }

    void tooManyChanges_areToldAsOne()
    {
        const QString run = newUuid();
        m_ours->news->tellRun(run);
        for (qint64 i = 1; i <= 1000; ++i) {
            m_ours->news->tellOrder({i});
        }
        QVERIFY(m_other->hears(run));
        QTRY_COMPARE_WITH_TIMEOUT(m_other->heard.size(), 2, PatienceMs);
        QVERIFY(m_other->heard.contains(u"orders"_s));
    }

    void changeDuringATransaction_isToldAfterIt()
    {
        auto transaction = Transaction::begin(*m_ours->database);
        m_ours->news->tellOrder({4});
        const Listener listener(m_spec);
        m_other->news->tellOrder({5}); // our turn to tell has come before it
        QVERIFY(listener.hears(u"order 5"_s));
        QVERIFY(!listener.heard.contains(u"order 4"_s));
        QVERIFY(transaction->commit());
        QVERIFY(listener.hears(u"order 4"_s));
    }

    void lastChange_isToldBeforeTheEnd()
    {
        m_ours->news->tellOrder({4});
        m_ours.reset(); // a command, with no further turn of an event loop
        QVERIFY(m_other->hears(u"order 4"_s));
    }

    void garbage_isIgnored()
    {
        for (const QString &payload : {u""_s, u" "_s, u"orders"_s, u"x :"_s, u"x order"_s, u"x order:"_s,
                                       u"x order:-1"_s, u"x order:1e9"_s, u"x order:99999999999999999999"_s,
                                       u"x payment:1"_s, u"x payment:1:"_s, u"x payment:a:2"_s, u"x run:"_s,
                                       u"x run:'; DROP TABLE op"_s, u"x 注文"_s, QString(7999, u'y')}) {
            QVERIFY(m_administrator->run(u"SELECT pg_notify('kessai_changes', ?)"_s, {payload}));
        }
        m_ours->news->tellOrder({4});
        QVERIFY(m_other->hears(u"order 4"_s));
        QCOMPARE(m_other->heard, QStringList{u"order 4"_s});
    }

    void connectionMadeAgain_listensAgain()
    {
        endSessionOf(*m_other);
        QVERIFY(m_administrator->run(u"SELECT pg_notify('kessai_changes', 'x order:4')"_s)); // to nobody
        QTRY_VERIFY_WITH_TIMEOUT(!m_other->database->driver()->isOpen(), PatienceMs);
        QVERIFY(!m_other->database->run(u"SELECT 1"_s));
        QVERIFY(m_other->database->run(u"SELECT 1"_s));
        QCOMPARE(m_other->heard, QStringList()); // not under the statement
        QVERIFY(m_other->hears(u"orders"_s));
        m_ours->news->tellOrder({5});
        QVERIFY(m_other->hears(u"order 5"_s));
        QCOMPARE(m_other->heard, QStringList({u"orders"_s, u"order 5"_s}));
    }

    void newsThatCannotBeSent_areForgotten()
    {
        endSessionOf(*m_ours);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^other seats not told of a change: .+"_s));
        m_ours->news->tellOrder({4});
        m_ours->news.reset(); // tells at once
        QVERIFY(MetaStore(*m_ours->database).setValue(u"after"_s, u"1"_s).ok());
        m_ours->news = std::make_unique<SeatNews>(*m_ours->database, m_ours->seat);
        m_ours->news->tellOrder({5});
        QVERIFY(m_other->hears(u"order 5"_s));
        QCOMPARE(m_other->heard, QStringList{u"order 5"_s});
    }

    void sqlite_hasNobodyToTell()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        SeatNews news(*database, m_ours->seat);
        news.listen();
        news.tellOrders();
        QCOMPARE(database->driver()->subscribedToNotifications(), QStringList());
    }

private:
    void endSessionOf(Listener &listener)
    {
        QVERIFY(m_administrator->run(u"SELECT pg_terminate_backend(?, 10000)"_s,
                                     {backendOf(*listener.database)}));
    }

    TestDatabases m_databases;
    DatabaseSpec m_spec;
    std::unique_ptr<Database> m_administrator;
    std::unique_ptr<Listener> m_ours;
    std::unique_ptr<Listener> m_other;
};

QTEST_GUILESS_MAIN(TestSeatNews)
#include "test_seatnews.moc"
