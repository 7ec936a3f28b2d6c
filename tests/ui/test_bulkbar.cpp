#include "tests/ui/listfixture.h"
#include "ui/orders/orderentries.h"
#include "ui/orders/tickbox.h"
#include "ui/orders/ticklistdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace kessai;
using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

/// Ticks and the bar of commands, in both lists (S41, S92, S110–S116, R14).
class BulkBarTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void space_ticksAllSelectedRows_data() { bothLists(); }
    void space_ticksAllSelectedRows();
    void mouse_ticksOneADragAndARange();
    void bar_appearsWithTheFirstTickAndSaysWhatWouldRun_data() { bothLists(); }
    void bar_appearsWithTheFirstTickAndSaysWhatWouldRun();
    void commandsWithoutPayments_areOffAndSayWhy();
    void button_asksForItsCommand();
    void pullDown_asksForTheSame();
    void pullDown_offersTheRefreshToo();
    void status_isAskedForWhatIsTicked();
    void hiddenTicks_areToldAndStay();
    void cross_takesAllTicksAwayAndUndoBringsThemBack();
    void headerBox_showsNoneSomeAndAll();
    void headerBox_asksPageAllOrNone();
    void headerBox_withAllRowsOffersTwo();
    void controlA_ticksThePage_controlShiftAAllThatMatch();
    void unknownSum_isNotSaidBeforeItIsKnown();
    void bar_goesWhereNothingIsLeftOfAllThatMatched();
    void bar_wrapsInANarrowWindow();
    void bar_isWholeOnASmallScreen_data();
    void bar_isWholeOnASmallScreen();
    void commands_stayWhereTheyAre_data();
    void commands_stayWhereTheyAre();
    void list_ticksWhatItNamesAndTellsWhatIsUnknown();
    void list_isReadFromAFile_data();
    void list_isReadFromAFile();
    void listThatIsNone_saysSo();
    void hugeClipboard_isNotPasted();
    void entries_areCutAtLinesCommasAndTabs();
    void hundredThousand_areTickedAtOnce();

private:
    static void bothLists()
    {
        QTest::addColumn<bool>("payments");
        QTest::newRow("orders") << false;
        QTest::newRow("payments") << true;
    }
    static ListLayout layoutOf(bool payments)
    {
        return payments ? ListLayout::payments() : ListLayout::orders();
    }
    static void press(const ListFixture &f, const QString &button)
    {
        QTest::mouseClick(f.child<QAbstractButton>(button), Qt::LeftButton);
    }
    static void chooseEntry(const ListFixture &f, const QString &combo, const QString &entry)
    {
        auto *box = f.child<QComboBox>(combo);
        box->setFocus();
        for (int step = 0; step < box->count() && box->currentText() != entry; ++step) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentText(), entry);
    }
};

void BulkBarTest::space_ticksAllSelectedRows()
{
    QFETCH(bool, payments);
    ListFixture f(6, layoutOf(payments));
    f.start();
    f.click(1, Column::Amount);
    QTest::keyClick(&f.table(), Qt::Key_Space);
    QCOMPARE(f.ticked(), QList<qint64>{5});
    QTest::keyClick(&f.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&f.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&f.table(), Qt::Key_Space); // one of the three has a tick: all get one
    QCOMPARE(f.ticked(), (QList<qint64>{5, 4, 3}));
    QTest::keyClick(&f.table(), Qt::Key_Space);
    QVERIFY(f.ticked().isEmpty());
    QVERIFY(f.opened.isEmpty());
}

