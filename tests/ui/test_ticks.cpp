#include "tests/ui/fakeordersource.h"
#include "ui/models/ordertablemodel.h"
#include "ui/models/savedsearchlist.h"
#include "ui/models/tickcounts.h"
#include "ui/models/ticks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

class TicksTest : public QObject
{
    Q_OBJECT

private slots:
    void oneTick_isSetAndTakenAway();
    void everything_isBoundToItsFilter();
    void everythingButOne_keepsTheExceptionApart();
    void orderBesideTheFilter_turnsEverythingIntoAList();
    void undo_bringsBackWhatTheLastBigChangeTook();
    void matching_movesWithTheOrders();
    void rows_showTheirTickAfterSortAndFilter();
    void pages_showTheirRowsAndKeepTheTicks();
    void reload_ofAPageStaysOnIt();
    void manyRowsThatGo_areOneReset();
    void counts_areAskedOnceForQuickTicks();
    void counts_tellWhatIsHidden();
    void counts_followChangesOfOrders();
    void counts_thatCannotBeRead_areTold();
    void searches_areListedWithWhatTheyFind();
    void searchThatCannotBeKept_isTold();

private:
    static QList<OrderId> ids(std::initializer_list<qint64> values)
    {
        QList<OrderId> list;
        for (const qint64 value : values) {
            list.append(OrderId{value});
        }
        return list;
    }
    static QList<qint64> tickedRows(const OrderTableModel &model)
    {
        QList<qint64> ticked;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, int(Column::Tick)).data(Qt::CheckStateRole).toInt() == Qt::Checked) {
                ticked.append(model.idAt(row).value);
            }
        }
        return ticked;
    }
};

void TicksTest::oneTick_isSetAndTakenAway()
{
    Ticks ticks;
    QSignalSpy changed(&ticks, &Ticks::changed);
    ticks.setTicked(OrderId{5}, true);
    ticks.setTicked(OrderId{5}, true); // nothing new
    QCOMPARE(changed.count(), 1);
    QVERIFY(ticks.contains(OrderId{5}));
    QVERIFY(!ticks.contains(OrderId{6}));
    ticks.setTicked(OrderId{5}, false);
    QVERIFY(ticks.isEmpty());
}

void TicksTest::everything_isBoundToItsFilter()
{
    Ticks ticks;
    OrderFilter filter;
    filter.query = u"髙橋"_s;
    ticks.setTicked(OrderId{99}, true);
    ticks.tickEverything(filter, ids({7, 3, 5}));
    QVERIFY(ticks.value().everything);
    QCOMPARE(ticks.value().filter, filter);
    QVERIFY(ticks.value().ids.isEmpty());
    QVERIFY(ticks.contains(OrderId{3}) && ticks.contains(OrderId{5}) && ticks.contains(OrderId{7}));
    QVERIFY(!ticks.contains(OrderId{4}));
    QVERIFY(!ticks.contains(OrderId{99}));
}

void TicksTest::everythingButOne_keepsTheExceptionApart()
{
    Ticks ticks;
    ticks.tickEverything({}, ids({1, 2, 3}));
    ticks.setTicked(OrderId{2}, false);
    QVERIFY(ticks.value().everything);
    QCOMPARE(ticks.value().ids, QSet<OrderId>{OrderId{2}});
    QVERIFY(!ticks.contains(OrderId{2}));
    ticks.setTicked(OrderId{2}, true);
    QVERIFY(ticks.value().ids.isEmpty());
}

void TicksTest::orderBesideTheFilter_turnsEverythingIntoAList()
{
    Ticks ticks;
    ticks.tickEverything({}, ids({1, 2, 3}));
    ticks.setTicked(OrderId{2}, false);
    ticks.setTicked(OrderId{9}, true);
    QVERIFY(!ticks.value().everything);
    QCOMPARE(ticks.value().ids, (QSet<OrderId>{OrderId{1}, OrderId{3}, OrderId{9}}));
}

