#include "core/base/cp932.h"
#include "tests/ui/orderfixture.h"
#include "ui/history/exportdialog.h"
#include "ui/history/exportedreport.h"
#include "ui/history/historypage.h"
#include "ui/history/historywords.h"
#include "ui/history/reportpages.h"
#include "ui/history/reportprint.h"
#include "ui/history/reportview.h"
#include "ui/history/runreport.h"
#include "ui/history/runreporttable.h"
#include "ui/models/cellroles.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// A shop where 272 and 273 were captured in one run and 274 was cancelled by itself, and its page.
struct Fixture
{
    explicit Fixture(bool withOperations = true)
    {
        for (const auto &[number, payable] : {std::pair(272, 3200), {273, 4800}, {274, 900}}) {
            const QString family = number == 273 ? u"𠮷田"_s : u"髙橋"_s;
            orders.append(
                shop.add({.number = number, .payable = Yen{payable}, .change = [family](Order &order) {
                              order.customer.familyName = family;
                          }}));
        }
        shop.open();
        if (withOperations) {
            operate(OperationKind::Capture, {orders.at(0), orders.at(1)});
            operate(OperationKind::Cancel, {orders.at(2)});
        }
        makePage();
    }

    void makePage()
    {
        page = std::make_unique<HistoryPage>(*shop.session, settings);
        page->resize(1160, 700);
        page->show();
    }

    void operate(OperationKind kind, const QList<OrderId> &of)
    {
        QList<OperationRequest> requests;
        for (const OrderId order : of) {
            OperationRequest request;
            request.kind = kind;
            request.order = order;
            request.operatorName = kind == OperationKind::Capture ? u"佐藤"_s : u"鈴木"_s;
            requests.append(request);
        }
        auto done = shop.session->onEngine([requests](Shop &engine) -> QCoro::Task<int> {
            const Shop::OperationAnswer answer = co_await engine.operate(requests, [] { return false; });
            co_return int(answer.items.size());
        });
        if (!QTest::qWaitFor([&done] { return done.isFinished(); }, 20'000)) {
            qFatal("the operations do not end");
        }
    }

    template <typename T>
    T *child(const QString &name)
    {
        return OrderFixture::child<T>(*page, name);
    }

    void clickTab(int index)
    {
        auto *tabs = child<QTabBar>(u"historyTabs"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
    }

    /// By its keys, as a person without a mouse does.
    void choose(const QString &combo, const QString &word)
    {
        auto *box = child<QComboBox>(combo);
        const int wanted = box->findText(word);
        if (wanted < 0) {
            qFatal("no %s", qPrintable(word));
        }
        box->setFocus();
        while (box->currentIndex() != wanted) {
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        }
    }

    ReportView *view(const QString &name) { return child<ReportView>(name + u"Table"_s); }
    QString result() { return child<QLabel>(u"historyResult"_s)->text(); }
    QString emptyTitle() { return child<QLabel>(u"emptyTitle"_s)->text(); }

    /// The words of a row once they are read, the columns that are hidden left out.
    QStringList rowText(ReportView *view, int row)
    {
        QStringList words;
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (!view->isColumnHidden(column)) {
                words.append(view->model()->index(row, column).data().toString());
            }
        }
        return words;
    }
    static bool isRead(ReportView *view, int row)
    {
        return !view->model()->index(row, 0).data(LoadingRole).toBool();
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    OrderFixture shop;
    QList<OrderId> orders;
    std::unique_ptr<HistoryPage> page;
};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList linesOf(const QByteArray &csv)
{
    return QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
}

/// On its round mark: the rest of its width does not answer.
void clickRadio(QWidget &dialog, const QString &name)
{
    auto *choice = OrderFixture::child<QRadioButton>(dialog, name);
    QTest::mouseClick(choice, Qt::LeftButton, {}, QPoint(8, choice->height() / 2));
}

/// Rows without a database behind them.
class ManyRows : public ReportTable
{
public:
    explicit ManyRows(qint64 count) : m_count(count) {}
    [[nodiscard]] QList<ReportColumn> columns() const override
    {
        return {{.title = u"番号"_s}, {.title = u"お名前"_s}, {.title = u"金額"_s, .rightAligned = true}};
    }
    StorageResult<qint64> open(Database &) override { return m_count; }
    StorageResult<QList<ReportRow>> rows(Database &, qint64 first, qint64 count) override
    {
        QList<ReportRow> rows;
        for (qint64 row = first; row < qMin(m_count, first + count); ++row) {
            rows.append({.cells = {{.value = row}, {.value = u"髙橋 花子"_s}, {.value = Yen{row * 100}}}});
        }
        return rows;
    }
    [[nodiscard]] QString headline() const override { return u"操作：たくさん"_s; }
    [[nodiscard]] ReportHeading heading() const override { return {u"操作の履歴"_s, {u"期間：すべて"_s}}; }

private:
    qint64 m_count;
};

template <typename T>
T *shownDialog(const QString &name)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible()) {
            return qobject_cast<T *>(widget);
        }
    }
    return nullptr;
}

} // namespace

