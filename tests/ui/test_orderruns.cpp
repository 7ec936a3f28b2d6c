#include "tests/ui/runwindow.h"
#include "ui/history/exportdialog.h"
#include "ui/history/reportview.h"
#include "ui/models/cellroles.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/previewmodel.h"
#include "ui/runs/reasonlist.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runitemsmodel.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int ManyOrders = 1'200;

/// The number of a legend's entry: 変わりません 1,190.
int numberIn(const QString &part)
{
    return part.section(u' ', -1).remove(u',').toInt();
}

} // namespace

/// 状態一括確認 and 対応状況の変更 of many orders in the whole window: preview, run, report, history.
class TestOrderRuns : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void payments_areReadAndTheChangedOnesListed();
    void runOfManyPayments_pausesGoesOnAndStops();
    void runCutShort_isOfferedAndReadsTheRest();
    void unreadablePayment_isListedAndTriedAgain();
    void statusOfMany_isPreviewedRunAndReported();
    void statusOfManyHundreds_isChangedWhileAnotherRunWaits();
    void statusOfMany_sumsWhatTheBulkBarSums();
    void statusThatCannotMove_isListedWithItsReason();
    void orderThatMovedOn_isReportedWithItsReason();
    void statusRefusedAfterARun_isListedOrderByOrder();
    void fittingCommand_isGoneOnWithWhenAllWentWell();
    void fittingCommand_isOfferedInTheReport();
    void history_hasRunsOfBothKindsAndStoppedOnesApart();
    void report_isExported();

private:
    void addOrders(int count);
    /// Ticks all and opens the preview.
    void preview(const QString &actionName);
    void start() { click(u"manyStart"_s); }
    void setStatus(OrderId order, OrderStatus status);
    int left() const { return numberIn(part(u"rest"_s)); }
    int read() const { return numberIn(part(u"same"_s)); }
    RowTable *rows() const { return child<RowTable>(u"runItems"_s); }
    QString cell(int row, int column) const { return rows()->model()->index(row, column).data().toString(); }
    void slowDown(int ms)
    {
        m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"SearchTrade"_s, .ms = ms}});
    }

    QList<OrderId> m_orders;
    QTemporaryDir m_folder;
};

void TestOrderRuns::cleanup()
{
    closeWindow();
    m_shop.reset();
    m_orders.clear();
}

void TestOrderRuns::addOrders(int count)
{
    for (int number = 1; number <= count; ++number) {
        m_orders.append(m_shop->add({.number = number, .payable = Yen{1000}}));
    }
}

void TestOrderRuns::preview(const QString &actionName)
{
    tickAll();
    action(actionName)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"manyStart"_s)->isVisible(), PatienceMs);
}

void TestOrderRuns::setStatus(OrderId order, OrderStatus status)
{
    auto set = m_session->onEngine([order, status](Shop &shop) {
        const auto change = OrderService(shop.context()).setStatus(order, status, u"鈴木"_s);
        return change.ok() && change->changed;
    });
    QTRY_VERIFY_WITH_TIMEOUT(set.isFinished(), PatienceMs);
    QVERIFY(set.result());
}