void BulkBarTest::mouse_ticksOneADragAndARange()
{
    ListFixture f(12);
    f.start();
    f.click(0, Column::Tick);
    QCOMPARE(f.ticked(), QList<qint64>{12});
    QVERIFY(f.table().selectedIds().isEmpty()); // a tick selects nothing
    QWidget *viewport = f.table().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, f.cell(3, Column::Tick));
    QTest::mouseMove(viewport, f.cell(4, Column::Tick));
    QTest::mouseMove(viewport, f.cell(6, Column::Tick)); // a quick hand jumps over rows
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, f.cell(6, Column::Tick));
    QCOMPARE(f.ticked(), (QList<qint64>{12, 9, 8, 7, 6}));
    f.click(9, Column::Tick, Qt::ShiftModifier);
    QCOMPARE(f.ticked(), (QList<qint64>{12, 9, 8, 7, 6, 5, 4, 3}));
    f.click(0, Column::Tick);
    QCOMPARE(f.ticked(), (QList<qint64>{9, 8, 7, 6, 5, 4, 3}));
}

void BulkBarTest::bar_appearsWithTheFirstTickAndSaysWhatWouldRun()
{
    QFETCH(bool, payments);
    ListFixture f(5, layoutOf(payments));
    f.source.orders[0].paymentStatus = PaymentStatus::Captured;
    f.source.orders[1].paymentStatus = PaymentStatus::Voided;
    f.start();
    auto *bar = f.child<QWidget>(u"bulkBar"_s);
    QVERIFY(!bar->isVisible());
    for (const int row : {0, 1, 2}) {
        f.click(row, Column::Tick);
    }
    QTRY_COMPARE(f.tickCount(), u"3件を選択中 ¥9,600"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(f.child<QPushButton>(u"bulk_CAPTURE"_s)->text(), u"一括売上 1件"_s);
    QCOMPARE(f.child<QPushButton>(u"bulk_CANCEL"_s)->text(), u"一括取消 2件"_s);
    QCOMPARE(f.child<QPushButton>(u"bulk_REAUTHORIZE"_s)->text(), u"一括再オーソリ 1件"_s);
    QCOMPARE(f.child<QPushButton>(u"bulkRefresh"_s)->text(), u"状態一括確認 3件"_s);
    QVERIFY(!f.child<QWidget>(u"bulkReasons"_s)->isVisible());
    f.picture(payments ? u"payments-bar"_s : u"orders-bar"_s);
}

void BulkBarTest::commandsWithoutPayments_areOffAndSayWhy()
{
    ListFixture f(3);
    f.source.orders[1].paymentId.reset();
    f.source.orders[1].paymentStatus.reset();
    f.start();
    f.click(0, Column::Tick);
    auto *again = f.child<QPushButton>(u"bulk_REAUTHORIZE"_s);
    QTRY_COMPARE(again->text(), u"一括再オーソリ 0件"_s);
    QVERIFY(!again->isEnabled());
    QVERIFY(f.child<QPushButton>(u"bulk_CAPTURE"_s)->isEnabled());
    auto *reasons = f.child<Paragraph>(u"bulkReasons"_s);
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->sentences(), u"再オーソリできる決済（取消済みなど）は選択されていません。"_s);
    const auto *count = f.child<QWidget>(u"tickCount"_s); // which the eye meets first
    QVERIFY(count->geometry().right() < reasons->x());
    QVERIFY(qAbs(count->geometry().center().y() - reasons->geometry().center().y()) < 4);
    QVERIFY(reasons->geometry().bottom() < again->mapTo(f.child<QWidget>(u"bulkBar"_s), QPoint()).y());
    f.picture(u"bar-reasons"_s);
    f.click(0, Column::Tick);
    f.click(1, Column::Tick);
    auto *refresh = f.child<QPushButton>(u"bulkRefresh"_s);
    QTRY_COMPARE(refresh->text(), u"状態一括確認 0件"_s);
    QVERIFY(!refresh->isEnabled());
    QVERIFY2(reasons->sentences().contains(u"状態を確認できる決済は選択されていません。"_s),
             qPrintable(reasons->sentences()));
}