class TestHistoryPage : public QObject
{
    Q_OBJECT

    Language m_language;

private slots:
    void initTestCase();
    void runs_sayWhatBecameOfThem_andEnterOpensTheReport();
    void operations_areFiltered_andEmptyStatesLeadOut();
    void dayOfABar_isItsCapturesAndCancels_andLetsGo();
    void operations_openTheirOrder_andAreCopied();
    void totals_equalWhatTheGatewayDid();
    void untouchedShop_isToldWhatWillStandHere();
    void escape_stopsAReadThatTakesLong();
    void columns_areRemembered();
    void manyRows_areReadWhereOneLooks();
    void news_comesIntoTheListByItself();
    void export_writesAllRowsOfTheConditions();
    void export_isOfferedWhereThereIsAFolder();
    void export_asksBeforeItReplacesCharacters();
    void export_keepsTheFileWhenItIsStopped();
    void export_saysWhereItCannotWrite();
    void runReport_isExportedWithItsReasons();
    void paper_hasAllRowsAndTheNumberOfEachPage();
    void print_showsAPreview();
    void print_refusesWhatNobodyWouldRead();
};

void TestHistoryPage::initTestCase()
{
    m_language.install(u"ja"_s);
    applyTheme(*qApp, qEnvironmentVariableIsSet("KESSAI_DARK") ? ThemeChoice::Dark : ThemeChoice::Light);
}

void TestHistoryPage::runs_sayWhatBecameOfThem_andEnterOpensTheReport()
{
    Fixture f;
    ReportView *runs = f.view(u"runs"_s);
    QTRY_COMPARE(f.result(), u"一括処理：1件"_s);
    QTRY_VERIFY(Fixture::isRead(runs, 0));
    const QStringList row = f.rowText(runs, 0);
    QCOMPARE(row.mid(1, 12), (QStringList{u"一括売上"_s, u"終了"_s, u"佐藤"_s, u"2"_s, u"2"_s, QString(),
                                          u"¥8,000"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s}));
    OrderFixture::picture(*f.page, u"history-runs"_s);
    QSignalSpy chosen(f.page.get(), &HistoryPage::runChosen);
    runs->setFocus();
    runs->setCurrentIndex(runs->model()->index(0, 0));
    QTest::keyClick(runs, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!chosen.first().first().value<RunId>().value.isEmpty());
    QCOMPARE(OrderFixture::cramped(*f.page), QStringList());
}

