#include "tests/ui/fakeordersource.h"
#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/models/ordertablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

/// Knows its first rows at once, and the rest when the test says so.
class SlowOrderSource : public FakeOrderSource
{
public:
    SlowOrderSource() { answersAtOnce = false; }
    QFuture<StorageResult<QList<OrderSummary>>> firstRows(const OrderFilter &, const OrderSort &,
                                                          int count) override
    {
        QPromise<StorageResult<QList<OrderSummary>>> promise;
        promise.start();
        promise.addResult(StorageResult<QList<OrderSummary>>(first.mid(0, count)));
        promise.finish();
        return promise.future();
    }

    QList<OrderSummary> first;
};

} // namespace

class OrderTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void search_showsAllThatMatch();
    void row_isReadWhenItIsLookedAt();
    void row_isReadWhenAScreenReaderAsks();
    void lateAnswer_ofAnOlderSearchIsIgnored();
    void firstRows_standBeforeTheOthersAreKnown();
    void firstRows_areReadAnewWhereTheyChanged();
    void firstRows_goWithASearchThatIsStopped();
    void changedOrder_isUpdatedInPlaceAndGlows();
    void reload_keepsRowsAndInsertsNewOnes();
    void failure_isTold();
    void deadline_isAmberWithinFourteenDaysAndRedAfter();
    void deadlineOfTheBuyer_isShownWhileCashIsAwaited();
    void nineteenStates_haveBadgesOfTheirOwn();
    void doubt_standsBeforeTheStatus();

private:
    static QString text(OrderTableModel &model, int row, Column column, int role = Qt::DisplayRole)
    {
        return model.index(row, int(column)).data(role).toString();
    }
    static void read(OrderTableModel &model, int row)
    {
        QTRY_VERIFY2(!model.index(row, 0).data(LoadingRole).toBool(), "the row was never read");
    }
};

void OrderTableModelTest::search_showsAllThatMatch()
{
    FakeOrderSource source;
    source.fill(1000);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy found(&model, &OrderTableModel::found);
    model.search({}, {});
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.idAt(0).value, 1000);
}

void OrderTableModelTest::row_isReadWhenItIsLookedAt()
{
    FakeOrderSource source;
    source.fill(500);
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 500);
    QVERIFY(!model.summaryAt(450));
    read(model, 450);
    QCOMPARE(text(model, 450, Column::Amount), u"¥3,200"_s);
    QCOMPARE(text(model, 450, Column::Amount, SecondLineRole), u"未入金"_s);
    QCOMPARE(text(model, 450, Column::Orderer), u"50  髙橋 花子"_s);
    QCOMPARE(text(model, 450, Column::Orderer, SecondLineRole), u"2020/12/03 13:21"_s);
    QVERIFY(!model.summaryAt(0)); // nobody looked there
}

void OrderTableModelTest::row_isReadWhenAScreenReaderAsks()
{
    FakeOrderSource source;
    source.fill(500);
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 500);
    text(model, 450, Column::Amount, Qt::AccessibleTextRole);
    QTRY_VERIFY(model.summaryAt(450));
}

void OrderTableModelTest::lateAnswer_ofAnOlderSearchIsIgnored()
{
    FakeOrderSource source;
    source.fill(3);
    source.answersAtOnce = false;
    OrderTableModel model(source);
    QSignalSpy found(&model, &OrderTableModel::found);
    model.search({}, {});
    OrderFilter second;
    second.query = u"2"_s;
    model.search(second, {});
    source.answerWaitingNewestFirst(); // the answer to the first search comes last
    QTRY_COMPARE(found.count(), 1);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.idAt(0).value, 2);
}