void TicksTest::undo_bringsBackWhatTheLastBigChangeTook()
{
    Ticks ticks;
    QVERIFY(!ticks.canUndo());
    ticks.setTicked(OrderId{4}, true);
    QVERIFY(!ticks.canUndo()); // one tick is undone by itself
    ticks.setTicked(ids({5, 6}), true);
    ticks.clear();
    ticks.undo();
    QCOMPARE(ticks.value().ids, (QSet<OrderId>{OrderId{4}, OrderId{5}, OrderId{6}}));
    QVERIFY(!ticks.canUndo());
    ticks.tickEverything({}, ids({1}));
    ticks.undo();
    QVERIFY(!ticks.value().everything);
    QVERIFY(ticks.contains(OrderId{4}));
}

void TicksTest::matching_movesWithTheOrders()
{
    Ticks ticks;
    ticks.setMatching(ids({1})); // of no use: nothing is ticked
    QVERIFY(ticks.isEmpty());
    ticks.tickEverything({}, ids({1, 2}));
    QSignalSpy changed(&ticks, &Ticks::changed);
    QSignalSpy moved(&ticks, &Ticks::matchingChanged);
    ticks.setMatching(ids({2, 1})); // the same
    QCOMPARE(moved.count(), 0);
    ticks.setMatching(ids({2, 3}));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(changed.count(), 0); // nobody ticked anything
    QVERIFY(!ticks.contains(OrderId{1}));
    QVERIFY(ticks.contains(OrderId{3}));
}

void TicksTest::rows_showTheirTickAfterSortAndFilter()
{
    FakeOrderSource source;
    source.fill(6);
    source.orders[4].status = OrderStatus::InProgress; // order 2
    Ticks ticks;
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTicks(ticks);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 6);
    QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(model.index(4, int(Column::Tick)), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(4, int(Column::Amount)), Qt::Checked, Qt::CheckStateRole));
    ticks.setTicked(OrderId{6}, true);
    QCOMPARE(told.count(), 2);
    QCOMPARE(tickedRows(model), (QList<qint64>{6, 2}));
    std::reverse(source.orders.begin(), source.orders.end());
    model.search({}, {u"total"_s, false});
    QTRY_COMPARE(tickedRows(model), (QList<qint64>{2, 6}));
    OrderFilter filter;
    filter.orderStatuses = {OrderStatus::InProgress};
    model.search(filter, {});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(tickedRows(model), QList<qint64>{2});
    emit source.ordersChanged();
    QTRY_VERIFY(!model.isSearching());
    model.search({}, {});
    QTRY_COMPARE(tickedRows(model), (QList<qint64>{2, 6}));
}

void TicksTest::pages_showTheirRowsAndKeepTheTicks()
{
    FakeOrderSource source;
    source.fill(25);
    Ticks ticks;
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTicks(ticks);
    model.setRowsPerPage(10);
    QSignalSpy found(&model, &OrderTableModel::found);
    model.search({}, {});
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.first().first().toInt(), 25); // all that match, not those of the page
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.pageCount(), 3);
    ticks.setTicked(model.shownIds(), true);
    model.showPage(2);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.idAt(0).value, 5);
    QVERIFY(tickedRows(model).isEmpty());
    model.showPage(99); // the last one there is
    QCOMPARE(model.pageNumber(), 2);
    model.showPage(0);
    QCOMPARE(tickedRows(model).size(), 10);
    model.setRowsPerPage(0);
    QCOMPARE(model.rowCount(), 25);
    QCOMPARE(tickedRows(model).size(), 10);
}

void TicksTest::reload_ofAPageStaysOnIt()
{
    FakeOrderSource source;
    source.fill(25);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRowsPerPage(10);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 10);
    model.showPage(1);
    QCOMPARE(model.idAt(0).value, 15);
    source.orders.removeFirst();
    emit source.ordersChanged();
    QTRY_COMPARE(model.idAt(0).value, 14);
    QCOMPARE(model.rowCount(), 10);
    source.fill(5); // the page is gone
    emit source.ordersChanged();
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(model.pageNumber(), 0);
}

void TicksTest::manyRowsThatGo_areOneReset()
{
    FakeOrderSource source;
    source.fill(3000);
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 3000);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    source.orders.remove(100, 1000); // together: one piece
    emit source.ordersChanged();
    QTRY_COMPARE(model.rowCount(), 2000);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 0);
    source.orders.removeIf([](const OrderSummary &order) { return order.id.value % 2 == 0; });
    emit source.ordersChanged();
    QTRY_COMPARE(model.rowCount(), 1000);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 1);
}