void BulkBarTest::button_asksForItsCommand()
{
    ListFixture f(3);
    f.start();
    f.click(1, Column::Tick);
    QTRY_VERIFY(f.page->tickCounts().known());
    QSignalSpy asked(f.page.get(), &OrderListPage::bulkAsked);
    press(f, u"bulk_CAPTURE"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<OperationKind>(), OperationKind::Capture);
    QCOMPARE(asked.first().at(1).value<OrderTicks>().ids, QSet<OrderId>{OrderId{2}});
    QVERIFY(asked.first().at(2).value<OrderFilter>().onlyGatewayMethods);
    QVERIFY(asked.first().at(3).value<OrderSort>().exceptionsFirst);
    QSignalSpy refresh(f.page.get(), &OrderListPage::refreshAsked);
    press(f, u"bulkRefresh"_s);
    QCOMPARE(refresh.count(), 1);
}

void BulkBarTest::pullDown_asksForTheSame()
{
    ListFixture f(3);
    f.start();
    f.click(1, Column::Tick);
    QTRY_VERIFY(f.page->tickCounts().known());
    QSignalSpy asked(f.page.get(), &OrderListPage::bulkAsked);
    QVERIFY(!f.child<QPushButton>(u"bulkDecide"_s)->isEnabled()); // nothing is chosen yet
    chooseEntry(f, u"bulkOperations"_s, u"一括取消"_s);
    QCOMPARE(asked.count(), 0); // choosing alone does nothing
    press(f, u"bulkDecide"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<OperationKind>(), OperationKind::Cancel);
    QCOMPARE(f.child<QComboBox>(u"bulkOperations"_s)->currentText(), u"選択してください"_s);
}

void BulkBarTest::pullDown_offersTheRefreshToo()
{
    ListFixture f(3);
    f.start();
    f.click(1, Column::Tick);
    QSignalSpy refresh(f.page.get(), &OrderListPage::refreshAsked);
    chooseEntry(f, u"bulkOperations"_s, u"状態一括確認"_s);
    press(f, u"bulkDecide"_s);
    QCOMPARE(refresh.count(), 1);
    QCOMPARE(refresh.first().at(0).value<OrderTicks>().ids, QSet<OrderId>{OrderId{2}});
}

void BulkBarTest::status_isAskedForWhatIsTicked()
{
    ListFixture f(3, ListLayout::orders());
    f.start();
    f.click(0, Column::Tick);
    f.click(1, Column::Tick);
    QSignalSpy asked(f.page.get(), &OrderListPage::statusAsked);
    chooseEntry(f, u"bulkStatuses"_s, u"対応中"_s);
    press(f, u"bulkChangeStatus"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<OrderStatus>(), OrderStatus::InProgress);
    QCOMPARE(asked.first().at(1).value<OrderTicks>().ids.size(), 2);
    QVERIFY(f.child<QComboBox>(u"bulkStatuses"_s)->findText(u"購入処理中"_s) < 0); // the shop's own
}

void BulkBarTest::hiddenTicks_areToldAndStay()
{
    ListFixture f(6);
    f.start();
    for (const int row : {0, 1, 2}) {
        f.click(row, Column::Tick);
    }
    OrderFilter filter;
    filter.query = u"6"_s;
    f.page->showFilter(filter);
    QTRY_COMPARE(f.tickCount(), u"3件を選択中（うち表示外 2件） ¥9,600"_s);
    QTRY_COMPARE(f.ticked(), QList<qint64>{6});
    f.page->showFilter({});
    QTRY_COMPARE(f.ticked(), (QList<qint64>{6, 5, 4}));
}

void BulkBarTest::cross_takesAllTicksAwayAndUndoBringsThemBack()
{
    ListFixture f(4);
    f.start();
    f.click(0, Column::Tick);
    f.click(1, Column::Tick);
    press(f, u"clearTicks"_s);
    QVERIFY(f.ticked().isEmpty());
    QVERIFY(!f.child<QWidget>(u"bulkBar"_s)->isVisible());
    QVERIFY(f.table().hasFocus());
    QTest::keySequence(&f.table(), QKeySequence::Undo);
    QCOMPARE(f.ticked(), (QList<qint64>{4, 3}));
    QVERIFY(f.child<QWidget>(u"bulkBar"_s)->isVisible());
}