void OrderTableModelTest::firstRows_standBeforeTheOthersAreKnown()
{
    SlowOrderSource source;
    source.fill(500);
    source.first = source.orders.mid(0, 150);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy found(&model, &OrderTableModel::found);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 100);
    QCOMPARE(text(model, 99, Column::Amount), u"¥3,200"_s); // as they came
    QVERIFY(model.isSearching());
    QVERIFY(!model.answeredIds());
    QCOMPARE(found.count(), 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    source.answerWaitingNewestFirst();
    QTRY_COMPARE(model.rowCount(), 500);
    QCOMPARE(reset.count(), 0);
    QVERIFY(model.summaryAt(99));
    QVERIFY(!model.summaryAt(100));
    QCOMPARE(found.count(), 1);
    source.first = source.orders.mid(1, 20); // of a moment at which the newest was not there
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 20);
    source.answerWaitingNewestFirst();
    QTRY_COMPARE(model.rowCount(), 500);
    QCOMPARE(model.idAt(0), source.orders.first().id);
}

void OrderTableModelTest::firstRows_areReadAnewWhereTheyChanged()
{
    SlowOrderSource source;
    source.fill(300);
    source.first = source.orders.mid(0, 5);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 5);
    source.orders[0].customerName = u"別の名前"_s;
    emit source.ordersChanged();
    source.answerWaitingNewestFirst();
    QTRY_COMPARE(model.rowCount(), 300);
    const auto isNew = [&model] {
        text(model, 0, Column::Customer);
        const auto first = model.summaryAt(0);
        return first && first->customerName == u"別の名前"_s;
    };
    QTRY_VERIFY(isNew());
}

void OrderTableModelTest::firstRows_goWithASearchThatIsStopped()
{
    SlowOrderSource source;
    source.fill(300);
    source.first = source.orders.mid(0, 5);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 5);
    source.answerWaitingNewestFirst();
    QTRY_COMPARE(model.rowCount(), 300);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 5);
    model.stop();
    QCOMPARE(model.rowCount(), 300); // as before
    source.fails = true;
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 5);
    source.answerWaitingNewestFirst();
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 300);
}

void OrderTableModelTest::changedOrder_isUpdatedInPlaceAndGlows()
{
    FakeOrderSource source;
    source.fill(5);
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 5);
    read(model, 2);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    source.orders[2].paymentStatus = PaymentStatus::Captured;
    emit source.orderChanged(source.orders[2].id);
    QTRY_COMPARE(text(model, 2, Column::PaymentStatus), u"実売上済み"_s);
    QVERIFY(model.index(2, 0).data(GlowRole).toBool());
    QTRY_VERIFY(!model.index(2, 0).data(GlowRole).toBool());
    QCOMPARE(reset.count(), 0);
}

void OrderTableModelTest::reload_keepsRowsAndInsertsNewOnes()
{
    FakeOrderSource source;
    source.fill(4);
    OrderTableModel model(source);
    QAbstractItemModelTester contract(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 4);
    const QPersistentModelIndex kept(model.index(1, 0)); // order 3
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    source.orders.prepend(FakeOrderSource::anOrder(9));
    source.orders.removeLast();
    source.orders.append(FakeOrderSource::anOrder(10));
    emit source.ordersChanged();
    QTRY_COMPARE(model.idAt(4).value, 10);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.idAt(0).value, 9);
    QCOMPARE(model.idAt(kept.row()).value, 3);
    QCOMPARE(reset.count(), 0);
}

void OrderTableModelTest::failure_isTold()
{
    FakeOrderSource source;
    source.fails = true;
    OrderTableModel model(source);
    QSignalSpy failed(&model, &OrderTableModel::failed);
    model.search({}, {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toString(), u"使用中です。"_s);
    QVERIFY(!model.isSearching());
}

void OrderTableModelTest::deadline_isAmberWithinFourteenDaysAndRedAfter()
{
    FakeOrderSource source; // today is 2020-12-03
    source.fill(4);
    source.orders[0].captureBy = QDate(2020, 12, 18);
    source.orders[1].captureBy = QDate(2020, 12, 17);
    source.orders[2].captureBy = QDate(2020, 12, 3);
    source.orders[3].captureBy = QDate(2020, 12, 2);
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 4);
    read(model, 0);
    const auto meaning = [&](int row) { return model.index(row, int(Column::Deadline)).data(MeaningRole); };
    QVERIFY(!meaning(0).isValid());
    QCOMPARE(meaning(1).toInt(), int(Meaning::NeedsWork));
    QCOMPARE(meaning(2).toInt(), int(Meaning::NeedsWork));
    QCOMPARE(meaning(3).toInt(), int(Meaning::NeedsPerson));
    QCOMPARE(text(model, 2, Column::Deadline, SecondLineRole), u"今日まで"_s);
    QCOMPARE(text(model, 3, Column::Deadline, SecondLineRole), u"1日超過"_s);
}