void TicksTest::counts_areAskedOnceForQuickTicks()
{
    FakeOrderSource source;
    source.fill(10);
    source.orders[0].paymentStatus = PaymentStatus::Captured; // order 10
    Ticks ticks;
    TickCounts counts(source, ticks);
    ticks.setTicked(OrderId{10}, true);
    QVERIFY(!counts.known());
    ticks.setTicked(OrderId{9}, true);
    ticks.setTicked(OrderId{8}, true);
    QTRY_VERIFY(counts.known());
    QCOMPARE(source.summarised.size(), 1);
    QCOMPARE(counts.summary().count, 3);
    QCOMPARE(counts.summary().total, Yen{9600});
    QCOMPARE(counts.summary().wouldRun.value(OperationKind::Capture), 2);
    QCOMPARE(counts.summary().wouldRun.value(OperationKind::Cancel), 3);
    ticks.clear();
    QTRY_VERIFY(counts.known());
    QCOMPARE(counts.summary().count, 0);
    QCOMPARE(source.summarised.size(), 1); // nothing is ticked: nothing to ask
}

void TicksTest::counts_tellWhatIsHidden()
{
    FakeOrderSource source;
    source.fill(4);
    Ticks ticks;
    TickCounts counts(source, ticks);
    ticks.setTicked({OrderId{1}, OrderId{2}}, true);
    QTRY_VERIFY(counts.known());
    QCOMPARE(counts.summary().hidden, 0);
    OrderFilter filter;
    filter.query = u"2"_s;
    counts.setShown(filter);
    QTRY_COMPARE(counts.summary().hidden, 1);
    QCOMPARE(counts.summary().count, 2);
}

void TicksTest::counts_followChangesOfOrders()
{
    FakeOrderSource source;
    source.fill(4);
    OrderFilter authorized;
    authorized.paymentStatuses = {PaymentStatus::Authorized};
    Ticks ticks;
    TickCounts counts(source, ticks);
    ticks.tickEverything(authorized, ids({1, 2, 3, 4}));
    QTRY_COMPARE(counts.summary().count, 4);
    source.orders[0].paymentStatus = PaymentStatus::Captured; // order 4 leaves the filter
    emit source.orderChanged(OrderId{4});
    QTRY_COMPARE(counts.summary().count, 3);
    QTRY_VERIFY(!ticks.contains(OrderId{4})); // and its row shows it
    QVERIFY(ticks.contains(OrderId{3}));
}

void TicksTest::counts_thatCannotBeRead_areTold()
{
    FakeOrderSource source;
    source.fill(1);
    source.fails = true;
    Ticks ticks;
    TickCounts counts(source, ticks);
    QSignalSpy failed(&counts, &TickCounts::failed);
    ticks.setTicked(OrderId{1}, true);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!counts.known());
}

void TicksTest::searches_areListedWithWhatTheyFind()
{
    FakeOrderSource source;
    source.fill(5);
    SavedSearchList list(source);
    OrderFilter filter;
    filter.query = u"3"_s;
    list.keep(u"三番"_s, filter);
    QTRY_COMPARE(list.entries().size(), 1);
    QTRY_COMPARE(list.entries().first().count, 1);
    QCOMPARE(list.byId(1)->filter, filter);
    source.orders.append(FakeOrderSource::anOrder(3));
    emit source.ordersChanged();
    QTRY_COMPARE(list.entries().first().count, 2); // live
    list.rename(1, u"三"_s);
    QTRY_COMPARE(list.entries().first().search.name, u"三"_s);
    list.remove(1);
    QTRY_VERIFY(list.entries().isEmpty());
}

void TicksTest::searchThatCannotBeKept_isTold()
{
    FakeOrderSource source;
    source.fails = true;
    SavedSearchList list(source);
    QSignalSpy failed(&list, &SavedSearchList::failed);
    list.keep(u"名前"_s, {});
    QTRY_VERIFY(failed.count() > 0);
    QCOMPARE(failed.first().first().toString(), u"使用中です。"_s);
}

QTEST_GUILESS_MAIN(TicksTest)
#include "test_ticks.moc"
