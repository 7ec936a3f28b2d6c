#include "core/base/japantime.h"
#include "tests/ui/runwindow.h"
#include "ui/history/historypage.h"
#include "ui/history/reportview.h"
#include "ui/orders/ordertable.h"
#include "ui/text/formats.h"
#include "ui/text/language.h"
#include "ui/today/daychart.h"
#include "ui/today/todaypage.h"
#include "ui/today/workcard.h"
#include "ui/today/workwords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"
#include "ui/work/sidebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

/// 今日の仕事 in the whole window, over a shop with a simulator.
class TestTodayPage : public QObject, private RunWindow
{
    Q_OBJECT

    Language m_language;

private slots:
    void initTestCase();
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void everyKind_hasItsWords();
    void cards_sayNumberAndSum_andWhatHasNothingToDo();
    void button_opensTheListFilteredAndTicked();
    void buttonsOfAllCards_openAsManyAsTheySay();
    void ticks_areNotPutOnAnotherQuestion();
    void barOfLapse_opensItsRowsByMouseAndKeys();
    void barOfMoney_opensTheHistoryOfThatDay();
    void table_saysTheSameAndIsRemembered();
    void changes_arriveByThemselves();
    void newDay_countsAnew();
    void page_opensFirstWhereThereIsWork();
    void page_staysBehindWhereThereIsNoneOrNobodyWantsIt();
    void doneWork_isSaid();
    void failedRead_isToldAndTriedAgain();
    void dueSoon_isNotSaidTwice();
    void closingDate_standsWithWhatIsDue();
    void watching_isToldStoppedAndGoesOn();
    void narrowWindow_hasRoomForEverything();

private:
    void addEverything();
    /// The window with the page in front, counted.
    void openToday();
    [[nodiscard]] QString text(const QString &name, WorkKind kind) const
    {
        return child<QLabel>(name + QString::number(int(kind)))->text();
    }
    [[nodiscard]] QString number(WorkKind kind) const { return text(u"workNumber_"_s, kind); }
    [[nodiscard]] QPushButton *button(WorkKind kind) const
    {
        return child<QPushButton>(u"workButton_"_s + QString::number(int(kind)));
    }
    [[nodiscard]] TodayPage &page() const { return *child<TodayPage>(u"todayPage"_s); }
    [[nodiscard]] OrderListPage &payments() const { return *m_window->paymentList(); }
    [[nodiscard]] QDate lapseOf(int daysAgo) const
    {
        return japantime::dayOf(m_shop->gateway.now()).addDays(90 - daysAgo);
    }
    void capture(qint64 number) { operate(OperationKind::Capture, number); }
    void operate(OperationKind kind, qint64 number);
    bool run(const QString &sql);
    QListWidgetItem *entry() const
    {
        return child<SideBar>(u"sideBar"_s)->findItems(u"今日の仕事"_s, Qt::MatchExactly).value(0);
    }
};

void TestTodayPage::initTestCase()
{
    m_language.install(qEnvironmentVariable("KESSAI_LANGUAGE", u"ja"_s));
    applyTheme(*qApp, qEnvironmentVariableIsSet("KESSAI_DARK") ? ThemeChoice::Dark : ThemeChoice::Light);
}

void TestTodayPage::cleanup()
{
    closeWindow();
    m_opensToday = false;
    m_shop.reset();
}

