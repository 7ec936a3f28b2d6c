#include "core/storage/runpromises.h"
#include "tests/ui/orderfixture.h"
#include "ui/models/badge.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/reasonlist.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runitemsmodel.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int PatienceMs = 60'000; ///< what waits for the gateway ends long before

/// 髙橋 花子 and others, one with a name that is longer than its column.
void giveName(Order &order)
{
    static const QStringList families{u"髙橋"_s, u"佐藤"_s, u"鈴木"_s, u"勅使河原"_s, u"小鳥遊"_s};
    static const QStringList givens{u"花子"_s, u"一郎"_s, u"アレクサンドラ・マリア"_s, u"さくら"_s};
    order.customer.familyName = families.at(order.shopOrderId % families.size());
    order.customer.givenName = givens.at(order.shopOrderId % givens.size());
}

} // namespace

/// 一括処理 on the real services and the simulator: preview, run, report.
class TestBulkPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void preview_sumsUpAndSaysWhyRowsAreLeftOut();
    void rowsNobodyLookedAt_areCopiedToo();
    void oldAmounts_areCapturedOnlyWhenSaidExplicitly();
    void hiddenTicks_areSaidApart();
    void cancelPreview_countsPerWord();
    void methodsWithoutWords_areNamedByTheirOperation();
    void methodsWithoutTheOperation_areLeftOutInWords();
    void impatientStart_capturesEachOnce();
    void enterAndEscape_startNothing();
    void tabFromTheRows_leadsToTheStart();
    void orderThatMovedDuringThePreview_isNotSent();
    void previewOfWhichNothingMoved_isNotCalledStale();
    void movedRow_isOneThatWouldBeSentOtherwise();
    void dayThatMovesDuringThePreview_isNotSent();
    void previewWithNothingToRun_offersNoStart();
    void reauthorizations_areRunToo();
    void pausedRun_goesOnWhereItStopped();
    void stoppedRun_withdrawsTheRest();
    void refusedOnes_areTriedAgain();
    void pairedStatus_isSetForWhatIsDone();
    void pairedStatus_outlivesTheProgramAndIsSetOnce();
    void promisedStatus_ofARunThatIsOver_isSetAtTheNextStart();
    void promisedStatus_isSetForWhatSettlesAfterTheRun();
    void statusOfDone_isOfferedWhileSomethingIsLeft();
    void runInDoubt_isNotCalledEnded();
    void singleOrder_hasItsReport();
    void singleOrderInDoubt_isFollowedByItsReport();
    void reasonOfARow_isReadByKeyboard();
    void breaker_pausesWithTheReason();
    void manyRows_areShownAtOnce();

private:
    void open();
    OrderTicks all() const;
    void preview(OperationKind kind) { preview(kind, all()); }
    void preview(OperationKind kind, const OrderTicks &ticks, const OrderFilter &shown = {});
    void start();
    void waitForEnd();
    /// The program ends and begins anew.
    void reopen();
    void setStatus(OrderId id, OrderStatus status);
    OrderId add(qint64 number, qint64 yen, simulator::TransactionSeed seed = {}, bool linked = true);
    OrderId add(qint64 number, qint64 yen, PaymentMethod method, simulator::MultiStatus status);
    QStringList sentLines() const;
    QPushButton *button(const QString &name) const { return OrderFixture::child<QPushButton>(*m_page, name); }
    QString words(const QString &name) const
    {
        return OrderFixture::child<Paragraph>(*m_page, name)->sentences();
    }
    QString title() const { return OrderFixture::child<QLabel>(*m_page, u"runTitle"_s)->text(); }
    QString part(const QString &key) const
    {
        return OrderFixture::child<QToolButton>(*m_page, u"part_"_s + key)->text();
    }
    QHash<QString, int> salesByOrder() const;
    std::optional<OrderStatus> statusOf(OrderId id) const;

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<BulkPage> m_page;
    QList<OrderId> m_orders;
};

void TestBulkPage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_shop.reset();
    m_orders.clear();
}

OrderId TestBulkPage::add(qint64 number, qint64 yen, simulator::TransactionSeed seed, bool linked)
{
    OrderFixture::Wanted wanted{.number = number, .payable = Yen{yen}};
    wanted.seed = std::move(seed);
    wanted.linked = linked;
    wanted.change = giveName;
    m_orders.append(m_shop->add(wanted));
    return m_orders.last();
}

OrderId TestBulkPage::add(qint64 number, qint64 yen, PaymentMethod method, simulator::MultiStatus status)
{
    m_orders.append(m_shop->add({.number = number,
                                 .payable = Yen{yen},
                                 .change = giveName,
                                 .method = method,
                                 .multi = {.status = status}}));
    return m_orders.last();
}

/// What will be sent, with its numbers.
QStringList TestBulkPage::sentLines() const
{
    QStringList lines;
    while (const auto *word = m_page->findChild<QLabel *>(u"sent_%1_0"_s.arg(lines.size()))) {
        const auto *count = m_page->findChild<QLabel *>(u"sent_%1_1"_s.arg(lines.size()));
        lines.append(word->text() + u' ' + count->text());
    }
    return lines;
}

