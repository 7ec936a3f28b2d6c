#include "core/domain/totals.h"
#include "core/services/orderediting.h"
#include "core/storage/orderimportstore.h"
#include "tests/domain/editedorder.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

#include <future>
#include <thread>

namespace kessai {

using namespace Qt::StringLiterals;
using Outcome = SaveAnswer::Outcome;
using F = OrderField;

/// PostgreSQL: two seats, each with its own connection, at the same order.
class TestEditingSeats : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savesAtTheSameMoment_areBothKept();
    void saveDuringAnothersChange_isPutTogetherWithIt();
    void manySavesOfOneField_loseNothing();
    void editingElsewhere_isShownAndCanBeTakenOver();

private:
    /// What `work` answers at a seat of its own, on its own thread; it goes on at once.
    template <typename Work>
    auto atSeat(const QString &operatorName, Work work)
    {
        return std::async(std::launch::async, [folder = m_ours->dataFolder(), operatorName, work] {
            VirtualClock clock(MoneyFixture::start());
            Shop::Options options;
            options.dataFolder = folder;
            options.operatorName = operatorName;
            auto shop = Shop::open(options, clock);
            if (!shop) {
                qFatal("%s", qPrintable(shop.error().message));
            }
            return work(**shop);
        });
    }
    /// Whether a statement of this database waits for another's lock.
    static bool somebodyWaits(Database &watcher)
    {
        return !watcher
                    .first(u"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
                           "AND cardinality(pg_blocking_pids(pid)) > 0"_s)
                    ->isEmpty();
    }
    ShopContext &context() { return m_ours->shop->context(); }
    Order stored() { return *context().orders.byId(m_order); }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_ours;
    OrderId m_order;
};

void TestEditingSeats::init()
{
    if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    m_server = m_server ? std::move(m_server) : std::make_unique<PostgresqlServer>();
    m_ours = std::make_unique<MoneyFixture>(m_server->newDatabase());
    m_ours->open();
    m_order = m_ours->addOrder(272, Yen{4860});
    QVERIFY(
        OrderImportStore(context().database).apply(orderToEdit(), OrderImportStore::allFields(), false).ok());
}

void TestEditingSeats::cleanup()
{
    m_ours.reset();
}

void TestEditingSeats::savesAtTheSameMoment_areBothKept()
{
    const Order opened = stored();
    const auto save = [opened](Shop &shop, Order edited) {
        return OrderEditing(shop.context()).save(opened, edited, shop.operatorName()).value();
    };
    auto first = atSeat(u"鈴木"_s, [=](Shop &shop) {
        Order edited = opened;
        edited.customer.phoneNumber = u"09011112222"_s;
        return save(shop, edited);
    });
    auto second = atSeat(u"田中"_s, [=](Shop &shop) {
        Order edited = opened;
        edited.items[0].quantity = 2;
        edited.totals = calculatedTotals(edited, 1);
        return save(shop, edited);
    });
    const SaveAnswer ofFirst = first.get();
    const SaveAnswer ofSecond = second.get();
    QCOMPARE(ofFirst.outcome, Outcome::Saved);
    QCOMPARE(ofSecond.outcome, Outcome::Saved);
    // Whoever came later is told what the other did, and by whom.
    QCOMPARE(ofFirst.byOthers.size() + ofSecond.byOthers.size(), 1);
    QVERIFY(ofFirst.lastChange.has_value() != ofSecond.lastChange.has_value());
    QCOMPARE(stored().customer.phoneNumber, u"09011112222"_s);
    QCOMPARE(stored().totals.payableTotal, Yen{7060});
}

/// The other's save waits for ours, and builds on it.
void TestEditingSeats::saveDuringAnothersChange_isPutTogetherWithIt()
{
    const Order opened = stored();
    auto ours = Transaction::begin(context().database);
    QVERIFY(context().orders.setStatus(m_order, OrderStatus::InProgress, std::nullopt, u"佐藤"_s, u"PC-1"_s));
    auto theirs = atSeat(u"鈴木"_s, [opened](Shop &shop) {
        Order edited = opened;
        edited.note = u"電話した"_s;
        return OrderEditing(shop.context()).save(opened, edited, shop.operatorName()).value();
    });
    const auto watcher = TestDatabases::open(context().database.spec());
    while (theirs.wait_for(std::chrono::seconds(0)) != std::future_status::ready &&
           !somebodyWaits(*watcher)) {
        std::this_thread::yield();
    }
    QVERIFY(ours->commit());
    const SaveAnswer answer = theirs.get();
    QCOMPARE(answer.outcome, Outcome::Saved);
    QCOMPARE(answer.byOthers.size(), 1);
    QCOMPARE(answer.byOthers.first().place, (FieldPlace{F::Status, -1}));
    QCOMPARE(answer.lastChange->operatorName, u"佐藤"_s);
    QCOMPARE(stored().status, OrderStatus::InProgress);
    QCOMPARE(stored().note, u"電話した"_s);
}