void OrderTableModelTest::deadlineOfTheBuyer_isShownWhileCashIsAwaited()
{
    FakeOrderSource source; // today is 2020-12-03
    source.fill(3);
    for (OrderSummary &order : source.orders) {
        order.method = PaymentMethod::ConvenienceStore;
        order.paymentStatus = PaymentStatus::RequestSucceeded;
        order.captureBy.reset();
        order.cancelBy = QDate(2021, 6, 1); // says nothing while the other stands
    }
    source.orders[0].payBy = QDate(2020, 12, 5);
    source.orders[1].payBy = QDate(2020, 12, 2);
    source.orders[2].payBy = QDate(2020, 12, 5);
    source.orders[2].paymentStatus = PaymentStatus::Paid;
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 3);
    read(model, 0);
    const auto cell = [&](int row, int role) { return model.index(row, int(Column::Deadline)).data(role); };
    QCOMPARE(text(model, 0, Column::Deadline, Qt::DisplayRole), u"2020/12/05"_s);
    QCOMPARE(text(model, 0, Column::Deadline, SecondLineRole), u"支払 あと 2日"_s);
    QCOMPARE(cell(0, MeaningRole).toInt(), int(Meaning::NeedsWork));
    QVERIFY(cell(0, Qt::ToolTipRole).toString().contains(u"お支払期限: 2020/12/05（あと 2日）"_s));
    QCOMPARE(text(model, 1, Column::Deadline, SecondLineRole), u"支払 1日超過"_s);
    QCOMPARE(cell(1, MeaningRole).toInt(), int(Meaning::NeedsWork)); // nothing is lost by it
    QCOMPARE(text(model, 2, Column::Deadline, Qt::DisplayRole), QString());
}

/// S90: nobody takes one for another, by word, by mark or by what is said of it.
void OrderTableModelTest::nineteenStates_haveBadgesOfTheirOwn()
{
    QSet<QString> words;
    QSet<QString> explanations;
    for (const PaymentStatus status : allPaymentStatuses()) {
        const Badge badge = badgeOf(status, PaymentMethod::Card, true);
        QVERIFY2(!badge.word.isEmpty() && !badge.explanation.isEmpty(), qPrintable(labelOf(status)));
        QVERIFY2(badge.meaning != Meaning::Accent && badge.meaning != Meaning::Doubt, qPrintable(badge.word));
        words.insert(badge.word);
        explanations.insert(badge.explanation);
    }
    QCOMPARE(words.size(), 19);
    QCOMPARE(explanations.size(), 19);
    const auto waits = [](PaymentMethod method) {
        return badgeOf(PaymentStatus::RequestSucceeded, method, true).meaning;
    };
    QCOMPARE(waits(PaymentMethod::PayEasyNet), Meaning::NeedsWork);
    QCOMPARE(waits(PaymentMethod::Au), Meaning::Motion);
}

void OrderTableModelTest::doubt_standsBeforeTheStatus()
{
    FakeOrderSource source;
    source.fill(2);
    source.orders[0].doubt = OperationState::InDoubt;
    source.orders[1].paymentStatus.reset();
    source.orders[1].paymentId.reset();
    OrderTableModel model(source);
    model.search({}, {});
    QTRY_COMPARE(model.rowCount(), 2);
    read(model, 0);
    const auto badge = [&](int row) {
        return model.index(row, int(Column::PaymentStatus)).data(BadgeRole).value<Badge>();
    };
    QCOMPARE(badge(0).word, u"結果確認中"_s);
    QCOMPARE(badge(0).meaning, Meaning::Doubt);
    QCOMPARE(badge(1).word, u"未連携"_s);
}

QTEST_GUILESS_MAIN(OrderTableModelTest)
#include "test_ordertablemodel.moc"