/// 1 to 5 wait for their capture (3 soon over, 4 over, 5 with a difference), the others for something else.
void TestTodayPage::addEverything()
{
    const QDateTime now = m_shop->gateway.now();
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
    m_shop->add({.number = 3, .payable = Yen{4000}, .seed = {.authorizedAt = now.addDays(-86)}});
    m_shop->add({.number = 4, .payable = Yen{8000}, .seed = {.authorizedAt = now.addDays(-95)}});
    m_shop->add({.number = 5, .payable = Yen{3500}, .seed = {.amount = Yen{3000}}});
    m_shop->add({.number = 6, .payable = Yen{700}, .status = OrderStatus::Cancelled});
    m_shop->add({.number = 7,
                 .payable = Yen{5000},
                 .method = PaymentMethod::ConvenienceStore,
                 .multi = {.status = MultiStatus::PaySuccess}});
    m_shop->add({.number = 8,
                 .payable = Yen{900},
                 .method = PaymentMethod::Rakuten,
                 .multi = {.status = MultiStatus::ReqSales}});
    m_shop->add({.number = 9,
                 .payable = Yen{1200},
                 .status = OrderStatus::Pending,
                 .linked = false,
                 .change = [now](Order &order) { order.orderedAt = now.addSecs(-3600); }});
}

void TestTodayPage::openToday()
{
    openWindow();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(page().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"todayCountedAt"_s)->text().endsWith(u"現在"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!child<QLabel>(u"moneyNothing"_s)->text().isEmpty(), PatienceMs);
}

void TestTodayPage::operate(OperationKind kind, qint64 number)
{
    OperationRequest request;
    request.kind = kind;
    request.operatorName = u"佐藤"_s;
    auto done = m_session->onEngine([request, number](Shop &shop) -> QCoro::Task<bool> {
        OperationRequest asked = request;
        const auto order = shop.context().orders.idByShopOrderId(number);
        asked.order = order->value();
        const QList<OperationRequest> all{asked};
        const std::function<bool()> never = [] { return false; };
        const Shop::OperationAnswer answer = co_await shop.operate(all, never);
        co_return answer.items.size() == 1 && answer.items.first().state == OperationState::Done;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), PatienceMs);
    QVERIFY(done.result());
}

bool TestTodayPage::run(const QString &sql)
{
    auto done = m_session->onEngine([sql](Shop &shop) {
        const bool ran = shop.context().database.run(sql).ok();
        emit shop.notifier().ordersChanged();
        return ran;
    });
    return QTest::qWaitFor([&done] { return done.isFinished(); }, PatienceMs) && done.result();
}

void TestTodayPage::everyKind_hasItsWords()
{
    QSet<QString> words;
    for (const WorkKind kind : allWorkKinds()) {
        words << WorkWords::titleOf(kind) << WorkWords::sentenceOf(kind);
        QVERIFY(!WorkWords::urgencyOf(kind).word.isEmpty());
        QCOMPARE(WorkWords::sentenceOf(kind).count(u'。'), 1);
    }
    QCOMPARE(words.size(), 2 * allWorkKinds().size());
    QVERIFY(!words.contains(QString()));
}

void TestTodayPage::cards_sayNumberAndSum_andWhatHasNothingToDo()
{
    addEverything();
    openToday();
    const auto said = [this](WorkKind kind) { return number(kind) + u' ' + text(u"workSum_"_s, kind); };
    QCOMPARE(said(WorkKind::CaptureNeeded), u"5件 ¥18,500"_s);
    QCOMPARE(said(WorkKind::DueSoon), u"1件 ¥4,000"_s);
    QCOMPARE(said(WorkKind::Lapsed), u"1件 ¥8,000"_s);
    QCOMPARE(said(WorkKind::Difference), u"1件 ¥3,500"_s);
    QCOMPARE(said(WorkKind::PaidInCash), u"1件 ¥5,000"_s);
    QCOMPARE(said(WorkKind::CancelledWithOpenPayment), u"1件 ¥700"_s);
    QCOMPARE(said(WorkKind::Stuck), u"1件 ¥1,200"_s);
    QCOMPARE(said(WorkKind::WalletPending), u"1件 ¥900"_s);
    for (const WorkKind kind : allWorkKinds()) {
        const bool idle = kind == WorkKind::InDoubt || kind == WorkKind::Conflict;
        QCOMPARE(child<QLabel>(u"workIdle_"_s + QString::number(int(kind)))->isVisible(), idle);
        QCOMPARE(button(kind)->isVisible(), !idle);
    }
    QCOMPARE(text(u"workIdle_"_s, WorkKind::InDoubt), u"結果確認中：ありません"_s);
    QCOMPARE(child<QLabel>(u"todayHeadline"_s)->text(), u"対応が必要な仕事が8項目あります"_s);
    QCOMPARE(child<WorkCard>(u"workCard_%1"_s.arg(int(WorkKind::Lapsed)))->accessibleName(),
             u"売上期限超過（至急） 1件 ¥8,000"_s);
    QCOMPARE(entry()->data(Qt::AccessibleTextRole).toString(), u"今日の仕事 8項目"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"今日の仕事 受注管理 — "_s));
    QVERIFY(button(WorkKind::CaptureNeeded)->hasFocus());
    QVERIFY(child<SideBar>(u"sideBar"_s)->currentItem() == entry());
    shot(u"today"_s);
}