void TestOrderRuns::payments_areReadAndTheChangedOnesListed()
{
    addOrders(3);
    m_shop->add({.number = 4, .payable = Yen{7000}, .linked = false});
    openWindow();
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(2), u"SALES"_s, Yen{1000}).ok());
    slowDown(1500);
    const int before = asked(u"SearchTrade"_s);
    preview(u"bulkRefreshAction"_s);
    QCOMPARE(words(u"manySummary"_s), u"3件、合計 ¥3,000 の決済状態をGMOで確認します。1件は対象外です。"_s);
    QCOMPARE(child<RowTable>(u"manyLeftOut"_s)->model()->rowCount(), 1);
    QCOMPARE(asked(u"SearchTrade"_s), before); // nothing before it is confirmed
    shot(u"refresh_preview"_s);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"決済状態を確認しています"_s, PatienceMs);
    QVERIFY(child<QPushButton>(u"pauseRun"_s)->isVisible() && child<QPushButton>(u"stopRun"_s)->isVisible());
    shot(u"refresh_running"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認が終わりました"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"3件のうち、変わりました 1件、変わりません 2件です。"_s);
    QVERIFY2(!words(u"runSweep"_s).contains(u"照合"_s), qPrintable(words(u"runSweep"_s)));
    QStringList titles;
    for (int column = 0; column < rows()->model()->columnCount(); ++column) {
        if (!rows()->isColumnHidden(column)) {
            titles.append(rows()->model()->headerData(column, Qt::Horizontal).toString());
        }
    }
    QCOMPARE(titles,
             (QStringList{u"注文番号"_s, u"お名前"_s, u"結果"_s, u"変更前"_s, u"変更後"_s, u"内容"_s}));
    QCOMPARE((QStringList{part(u"changed"_s), part(u"same"_s), part(u"unable"_s), part(u"notDone"_s),
                          part(u"rest"_s), part(u"all"_s)}),
             (QStringList{u"変わりました 1"_s, u"変わりません 2"_s, u"確認できません 0"_s,
                          u"確認していません 0"_s, u"残り 0"_s, u"すべて 3"_s}));
    click(u"part_same"_s);
    QCOMPARE(rows()->model()->rowCount(), 2);
    click(u"part_changed"_s);
    QCOMPARE(rows()->model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0), u"2"_s, PatienceMs);
    using Column = RunItemsModel::Column;
    QCOMPARE(cell(0, int(Column::State)), u"変わりました"_s);
    QCOMPARE(cell(0, int(Column::Before)), u"仮売上済み ¥1,000"_s);
    QCOMPARE(cell(0, int(Column::After)), u"実売上済み ¥1,000"_s);
    QVERIFY(child<QPushButton>(u"exportRun"_s)->isVisible() &&
            !child<QPushButton>(u"tryAgain"_s)->isVisible());
    shot(u"refresh_report"_s);
    click(u"leaveRun"_s);
    QVERIFY(list().isVisible());
    action(u"bulkPageAction"_s)->trigger();
    QVERIFY(rows()->isVisible());
}

void TestOrderRuns::runOfManyPayments_pausesGoesOnAndStops()
{
    addOrders(ManyOrders);
    openWindow();
    slowDown(40);
    const int before = asked(u"SearchTrade"_s);
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(read() > 0, PatienceMs);
    shot(u"refresh_running_1200"_s);
    QTest::keyClick(rows(), Qt::Key_Escape); // leaving stops nothing
    QVERIFY(list().isVisible());
    auto *open = child<QToolButton>(u"runStatusOpen"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(open->text().startsWith(u"実行中: 状態一括確認 "_s), qPrintable(open->text()),
                              PatienceMs);
    QVERIFY2(open->text().endsWith(u"/1,200"_s), qPrintable(open->text()));
    QTest::mouseClick(open, Qt::LeftButton);
    child<QPushButton>(u"pauseRun"_s)->setFocus();
    for (int press = 0; press < 2; ++press) { // the second one does not stop it
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    }
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認は一時停止しています"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(read() + left(), ManyOrders, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(read(), asked(u"SearchTrade"_s) - before, PatienceMs); // what was asked is back
    const int atRest = read();
    QVERIFY(atRest < ManyOrders);
    shot(u"refresh_paused"_s);
    click(u"resumeRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"決済状態を確認しています"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(read() > atRest, PatienceMs);
    click(u"stopRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認を中止しました"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(left(), 0, PatienceMs);
    const int withdrawn = numberIn(part(u"notDone"_s));
    QCOMPARE(read() + withdrawn, ManyOrders);
    QVERIFY(withdrawn > 0);
    QVERIFY(!child<Banner>(u"runProblem"_s)->isVisible());
    QVERIFY2(words(u"runSentence"_s).contains(u"確認していません "_s), qPrintable(words(u"runSentence"_s)));
    shot(u"refresh_stopped"_s);
    click(u"part_notDone"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, int(RunItemsModel::Column::Reason)), Words::of(EndReason::Withdrawn),
                              PatienceMs);

    auto *again = child<QPushButton>(u"tryAgain"_s);
    QTRY_COMPARE_WITH_TIMEOUT(again->text(), u"確認できなかった注文をもう一度（%L1件）"_s.arg(withdrawn),
                              PatienceMs);
    m_shop->gateway.clearFaults();
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"manyStart"_s)->isVisible(), PatienceMs);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認が終わりました"_s, PatienceMs);
    QCOMPARE(read(), withdrawn);
    QCOMPARE(asked(u"SearchTrade"_s) - before, ManyOrders); // each once
}