void TestHistoryPage::operations_areFiltered_andEmptyStatesLeadOut()
{
    Fixture f;
    f.clickTab(1);
    ReportView *operations = f.view(u"operations"_s);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    QTRY_VERIFY(Fixture::isRead(operations, 2));
    QCOMPARE(f.rowText(operations, 0).mid(1, 5),
             (QStringList{u"274"_s, u"髙橋 花子"_s, u"取消(返品)"_s, u"完了"_s, u"¥900"_s}));
    QCOMPARE(f.rowText(operations, 2).mid(1, 1), QStringList{u"272"_s});
    OrderFixture::picture(*f.page, u"history-operations"_s);
    f.choose(u"kindChoice"_s, u"売上確定(実売上)"_s);
    QTRY_COMPARE(f.result(), u"操作：2件"_s);
    QTRY_COMPARE(f.child<QComboBox>(u"operatorChoice"_s)->count(), 3);
    f.choose(u"operatorChoice"_s, u"鈴木"_s);
    QTRY_COMPARE(f.result(), u"操作：0件"_s);
    QCOMPARE(f.emptyTitle(), u"この条件に合う履歴はありません"_s);
    QTRY_VERIFY(f.child<QPushButton>(u"clearHistoryConditions"_s)->isVisible());
    OrderFixture::picture(*f.page, u"history-nothing"_s);
    QVERIFY(!f.child<QPushButton>(u"exportButton"_s)->isEnabled());
    QTest::mouseClick(f.child<QPushButton>(u"clearHistoryConditions"_s), Qt::LeftButton);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    QVERIFY(operations->isVisible());
    f.choose(u"stateChoice"_s, u"要確認"_s);
    QTRY_COMPARE(f.result(), u"操作：0件"_s);
    f.choose(u"stateChoice"_s, u"完了"_s);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    f.choose(u"periodChoice"_s, u"昨日"_s);
    QTRY_COMPARE(f.result(), u"操作：0件"_s);
    f.choose(u"periodChoice"_s, u"今日"_s);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
}

/// As the chart of 今日の仕事 asks: by the day of the end.
void TestHistoryPage::dayOfABar_isItsCapturesAndCancels_andLetsGo()
{
    Fixture f;
    const auto change = [&f](const QString &sql) {
        auto done =
            f.shop.session->onEngine([sql](Shop &shop) { return shop.context().database.run(sql).ok(); });
        return QTest::qWaitFor([&done] { return done.isFinished(); }) && done.result();
    };
    // The capture of 272 was asked for on the day before; 274 ended on the day after.
    QVERIFY(
        change(u"UPDATE op SET asked_at = '2020-12-02T01:00:00.000Z', ended_at = '2020-12-02T15:00:00.000Z' "
               "WHERE number = 1"_s));
    QVERIFY(change(u"UPDATE op SET ended_at = '2020-12-03T14:59:59.999Z' WHERE number = 2"_s));
    QVERIFY(change(u"UPDATE op SET ended_at = '2020-12-03T15:00:00.000Z' WHERE number = 3"_s));
    auto *instant = f.child<QComboBox>(u"instantChoice"_s);
    QVERIFY(!instant->isEnabled()); // runs have only the day on which they were asked for
    QCOMPARE(instant->currentText(), u"依頼日"_s);
    f.page->showDay(QDate(2020, 12, 3));
    QTRY_COMPARE(f.result(), u"操作：2件"_s);
    ReportView *operations = f.view(u"operations"_s);
    QTRY_VERIFY(Fixture::isRead(operations, 1));
    QCOMPARE(f.rowText(operations, 0).at(1) + f.rowText(operations, 1).at(1), u"273272"_s);
    QCOMPARE(instant->currentText(), u"終了日"_s);
    QCOMPARE(f.child<QComboBox>(u"kindChoice"_s)->currentText(), u"売上確定と取消"_s);
    QCOMPARE(f.child<QComboBox>(u"stateChoice"_s)->currentText(), u"完了"_s);
    const HistoryFilter filter = f.page->findChild<HistoryFilterBar *>()->filter();
    QCOMPARE(HistoryWords::conditions(filter),
             u"終了日：2020/12/03　種類：売上確定(実売上)　種類：取消(返品)　状態：完了"_s);
    OrderFixture::picture(*f.page, u"history-day"_s);
    QCOMPARE(OrderFixture::cramped(*f.page), QStringList());
    QVERIFY(change(u"UPDATE op SET kind = 'CHANGE' WHERE number = 2"_s));
    f.page->refresh();
    QTRY_COMPARE(f.result(), u"操作：1件"_s);
    f.choose(u"kindChoice"_s, u"すべて"_s);
    QTRY_COMPARE(f.result(), u"操作：2件"_s);
    f.choose(u"instantChoice"_s, u"依頼日"_s);
    QTRY_COMPARE(f.result(), u"操作：0件"_s); // all were asked for on other days
    f.page->showDay(QDate(2020, 12, 4));
    QTRY_COMPARE(f.result(), u"操作：1件"_s);
    f.clickTab(2);
    QCOMPARE(instant->currentText(), u"処理日"_s);
    f.clickTab(1);
    QCOMPARE(instant->currentText(), u"終了日"_s); // as it was chosen
    f.page->showDay(QDate(2020, 12, 9));
    QTRY_VERIFY(f.child<QPushButton>(u"clearHistoryConditions"_s)->isVisible());
    QTest::mouseClick(f.child<QPushButton>(u"clearHistoryConditions"_s), Qt::LeftButton);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    QCOMPARE(instant->currentText(), u"依頼日"_s);
}