/// Three people add a word to the memo again and again; who is asked puts the own word behind the others'.
void TestEditingSeats::manySavesOfOneField_loseNothing()
{
    constexpr int Words = 8;
    const OrderId id = m_order;
    const auto addWords = [id](Shop &shop) {
        OrderEditing editing(shop.context());
        int asked = 0;
        Order opened = shop.context().orders.byId(id).value();
        for (int word = 0; word < Words; ++word) {
            const QString own = u"%1%2 "_s.arg(shop.operatorName()).arg(word);
            Order edited = opened;
            edited.note = opened.note + u' ' + own;
            auto answer = editing.save(opened, edited, shop.operatorName()).value();
            while (answer.outcome == Outcome::Conflict) {
                ++asked;
                opened = answer.stored;
                edited = opened;
                edited.note = opened.note + u' ' + own;
                answer = editing.save(opened, edited, shop.operatorName()).value();
            }
            opened = answer.stored;
        }
        return asked;
    };
    QList<QString> people{u"鈴木"_s, u"田中"_s, u"高橋"_s};
    std::vector<std::future<int>> seats;
    seats.reserve(size_t(people.size()));
    for (const QString &person : std::as_const(people)) {
        seats.push_back(atSeat(person, addWords));
    }
    for (std::future<int> &seat : seats) {
        seat.get();
    }
    const QStringList words = stored().note.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(words.size(), people.size() * Words);
    for (const QString &person : std::as_const(people)) {
        for (int word = 0; word < Words; ++word) {
            QVERIFY2(words.contains(person + QString::number(word)), qPrintable(stored().note));
        }
    }
}

void TestEditingSeats::editingElsewhere_isShownAndCanBeTakenOver()
{
    const OrderId id = m_order;
    OrderEditing ours(context());
    QVERIFY(!*ours.beginEditing(id, u"佐藤"_s));
    QVERIFY(!*EditMarks(context().database, context().seat).ofOthers(id)); // ours is no other's
    const auto seen = atSeat(u"鈴木"_s, [id](Shop &shop) {
                          OrderEditing editing(shop.context());
                          const auto mark = editing.beginEditing(id, shop.operatorName()).value();
                          static_cast<void>(editing.endEditing(id).ok()); // which is not ours to take off
                          return mark;
                      }).get();
    QVERIFY(seen);
    QCOMPARE(seen->operatorName, u"佐藤"_s);
    QCOMPARE(seen->since, m_ours->clock.nowUtc());
    const auto events = [this, id] {
        QStringList kinds;
        const auto all = context().orders.eventsOf(id);
        for (const OrderRepository::Event &event : *all) {
            kinds.append(event.kind);
        }
        return kinds;
    };
    QCOMPARE(events().count(u"TAKEOVER"_s), 0);
    std::promise<bool> taken;
    std::promise<void> looked;
    auto theirs = atSeat(u"鈴木"_s, [&taken, &looked, id](Shop &shop) {
        const auto mark = OrderEditing(shop.context()).beginEditing(id, shop.operatorName(), true);
        taken.set_value(mark && !*mark);
        looked.get_future().wait();
        return true;
    });
    QVERIFY(taken.get_future().get());
    const auto shown = EditMarks(context().database, context().seat).ofOthers(id);
    looked.set_value();
    QVERIFY(theirs.get());
    QVERIFY(*shown);
    QCOMPARE((*shown)->operatorName, u"鈴木"_s);
    QCOMPARE(events().count(u"TAKEOVER"_s), 1);
    // That program is gone, and its mark with it.
    const auto gone = [this, id] { return !*EditMarks(context().database, context().seat).ofOthers(id); };
    QTRY_VERIFY(gone());
    QVERIFY(!*ours.beginEditing(id, u"佐藤"_s));
    Order edited = stored();
    edited.note = u"メモ"_s;
    QCOMPARE(ours.save(stored(), edited, u"佐藤"_s)->outcome, Outcome::Saved);
    QVERIFY(context().database.first(u"SELECT 1 FROM order_editing"_s)->isEmpty());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestEditingSeats)
#include "test_editingseats.moc"