void BulkBarTest::headerBox_showsNoneSomeAndAll()
{
    ListFixture f(2);
    f.start();
    const TickBox &box = f.table().tickBox();
    QVERIFY(box.isVisible());
    QCOMPARE(box.checkState(), Qt::Unchecked);
    f.click(0, Column::Tick);
    QCOMPARE(box.checkState(), Qt::PartiallyChecked);
    QCOMPARE(box.accessibleName(), u"選択: この画面の一部"_s);
    f.click(1, Column::Tick);
    QCOMPARE(box.checkState(), Qt::Checked);
    f.source.orders.prepend(FakeOrderSource::anOrder(3));
    emit f.source.ordersChanged();
    QTRY_COMPARE(box.checkState(), Qt::PartiallyChecked);
}

void BulkBarTest::headerBox_asksPageAllOrNone()
{
    ListFixture f(1240);
    f.settings.setValue(u"payments/rowsPerPage"_s, 50);
    f.start();
    TickBox &box = f.table().tickBox();
    QTest::mouseClick(&box, Qt::LeftButton);
    QTRY_VERIFY(f.menuEntry(u"tickShownAction"_s));
    QCOMPARE(f.menuEntry(u"tickShownAction"_s)->text(), u"この画面の50件"_s);
    QCOMPARE(f.menuEntry(u"tickAllAction"_s)->text(), u"検索結果すべて 1,240件"_s);
    QVERIFY(!f.menuEntry(u"untickAction"_s)->isEnabled()); // nothing to take away
    ListFixture::choose(f.menuEntry(u"tickShownAction"_s));
    QTRY_COMPARE(f.tickCount(), u"50件を選択中 ¥160,000"_s);
    QTRY_VERIFY(!f.menuEntry(u"tickAllAction"_s));
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Space);
    QTRY_VERIFY(f.menuEntry(u"tickAllAction"_s));
    ListFixture::choose(f.menuEntry(u"tickAllAction"_s));
    QTRY_COMPARE(f.tickCount(), u"1,240件を選択中 ¥3,968,000"_s);
    QVERIFY(f.page->ticks().value().everything);
    QTRY_VERIFY(!f.menuEntry(u"untickAction"_s));
    QTest::mouseClick(&box, Qt::LeftButton);
    QTRY_VERIFY(f.menuEntry(u"untickAction"_s));
    ListFixture::choose(f.menuEntry(u"untickAction"_s));
    QVERIFY(f.page->ticks().isEmpty());
}

void BulkBarTest::headerBox_withAllRowsOffersTwo()
{
    ListFixture f(3);
    f.start();
    QTest::mouseClick(&f.table().tickBox(), Qt::LeftButton);
    QTRY_VERIFY(f.menuEntry(u"tickAllAction"_s));
    QVERIFY(!f.menuEntry(u"tickShownAction"_s));
    QVERIFY(f.menuEntry(u"untickAction"_s));
}

void BulkBarTest::controlA_ticksThePage_controlShiftAAllThatMatch()
{
    ListFixture f(30, ListLayout::orders());
    f.settings.setValue(u"list/rowsPerPage"_s, 10);
    f.start();
    f.table().setFocus();
    QTest::keySequence(&f.table(), QKeySequence::SelectAll);
    QCOMPARE(f.page->ticks().value().ids.size(), 10);
    QVERIFY(!f.page->ticks().value().everything);
    QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.page->ticks().value().everything);
    QTRY_COMPARE(f.page->tickCounts().summary().count, 30);
}