void TestHistoryPage::operations_openTheirOrder_andAreCopied()
{
    Fixture f;
    f.clickTab(1);
    ReportView *operations = f.view(u"operations"_s);
    QTRY_VERIFY(operations->model()->rowCount() == 3 && Fixture::isRead(operations, 0));
    QSignalSpy chosen(f.page.get(), &HistoryPage::orderChosen);
    const QPoint place = operations->visualRect(operations->model()->index(0, 1)).center();
    QTest::mouseClick(operations->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(operations->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<OrderId>(), f.orders.at(2));
    operations->setFocus();
    QTest::keyClick(operations, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(operations, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(f.result(), u"3行をコピーしました"_s);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).contains(u"\t274\t髙橋 花子\t取消(返品)\t完了\t¥900\t"), qPrintable(lines.at(0)));
    // The menu of a row leads to the order and to the report of its run.
    QContextMenuEvent asked(QContextMenuEvent::Mouse,
                            operations->visualRect(operations->model()->index(2, 1)).center(),
                            QPoint(200, 200));
    QApplication::sendEvent(operations->viewport(), &asked);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = f.page->findChild<QMenu *>(u"historyMenu"_s)));
    QSignalSpy run(f.page.get(), &HistoryPage::runChosen);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"一括処理の報告を開く") {
            action->trigger();
        }
    }
    QCOMPARE(run.count(), 1);
    menu->close();
}

void TestHistoryPage::totals_equalWhatTheGatewayDid()
{
    Fixture f;
    f.clickTab(2);
    ReportView *totals = f.view(u"dayTotals"_s);
    // The gateway's day is 2020-12-03, far from this machine's.
    f.choose(u"periodChoice"_s, u"すべての期間"_s);
    QTRY_COMPARE(f.result(), u"売上確定(実売上) 2件 ¥8,000、取消(返品) 1件 ¥900"_s);
    QTRY_VERIFY(Fixture::isRead(totals, 1));
    QCOMPARE(f.rowText(totals, 0), (QStringList{u"2020/12/03"_s, u"売上確定(実売上)"_s, u"実売上（SALES）"_s,
                                                u"2"_s, u"¥8,000"_s, QString(), QString()}));
    QCOMPARE(f.rowText(totals, 1), (QStringList{u"2020/12/03"_s, u"取消(返品)"_s, u"取消（VOID）"_s, u"1"_s,
                                                u"¥900"_s, QString(), QString()}));
    QVERIFY(!f.child<QComboBox>(u"stateChoice"_s)->isEnabled());
    QVERIFY(f.child<QLabel>(u"historyNote"_s)->text().contains(u"GMOが処理した日"));
    OrderFixture::picture(*f.page, u"history-totals"_s);
}

void TestHistoryPage::untouchedShop_isToldWhatWillStandHere()
{
    Fixture f(false);
    QTRY_COMPARE(f.emptyTitle(), u"一括処理はまだありません"_s);
    OrderFixture::picture(*f.page, u"history-empty"_s);
    f.clickTab(1);
    QTRY_COMPARE(f.emptyTitle(), u"操作はまだありません"_s);
    QVERIFY(!f.page->findChild<QPushButton *>(u"clearHistoryConditions"_s));
}