void TestOrderRuns::runCutShort_isOfferedAndReadsTheRest()
{
    addOrders(60);
    openWindow();
    slowDown(200);
    const int before = asked(u"SearchTrade"_s);
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(read() > 0, PatienceMs);
    closeWindow();
    const int done = asked(u"SearchTrade"_s) - before;
    QVERIFY(done < 60);
    m_shop->gateway.clearFaults();

    openWindow();
    auto *banner = child<Banner>(u"unfinishedBanner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    const QString rest = QString::number(60 - done);
    QVERIFY2(banner->text().contains(u"（状態一括確認 %1/60）"_s.arg(done)), qPrintable(banner->text()));
    QVERIFY2(banner->text().endsWith(u"残り%1件はそのままです。"_s.arg(rest)), qPrintable(banner->text()));
    QCOMPARE(child<QPushButton>(u"resumeWaitingRun"_s)->text(),
             u"状態一括確認の残り%1件を再開する"_s.arg(rest));
    QCOMPARE(asked(u"SearchTrade"_s) - before, done); // nothing goes on by itself
    shot(u"refresh_unfinished"_s);
    click(u"resumeWaitingRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認が終わりました"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), PatienceMs);
    QCOMPARE(read(), 60);
    QCOMPARE(asked(u"SearchTrade"_s) - before, 60);
}

void TestOrderRuns::unreadablePayment_isListedAndTriedAgain()
{
    addOrders(3);
    openWindow();
    m_shop->gateway.addFaults(
        {{.kind = FaultKind::Html, .call = u"SearchTrade"_s, .orderId = OrderFixture::gatewayOrderId(2)}});
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認が終わりました"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s),
             u"3件のうち、変わりました 0件、変わりません 2件、確認できません 1件です。"_s);
    click(u"part_unable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0), u"2"_s, PatienceMs);
    const QString why = cell(0, int(RunItemsModel::Column::Reason));
    QVERIFY(!why.isEmpty());
    rows()->setFocus();
    QTest::keyClick(rows(), Qt::Key_Home, Qt::ControlModifier);
    auto *details = child<RowDetails>(u"runItemDetails"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(details->toPlainText().contains(why), qPrintable(details->toPlainText()),
                              PatienceMs);
    shot(u"refresh_unable"_s);
    m_shop->gateway.clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(child<QPushButton>(u"tryAgain"_s)->text(),
                              u"確認できなかった注文をもう一度（1件）"_s, PatienceMs);
    click(u"tryAgain"_s);
    QTRY_COMPARE_WITH_TIMEOUT(words(u"manySummary"_s), u"1件、合計 ¥1,000 の決済状態をGMOで確認します。"_s,
                              PatienceMs);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"1件のうち、変わりました 0件、変わりません 1件です。"_s);
}