void TestTodayPage::button_opensTheListFilteredAndTicked()
{
    addEverything();
    openToday();
    QTest::mouseClick(button(WorkKind::CaptureNeeded), Qt::LeftButton);
    QVERIFY(payments().isVisible() && payments().filter().onlyCaptureNeeded);
    QTRY_COMPARE_WITH_TIMEOUT(payments().model().rowCount(), 5, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(payments().tickCounts().summary().count, 5, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"payments_bulk_CAPTURE"_s)->isVisible(), PatienceMs);
    QVERIFY(payments().table().hasFocus());
    QCOMPARE(sent(), 0);
    shot(u"today-opened"_s);

    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier); // and by keys
    button(WorkKind::Stuck)->setFocus();
    QTest::keyClick(button(WorkKind::Stuck), Qt::Key_Return);
    QVERIFY(list().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(list().tickCounts().summary().count, 1, PatienceMs);
    QVERIFY(list().filter().stuckBefore);
    QCOMPARE(payments().tickCounts().summary().count, 5); // each list has its own
}

void TestTodayPage::buttonsOfAllCards_openAsManyAsTheySay()
{
    addEverything();
    openToday();
    for (const WorkKind kind : allWorkKinds()) {
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        if (!button(kind)->isVisible()) {
            continue;
        }
        const QString said = number(kind);
        const QString sum = text(u"workSum_"_s, kind);
        QTest::mouseClick(button(kind), Qt::LeftButton);
        OrderListPage &opened = kind == WorkKind::Stuck ? list() : payments();
        QTRY_VERIFY_WITH_TIMEOUT(opened.isVisible() && !opened.model().isSearching(), PatienceMs);
        QCOMPARE(Formats::count(opened.model().rowCount()) + u"件"_s, said);
        QTRY_VERIFY_WITH_TIMEOUT(opened.tickCounts().known() &&
                                     opened.tickCounts().summary().count == opened.model().rowCount(),
                                 PatienceMs);
        QCOMPARE(Formats::yen(opened.tickCounts().summary().total), sum); // the bulk bar's words
    }
}

void TestTodayPage::ticks_areNotPutOnAnotherQuestion()
{
    addEverything();
    openToday();
    QTest::mouseClick(button(WorkKind::CaptureNeeded), Qt::LeftButton);
    payments().showFilter({}); // before the answer
    QTRY_COMPARE_WITH_TIMEOUT(payments().model().rowCount(), 8, PatienceMs);
    QVERIFY(payments().ticks().isEmpty());
}