void BulkBarTest::unknownSum_isNotSaidBeforeItIsKnown()
{
    ListFixture f(3);
    f.start();
    f.click(0, Column::Tick);
    QCOMPARE(f.tickCount(), u"1件を選択中"_s); // at once; the sum follows
    QTRY_COMPARE(f.tickCount(), u"1件を選択中 ¥3,200"_s);
    f.source.fails = true;
    f.click(1, Column::Tick);
    auto *problem = f.child<Banner>(u"listProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"選択した受注を数えられませんでした。使用中です。"_s);
    QCOMPARE(f.tickCount(), u"2件を選択中"_s);
}

void BulkBarTest::bar_goesWhereNothingIsLeftOfAllThatMatched()
{
    ListFixture f(3);
    f.start();
    f.table().setFocus();
    QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.tickCount(), u"3件を選択中 ¥9,600"_s);
    const auto *bar = f.child<QWidget>(u"bulkBar"_s);
    const auto was = f.source.orders;
    f.source.orders.clear(); // all of them were dealt with
    emit f.source.ordersChanged();
    QTRY_VERIFY(!bar->isVisible());
    f.source.orders = was;
    emit f.source.ordersChanged();
    QTRY_VERIFY(bar->isVisible());
    QTRY_COMPARE(f.tickCount(), u"3件を選択中 ¥9,600"_s);
}

void BulkBarTest::bar_wrapsInANarrowWindow()
{
    ListFixture f(3, ListLayout::orders());
    f.start();
    f.click(0, Column::Tick);
    QTRY_VERIFY(f.page->tickCounts().known());
    auto *bar = f.child<QWidget>(u"bulkBar"_s);
    f.page->resize(1700, 700);
    QTRY_VERIFY(f.page->width() == 1700 && bar->width() >= 1690);
    const int wide = bar->height();
    f.page->resize(760, 700);
    QTRY_VERIFY(bar->height() > wide);
    QVERIFY(f.page->width() <= 760);
    for (const QPushButton *button : bar->findChildren<QPushButton *>()) {
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        const QPoint corner = button->mapTo(bar, QPoint(button->width(), button->height()));
        QVERIFY2(corner.x() <= bar->width() && corner.y() <= bar->height(), qPrintable(button->text()));
    }
    f.picture(u"orders-bar-narrow"_s);
}

void BulkBarTest::bar_isWholeOnASmallScreen_data()
{
    QTest::addColumn<bool>("payments");
    QTest::addColumn<QString>("language");
    QTest::newRow("orders, ja") << false << u"ja"_s;
    QTest::newRow("payments, ja") << true << u"ja"_s;
    QTest::newRow("orders, en") << false << u"en"_s;
    QTest::newRow("payments, en") << true << u"en"_s;
}

/// 1280 pixels, less the side bar.
void BulkBarTest::bar_isWholeOnASmallScreen()
{
    QFETCH(bool, payments);
    QFETCH(QString, language);
    ListFixture f(1500, layoutOf(payments), language);
    f.page->resize(1060, 700);
    f.start();
    f.table().setFocus();
    QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    OrderFilter few;
    few.query = u"7"_s;
    f.page->showFilter(few);
    QTRY_VERIFY(f.page->tickCounts().known() && f.page->tickCounts().summary().hidden > 1000);
    QVERIFY2(f.tickCount().contains(u"1,500"_s) && f.tickCount().contains(u"¥4,800,000"_s),
             qPrintable(f.tickCount()));
    auto *bar = f.child<QWidget>(u"bulkBar"_s);
    QCoreApplication::sendPostedEvents(); // laid out anew
    QVERIFY(f.page->width() <= 1060 && bar->height() < 160);
    QList<QWidget *> parts{f.child<QWidget>(u"tickCount"_s)};
    for (QWidget *part : bar->findChildren<QWidget *>()) {
        if (qobject_cast<QAbstractButton *>(part) || qobject_cast<QComboBox *>(part)) {
            parts.append(part);
        }
    }
    QVERIFY(parts.size() >= 10);
    for (const QWidget *part : std::as_const(parts)) {
        const QRect place(part->mapTo(bar, QPoint(0, 0)), part->size());
        QVERIFY2(bar->rect().contains(place), qPrintable(part->objectName()));
        QVERIFY2(part->width() >= part->minimumSizeHint().width(), qPrintable(part->objectName()));
    }
    f.picture(u"bar-1280-%1-%2"_s.arg(payments ? u"payments"_s : u"orders"_s, language));
}