void TestHistoryPage::escape_stopsAReadThatTakesLong()
{
    Fixture f;
    QTRY_COMPARE(f.result(), u"一括処理：1件"_s);
    // The reader is busy with something else for as long as the test wants.
    QSemaphore goOn;
    auto busy = f.shop.session->onReader({}, [&goOn](Database &) {
        goOn.acquire();
        return true;
    });
    f.clickTab(1);
    f.view(u"operations"_s)->setFocus();
    QTest::keyClick(f.view(u"operations"_s), Qt::Key_Escape);
    QCOMPARE(f.result(), u"読み取りを中止しました"_s);
    goOn.release();
    QTRY_VERIFY(busy.isFinished());
    auto later = f.shop.session->onReader({}, [](Database &) { return true; });
    QTRY_VERIFY(later.isFinished());
    QCOMPARE(f.result(), u"読み取りを中止しました"_s); // no late answer
    f.page->refresh();
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
}

void TestHistoryPage::columns_areRemembered()
{
    Fixture f;
    f.clickTab(1);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    auto *columns = f.child<QToolButton>(u"historyColumnsButton"_s);
    QMenu *menu = columns->menu();
    emit menu->aboutToShow();
    QAction *codes = nullptr;
    for (QAction *action : menu->actions()) {
        codes = action->text() == u"エラーコード" ? action : codes;
    }
    QVERIFY(codes && !codes->isChecked());
    codes->trigger();
    const int section = 11;
    QVERIFY(!f.view(u"operations"_s)->isColumnHidden(section));
    f.view(u"operations"_s)->setColumnWidth(1, 321);
    f.page->saveView();
    f.makePage();
    QTRY_COMPARE(f.result(), u"操作：3件"_s); // the tab too
    QVERIFY(!f.view(u"operations"_s)->isColumnHidden(section));
    QCOMPARE(f.view(u"operations"_s)->columnWidth(1), 321);
    // What a version with other columns kept is none of these.
    f.page.reset();
    f.settings.setValue(u"history/operations/columns"_s, 13);
    f.makePage();
    QVERIFY(f.view(u"operations"_s)->isColumnHidden(section));
    QVERIFY(f.view(u"operations"_s)->columnWidth(1) != 321);
}