void TestTodayPage::barOfLapse_opensItsRowsByMouseAndKeys()
{
    addEverything();
    openToday();
    auto *chart = child<DayChart>(u"lapsingChart"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart->isVisible(), PatienceMs);
    QTest::mouseMove(chart->viewport(), chart->placeOf(lapseOf(86)));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(lapseOf(86)));
    QVERIFY(payments().isVisible());
    QCOMPARE(payments().filter().captureByFrom, std::optional(lapseOf(86)));
    QCOMPARE(payments().filter().captureByUntil, std::optional(lapseOf(86)));
    QTRY_VERIFY_WITH_TIMEOUT(payments().model().rowCount() == 1 && payments().model().summaryAt(0),
                             PatienceMs);
    QCOMPARE(payments().model().summaryAt(0)->orderNumber, u"3"_s);
    QVERIFY(payments().ticks().isEmpty());

    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    auto *day = child<QLabel>(u"lapsingDay"_s);
    QCOMPARE(day->text(), u"2020/12/07（月） 期限（あと 4日）：1件 ¥4,000"_s);
    QCOMPARE(chart->accessibleDescription(), day->text());
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(day->text(), u"2021/03/03（水） 期限（あと 90日）：4件 ¥6,700"_s); // with the cancelled order
    shot(u"today-bar"_s);
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(payments().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(payments().model().rowCount(), 4, PatienceMs);

    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(lapseOf(40))); // nothing lapses
    QVERIFY(page().isVisible());
}

void TestTodayPage::barOfMoney_opensTheHistoryOfThatDay()
{
    addEverything();
    openWindow();
    capture(1);
    operate(OperationKind::Cancel, 2);
    operate(OperationKind::Change, 5); // in no bar
    QVERIFY(run(u"UPDATE op SET asked_at = '2020-12-02T01:00:00.000Z' WHERE kind = 'CAPTURE'"_s));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    auto *chart = child<DayChart>(u"moneyChart"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart->isVisible(), PatienceMs);
    QCOMPARE(child<QLabel>(u"moneyTotal"_s)->text(), u"売上 ¥1,000、取消 ¥2,000"_s);
    auto *table = child<QTableWidget>(u"moneyTable"_s);
    QCOMPARE(table->item(0, 1)->text() + u' ' + table->item(0, 2)->text(), u"1件 ¥1,000 1件 ¥2,000"_s);
    const QDate today = japantime::dayOf(QDateTime::currentDateTimeUtc());
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(today));
    QVERIFY(child<HistoryPage>(u"historyPage"_s)->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(child<ReportView>(u"operationsTable"_s)->model()->rowCount(), 2, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"historyResult"_s)->text(), u"操作：2件"_s, PatienceMs);
    QCOMPARE(child<QComboBox>(u"instantChoice"_s)->currentText(), u"終了日"_s);
    QCOMPARE(child<QComboBox>(u"kindChoice"_s)->currentText(), u"売上確定と取消"_s);
    shot(u"today-money"_s);
}