void BulkBarTest::commands_stayWhereTheyAre_data()
{
    bar_isWholeOnASmallScreen_data();
}

/// Whatever is ticked or hidden: who presses 一括取消 must not find 一括売上 there.
void BulkBarTest::commands_stayWhereTheyAre()
{
    QFETCH(bool, payments);
    QFETCH(QString, language);
    ListFixture f(10'000, layoutOf(payments), language);
    f.page->resize(1060, 700);
    f.start();
    auto *bar = f.child<QWidget>(u"bulkBar"_s);
    const auto places = [&f, bar] {
        QCoreApplication::sendPostedEvents(); // laid out anew
        QMap<QString, QRect> found;
        for (QWidget *part : bar->findChildren<QWidget *>()) {
            if (qobject_cast<QAbstractButton *>(part) || qobject_cast<QComboBox *>(part)) {
                found.insert(part->objectName(), QRect(part->mapTo(f.page.get(), QPoint()), part->size()));
            }
        }
        return found;
    };
    f.click(0, Column::Tick);
    f.click(1, Column::Tick);
    QTRY_COMPARE(f.page->tickCounts().summary().count, 2);
    const auto withTwo = places();
    OrderFilter few;
    few.query = u"7"_s;
    f.page->showFilter(few);
    QTRY_VERIFY(f.page->tickCounts().known() && f.page->tickCounts().summary().hidden == 2);
    QCOMPARE(places(), withTwo);
    QSignalSpy found(&f.model(), &OrderTableModel::found);
    f.page->showFilter({});
    QTRY_VERIFY(!found.isEmpty());
    f.table().setFocus();
    QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.page->tickCounts().known() && f.page->tickCounts().summary().count == 10'000);
    QCOMPARE(places(), withTwo);
    f.picture(u"bar-10000-%1-%2"_s.arg(payments ? u"payments"_s : u"orders"_s, language));
    QSet<int> rows;
    for (const QPushButton *button : bar->findChildren<QPushButton *>()) {
        rows.insert(button->mapTo(bar, button->rect().center()).y());
    }
    QVERIFY2(rows.size() <= 2, qPrintable(QString::number(rows.size())));
    const QWidget *count = f.child<QWidget>(u"tickCount"_s);
    const int middle = count->mapTo(bar, count->rect().center()).y();
    QVERIFY(std::all_of(rows.begin(), rows.end(), [middle](int row) { return middle < row; }));
}

void BulkBarTest::list_ticksWhatItNamesAndTellsWhatIsUnknown()
{
    ListFixture f(20);
    f.source.orders[0].gatewayOrderId = u"20-30111944"_s;
    f.start();
    press(f, u"tickListButton"_s);
    auto *dialog = f.page->findChild<TickListDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *text = dialog->findChild<QPlainTextEdit *>(u"tickListText"_s);
    auto *choose = dialog->findChild<QPushButton *>(u"tickListed"_s);
    QVERIFY(!choose->isEnabled());
    QTest::keyClicks(text, u"17,18"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"20-30111944, 777, x9"_s);
    QTest::mouseClick(choose, Qt::LeftButton);
    auto *unknown = dialog->findChild<QPlainTextEdit *>(u"unknownEntries"_s);
    QTRY_VERIFY(unknown->isVisible());
    QCOMPARE(unknown->toPlainText(), u"777\nx9"_s);
    QCOMPARE(dialog->findChild<Paragraph *>(u"tickListResult"_s)->sentences(),
             u"3件を選択に加えました。見つからないものが2件あります。"_s);
    f.picture(u"tick-list"_s, dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"copyUnknown"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"777\nx9"_s);
    QCOMPARE(f.ticked(), (QList<qint64>{20, 18, 17}));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"closeTickList"_s), Qt::LeftButton);
    QTRY_VERIFY(!f.page->findChild<TickListDialog *>());
}