void TestBulkPage::open()
{
    m_shop->open();
    m_desk = std::make_unique<RunDesk>(*m_shop->session);
    m_desk->begin();
    m_page = std::make_unique<BulkPage>(*m_desk);
    m_page->resize(1180, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

OrderTicks TestBulkPage::all() const
{
    OrderTicks ticks;
    ticks.ids = QSet<OrderId>(m_orders.begin(), m_orders.end());
    return ticks;
}

void TestBulkPage::preview(OperationKind kind, const OrderTicks &ticks, const OrderFilter &shown)
{
    m_page->showPreview(kind, {ticks, {}, shown});
    const QString reading = words(u"previewSummary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(words(u"previewSummary"_s) != reading, PatienceMs);
}

void TestBulkPage::start()
{
    QTest::mouseClick(button(u"startRun"_s), Qt::LeftButton);
}

void TestBulkPage::waitForEnd()
{
    const auto over = [this] {
        return title().endsWith(u"終わりました"_s) || title().endsWith(u"中止しました"_s);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(over(), qPrintable(title()), PatienceMs);
}

QHash<QString, int> TestBulkPage::salesByOrder() const
{
    QHash<QString, int> sales;
    const auto ledger = m_shop->gateway.ledger();
    for (const simulator::LedgerEntry &entry : ledger) {
        if (entry.jobCd == u"SALES"_s) {
            ++sales[entry.orderId];
        }
    }
    return sales;
}

void TestBulkPage::reopen()
{
    m_page.reset();
    m_desk.reset();
    const QString folder = m_shop->session->dataFolder();
    QSignalSpy closed(m_shop->session.get(), &ShopSession::closed);
    m_shop->session->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    m_shop->session = std::make_unique<ShopSession>();
    QSignalSpy opened(m_shop->session.get(), &ShopSession::opened);
    Shop::Options options;
    options.dataFolder = folder;
    options.operatorName = u"佐藤"_s;
    m_shop->session->open(options);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, PatienceMs);
    m_desk = std::make_unique<RunDesk>(*m_shop->session);
    m_desk->begin();
    m_page = std::make_unique<BulkPage>(*m_desk);
    m_page->resize(1180, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestBulkPage::setStatus(OrderId id, OrderStatus status)
{
    auto set = m_shop->session->onEngine([id, status](Shop &shop) {
        const auto change = OrderService(shop.context()).setStatus(id, status, u"鈴木"_s);
        return change.ok() && change->changed;
    });
    QTRY_VERIFY_WITH_TIMEOUT(set.isFinished(), PatienceMs);
    QVERIFY(set.result());
}

std::optional<OrderStatus> TestBulkPage::statusOf(OrderId id) const
{
    auto read =
        m_shop->session->onEngine([id](Shop &shop) { return shop.context().orders.byId(id)->status; });
    return QTest::qWaitFor([&read] { return read.isFinished(); }, PatienceMs) ? std::optional(read.result())
                                                                              : std::nullopt;
}

void TestBulkPage::preview_sumsUpAndSaysWhyRowsAreLeftOut()
{
    for (int number = 1; number <= 5; ++number) {
        add(number, 1000 * number);
    }
    add(6, 6000, {.status = simulator::CardStatus::Sales});
    add(7, 7000, {.amount = Yen{6500}});
    add(8, 8000, {}, false);
    open();
    preview(OperationKind::Capture);
    QCOMPARE(words(u"previewSummary"_s), u"5件、合計 ¥15,000 を売上確定します。3件は対象外です。"_s);
    QCOMPARE(button(u"startRun"_s)->text(), u"5件 ¥15,000 を売上確定する"_s);
    QVERIFY(words(u"previewConsequence"_s).contains(u"までは取消(返品)ができます"_s));
    auto *tabs = OrderFixture::child<QTabWidget>(*m_page, u"previewTabs"_s);
    QCOMPARE(tabs->tabText(0), u"実行する（5）"_s);
    QCOMPARE(tabs->tabText(1), u"対象外（3）"_s);
    OrderFixture::picture(*m_page, u"bulk_preview"_s);
    tabs->setCurrentIndex(1);
    auto *leftOut = OrderFixture::child<RowTable>(*m_page, u"previewLeftOut"_s);
    QCOMPARE(leftOut->model()->rowCount(), 3);
    OrderFixture::picture(*m_page, u"bulk_left_out"_s);
    auto *reasons = OrderFixture::child<ReasonList>(*m_page, u"previewReasons"_s);
    QCOMPARE(reasons->model()->rowCount(), 4); // all, and one for each reason
    QCOMPARE(reasons->model()->index(0, 1).data().toString(), u"3件"_s);
    QCOMPARE(reasons->model()->index(0, 2).data().toString(), u"¥20,500"_s);
    reasons->setFocus();
    QTest::keyClick(reasons, Qt::Key_Down);
    QCOMPARE(leftOut->model()->rowCount(), 1);
    leftOut->setFocus();
    QTest::keyClick(leftOut, Qt::Key_Home);
    auto *details = OrderFixture::child<RowDetails>(*m_page, u"previewDetails"_s);
    const QString reason = leftOut->model()->index(0, 6).data().toString();
    QVERIFY(!reason.isEmpty());
    QTRY_VERIFY2_WITH_TIMEOUT(details->toPlainText().contains(reason), qPrintable(details->toPlainText()),
                              PatienceMs);
    details->setFocus();
    QTest::keyClick(details, Qt::Key_A, Qt::ControlModifier); // to be copied
    QVERIFY(details->textCursor().hasSelection());
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
}

void TestBulkPage::rowsNobodyLookedAt_areCopiedToo()
{
    constexpr int Orders = 250; // more than are read at once
    for (int number = 1; number <= Orders; ++number) {
        add(number, 1000 + number);
    }
    open();
    preview(OperationKind::Capture);
    auto *rows = OrderFixture::child<RowTable>(*m_page, u"previewRuns"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows->model()->index(0, 0).data().toString(), QString::number(Orders),
                              PatienceMs); // the newest
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(rows, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(rows, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!QGuiApplication::clipboard()->text().isEmpty(), PatienceMs);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), Orders);
    for (int line = 0; line < Orders; ++line) {
        const QStringList cells = lines.at(line).split(u'\t');
        QCOMPARE(cells.at(0), QString::number(Orders - line));
        QVERIFY2(!cells.at(1).isEmpty(), qPrintable(lines.at(line)));
        QVERIFY2(cells.contains(Formats::yen(Yen{1000 + Orders - line})), qPrintable(lines.at(line)));
    }
}

void TestBulkPage::oldAmounts_areCapturedOnlyWhenSaidExplicitly()
{
    add(1, 1000);
    add(2, 2000, {.amount = Yen{2500}});
    open();
    preview(OperationKind::Capture);
    auto *keep = OrderFixture::child<QCheckBox>(*m_page, u"keepGatewayAmount"_s);
    QVERIFY(keep->isVisible() && !keep->isChecked());
    QVERIFY(words(u"keepGatewayAmountWords"_s).startsWith(u"差異のある1件は対象外です。"_s));
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(words(u"previewSummary"_s), u"2件、合計 ¥3,500 を売上確定します。"_s,
                              PatienceMs);
    OrderFixture::picture(*m_page, u"bulk_keep"_s);
    start();
    waitForEnd();
    QCOMPARE(m_shop->gateway.transaction(OrderFixture::gatewayOrderId(2))->amount, Yen{2500});
    QCOMPARE(part(u"done"_s), u"完了 2"_s);
}

void TestBulkPage::hiddenTicks_areSaidApart()
{
    add(1, 1000);
    add(2, 2000);
    open();
    OrderFilter shown;
    shown.query = u"鈴木"_s;
    preview(OperationKind::Capture, all(), shown);
    QCOMPARE(words(u"previewHidden"_s),
             u"実行する注文のうち1件は、一覧の今の検索条件では表示されていません。"_s);
    QCOMPARE(words(u"previewSummary"_s), u"2件、合計 ¥3,000 を売上確定します。"_s);
}

void TestBulkPage::methodsWithoutWords_areNamedByTheirOperation()
{
    using simulator::MultiStatus;
    add(1, 1000);
    add(2, 2000, PaymentMethod::ConvenienceStore, MultiStatus::ReqSuccess);
    add(3, 3000, PaymentMethod::ConvenienceStore, MultiStatus::ReqSuccess);
    add(4, 4000, PaymentMethod::Au, MultiStatus::Sales);
    add(5, 5000, PaymentMethod::Rakuten, MultiStatus::Auth);
    open();
    preview(OperationKind::Cancel);
    QCOMPARE(words(u"previewSummary"_s), u"5件、合計 ¥15,000 を取り消します。"_s);
    QStringList lines = sentLines();
    QCOMPARE(lines.takeFirst(), u"取消（コンビニ決済） 2件"_s);
    lines.sort();
    QCOMPARE(lines, QStringList({u"取消の依頼（楽天ペイ） 1件"_s, u"取消（VOID） 1件"_s,
                                 u"取消（auかんたん決済） 1件"_s}));
    const QString follows = words(u"previewConsequence"_s);
    for (const QString &part : {u"支払えなくなります"_s, u"キャンセル受付になり"_s, u"カードは、"_s}) {
        QVERIFY2(follows.contains(part), qPrintable(follows));
    }
    OrderFixture::picture(*m_page, u"bulk_methods"_s);
    start();
    waitForEnd();
    QCOMPARE(part(u"done"_s), u"完了 5"_s);
    for (const QString &call : {u"AlterTran"_s, u"AuCancelReturn"_s, u"RakutenIdCancel"_s}) {
        QCOMPARE(m_shop->gateway.arrived(call), 1);
    }
    QCOMPARE(m_shop->gateway.arrived(u"CvsCancel"_s), 2);
    OrderFixture::picture(*m_page, u"bulk_methods_report"_s);
}

void TestBulkPage::methodsWithoutTheOperation_areLeftOutInWords()
{
    using simulator::MultiStatus;
    add(1, 1000);
    add(2, 2000, PaymentMethod::PayEasyNet, MultiStatus::ReqSuccess);
    add(3, 3000, PaymentMethod::Docomo, MultiStatus::Auth);
    add(4, 4000, PaymentMethod::Rakuten, MultiStatus::ReqSales);
    open();
    preview(OperationKind::Capture);
    QCOMPARE(words(u"previewSummary"_s), u"2件、合計 ¥4,000 を売上確定します。2件は対象外です。"_s);
    OrderFixture::child<QTabWidget>(*m_page, u"previewTabs"_s)->setCurrentIndex(1);
    const auto *leftOut = OrderFixture::child<RowTable>(*m_page, u"previewLeftOut"_s);
    QStringList reasons;
    for (int row = 0; row < leftOut->model()->rowCount(); ++row) {
        reasons.append(leftOut->model()->index(row, 6).data().toString());
    }
    reasons.sort();
    QStringList expected{Words::of(RuleReason::NotOffered), Words::of(RuleReason::GatewayInWork)};
    expected.sort();
    QCOMPARE(reasons, expected);
    preview(OperationKind::Reauthorize);
    QCOMPARE(m_shop->gateway.arrived(u"DocomoSales"_s), 0);
}

void TestBulkPage::cancelPreview_countsPerWord()
{
    const QDateTime yesterday = m_shop->gateway.now().addDays(-1);
    add(1, 1000);
    add(2, 2000);
    add(3, 4000, {.authorizedAt = yesterday});
    add(4, 8000,
        {.status = simulator::CardStatus::Sales,
         .authorizedAt = yesterday.addDays(-40),
         .soldAt = yesterday.addDays(-35)});
    open();
    preview(OperationKind::Cancel);
    const auto line = [this](int row) {
        QStringList cells;
        for (int column = 0; column < 3; ++column) {
            cells.append(OrderFixture::child<QLabel>(*m_page, u"sent_%1_%2"_s.arg(row).arg(column))->text());
        }
        return cells.join(u' ');
    };
    QCOMPARE(line(0), u"取消（VOID） 2件 ¥3,000"_s);
    QStringList others{line(1), line(2)};
    others.sort();
    QStringList wanted{u"返品（RETURN） 1件 ¥4,000"_s, u"月跨ぎ返品（RETURNX） 1件 ¥8,000"_s};
    wanted.sort();
    QCOMPARE(others, wanted);
    QCOMPARE(button(u"startRun"_s)->text(), u"4件 ¥15,000 を取消(返品)する"_s);
    const auto scrolled = m_page->findChildren<QScrollArea *>(); // a stop that shows no focus
    QVERIFY(std::any_of(scrolled.begin(), scrolled.end(), [](const QScrollArea *area) {
        return area->isVisible() && area->focusPolicy() == Qt::NoFocus;
    }));
    OrderFixture::picture(*m_page, u"bulk_cancel"_s);
}

void TestBulkPage::impatientStart_capturesEachOnce()
{
    for (int number = 1; number <= 20; ++number) {
        add(number, 100 * number);
    }
    open();
    preview(OperationKind::Capture);
    start();
    start();
    QTest::keyClick(button(u"startRun"_s), Qt::Key_Space);
    waitForEnd();
    QCOMPARE(words(u"runSentence"_s), u"20件のうち、完了 20件（¥21,000）です。"_s);
    const auto sales = salesByOrder();
    QCOMPARE(sales.size(), 20);
    QVERIFY(std::all_of(sales.begin(), sales.end(), [](int count) { return count == 1; }));
    auto *rows = OrderFixture::child<RowTable>(*m_page, u"runItems"_s);
    QCOMPARE(rows->model()->rowCount(), 20);
    QTRY_COMPARE_WITH_TIMEOUT(rows->model()->index(0, 2).data().toString(), u"完了"_s, PatienceMs);
    QVERIFY(!button(u"tryAgain"_s)->isVisible() && !button(u"pauseRun"_s)->isVisible());
    OrderFixture::picture(*m_page, u"bulk_report"_s);
    QSignalSpy opened(m_page.get(), &BulkPage::orderChosen);
    rows->selectRow(0);
    QTest::keyClick(rows, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QSignalSpy left(m_page.get(), &BulkPage::left);
    QTest::keyClick(rows, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void TestBulkPage::enterAndEscape_startNothing()
{
    add(1, 1000);
    add(2, 2000);
    open();
    preview(OperationKind::Capture);
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused && focused != button(u"startRun"_s));
    QVERIFY(!button(u"startRun"_s)->isDefault() && !button(u"startRun"_s)->autoDefault());
    QTest::keyClick(focused, Qt::Key_Return);
    QTest::keyClick(focused, Qt::Key_Return, Qt::ControlModifier);
    QSignalSpy left(m_page.get(), &BulkPage::left);
    QTest::keyClick(focused, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QVERIFY(!m_desk->isStarting() && m_desk->unfinished().isEmpty());
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
}

void TestBulkPage::tabFromTheRows_leadsToTheStart()
{
    add(1, 1000);
    open();
    preview(OperationKind::Capture);
    QStringList passed;
    for (int step = 0; step < 3; ++step) { // what is said of the row, the box of 入金済み, the start
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        passed.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(passed, QStringList({u"previewDetails"_s, u"pairedStatus"_s, u"startRun"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    waitForEnd();
    QCOMPARE(salesByOrder().size(), 1);
}

void TestBulkPage::orderThatMovedDuringThePreview_isNotSent()
{
    add(1, 1000);
    add(2, 2000);
    open();
    preview(OperationKind::Capture);
    m_shop->importTotal(2, Yen{1500});
    auto read = m_shop->session->onEngine([order = m_orders.at(1)](Shop &shop) {
        emit shop.notifier().orderChanged(order);
        return true;
    });
    auto *stale = OrderFixture::child<Banner>(*m_page, u"previewStale"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stale->isVisible(), PatienceMs);
    start();
    waitForEnd();
    QCOMPARE(part(u"done"_s), u"完了 1"_s);
    QCOMPARE(part(u"cancelled"_s), u"取りやめ 1"_s);
    QCOMPARE(salesByOrder().value(OrderFixture::gatewayOrderId(2)), 0);
}

/// 対応状況, or a read that brings what was known, is no reason to read the preview again; an import may be.
void TestBulkPage::previewOfWhichNothingMoved_isNotCalledStale()
{
    add(1, 1000);
    add(2, 2000);
    open();
    preview(OperationKind::Capture);
    auto *stale = OrderFixture::child<Banner>(*m_page, u"previewStale"_s);
    QSignalSpy told(m_shop->session.get(), &ShopSession::orderChanged);
    setStatus(m_orders.at(0), OrderStatus::InProgress);
    QTRY_VERIFY_WITH_TIMEOUT(told.count() > 0, PatienceMs);
    QVERIFY(!stale->isVisible());
    m_shop->importTotal(2, Yen{1500});
    QTRY_VERIFY_WITH_TIMEOUT(stale->isVisible(), PatienceMs);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*stale, u"previewReadAgain"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!stale->isVisible(), PatienceMs);
}

void TestBulkPage::movedRow_isOneThatWouldBeSentOtherwise()
{
    SentRow before;
    before.judgement.statusWord = u"AUTH"_s;
    before.judgement.jobCd = u"SALES"_s;
    before.amount = Yen{1000};
    SentRow now = before;
    now.judgement.until = Deadline{QDate(2021, 1, 1)};
    QVERIFY(!hasMoved(before, now));
    now.amount = Yen{900};
    QVERIFY(hasMoved(before, now));
    now = before;
    now.judgement.statusWord = u"SALES"_s;
    QVERIFY(hasMoved(before, now));
    now = before;
    now.judgement.jobCd = u"CAPTURE"_s;
    QVERIFY(hasMoved(before, now));
    now = before;
    now.judgement.reason = RuleReason::WrongState; // held, or captured by somebody else
    QVERIFY(hasMoved(before, now));
    QVERIFY(hasMoved(now, before));
    before = now;
    now.judgement.reason = RuleReason::NotLinked; // left out either way
    now.amount = Yen{900};
    QVERIFY(!hasMoved(before, now));
    SentRow unread;
    unread.judgement.reason = RuleReason::NeverRead;
    now = unread;
    now.judgement.reason = RuleReason::None;
    now.judgement.statusWord = u"AUTH"_s;
    now.judgement.jobCd = u"SALES"_s;
    now.amount = Yen{1000};
    QVERIFY(!hasMoved(unread, now)); // what a run reads before it sends
}

/// The word of a cancel moves with the gateway's day.
void TestBulkPage::dayThatMovesDuringThePreview_isNotSent()
{
    add(1, 1000);
    add(2, 2000);
    open();
    preview(OperationKind::Cancel);
    QCOMPARE(OrderFixture::child<QLabel>(*m_page, u"sent_0_0"_s)->text(), u"取消（VOID）"_s);
    m_shop->gateway.advance(24 * 60 * 60);
    auto read = m_shop->session->onEngine([order = m_orders.at(0)](Shop &shop) {
        const PaymentId payment = shop.context().payments.ofOrder(order).value().first().id;
        return shop.refresh().refresh(payment, u"佐藤"_s);
    });
    auto *stale = OrderFixture::child<Banner>(*m_page, u"previewStale"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stale->isVisible(), PatienceMs);
    QTRY_VERIFY2_WITH_TIMEOUT(stale->text().startsWith(u"日付が変わりました。"_s), qPrintable(stale->text()),
                              PatienceMs);
    OrderFixture::picture(*m_page, u"bulk_stale"_s);
    start();
    waitForEnd();
    QCOMPARE(part(u"cancelled"_s), u"取りやめ 2"_s);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
}

void TestBulkPage::previewWithNothingToRun_offersNoStart()
{
    add(1, 1000, {.status = simulator::CardStatus::Sales});
    open();
    preview(OperationKind::Capture);
    QCOMPARE(words(u"previewSummary"_s), u"実行できる注文がありません。1件は対象外です。"_s);
    QVERIFY(!button(u"startRun"_s)->isVisible());
    QCOMPARE(OrderFixture::child<QTabWidget>(*m_page, u"previewTabs"_s)->currentIndex(), 1);
    OrderFixture::picture(*m_page, u"bulk_nothing"_s);
}

void TestBulkPage::reauthorizations_areRunToo()
{
    for (int number = 1; number <= 3; ++number) {
        add(number, 1000, {.status = simulator::CardStatus::Void});
    }
    open();
    preview(OperationKind::Reauthorize);
    QCOMPARE(button(u"startRun"_s)->text(), u"3件 ¥3,000 を再オーソリする"_s);
    QVERIFY(!OrderFixture::child<QCheckBox>(*m_page, u"pairedStatus"_s)->isVisible());
    OrderFixture::picture(*m_page, u"bulk_reauthorize"_s);
    start();
    waitForEnd();
    QCOMPARE(part(u"done"_s), u"完了 3"_s);
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(m_shop->gateway.transaction(OrderFixture::gatewayOrderId(number))->status,
                 simulator::CardStatus::Auth);
    }
}

void TestBulkPage::pausedRun_goesOnWhereItStopped()
{
    for (int number = 1; number <= 24; ++number) {
        add(number, 100 * number);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    preview(OperationKind::Capture);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"pauseRun"_s)->isVisible(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->gateway.arrived(u"AlterTran"_s) >= 2, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(part(u"done"_s) != u"完了 0"_s, PatienceMs);
    OrderFixture::picture(*m_page, u"bulk_running"_s);
    QTest::mouseClick(button(u"pauseRun"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上は一時停止しています"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!words(u"runSentence"_s).contains(u"GMOの回答を待っています"_s), PatienceMs);
    const int sent = m_shop->gateway.arrived(u"AlterTran"_s);
    QVERIFY(sent < 24);
    OrderFixture::picture(*m_page, u"bulk_paused"_s);
    m_shop->gateway.clearFaults();
    QTest::mouseClick(button(u"resumeRun"_s), Qt::LeftButton);
    waitForEnd();
    QCOMPARE(part(u"done"_s), u"完了 24"_s);
    const auto sales = salesByOrder();
    QCOMPARE(sales.size(), 24);
    QVERIFY(std::all_of(sales.begin(), sales.end(), [](int count) { return count == 1; }));
}

void TestBulkPage::stoppedRun_withdrawsTheRest()
{
    for (int number = 1; number <= 24; ++number) {
        add(number, 100 * number);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    preview(OperationKind::Capture);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"stopRun"_s)->isVisible(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->gateway.arrived(u"AlterTran"_s) >= 2, PatienceMs);
    QTest::mouseClick(button(u"stopRun"_s), Qt::LeftButton);
    waitForEnd();
    const int done = int(salesByOrder().size());
    QVERIFY(done >= 2 && done < 24);
    QCOMPARE(part(u"done"_s), u"完了 %1"_s.arg(done));
    QCOMPARE(part(u"cancelled"_s), u"取りやめ %1"_s.arg(24 - done));
    QCOMPARE(part(u"rest"_s), u"残り 0"_s);
    QCOMPARE(title(), u"一括売上を中止しました"_s);
    QVERIFY2(words(u"runSentence"_s).contains(u"が中止しました"_s), qPrintable(words(u"runSentence"_s)));
    QVERIFY2(words(u"runSweep"_s).contains(u"照合待ち %1件"_s.arg(done)), qPrintable(words(u"runSweep"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(button(u"tryAgain"_s)->text(),
                              u"不成立と取りやめをもう一度（%1件）"_s.arg(24 - done), PatienceMs);
}

void TestBulkPage::refusedOnes_areTriedAgain()
{
    for (int number = 1; number <= 6; ++number) {
        add(number, 1000);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::Error,
                                .call = u"AlterTran"_s,
                                .orderId = OrderFixture::gatewayOrderId(3),
                                .codes = {u"42G120000"_s}}});
    preview(OperationKind::Capture);
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(6), u"SALES"_s).ok());
    start();
    waitForEnd();
    QTRY_COMPARE_WITH_TIMEOUT(part(u"refused"_s), u"不成立 1"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"6件のうち、完了 4件（¥4,000）、不成立 1件、取りやめ 1件です。"_s);
    // What is captured already cannot run again.
    QTRY_COMPARE_WITH_TIMEOUT(button(u"tryAgain"_s)->text(), u"不成立と取りやめをもう一度（1件）"_s,
                              PatienceMs);
    auto *rows = OrderFixture::child<RowTable>(*m_page, u"runItems"_s);
    QTest::mouseClick(OrderFixture::child<QToolButton>(*m_page, u"part_refused"_s), Qt::LeftButton);
    QCOMPARE(rows->model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rows->model()->index(0, 0).data().toString(), u"3"_s, PatienceMs);
    const QModelIndex reason = rows->model()->index(0, int(RunItemsModel::Column::Reason));
    QVERIFY(reason.data().toString().contains(u"42G120000"_s));
    OrderFixture::picture(*m_page, u"bulk_refused"_s);
    m_shop->gateway.clearFaults();
    QTest::mouseClick(button(u"tryAgain"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(words(u"previewSummary"_s),
                              u"1件、合計 ¥1,000 を売上確定します。1件は対象外です。"_s, PatienceMs);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(words(u"runSentence"_s), u"1件のうち、完了 1件（¥1,000）です。"_s, PatienceMs);
    QCOMPARE(m_shop->gateway.transaction(OrderFixture::gatewayOrderId(3))->status,
             simulator::CardStatus::Sales);
}

void TestBulkPage::pairedStatus_isSetForWhatIsDone()
{
    const OrderId captured = add(1, 1000);
    const OrderId refused = add(2, 2000);
    add(3, 3000);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::Error,
                                .call = u"AlterTran"_s,
                                .orderId = OrderFixture::gatewayOrderId(2),
                                .codes = {u"42G120000"_s}}});
    preview(OperationKind::Capture);
    auto *paired = OrderFixture::child<QCheckBox>(*m_page, u"pairedStatus"_s);
    QVERIFY(paired->isVisible() && !paired->isChecked());
    QCOMPARE(paired->text(), u"完了した注文の対応状況を入金済みにする"_s);
    QTest::mouseClick(paired, Qt::LeftButton);
    start();
    waitForEnd();
    auto *note = OrderFixture::child<Banner>(*m_page, u"runNote"_s);
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), PatienceMs);
    QCOMPARE(note->text(), u"2件の対応状況を「入金済み」にしました。"_s);
    QCOMPARE(statusOf(captured), std::optional(OrderStatus::Paid));
    QCOMPARE(statusOf(refused), std::optional(OrderStatus::New));
}

/// The program is gone in the middle of a run: what was promised for it is done when it goes on, once.
void TestBulkPage::pairedStatus_outlivesTheProgramAndIsSetOnce()
{
    for (int number = 1; number <= 12; ++number) {
        add(number, 1000);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 300}});
    preview(OperationKind::Capture);
    QTest::mouseClick(OrderFixture::child<QCheckBox>(*m_page, u"pairedStatus"_s), Qt::LeftButton);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"pauseRun"_s)->isVisible(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!salesByOrder().isEmpty(), PatienceMs);
    QVERIFY2(words(u"runSweep"_s).contains(u"完了した注文の対応状況を「入金済み」にします"_s),
             qPrintable(words(u"runSweep"_s)));
    const RunId run = *m_page->shownRun();
    reopen();
    const auto sold = salesByOrder();
    QVERIFY(sold.size() < 12);
    // A person moves one on: it is never moved back.
    OrderId moved;
    for (int place = 0; place < 12 && moved.value == 0; ++place) {
        if (statusOf(m_orders.at(place)) == OrderStatus::Paid) {
            moved = m_orders.at(place);
        }
    }
    if (moved.value != 0) {
        setStatus(moved, OrderStatus::Cancelled);
        setStatus(moved, OrderStatus::InProgress);
    }
    m_shop->gateway.clearFaults();
    m_page->showRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"resumeRun"_s)->isVisible(), PatienceMs);
    QTest::mouseClick(button(u"resumeRun"_s), Qt::LeftButton);
    waitForEnd();
    for (const OrderId order : std::as_const(m_orders)) {
        const OrderStatus wanted = order == moved ? OrderStatus::InProgress : OrderStatus::Paid;
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(order), std::optional(wanted), PatienceMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!words(u"runSweep"_s).contains(u"入金済み"_s), PatienceMs); // nothing is owed
}

void TestBulkPage::promisedStatus_ofARunThatIsOver_isSetAtTheNextStart()
{
    const OrderId first = add(1, 1000);
    const OrderId second = add(2, 2000);
    open();
    preview(OperationKind::Capture);
    start();
    waitForEnd();
    const RunId run = *m_page->shownRun();
    auto kept = m_shop->session->onEngine(
        [run](Shop &shop) { return RunPromises(shop.context().database).keep(run, OrderStatus::Paid).ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), PatienceMs);
    QVERIFY(kept.result());
    setStatus(first, OrderStatus::InProgress); // moved by a person after the run
    reopen();
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(second), std::optional(OrderStatus::Paid), PatienceMs);
    QCOMPARE(statusOf(first), std::optional(OrderStatus::InProgress));
}

/// A run is over while an item is in doubt; it is owed its 対応状況 when it turns out to be done.
void TestBulkPage::promisedStatus_isSetForWhatSettlesAfterTheRun()
{
    const OrderId first = add(1, 1000);
    const OrderId second = add(2, 2000);
    open();
    // No answer, and none to the reads after the pre-check, until the faults are taken away.
    QList<simulator::Fault> faults{
        {.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .orderId = OrderFixture::gatewayOrderId(2)}};
    for (int read = 2; read <= 100; ++read) {
        faults.append({.kind = FaultKind::DropBefore,
                       .call = u"SearchTrade"_s,
                       .orderId = OrderFixture::gatewayOrderId(2),
                       .nth = read});
    }
    m_shop->gateway.addFaults(faults);
    preview(OperationKind::Capture);
    QTest::mouseClick(OrderFixture::child<QCheckBox>(*m_page, u"pairedStatus"_s), Qt::LeftButton);
    start();
    const QString owed = u"結果が未確定の1件は、完了と確認でき次第、対応状況を「入金済み」にします。"_s;
    QTRY_VERIFY2_WITH_TIMEOUT(words(u"runSweep"_s).contains(owed), qPrintable(words(u"runSweep"_s)),
                              PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(first), std::optional(OrderStatus::Paid), PatienceMs);
    QCOMPARE(statusOf(second), std::optional(OrderStatus::New));
    m_shop->gateway.clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(part(u"done"_s), u"完了 2"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(second), std::optional(OrderStatus::Paid), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!words(u"runSweep"_s).contains(u"入金済み"_s), PatienceMs);
}

void TestBulkPage::statusOfDone_isOfferedWhileSomethingIsLeft()
{
    const OrderId first = add(1, 1000);
    const OrderId second = add(2, 2000);
    open();
    preview(OperationKind::Capture);
    start();
    waitForEnd();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"statusOfDone"_s)->isVisible(), PatienceMs);
    setStatus(first, OrderStatus::Paid);
    setStatus(second, OrderStatus::Paid);
    QTRY_VERIFY_WITH_TIMEOUT(!button(u"statusOfDone"_s)->isVisible(), PatienceMs);
    setStatus(second, OrderStatus::InProgress); // which cannot become 入金済み any more
    setStatus(first, OrderStatus::Cancelled);
    setStatus(first, OrderStatus::InProgress);
    QVERIFY(!button(u"statusOfDone"_s)->isVisible());
}