void TestHistoryPage::manyRows_areReadWhereOneLooks()
{
    Fixture f;
    auto filled = f.shop.session->onEngine([](Shop &shop) {
        return shop.context()
            .database
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                 "INSERT INTO op (id, payment_id, kind, asked_by, asked_at, state, number) "
                 "SELECT 'many-' || i, (SELECT min(id) FROM payment), 'CAPTURE', '佐藤', "
                 "'2020-12-01T00:00:00.000Z', 'CANCELLED', 1000000 + i FROM n"_s)
            .ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(filled.isFinished(), 20'000);
    QVERIFY(filled.result());
    f.clickTab(1);
    f.choose(u"periodChoice"_s, u"すべての期間"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.result(), u"操作：100,003件"_s, 20'000);
    ReportView *operations = f.view(u"operations"_s);
    QTRY_VERIFY(Fixture::isRead(operations, 0));
    OrderFixture::picture(*f.page, u"history-100000"_s);
    operations->scrollToBottom();
    QTRY_VERIFY(Fixture::isRead(operations, 100'002));
    QCOMPARE(f.rowText(operations, 100'002).at(1), u"272"_s);
}

void TestHistoryPage::news_comesIntoTheListByItself()
{
    Fixture f(false);
    f.clickTab(1);
    QTRY_COMPARE(f.emptyTitle(), u"操作はまだありません"_s);
    f.operate(OperationKind::Capture, {f.orders.at(0)});
    QTRY_COMPARE(f.result(), u"操作：1件"_s);
    QVERIFY(f.view(u"operations"_s)->isVisible());
}

void TestHistoryPage::export_writesAllRowsOfTheConditions()
{
    Fixture f;
    f.clickTab(1);
    f.choose(u"kindChoice"_s, u"売上確定(実売上)"_s);
    QTRY_COMPARE(f.result(), u"操作：2件"_s);
    QTest::mouseClick(f.child<QPushButton>(u"exportButton"_s), Qt::LeftButton);
    ExportDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = f.page->findChild<ExportDialog *>()));
    auto *file = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    QVERIFY(file->text().endsWith(u".csv"));
    file->selectAll();
    QTest::keyClicks(file, f.folder.filePath(u"out.csv"_s));
    OrderFixture::picture(*dialog, u"export"_s);
    QCOMPARE(OrderFixture::cramped(*dialog), QStringList());
    auto *start = OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    auto *note = OrderFixture::child<QLabel>(*dialog, u"exportNote"_s);
    QTRY_VERIFY2(note->text().contains(u"2件を書き出しました。"), qPrintable(note->text()));
    OrderFixture::picture(*dialog, u"export-done"_s);
    const QStringList lines = linesOf(contentOf(f.folder.filePath(u"out.csv"_s)));
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).startsWith(u"日時,注文番号,お名前,種類,状態,金額,"), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).contains(u",273,𠮷田 花子,売上確定(実売上),完了,4800,"), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).contains(u",272,髙橋 花子,売上確定(実売上),完了,3200,"), qPrintable(lines.at(2)));
    // Once more to the same name: that it will be replaced is said before.
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"cancelExportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!f.page->findChild<ExportDialog *>());
    QTest::mouseClick(f.child<QPushButton>(u"exportButton"_s), Qt::LeftButton);
    dialog = f.page->findChild<ExportDialog *>();
    file = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    file->selectAll();
    QTest::keyClicks(file, f.folder.filePath(u"out.csv"_s));
    start = OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s);
    QCOMPARE(start->text(), u"置き換えて書き出す"_s);
    clickRadio(*dialog, u"xlsxChoice"_s);
    QCOMPARE(file->text(), f.folder.filePath(u"out.xlsx"_s));
    QCOMPARE(start->text(), u"書き出す"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(contentOf(f.folder.filePath(u"out.xlsx"_s)).startsWith("PK"));
}

/// The desktop's folder of documents is one that nobody has made.
void TestHistoryPage::export_isOfferedWhereThereIsAFolder()
{
    Fixture f(false);
    const QTemporaryDir desktop;
    QFile named(desktop.filePath(u"user-dirs.dirs"_s));
    QVERIFY(named.open(QIODevice::WriteOnly));
    named.write("XDG_DOCUMENTS_DIR=\"" + desktop.filePath(u"nowhere"_s).toUtf8() + "\"\n");
    named.close();
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", desktop.path().toUtf8());
    const auto proposed = [&f] {
        const auto rows = [] { return std::make_shared<ManyRows>(1); };
        ExportDialog dialog(*f.shop.session, rows, {}, u"操作"_s, f.page.get());
        return OrderFixture::child<QLineEdit>(dialog, u"exportFileEdit"_s)->text();
    };
    const QString without = proposed();
    QVERIFY(QDir(desktop.path()).mkdir(u"nowhere"_s));
    const QString with = proposed();
    before.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
    QCOMPARE(without, QDir::home().filePath(u"操作.csv"_s));
    QCOMPARE(with, desktop.filePath(u"nowhere/操作.csv"_s));
}

void TestHistoryPage::export_asksBeforeItReplacesCharacters()
{
    Fixture f;
    const QString name = f.folder.filePath(u"out.csv"_s);
    f.clickTab(1);
    QTRY_COMPARE(f.result(), u"操作：3件"_s);
    const auto begin = [&] {
        QTest::mouseClick(f.child<QPushButton>(u"exportButton"_s), Qt::LeftButton);
        auto *dialog = f.page->findChild<ExportDialog *>();
        clickRadio(*dialog, u"cp932Choice"_s);
        auto *file = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
        file->selectAll();
        QTest::keyClicks(file, name);
        QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s), Qt::LeftButton);
        return dialog;
    };
    ExportDialog *dialog = begin();
    auto *replace = OrderFixture::child<QPushButton>(*dialog, u"replaceButton"_s);
    QTRY_VERIFY(replace->isVisible());
    const QString told = OrderFixture::child<QLabel>(*dialog, u"exportNote"_s)->text();
    QVERIFY2(told.contains(u"𠮷") && told.contains(u"1個"), qPrintable(told));
    QVERIFY(!QFile::exists(name)); // nothing yet
    OrderFixture::picture(*dialog, u"export-characters"_s);
    QCOMPARE(OrderFixture::cramped(*dialog), QStringList());
    QTest::mouseClick(replace, Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(name));
    const auto text = decodeCp932(contentOf(name));
    QVERIFY(text && text->contains(u",〓田 花子,"));
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"cancelExportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!f.page->findChild<ExportDialog *>());
    dialog = begin();
    auto *utf8 = OrderFixture::child<QPushButton>(*dialog, u"useUtf8Button"_s);
    QTRY_VERIFY(utf8->isVisible());
    QTest::mouseClick(utf8, Qt::LeftButton);
    QTRY_VERIFY(QString::fromUtf8(contentOf(name)).contains(u",𠮷田 花子,"));
}