void TestOrderRuns::statusOfMany_isPreviewedRunAndReported()
{
    addOrders(5);
    openWindow();
    preview(u"bulkStatus_6"_s); // 入金済み
    QCOMPARE(words(u"manySummary"_s), u"5件、合計 ¥5,000 の注文の対応状況を「入金済み」に変更します。"_s);
    shot(u"status_preview"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // opens the row, changes nothing
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(list().isVisible());
    QCOMPARE(list().model().summaryAt(0)->status, OrderStatus::New);

    preview(u"bulkStatus_6"_s);
    for (const QString &name : {u"manyDetails"_s, u"manyThenCommand"_s, u"manyStart"_s}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"対応状況の変更（入金済み）が終わりました"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"5件のうち、変更しました 5件です。"_s);
    QCOMPARE(rows()->model()->rowCount(), 5);
    using Column = RunItemsModel::Column;
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, int(Column::State)), u"変更しました"_s, PatienceMs);
    QCOMPARE(cell(0, int(Column::Before)), u"新規受付"_s);
    QCOMPARE(cell(0, int(Column::After)), u"入金済み"_s);
    shot(u"status_report"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->status, OrderStatus::Paid, PatienceMs);
    QCOMPARE(sent(), 0); // S44
}

/// Two runs of different kinds at once, as runs that move money may be.
void TestOrderRuns::statusOfManyHundreds_isChangedWhileAnotherRunWaits()
{
    addOrders(ManyOrders);
    openWindow();
    slowDown(40);
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(read() > 0, PatienceMs);
    const RunId reading = *child<BulkPage>(u"bulkPage"_s)->shownRun();
    click(u"leaveRun"_s);
    preview(u"bulkStatus_4"_s); // 対応中
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"対応状況の変更（対応中）が終わりました"_s, PatienceMs);
    QCOMPARE(part(u"changed"_s), u"変更しました 1,200"_s);
    QCOMPARE(part(u"all"_s), u"すべて 1,200"_s);
    rows()->scrollToBottom();
    QTRY_COMPARE_WITH_TIMEOUT(cell(ManyOrders - 1, int(RunItemsModel::Column::After)), u"対応中"_s,
                              PatienceMs);
    shot(u"status_report_1200"_s);
    m_window->showRun(reading);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"決済状態を確認しています"_s, PatienceMs);
    click(u"pauseRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"resumeRun"_s)->isVisible(), PatienceMs);
    m_shop->gateway.clearFaults();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"resumeRun"_s)->isEnabled(), PatienceMs);
    click(u"stopRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認を中止しました"_s, PatienceMs);
    click(u"leaveRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->status, OrderStatus::InProgress, PatienceMs);
}

/// 決済金額 differs from お支払い合計: the same ticks are not two sums.
void TestOrderRuns::statusOfMany_sumsWhatTheBulkBarSums()
{
    m_shop->add({.number = 1, .payable = Yen{1000}, .seed = {.amount = Yen{1700}}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
    openWindow();
    tickAll();
    QTRY_COMPARE_WITH_TIMEOUT(list().tickCounts().summary().total, Yen{3000}, PatienceMs);
    action(u"bulkStatus_6"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(words(u"manySummary"_s),
                              u"2件、合計 ¥3,000 の注文の対応状況を「入金済み」に変更します。"_s, PatienceMs);
}

void TestOrderRuns::statusThatCannotMove_isListedWithItsReason()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}, .status = OrderStatus::Delivered});
    m_shop->add({.number = 3, .payable = Yen{3000}, .status = OrderStatus::Paid});
    openWindow();
    preview(u"bulkStatus_6"_s);
    QCOMPARE(words(u"manySummary"_s),
             u"1件、合計 ¥1,000 の注文の対応状況を「入金済み」に変更します。2件は対象外です。"_s);
    child<QTabWidget>(u"manyTabs"_s)->setCurrentIndex(1);
    auto *reasons = child<ReasonList>(u"manyReasons"_s);
    QCOMPARE(reasons->model()->rowCount(), 3);
    QCOMPARE(reasons->model()->index(0, 2).data().toString(), u"¥5,000"_s);
    QCOMPARE(reasons->model()->index(1, 0).data().toString(), u"すでに「入金済み」です。"_s);
    QCOMPARE(reasons->model()->index(2, 0).data().toString(),
             u"「発送済み」から「入金済み」には変更できません。"_s);
    auto *leftOut = child<RowTable>(u"manyLeftOut"_s);
    QCOMPARE(leftOut->model()->rowCount(), 2);
    reasons->setFocus();
    QTest::keyClick(reasons, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(leftOut->model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(leftOut->model()->index(0, 0).data().toString(), u"2"_s, PatienceMs);
    shot(u"status_left_out"_s);
}

/// Another seat was quicker while the preview stood open.
void TestOrderRuns::orderThatMovedOn_isReportedWithItsReason()
{
    addOrders(3);
    openWindow();
    preview(u"bulkStatus_6"_s);
    setStatus(m_orders.at(1), OrderStatus::Delivered);
    setStatus(m_orders.at(2), OrderStatus::Paid);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"対応状況の変更（入金済み）が終わりました"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s),
             u"3件のうち、変更しました 1件、変更済みでした 1件、変更できません 1件です。"_s);
    click(u"part_unable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0), u"2"_s, PatienceMs);
    QVERIFY2(cell(0, int(RunItemsModel::Column::Reason)).contains(u"「発送済み」から「入金済み」"_s),
             qPrintable(cell(0, int(RunItemsModel::Column::Reason))));
    auto *again = child<QPushButton>(u"tryAgain"_s);
    QTRY_COMPARE_WITH_TIMEOUT(again->text(), u"変更できなかった注文をもう一度（0件）"_s, PatienceMs);
    QVERIFY(!again->isEnabled());
    shot(u"status_unable"_s);
}