/// Nobody knows yet what became of any of them.
void TestBulkPage::runInDoubt_isNotCalledEnded()
{
    for (int number = 1; number <= 3; ++number) {
        add(number, 1000);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s}});
    preview(OperationKind::Capture);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(part(u"inDoubt"_s), u"結果確認中 3"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上の送信は終わりました（結果確認中 3件）"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"3件のうち、完了 0件（¥0）、結果確認中 3件です。"_s);
    m_shop->gateway.clearFaults();
}

void TestBulkPage::singleOrderInDoubt_isFollowedByItsReport()
{
    add(1, 1000);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    preview(OperationKind::Capture);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(part(u"inDoubt"_s) == u"結果確認中 1"_s || part(u"done"_s) == u"完了 1"_s,
                             PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(part(u"done"_s), u"完了 1"_s, PatienceMs); // settled by reading
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上が終わりました"_s, PatienceMs);
}

void TestBulkPage::reasonOfARow_isReadByKeyboard()
{
    add(1, 1000);
    add(2, 2000);
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::Error,
                                .call = u"AlterTran"_s,
                                .orderId = OrderFixture::gatewayOrderId(2),
                                .codes = {u"42G120000"_s}}});
    preview(OperationKind::Capture);
    start();
    waitForEnd();
    auto *rows = OrderFixture::child<RowTable>(*m_page, u"runItems"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows->model()->index(0, 2).data().toString(),
                              badgeOf(OperationState::Refused).word, PatienceMs);
    QCOMPARE(QApplication::focusWidget(), rows);
    QTest::keyClick(rows, Qt::Key_Home, Qt::ControlModifier); // the newest order
    auto *details = OrderFixture::child<RowDetails>(*m_page, u"runItemDetails"_s);
    QTRY_VERIFY_WITH_TIMEOUT(details->toPlainText().contains(u"42G120000"_s), PatienceMs);
    QVERIFY2(details->toPlainText().contains(Words::afterDecline(OperationKind::Capture)),
             qPrintable(details->toPlainText()));
    QTest::keyClick(rows, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), details);
    OrderFixture::picture(*m_page, u"bulk_details"_s);
}