void TestHistoryPage::export_keepsTheFileWhenItIsStopped()
{
    Fixture f;
    const QString name = f.folder.filePath(u"out.csv"_s);
    QFile before(name);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto rows = std::make_shared<ExportedReport>(std::make_shared<ManyRows>(200'000));
    QPointer<TableExport> running =
        new TableExport(*f.shop.session, rows, TableFormat::CsvUtf8, name, f.page.get());
    QSignalSpy progressed(running.data(), &TableExport::progressed);
    running->start();
    QTRY_VERIFY(progressed.count() > 2);
    delete running;
    auto last = f.shop.session->onReader({}, [](Database &) { return true; });
    QTRY_VERIFY(last.isFinished());
    QCOMPARE(contentOf(name), QByteArray("before"));
    QCOMPARE(QDir(f.folder.path()).entryList({u"out*"_s}, QDir::Files | QDir::Hidden),
             QStringList{u"out.csv"_s});
}

void TestHistoryPage::export_saysWhereItCannotWrite()
{
    Fixture f;
    QTRY_COMPARE(f.result(), u"一括処理：1件"_s);
    QTest::mouseClick(f.child<QPushButton>(u"exportButton"_s), Qt::LeftButton);
    auto *dialog = f.page->findChild<ExportDialog *>();
    auto *file = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    file->selectAll();
    QTest::keyClicks(file, f.folder.filePath(u"nowhere/out.csv"_s));
    auto *start = OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    auto *note = OrderFixture::child<QLabel>(*dialog, u"exportNote"_s);
    QTRY_VERIFY2(note->text().contains(u"書き込めません"), qPrintable(note->text()));
    QVERIFY(start->isEnabled()); // another place can be tried at once
    OrderFixture::picture(*dialog, u"export-nowhere"_s);
    QCOMPARE(OrderFixture::cramped(*dialog), QStringList());
    file->selectAll();
    QTest::keyClicks(file, f.folder.filePath(u"out.csv"_s));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(f.folder.filePath(u"out.csv"_s)));
}

void TestHistoryPage::runReport_isExportedWithItsReasons()
{
    Fixture f;
    f.operate(OperationKind::Capture, {f.orders.at(0), f.orders.at(2)}); // nothing left to capture
    QTRY_COMPARE(f.result(), u"一括処理：2件"_s);
    ReportView *runs = f.view(u"runs"_s);
    QTRY_VERIFY(Fixture::isRead(runs, 0));
    QSignalSpy chosen(f.page.get(), &HistoryPage::runChosen);
    runs->setCurrentIndex(runs->model()->index(0, 0));
    QTest::keyClick(runs, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    exportRun(f.page.get(), *f.shop.session, chosen.first().first().value<RunId>(), RunKind::Capture);
    auto *dialog = f.page->findChild<ExportDialog *>();
    QVERIFY(dialog);
    auto *file = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    file->selectAll();
    QTest::keyClicks(file, f.folder.filePath(u"run.csv"_s));
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(f.folder.filePath(u"run.csv"_s)));
    const QStringList lines = linesOf(contentOf(f.folder.filePath(u"run.csv"_s)));
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).startsWith(u"272,髙橋 花子,272-03132123,取りやめ,"), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(1).contains(u"すでにその状態になっています。"), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith(u"274,"), qPrintable(lines.at(2)));
}