void TestTodayPage::table_saysTheSameAndIsRemembered()
{
    addEverything();
    openToday();
    auto *chart = child<DayChart>(u"lapsingChart"_s);
    auto *table = child<QTableWidget>(u"lapsingTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart->isVisible() && !table->isVisible(), PatienceMs);
    click(u"lapsingToggle"_s);
    QVERIFY(!chart->isVisible() && table->isVisible());
    QCOMPARE(table->rowCount(), 2);
    QStringList row;
    for (int column = 0; column < table->columnCount(); ++column) {
        row << table->item(0, column)->text();
    }
    QCOMPARE(row, (QStringList{u"2020/12/07（月）"_s, u"あと 4日"_s, u"1"_s, u"¥4,000"_s}));
    shot(u"today-table"_s);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(child<QLabel>(u"lapsingDay"_s)->text().left(10), u"2021/03/03"_s);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(payments().isVisible());
    QCOMPARE(payments().filter().captureByFrom, std::optional(QDate(2021, 3, 3)));
    closeWindow();
    openToday();
    QTRY_VERIFY_WITH_TIMEOUT(child<QTableWidget>(u"lapsingTable"_s)->isVisible(), PatienceMs);
    click(u"lapsingToggle"_s);
    QVERIFY(child<DayChart>(u"lapsingChart"_s)->isVisible());
}

void TestTodayPage::changes_arriveByThemselves()
{
    addEverything();
    openToday();
    capture(1);
    QTRY_COMPARE_WITH_TIMEOUT(number(WorkKind::CaptureNeeded), u"4件"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"moneyTotal"_s)->text(), u"売上 ¥1,000、取消 ¥0"_s, PatienceMs);
    operate(OperationKind::Cancel, 6);
    const WorkKind open = WorkKind::CancelledWithOpenPayment;
    QTRY_VERIFY_WITH_TIMEOUT(!button(open)->isVisible(), PatienceMs);
    QCOMPARE(entry()->data(Qt::AccessibleTextRole).toString(), u"今日の仕事 7項目"_s);
    // F5 counts as well, and asks the gateway nothing.
    const int before = asked(u"SearchTrade"_s);
    auto silent = m_session->onEngine([](Shop &shop) {
        return shop.context().database.run(u"UPDATE orders SET status = 3 WHERE shop_order_id = 2"_s).ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(silent.isFinished() && silent.result(), PatienceMs);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(number(WorkKind::CaptureNeeded), u"3件"_s, PatienceMs);
    QCOMPARE(number(open), u"1件"_s);
    QCOMPARE(asked(u"SearchTrade"_s), before);
}

void TestTodayPage::newDay_countsAnew()
{
    addEverything();
    openToday();
    QCOMPARE(number(WorkKind::Lapsed), u"1件"_s);
    m_shop->gateway.advance(5 * 24 * 60 * 60);
    auto read = m_session->onEngine([](Shop &shop) -> QCoro::Task<bool> { // an answer brings the day
        const auto order = shop.context().orders.idByShopOrderId(1);
        const auto payments = shop.context().payments.ofOrder(**order);
        const auto item = co_await shop.refresh().refresh(payments->first().id, u"佐藤"_s);
        co_return item.ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(number(WorkKind::Lapsed), u"2件"_s, PatienceMs);
    QVERIFY(!button(WorkKind::DueSoon)->isVisible());
}

void TestTodayPage::page_opensFirstWhereThereIsWork()
{
    addEverything();
    m_opensToday = true;
    openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible(), PatienceMs);
    QCOMPARE(number(WorkKind::CaptureNeeded), u"5件"_s);
}

void TestTodayPage::page_staysBehindWhereThereIsNoneOrNobodyWantsIt()
{
    m_shop->add({.number = 1, .payable = Yen{1000}, .seed = {.status = simulator::CardStatus::Sales}});
    m_opensToday = true;
    openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(list().isVisible(), PatienceMs);
    QVERIFY(run(u"UPDATE orders SET difference = 5 WHERE shop_order_id = 1"_s));
    closeWindow();
    openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible(), PatienceMs);
    auto *box = child<QCheckBox>(u"todayOpensFirst"_s);
    QVERIFY(box->isChecked());
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(!box->isChecked());
    closeWindow();
    openWindow();
    QVERIFY(list().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(entry()->data(Qt::AccessibleTextRole).toString(), u"今日の仕事 1項目"_s,
                              PatienceMs);
    QVERIFY(list().isVisible());
}

void TestTodayPage::doneWork_isSaid()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openToday();
    QVERIFY(button(WorkKind::CaptureNeeded)->isVisible());
    capture(1);
    auto *title = page().findChild<QLabel *>(u"emptyTitle"_s);
    QTRY_VERIFY_WITH_TIMEOUT(title->isVisible(), PatienceMs);
    QCOMPARE(title->text(), u"今日の仕事はすべて終わっています"_s);
    QCOMPARE(child<QLabel>(u"todayHeadline"_s)->text(), u"対応が必要な仕事はありません"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<DayChart>(u"moneyChart"_s)->isVisible(), PatienceMs);
    QVERIFY(child<QLabel>(u"lapsingNothing"_s)->isVisible());
    shot(u"today-done"_s);
    click(u"todayToOrders"_s);
    QVERIFY(list().isVisible());
}

void TestTodayPage::failedRead_isToldAndTriedAgain()
{
    addEverything();
    openToday();
    const auto *problem = child<Banner>(u"todayProblem"_s);
    QVERIFY(!problem->isVisible());
    QVERIFY(run(u"ALTER TABLE closing_date RENAME TO put_away"_s));
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), PatienceMs);
    QVERIFY2(problem->text().startsWith(u"今日の仕事を読み取れません。表示は 2020/12/03"_s),
             qPrintable(problem->text()));
    QCOMPARE(number(WorkKind::CaptureNeeded), u"5件"_s);
    auto silent = m_session->onEngine([](Shop &shop) {
        return shop.context().database.run(u"ALTER TABLE put_away RENAME TO closing_date"_s).ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(silent.isFinished() && silent.result(), PatienceMs);
    click(u"todayRetry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!problem->isVisible(), PatienceMs);
}

void TestTodayPage::dueSoon_isNotSaidTwice()
{
    addEverything();
    openWindow();
    const auto *banner = child<Banner>(u"dueSoonBanner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!banner->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(banner->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(button(WorkKind::DueSoon)->isVisible(), PatienceMs);
    QTest::mouseClick(button(WorkKind::DueSoon), Qt::LeftButton);
    QVERIFY(payments().isVisible() && !banner->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!banner->isVisible());
}

void TestTodayPage::closingDate_standsWithWhatIsDue()
{
    addEverything();
    openToday();
    const auto *note = child<QLabel>(u"workNote_"_s + QString::number(int(WorkKind::DueSoon)));
    QVERIFY(!note->isVisible());
    QVERIFY(run(u"INSERT INTO closing_date (position, company, day, note) VALUES (1, 'JCB', 15, ''), "
                "(2, 'VISA', 10, ''), (3, 'AMEX', 1, '')"_s));
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), PatienceMs);
    QCOMPARE(note->text(), u"次の締め日：VISA 2020/12/10（あと 7日）"_s);
}

void TestTodayPage::watching_isToldStoppedAndGoesOn()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openToday();
    const auto *text = child<QLabel>(u"watchText"_s);
    emit m_session->watchedReadsLeft(0, 0);
    QVERIFY(!text->isVisible());
    emit m_session->watchedReadsLeft(1240, 125);
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), u"入金や結果を待つ決済を確認しています：あと1,240件（約3分）"_s);
    const auto isPaused = [this] {
        auto read = m_session->onEngine([](Shop &shop) { return shop.watching().isPaused(); });
        return QTest::qWaitFor([&read] { return read.isFinished(); }, PatienceMs) && read.result();
    };
    QVERIFY(!isPaused());
    click(u"watchButton"_s);
    QVERIFY(isPaused());
    emit m_session->watchedReadsLeft(0, 0); // the round has ended
    QVERIFY(text->isVisible() && text->text().endsWith(u"止めています"_s));
    click(u"watchButton"_s);
    QVERIFY(!isPaused());
    QVERIFY(!text->isVisible());
}

void TestTodayPage::narrowWindow_hasRoomForEverything()
{
    addEverything();
    openToday();
    QTRY_VERIFY_WITH_TIMEOUT(child<DayChart>(u"lapsingChart"_s)->isVisible(), PatienceMs);
    const auto *charts = child<QWidget>(u"lapsingPanel"_s);
    const auto *cards = child<QWidget>(u"workCard_0"_s);
    const auto isBeside = [charts, cards] {
        return charts->mapTo(charts->window(), QPoint()).y() == cards->mapTo(cards->window(), QPoint()).y();
    };
    for (const QSize size : {QSize(1280, 800), QSize(940, 640), QSize(1600, 1000)}) {
        m_window->resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(isBeside(), size.width() > 1000, PatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(OrderFixture::cramped(page()).isEmpty(),
                                  qPrintable(OrderFixture::cramped(page()).join(u'\n')), PatienceMs);
        shot(u"today-%1"_s.arg(size.width()));
    }
}

} // namespace kessai

QTEST_MAIN(kessai::TestTodayPage)
#include "test_todaypage.moc"