void TestBulkPage::singleOrder_hasItsReport()
{
    add(1, 1000);
    open();
    preview(OperationKind::Capture);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(words(u"runSentence"_s), u"1件のうち、完了 1件（¥1,000）です。"_s, PatienceMs);
    auto *rows = OrderFixture::child<RowTable>(*m_page, u"runItems"_s);
    QCOMPARE(rows->model()->index(0, 0).data().toString(), u"1"_s);
    QVERIFY(!button(u"pauseRun"_s)->isVisible());
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
}

void TestBulkPage::breaker_pausesWithTheReason()
{
    for (int number = 1; number <= 20; ++number) {
        add(number, 1000);
    }
    open();
    m_shop->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s}});
    QSignalSpy rested(m_desk.get(), &RunDesk::cameToRest);
    preview(OperationKind::Capture);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上は一時停止しています"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(words(u"runSentence"_s).contains(u"続いたため一時停止しました"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(part(u"inDoubt"_s) != u"結果確認中 0"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(rested.count(), 1, PatienceMs);
    OrderFixture::picture(*m_page, u"bulk_breaker"_s);
    m_shop->gateway.clearFaults();
}

/// The view alone with as many rows as a shop has in a year.
void TestBulkPage::manyRows_areShownAtOnce()
{
    constexpr int Rows = 100'000;
    auto answer = std::make_shared<PreviewAnswer>();
    answer->undoUntil = QDate(2021, 6, 1);
    answer->preview.kind = OperationKind::Cancel;
    BulkJudgement runs;
    runs.method = PaymentMethod::Card;
    runs.linked = runs.amountKnown = true;
    runs.paymentStatus = PaymentStatus::Authorized;
    runs.until = Deadline{QDate(2021, 3, 3)};
    runs.jobCd = u"VOID"_s;
    BulkJudgement returned = runs;
    returned.jobCd = u"RETURN"_s;
    BulkJudgement leftOut = runs;
    leftOut.reason = RuleReason::WrongState;
    leftOut.paymentStatus = PaymentStatus::Voided;
    answer->preview.judgements = {runs, returned, leftOut};
    for (int number = 0; number < Rows; ++number) {
        BulkPreviewRow row;
        row.order = {number + 1};
        row.amount = Yen{9'214};
        row.judgement = number % 10 == 0 ? 2 : number % 3 == 0 ? 0 : 1;
        answer->preview.rows.append(row);
    }
    answer->preview.sumUp();
    answer->lookThrough();
    PreviewView view;
    view.resize(1180, 720);
    view.show();
    view.showReading(OperationKind::Cancel);
    view.showAnswer(answer);
    QCOMPARE(OrderFixture::child<RowTable>(view, u"previewRuns"_s)->model()->rowCount(), Rows / 10 * 9);
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QLabel>(view, u"sent_0_0"_s)->isVisible(), PatienceMs);
    OrderFixture::picture(view, u"bulk_100000"_s);
}

} // namespace kessai

QTEST_MAIN(kessai::TestBulkPage)
#include "test_bulkpage.moc"