void TestOrderRuns::statusRefusedAfterARun_isListedOrderByOrder()
{
    addOrders(2);
    openWindow();
    tickAll();
    action(u"bulkCaptureAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"startRun"_s)->isVisible(), PatienceMs);
    auto *paired = child<QCheckBox>(u"pairedStatus"_s);
    QTest::mouseClick(paired, Qt::LeftButton, {}, QPoint(8, paired->height() / 2));
    setStatus(m_orders.at(1), OrderStatus::Delivered);
    click(u"startRun"_s);
    auto *look = child<QPushButton>(u"statusRefusedRows"_s);
    QTRY_VERIFY_WITH_TIMEOUT(look->isVisible(), PatienceMs);
    QTest::mouseClick(look, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(words(u"manySummary"_s),
                              u"対応状況を「入金済み」に変更できる注文がありません。1件は対象外です。"_s,
                              PatienceMs);
    auto *leftOut = child<RowTable>(u"manyLeftOut"_s);
    QCOMPARE(leftOut->model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(leftOut->model()->index(0, 0).data().toString(), u"2"_s, PatienceMs);
    QCOMPARE(leftOut->model()->index(0, int(PreviewModel::Column::Remark)).data().toString(),
             u"「発送済み」から「入金済み」には変更できません。"_s);
    QVERIFY(leftOut->isVisible() && !child<QPushButton>(u"manyStart"_s)->isVisible());
}

void TestOrderRuns::fittingCommand_isGoneOnWithWhenAllWentWell()
{
    addOrders(2);
    m_shop->add({.number = 3, .payable = Yen{4000}, .status = OrderStatus::Paid});
    openWindow();
    OrderFilter onlyNew; // the changed ones are not in it any more
    onlyNew.orderStatuses = {OrderStatus::New};
    list().showFilter(onlyNew);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 2, PatienceMs);
    preview(u"bulkStatus_3"_s); // 注文取消し
    auto *then = child<QCheckBox>(u"manyThenCommand"_s);
    QVERIFY(then->isVisible() && !then->isChecked());
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    QVERIFY(then->isChecked());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(words(u"previewSummary"_s), u"2件、合計 ¥2,000 を取り消します。"_s, PatienceMs);
    QCOMPARE(sent(), 0); // the preview asks again
}

void TestOrderRuns::fittingCommand_isOfferedInTheReport()
{
    addOrders(3);
    openWindow();
    preview(u"bulkStatus_6"_s);
    setStatus(m_orders.at(1), OrderStatus::Delivered);
    auto *then = child<QCheckBox>(u"manyThenCommand"_s);
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs); // one could not be changed: there is something to read
    auto *command = child<QPushButton>(u"commandOfChanged"_s);
    QTRY_VERIFY_WITH_TIMEOUT(command->isVisible(), PatienceMs);
    QCOMPARE(command->text(), u"変更した注文の一括売上へ…"_s);
    QTest::mouseClick(command, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(words(u"previewSummary"_s), u"2件、合計 ¥2,000 を売上確定します。"_s,
                              PatienceMs);
    click(u"startRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上が終わりました"_s, PatienceMs);
    QVERIFY(!command->isVisible());
    QCOMPARE(sent(), 2);
}

void TestOrderRuns::history_hasRunsOfBothKindsAndStoppedOnesApart()
{
    addOrders(30);
    openWindow();
    slowDown(200);
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(read() > 0, PatienceMs);
    click(u"stopRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"状態一括確認を中止しました"_s, PatienceMs);
    const int done = read();
    click(u"leaveRun"_s);
    preview(u"bulkStatus_6"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);
    action(u"historyAction"_s)->trigger();
    auto *result = child<QLabel>(u"historyResult"_s);
    auto *runs = child<ReportView>(u"runsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：2件"_s, PatienceMs);
    const auto row = [runs](int number) {
        QStringList texts;
        for (const int column : {1, 2, 4, 5, 6, 7, 9}) {
            texts.append(runs->model()->index(number, column).data().toString());
        }
        return texts.join(u'|');
    };
    QTRY_COMPARE_WITH_TIMEOUT(row(0), u"対応状況：入金済み|終了|30|30|30||0"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(row(1), u"状態一括確認|中止|30|%1|0||%2"_s.arg(done).arg(30 - done),
                              PatienceMs);
    shot(u"history_runs"_s);
    const auto choose = [this](const QString &combo, const QString &word) {
        auto *box = child<QComboBox>(combo);
        const int wanted = box->findText(word);
        QVERIFY2(wanted >= 0, qPrintable(word));
        box->setFocus();
        while (box->currentIndex() != wanted) {
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        }
    };
    choose(u"kindChoice"_s, u"状態一括確認"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：1件"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(row(0).startsWith(u"状態一括確認|中止"_s), PatienceMs);
    choose(u"stateChoice"_s, u"終了"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：0件"_s, PatienceMs);
    choose(u"stateChoice"_s, u"中止"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：1件"_s, PatienceMs);
    choose(u"kindChoice"_s, u"対応状況の変更"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：0件"_s, PatienceMs);
    choose(u"stateChoice"_s, u"終了"_s);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"一括処理：1件"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!runs->model()->index(0, 0).data(LoadingRole).toBool(), PatienceMs);
    runs->setFocus();
    runs->setCurrentIndex(runs->model()->index(0, 0));
    QTest::keyClick(runs, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"対応状況の変更（入金済み）が終わりました"_s, PatienceMs);
}

void TestOrderRuns::report_isExported()
{
    addOrders(3);
    openWindow();
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(2), u"SALES"_s, Yen{1000}).ok());
    preview(u"bulkRefreshAction"_s);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);
    click(u"exportRun"_s);
    ExportDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<ExportDialog *>()));
    auto *edit = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    QVERIFY2(edit->text().contains(u"状態一括確認の報告-"_s), qPrintable(edit->text()));
    const QString name = m_folder.filePath(u"report.csv"_s);
    edit->setText(name);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(name), PatienceMs);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).endsWith(u"注文番号,お名前,決済オーダーID,結果,変更前,変更後,内容,終了日時"_s),
             qPrintable(lines.at(0)));
    QVERIFY2(
        lines.filter(u"2,髙橋 花子,2-03132123,変わりました,\"仮売上済み ¥1,000\",\"実売上済み ¥1,000\",,"_s)
                .size() == 1,
        qPrintable(lines.join(u'\n')));
    QCOMPARE(lines.filter(u",変わりません,"_s).size(), 2);
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderRuns)
#include "test_orderruns.moc"