void BulkBarTest::list_isReadFromAFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << QByteArray("注文番号\r\n3\r\n2\r\n");
    QTest::newRow("UTF-8 with BOM") << QByteArray("\xEF\xBB\xBF注文番号\n3\n2");
    QTest::newRow("CP932") << QByteArray("\x92\x8d\x95\xb6\x94\xd4\x8d\x86\r\n3\r\n2\r\n"); // 注文番号
}

void BulkBarTest::list_isReadFromAFile()
{
    QFETCH(QByteArray, bytes);
    ListFixture f(5);
    f.start();
    QFile file(f.folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    press(f, u"tickListButton"_s);
    auto *dialog = f.page->findChild<TickListDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"chooseListFile"_s), Qt::LeftButton);
    auto *files = dialog->findChild<QFileDialog *>(u"tickListFileDialog"_s);
    QTRY_VERIFY(files && files->isVisible());
    emit files->fileSelected(file.fileName());
    files->close();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"tickListed"_s), Qt::LeftButton);
    QTRY_COMPARE(f.ticked(), (QList<qint64>{3, 2}));
    QTRY_VERIFY(!f.page->findChild<TickListDialog *>()); // all of them are known: nothing to read any more
}

void BulkBarTest::listThatIsNone_saysSo()
{
    QTemporaryDir folder;
    const auto problem = [&folder](const QByteArray &bytes) {
        QFile file(folder.filePath(u"list"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return u"not written"_s;
        }
        file.close();
        const auto text = orderentries::readFile(file.fileName());
        return text ? QString() : text.error();
    };
    QCOMPARE(problem("1\n2\n"), QString());
    QVERIFY(problem(QByteArray("\x81\n\xff", 3)).contains(u"文字コード"_s));
    QVERIFY(problem(QByteArray(1'000'001, '1')).contains(u"大きすぎます"_s));
    QVERIFY(!orderentries::readFile(folder.filePath(u"none"_s)));
}

void BulkBarTest::hugeClipboard_isNotPasted()
{
    ListFixture f(3);
    f.start();
    press(f, u"tickListButton"_s);
    auto *dialog = f.page->findChild<TickListDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *text = dialog->findChild<QPlainTextEdit *>(u"tickListText"_s);
    QGuiApplication::clipboard()->setText(QString(1'000'001, u'1'));
    QTest::keySequence(text, QKeySequence::Paste);
    QVERIFY(text->document()->isEmpty());
    QCOMPARE(dialog->findChild<Paragraph *>(u"tickListResult"_s)->sentences(),
             u"一覧が長すぎます。1,000,000文字までにしてください。"_s);
    QGuiApplication::clipboard()->setText(u"2\n3"_s);
    QTest::keySequence(text, QKeySequence::Paste);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"tickListed"_s), Qt::LeftButton);
    QTRY_COMPARE(f.ticked(), (QList<qint64>{3, 2}));
}

void BulkBarTest::entries_areCutAtLinesCommasAndTabs()
{
    QCOMPARE(orderentries::of(u"注文番号\r\n 1 ,\"2\"\t3、4\n6，7\n\"\",　5　"_s),
             (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"6"_s, u"7"_s, u"5"_s}));
    QVERIFY(orderentries::of(u" \n,\t"_s).isEmpty());
}

void BulkBarTest::hundredThousand_areTickedAtOnce()
{
    ListFixture f(100'000);
    f.start();
    QCOMPARE(f.result(), u"検索結果：100,000件が該当しました"_s);
    f.table().setFocus();
    QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.tickCount(), u"100,000件を選択中 ¥320,000,000"_s);
    QVERIFY(f.page->ticks().value().ids.isEmpty()); // "everything", not a list of all
    QTest::keyClick(&f.table(), Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(f.model().summaryAt(99'999));
    f.click(99'999, Column::Tick);
    QTRY_COMPARE(f.tickCount(), u"99,999件を選択中 ¥319,996,800"_s);
    f.picture(u"payments-100000"_s);
}

QTEST_MAIN(BulkBarTest)
#include "test_bulkbar.moc"