void TestHistoryPage::paper_hasAllRowsAndTheNumberOfEachPage()
{
    Fixture f;
    ManyRows table(120);
    QList<ReportRow> rows;
    auto read =
        f.shop.session->onReader({}, [&](Database &database) { return table.rows(database, 0, 120); });
    QTRY_VERIFY(read.isFinished());
    rows = *read.result();
    ReportPages pages(u"練習商店"_s, table.heading(), table.columns(), rows, QDateTime::currentDateTimeUtc());
    QImage paper(1123, 794, QImage::Format_RGB32);
    paper.setDotsPerMeterX(3780);
    paper.setDotsPerMeterY(3780);
    pages.layOut(&paper, QRectF(40, 40, 1043, 714));
    QVERIFY(pages.count() > 2 && pages.count() < 10);
    const QString pictures = qEnvironmentVariable("KESSAI_PICTURES");
    for (int page = 0; page < pages.count(); ++page) {
        paper.fill(Qt::white);
        QPainter painter(&paper);
        pages.paint(painter, page);
        painter.end();
        if (!pictures.isEmpty()) {
            paper.save(u"%1/paper-%2.png"_s.arg(pictures).arg(page + 1));
        }
    }
    // The last page has the last rows, and room below them.
    QCOMPARE(paper.pixel(1100, 780), qRgb(255, 255, 255));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(f.folder.filePath(u"paper.pdf"_s));
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(QPageLayout::Landscape);
    ReportPrint::paint(pages, printer);
    const QByteArray pdf = contentOf(f.folder.filePath(u"paper.pdf"_s));
    QCOMPARE(pdf.count("/Type /Page\n"), pages.count());
}

void TestHistoryPage::print_showsAPreview()
{
    Fixture f;
    QTRY_COMPARE(f.result(), u"一括処理：1件"_s);
    QTest::mouseClick(f.child<QPushButton>(u"printButton"_s), Qt::LeftButton);
    QPrintPreviewDialog *preview = nullptr;
    QTRY_VERIFY((preview = shownDialog<QPrintPreviewDialog>(u"printPreview"_s)));
    OrderFixture::picture(*preview, u"print-preview"_s);
    preview->close();
    QTRY_VERIFY(!shownDialog<QPrintPreviewDialog>(u"printPreview"_s));
    // A run's report, from any page.
    QSignalSpy chosen(f.page.get(), &HistoryPage::runChosen);
    ReportView *runs = f.view(u"runs"_s);
    QTRY_VERIFY(Fixture::isRead(runs, 0));
    runs->setCurrentIndex(runs->model()->index(0, 0));
    QTest::keyClick(runs, Qt::Key_Return);
    printRun(f.page.get(), *f.shop.session, chosen.first().first().value<RunId>(), RunKind::Capture);
    QTRY_VERIFY((preview = shownDialog<QPrintPreviewDialog>(u"printPreview"_s)));
    OrderFixture::picture(*preview, u"print-run"_s);
    f.page.reset(); // with the preview still open
    QVERIFY(!shownDialog<QPrintPreviewDialog>(u"printPreview"_s));
}

void TestHistoryPage::print_refusesWhatNobodyWouldRead()
{
    Fixture f;
    auto *print = new ReportPrint(*f.shop.session, std::make_shared<ManyRows>(10'001), f.page.get());
    print->start();
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = shownDialog<QMessageBox>(u"printProblem"_s)));
    QVERIFY2(box->informativeText().contains(u"10,001件"), qPrintable(box->informativeText()));
    box->close();
}

QTEST_MAIN(TestHistoryPage)
#include "test_historypage.moc"
