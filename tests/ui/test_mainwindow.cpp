#include "app/desktop/practiceshop.h"
#include "core/storage/backup.h"
#include "ui/help/inquirydialog.h"
#include "ui/history/historypage.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/papers/deliverynotedialog.h"
#include "ui/runs/bulkpage.h"
#include "ui/text/formats.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"
#include "ui/work/environmentband.h"
#include "ui/work/importpage.h"
#include "ui/work/importproblemtable.h"
#include "ui/work/mainwindow.h"
#include "ui/work/sidebar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int ListedOrders =
    296; ///< of the practice shop at the least: the others are still in their payment
constexpr int PatienceMs = 60'000; ///< the practice shop is made by the real services

QList<QWidget *> dialogsOf(const MainWindow &window)
{
    QList<QWidget *> dialogs;
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        dialogs.append(dialog);
    }
    return dialogs;
}

} // namespace

/// The window on the real services, the practice shop's simulator and its 300 orders.
class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void practiceShop_opensWithItsOrdersBandAndTitle();
    void damagedDatabase_isToldAndStaysTold();
    void takeover_beginsWithWhatReallyHappened();
    void takeover_isRewrittenAsItIsSettled();
    void withdrawnOperations_areNamed();
    void firstSize_fitsTheScreen();
    void clockThatDiffers_hasABannerOfItsOwn();
    void unknownErrorCode_isToldOnce();
    void jump_opensTheOrderOrAsksTheList();
    void deliveryNotes_areOpenedFromBothMenus();
    void sideBar_showsTheViewAndItsCount();
    void viewOfAnUnfinishedOrder_listsWhatItCounts();
    void refresh_asksTheGatewayAboutTheSelectedRow();
    void refreshOfEverything_readsRowsThatWereNeverInSight();
    void importedFile_isTriedOutFirstAndThenTakenIn();
    void importOfManyBadLines_listsThemAll();
    void escape_stopsTheImport();
    void importPage_canBeComeBackTo();
    void brokenFile_isRefusedInWords();
    void cancelledOrders_haveAViewOfTheirOpenPayments();
    void linesOfARow_areOneSettingWhereverTheyAreChosen();
    void copy_takesRowsOfTheListInSightOnly();
    void keysOfTheScreens_leadToThem();
    void keySheet_listsTheKeysOfTheMenus();
    void keysOfTheMenus_areNeverGivenTwice();
    void tickMenus_areOnAsTheBulkBarIs();
    void keysOfBulkCommands_openTheirPreview();
    void openOrder_isOfferedOnlyWithAFactory();
    void folderWithoutShop_offersPractice();
    void secondSessionOnTheSameFolder_saysWhoHoldsIt();
    void shopThatCannotBeOpened_isNotSetUpAgain();
    void damagedFile_isRestoredFromTheNewestBackup();
    void closing_waitsForTheSession();

private:
    void closeShop();
    void openShop();
    /// After a dialog: some platforms leave that to a window manager.
    void activateWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    [[nodiscard]] QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    [[nodiscard]] OrderTableModel &model() const { return m_window->orderList()->model(); }
    /// The first order of the list is in doubt, or is not any more.
    bool putDoubt(bool inDoubt);
    QString writeFile(const QByteArray &content) const;
    void importFile(const QString &file);

    QTemporaryDir m_folder;
    PracticeShop m_practice;
    std::unique_ptr<ShopSession> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    applyTheme(*qApp, ThemeChoice::Light);
    QSignalSpy ready(&m_practice, &PracticeShop::ready);
    QSignalSpy failed(&m_practice, &PracticeShop::failed);
    m_practice.prepare();
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() + failed.count() > 0, PatienceMs);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
}

void MainWindowTest::init()
{
    openShop();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->orderList(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() >= ListedOrders && model().summaryAt(0), PatienceMs);
}

void MainWindowTest::openShop()
{
    QFile::remove(m_practice.dataFolder() + u"/window.ini"_s);
    m_session = std::make_unique<ShopSession>();
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setPractice();
    m_window->setSetupAssistant([] {});
    Shop::Options options;
    options.dataFolder = m_practice.dataFolder();
    options.operatorName = u"佐藤"_s;
    m_window->openShop(options);
    m_window->show();
}

void MainWindowTest::cleanup()
{
    closeShop();
}

void MainWindowTest::closeShop()
{
    if (m_session && m_session->state() == ShopSession::State::Open) {
        QSignalSpy closed(m_session.get(), &ShopSession::closed);
        m_session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_window.reset();
    m_session.reset();
}

QString MainWindowTest::writeFile(const QByteArray &content) const
{
    QFile file(m_folder.filePath(u"orders.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        return {};
    }
    return file.fileName();
}

void MainWindowTest::practiceShop_opensWithItsOrdersBandAndTitle()
{
    QTRY_COMPARE(m_window->windowTitle(), u"受注一覧 受注管理 — 練習商店"_s);
    const auto *band = m_window->findChild<EnvironmentBand *>();
    QVERIFY(band->isVisible());
    QVERIFY(band->text().startsWith(u"練習モード"_s));
    const QColor violet = band->palette().color(QPalette::Window);
    applyTheme(*qApp, ThemeChoice::Dark);
    applyTheme(*qApp, ThemeChoice::Light);
    QCOMPARE(band->palette().color(QPalette::Window), violet);
    QVERIFY(violet != m_window->palette().color(QPalette::Window));
    QVERIFY(model().summaryAt(0)->paymentStatus || !model().summaryAt(0)->paymentId);
}

void MainWindowTest::damagedDatabase_isToldAndStaysTold()
{
    const auto *banner = m_window->findChild<Banner *>(u"damageBanner"_s);
    QVERIFY(banner && !banner->isVisible());
    emit m_session->chainsBroken(u"証跡が書き換えられています。"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"証跡"_s));
    emit m_session->storeRecovered();
    QVERIFY(banner->isVisible());
}

bool MainWindowTest::putDoubt(bool inDoubt)
{
    const QVariantList values{inDoubt ? QVariant(u"IN_DOUBT"_s) : QVariant(), model().idAt(0).value};
    auto set = m_session->onEngine([values](Shop &shop) {
        const bool done =
            shop.context().database.run(u"UPDATE orders SET doubt = ? WHERE id = ?"_s, values).ok();
        emit shop.notifier().ordersChanged();
        return done;
    });
    return QTest::qWaitFor([&set] { return set.isFinished(); }, PatienceMs) && set.result();
}

void MainWindowTest::takeover_beginsWithWhatReallyHappened()
{
    QVERIFY(putDoubt(true));
    const auto *banner = m_window->findChild<Banner *>(u"newsBanner"_s);
    Settler::Adopted found;
    found.inDoubt = 1;
    emit m_session->adopted(found);
    QTRY_VERIFY(banner->text().startsWith(u"前回の操作を引き継ぎました。"_s));
    found.interrupted = true;
    emit m_session->adopted(found);
    QTRY_VERIFY(banner->text().startsWith(u"前回は途中で終了しました。"_s));
    found.fromOtherSeat = true;
    emit m_session->adopted(found);
    QTRY_VERIFY(banner->text().startsWith(u"ほかの席の KessaiDesk が終了した"_s));
    QVERIFY(banner->text().contains(u"もう一度操作する必要はありません"_s));
    QVERIFY(putDoubt(false));
}

/// What it says is waited for is not waited for any more when it is settled.
void MainWindowTest::takeover_isRewrittenAsItIsSettled()
{
    QVERIFY(putDoubt(true));
    auto *banner = m_window->findChild<Banner *>(u"newsBanner"_s);
    Settler::Adopted found;
    found.inDoubt = 2;
    found.pausedRuns = 1; // which has ended meanwhile
    found.interrupted = true;
    emit m_session->adopted(found);
    QTRY_VERIFY(banner->isVisible());
    QTRY_COMPARE(banner->text(),
                 u"前回は途中で終了しました。結果のわからない操作が1件あります。GMOに確認していま"
                 "す。もう一度操作する必要はありません。"_s);
    QVERIFY(putDoubt(false));
    QTRY_COMPARE(banner->text(),
                 u"前回は途中で終了しました。結果のわからなかった操作は、すべて確認が終わりました。"_s);
    QVERIFY(banner->isVisible());
    QTest::mouseClick(banner->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(putDoubt(true)); // of today
    QTRY_VERIFY(m_window->findChild<QToolButton *>(u"inDoubtButton"_s)->text().endsWith(u" 1"_s));
    QVERIFY(!banner->isVisible());
    QVERIFY(putDoubt(false));
    found.inDoubt = 0;
    emit m_session->adopted(found); // a run that waited, and waits no more
    QTRY_VERIFY(banner->text() == u"前回は途中で終了しました。"_s && !banner->isVisible());
}

/// A window that is higher than the screen has its lower end where nobody sees it.
void MainWindowTest::firstSize_fitsTheScreen()
{
    const QSize available = m_window->screen()->availableGeometry().size();
    QVERIFY(available.height() < 820); // of the platform without a screen
    QVERIFY2(m_window->height() < available.height(), qPrintable(QString::number(m_window->height())));
    QVERIFY(m_window->width() <= qMax(available.width(), m_window->minimumSizeHint().width()));
}

void MainWindowTest::withdrawnOperations_areNamed()
{
    int row = 0;
    QTRY_VERIFY(model().summaryAt(20)); // the first rows are read together
    while (!model().summaryAt(row)->paymentId) {
        ++row;
    }
    const OrderSummary order = *model().summaryAt(row);
    const auto *banner = m_window->findChild<Banner *>(u"newsBanner"_s);
    Settler::Adopted found;
    Operation withdrawn;
    withdrawn.paymentId = *order.paymentId;
    for (int number = 1; number <= 7; ++number) {
        found.withdrawn.append(withdrawn);
    }
    found.interrupted = true;
    emit m_session->adopted(found);
    QTRY_VERIFY(banner->isVisible());
    const QString name = u"注文 %1 の売上確定"_s.arg(order.orderNumber);
    QCOMPARE(banner->text().count(name), 5);
    QVERIFY2(banner->text().contains(u"ほか2件"_s), qPrintable(banner->text()));
    QVERIFY(banner->text().contains(u"何も送信していません。必要なら、もう一度操作してください。"_s));
    found.withdrawn.resize(1);
    emit m_session->adopted(found);
    QTRY_COMPARE(banner->text().count(name), 1);
    QVERIFY(!banner->text().contains(u"ほか"_s));
}

void MainWindowTest::clockThatDiffers_hasABannerOfItsOwn()
{
    const auto *news = m_window->findChild<Banner *>(u"newsBanner"_s);
    auto *clock = m_window->findChild<Banner *>(u"clockBanner"_s);
    Settler::Adopted found;
    found.withdrawn.resize(1);
    emit m_session->adopted(found);
    QTRY_VERIFY(news->isVisible());
    emit m_session->clockDiffers(1200);
    QVERIFY(clock->isVisible() && clock->text().contains(u"約20分"_s));
    QVERIFY(news->text().contains(u"取りやめました"_s));
    emit m_session->clockDiffers(0);
    QVERIFY(!clock->isVisible() && news->isVisible());
}

void MainWindowTest::unknownErrorCode_isToldOnce()
{
    auto *banner = m_window->findChild<Banner *>(u"unknownCodeBanner"_s);
    QVERIFY(banner && !banner->isVisible());
    emit m_session->unknownCodeSeen(u"X01999001"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().startsWith(u"GMOから新しいエラーコード X01999001 が返りました。"_s));
    QVERIFY(banner->text().contains(u"サポート"_s));
    QTest::mouseClick(banner->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!banner->isVisible());
    emit m_session->unknownCodeSeen(u"X01999001"_s);
    QVERIFY(!banner->isVisible());
    emit m_session->unknownCodeSeen(u"X01999002"_s);
    QVERIFY(banner->isVisible() && banner->text().contains(u"X01999001、X01999002"_s));
    QTest::mouseClick(banner->findChild<QPushButton *>(u"unknownCodeAskGateway"_s), Qt::LeftButton);
    auto *inquiry = m_window->findChild<InquiryDialog *>();
    QVERIFY(inquiry);
    auto *text = inquiry->findChild<QPlainTextEdit *>(u"inquiryText"_s);
    QTRY_VERIFY(text->toPlainText().contains(u"エラーコード: X01999001"_s));
    QVERIFY(text->toPlainText().contains(u"エラーコード: X01999002"_s));
    QTest::keyClick(inquiry, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<InquiryDialog *>());
}

void MainWindowTest::jump_opensTheOrderOrAsksTheList()
{
    QList<OrderId> opened;
    m_window->setOrderWindowFactory([&opened](OrderId id) { opened.append(id); });
    const auto enter = [this](const QString &text) {
        activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QPointer<QDialog> dialog = m_window->findChild<QDialog *>(u"jumpDialog"_s);
        auto *line = dialog ? dialog->findChild<QLineEdit *>(u"jumpText"_s) : nullptr;
        if (line) {
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Return);
        }
        return dialog;
    };
    const OrderSummary first = *model().summaryAt(0);
    QPointer<QDialog> dialog = enter(first.orderNumber);
    QTRY_COMPARE(opened, QList<OrderId>{first.id});
    QTRY_VERIFY(!dialog);
    dialog = enter(u"nobody"_s);
    QTRY_VERIFY(dialog && dialog->findChild<QWidget *>(u"jumpResult"_s)->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"jumpSearch"_s), Qt::LeftButton);
    QCOMPARE(m_window->orderList()->filter().query, u"nobody"_s);
    QTRY_COMPARE(model().rowCount(), 0);
    QCOMPARE(opened.size(), 1);
}

void MainWindowTest::deliveryNotes_areOpenedFromBothMenus()
{
    OrderListPage &list = *m_window->orderList();
    const auto choose = [](QMenu *menu, QAction *entry) {
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
    };
    const auto dialog = [this] { return m_window->findChild<DeliveryNoteDialog *>(); };
    const auto isAbout = [&dialog](const QString &count) {
        return dialog() && dialog()->findChild<QLabel *>(u"notePreviewPages"_s)->text().endsWith(count);
    };
    QAction *entry = action(u"deliveryNotesAction"_s);
    QVERIFY(!entry->isEnabled()); // nothing is chosen
    list.table().selectRow(0);
    QVERIFY(entry->isEnabled());
    auto *orders = qobject_cast<QMenu *>(entry->associatedObjects().value(0));
    orders->popup(m_window->mapToGlobal(QPoint(60, 30)));
    choose(orders, entry);
    QTRY_VERIFY_WITH_TIMEOUT(isAbout(u"全1件"_s), PatienceMs);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    list.table().clearSelection();
    QVERIFY(!entry->isEnabled());
    list.ticks().setTicked(model().idAt(1), true);
    list.ticks().setTicked(model().idAt(2), true);
    QTRY_VERIFY(entry->isEnabled());
    QWidget *rows = list.table().viewport();
    const QPoint place = list.table().visualRect(model().index(0, 1)).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, rows->mapToGlobal(place));
    QCoreApplication::sendEvent(rows, &asked);
    auto *menu = m_window->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu);
    choose(menu, menu->findChild<QAction *>(u"deliveryNoteAction"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isAbout(u"全2件"_s), PatienceMs); // not of the row
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isAbout(u"全2件"_s), PatienceMs);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    action(u"historyAction"_s)->trigger(); // no list is in sight
    QVERIFY(!entry->isEnabled());
}

void MainWindowTest::sideBar_showsTheViewAndItsCount()
{
    auto *sideBar = m_window->findChild<SideBar *>();
    QListWidgetItem *difference = sideBar->findItems(u"差異あり"_s, Qt::MatchExactly).value(0);
    QVERIFY(difference);
    QTRY_VERIFY(difference->data(Qt::AccessibleTextRole).toString().contains(u"件"_s));
    const QString spoken = difference->data(Qt::AccessibleTextRole).toString();
    QTest::mouseClick(sideBar->viewport(), Qt::LeftButton, {}, sideBar->visualItemRect(difference).center());
    QVERIFY(m_window->orderList()->filter().onlyDifference);
    QTRY_VERIFY(!model().isSearching());
    QCOMPARE(spoken, u"差異あり %1件"_s.arg(model().rowCount()));
    QTRY_COMPARE(m_window->windowTitle(), u"差異あり 受注管理 — 練習商店"_s);
}

void MainWindowTest::viewOfAnUnfinishedOrder_listsWhatItCounts()
{
    const OrderId order = model().idAt(0);
    const auto put = [this, order](OrderStatus status, bool inDoubt) {
        const QVariantList values{int(status), inDoubt ? QVariant(u"IN_DOUBT"_s) : QVariant(), order.value};
        auto set = m_session->onEngine([values](Shop &shop) {
            const auto sql = u"UPDATE orders SET status = ?, doubt = ? WHERE id = ?"_s;
            return shop.context().database.run(sql, values).ok();
        });
        return QTest::qWaitFor([&set] { return set.isFinished(); }, PatienceMs) && set.result();
    };
    const OrderStatus before = model().summaryAt(0)->status;
    QVERIFY(put(OrderStatus::Pending, true));
    SessionOrderSource source(*m_session);
    CountsModel counts(source);
    QSignalSpy counted(&counts, &CountsModel::changed);
    counts.refresh();
    QTRY_COMPARE(counted.count(), 1);
    QVERIFY(OrderView::countOf(OrderView::Kind::InDoubt, counts.counts()) > 0);
    for (const OrderView::Kind kind : OrderView::all()) {
        action(u"view_%1"_s.arg(int(kind)))->trigger();
        QTRY_VERIFY(!model().isSearching());
        QCOMPARE(model().rowCount(), OrderView::countOf(kind, counts.counts()));
    }
    QVERIFY(put(before, false));
}

void MainWindowTest::refresh_asksTheGatewayAboutTheSelectedRow()
{
    int row = 0;
    QTRY_VERIFY(model().summaryAt(20)); // the first rows are read together
    while (!model().summaryAt(row)->paymentId) {
        ++row;
    }
    QSignalSpy answered(m_session.get(), &ShopSession::gatewayAnswered);
    m_window->orderList()->table().selectRow(row);
    action(u"refreshAction"_s)->trigger();
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"1件の決済状態を確認しました"_s));
    QVERIFY(answered.count() >= 1);
    QVERIFY(m_window->findChild<QLabel *>(u"connectionLabel"_s)->text().startsWith(u"GMO: 接続OK"_s));
}

void MainWindowTest::refreshOfEverything_readsRowsThatWereNeverInSight()
{
    OrderListPage &list = *m_window->orderList();
    list.table().setFocus();
    QTest::keyClick(&list.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(list.ticks().value().everything);
    QVERIFY(!model().summaryAt(250));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    auto *page = m_window->findChild<BulkPage *>();
    auto *start = page->findChild<QPushButton *>(u"manyStart"_s);
    QTRY_VERIFY(page->isVisible() && start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    auto *sentence = page->findChild<Paragraph *>(u"runSentence"_s);
    auto *stop = page->findChild<QPushButton *>(u"stopRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), PatienceMs);
    QTest::keyClick(page, Qt::Key_Escape); // leaving stops nothing
    QVERIFY(list.isVisible());
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(u"runStatusOpen"_s), Qt::LeftButton);
    QVERIFY(page->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!stop->isVisible(), PatienceMs);
    QVERIFY2(sentence->sentences().contains(u"確認していません "_s), qPrintable(sentence->sentences()));
    QTest::keyClick(page, Qt::Key_Escape);
    QVERIFY(list.isVisible());
    QVERIFY(list.ticks().value().everything); // looking moves no tick
}

void MainWindowTest::importFile(const QString &file)
{
    action(u"importOrdersAction"_s)->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>(u"importFileDialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(file);
    dialog->close();
}

void MainWindowTest::importedFile_isTriedOutFirstAndThenTakenIn()
{
    const qint64 before = model().rowCount();
    importFile(QString::fromUtf8(KESSAI_PRACTICE_ORDERS));
    auto *summary = m_window->findChild<QLabel *>(u"importSummary"_s);
    auto *apply = m_window->findChild<QAbstractButton *>(u"importApply"_s);
    QTRY_VERIFY2(summary->text().startsWith(u"まだ取り込んでいません。"_s), qPrintable(summary->text()));
    QCOMPARE(model().rowCount(), before);
    QTRY_VERIFY(apply->isVisible() && apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_VERIFY2(summary->text().startsWith(u"取り込みました。"_s), qPrintable(summary->text()));
    QVERIFY(!apply->isVisible());
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(u"importCancel"_s), Qt::LeftButton);
    QVERIFY(m_window->orderList()->isVisible());
    QTRY_VERIFY(model().rowCount() > before);
}

void MainWindowTest::importOfManyBadLines_listsThemAll()
{
    constexpr int BadLines = 2500;
    QByteArray content = QString(u"注文ID,注文番号,支払合計,受注日,対応状況(ID)\n"_s).toUtf8();
    for (int line = 0; line < BadLines; ++line) {
        content += 'x' + QByteArray::number(line) + ",1,100,2020-12-03,1\n";
    }
    importFile(writeFile(content));
    const auto *summary = m_window->findChild<QLabel *>(u"importSummary"_s);
    const auto *list = m_window->findChild<ImportProblemTable *>();
    QTRY_VERIFY2(list->isVisible(), qPrintable(summary->text()));
    QVERIFY(list->model()->rowCount() >= BadLines);
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(u"copyProblems"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), list->model()->rowCount() - 1);
}

void MainWindowTest::escape_stopsTheImport()
{
    const auto gate =
        std::make_shared<QSemaphore>(); // the import waits for its turn until the key is pressed
    const auto openGate = qScopeGuard([gate] { gate->release(); });
    m_session->onEngine([gate](Shop &) {
        gate->acquire();
        return true;
    });
    importFile(QString::fromUtf8(KESSAI_PRACTICE_ORDERS));
    const auto *page = m_window->findChild<ImportPage *>();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(page->isVisible() && page->busy());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!page->isVisible() && m_window->orderList()->isVisible());
}

void MainWindowTest::importPage_canBeComeBackTo()
{
    QVERIFY(!action(u"importPageAction"_s)->isEnabled());
    importFile(QString::fromUtf8(KESSAI_PRACTICE_ORDERS));
    auto *apply = m_window->findChild<QAbstractButton *>(u"importApply"_s);
    QTRY_VERIFY(apply->isVisible());
    action(u"ordersAction"_s)->trigger();
    QVERIFY(!apply->isVisible() && m_window->orderList()->isVisible());
    action(u"importPageAction"_s)->trigger();
    QVERIFY(apply->isVisible());
}

void MainWindowTest::cancelledOrders_haveAViewOfTheirOpenPayments()
{
    action(u"view_%1"_s.arg(int(OrderView::Kind::CancelledWithOpenPayment)))->trigger();
    QVERIFY(m_window->orderList()->filter().onlyCancelledWithOpenPayment);
    QTRY_VERIFY(m_window->windowTitle().startsWith(u"取消し済み注文で未取消の決済"_s));
    QTRY_VERIFY(!model().isSearching() && model().rowCount() == 2 && model().summaryAt(1));
    QSet<int> payments;
    for (const int row : {0, 1}) {
        QCOMPARE(model().summaryAt(row)->status, OrderStatus::Cancelled);
        payments.insert(int(model().summaryAt(row)->paymentStatus.value_or(PaymentStatus::Exception)));
    }
    // A card, and what can still be paid at a store.
    QCOMPARE(payments, (QSet{int(PaymentStatus::Authorized), int(PaymentStatus::RequestSucceeded)}));
}

void MainWindowTest::linesOfARow_areOneSettingWhereverTheyAreChosen()
{
    OrderTable &table = m_window->orderList()->table();
    QTRY_VERIFY(!m_window->windowTitle().isEmpty());
    const auto lines = [this] {
        auto read = m_session->onEngine([](Shop &shop) { return shop.settings().rowLines(); });
        return QTest::qWaitFor([&read] { return read.isFinished(); }, PatienceMs) ? read.result() : 0;
    };
    const auto choose = [&table](bool two) {
        QMenu menu;
        table.fillColumnMenu(menu);
        menu.actions().last()->setChecked(two);
    };
    choose(false);
    QTRY_COMPARE_WITH_TIMEOUT(lines(), 1, PatienceMs);
    auto *payments = m_window->findChild<OrderTable *>(u"paymentTable"_s);
    QVERIFY(!payments->twoLines()); // of both lists
    const auto set = [](Shop &shop) { return shop.settings().set(u"ui.rowLines"_s, u"2"_s).ok(); };
    auto chosen = m_session->onEngine(set);
    QTRY_VERIFY_WITH_TIMEOUT(chosen.isFinished() && chosen.result(), PatienceMs);
    m_window->reloadFacts();
    QTRY_VERIFY_WITH_TIMEOUT(table.twoLines(), PatienceMs);
    QVERIFY(payments->twoLines());
}

void MainWindowTest::copy_takesRowsOfTheListInSightOnly()
{
    OrderTable &table = m_window->orderList()->table();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 0, PatienceMs);
    action(u"ordersAction"_s)->trigger();
    table.selectRow(0);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto press = [this] {
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    };
    QGuiApplication::clipboard()->setText(u"before"_s);
    action(u"historyAction"_s)->trigger();
    QSignalSpy copied(&table, &OrderTable::copied);
    press();
    QVERIFY(m_window->statusBar()->currentMessage().startsWith(u"受注一覧か決済状況一覧を表示"_s));
    action(u"ordersAction"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    press();
    QTRY_COMPARE_WITH_TIMEOUT(copied.count(), 1, PatienceMs);
    QVERIFY(QGuiApplication::clipboard()->text() != u"before"_s);
}

void MainWindowTest::brokenFile_isRefusedInWords()
{
    importFile(writeFile("\x00\x01no order file at all\n\x02"));
    auto *summary = m_window->findChild<QLabel *>(u"importSummary"_s);
    auto *back = m_window->findChild<QAbstractButton *>(u"importCancel"_s);
    QTRY_COMPARE(back->text(), u"受注一覧に戻る"_s);
    QVERIFY(summary->text().size() > 5);
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"importApply"_s)->isVisible());
}

void MainWindowTest::keysOfTheScreens_leadToThem()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_window->paymentList()->isVisible());
    QVERIFY(m_window->windowTitle().startsWith(u"決済状況一覧 受注管理 — "_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->paymentList()->model().rowCount() > 0, PatienceMs);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_window->findChild<HistoryPage *>()->isVisible());
    QVERIFY(m_window->windowTitle().startsWith(u"処理の履歴"_s));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m_window->findChild<TodayPage *>()->isVisible());
    QVERIFY(m_window->windowTitle().startsWith(u"今日の仕事"_s));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_window->orderList()->isVisible());
}

void MainWindowTest::keySheet_listsTheKeysOfTheMenus()
{
    action(u"keysAction"_s)->trigger();
    auto *sheet = m_window->findChild<QDialog *>(u"keySheet"_s);
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY2(sheet->height() < 700, qPrintable(QString::number(sheet->height()))); // a small screen has 768
    QStringList texts;
    for (const QLabel *label : sheet->findChildren<QLabel *>()) {
        texts.append(label->text());
        QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    QCOMPARE(texts.value(texts.indexOf(u"Ctrl+Enter"_s) + 1), u"検索条件の欄で検索する"_s);
    QVERIFY(texts.contains(u"F5"_s) && texts.contains(u"Ctrl+,"_s) && texts.contains(u"Alt+R"_s));
    QVERIFY(
        std::none_of(texts.begin(), texts.end(), [](const QString &text) { return text.contains(u'&'); }));
    QVERIFY(texts.contains(u"決済状態確認・反映"_s));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(dialogsOf(*m_window).isEmpty());
}

void MainWindowTest::keysOfTheMenus_areNeverGivenTwice()
{
    QHash<QKeySequence, QString> owners;
    for (const QAction *each : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : each->shortcuts()) {
            if (each->shortcutContext() == Qt::WindowShortcut) {
                QVERIFY2(!owners.contains(keys), qPrintable(each->text() + u' ' + owners.value(keys)));
                owners.insert(keys, each->text());
            }
        }
    }
    QVERIFY(owners.size() > 20);
    for (const QString &name : {u"bulkCaptureAction"_s, u"bulkCancelAction"_s, u"bulkReauthorizeAction"_s,
                                u"bulkRefreshAction"_s, u"tickListAction"_s, u"tickShownAction"_s,
                                u"tickAllAction"_s, u"clearTicksAction"_s, u"undoTicksAction"_s}) {
        QVERIFY2(!action(name)->shortcut().isEmpty(), qPrintable(name));
    }
}

void MainWindowTest::tickMenus_areOnAsTheBulkBarIs()
{
    OrderListPage &list = *m_window->orderList();
    const QList<std::pair<QString, QString>> pairs{{u"bulkCaptureAction"_s, u"bulk_CAPTURE"_s},
                                                   {u"bulkCancelAction"_s, u"bulk_CANCEL"_s},
                                                   {u"bulkReauthorizeAction"_s, u"bulk_REAUTHORIZE"_s},
                                                   {u"bulkRefreshAction"_s, u"bulkRefresh"_s}};
    const auto isOn = [this](const QString &name) { return action(name)->isEnabled(); };
    for (const auto &[name, button] : pairs) {
        QVERIFY2(!isOn(name), qPrintable(name));
    }
    QVERIFY(isOn(u"tickShownAction"_s) && !isOn(u"clearTicksAction"_s) && !isOn(u"undoTicksAction"_s));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    list.table().setFocus();
    list.ticks().setTicked(model().idAt(0), true);
    QTRY_VERIFY(list.tickCounts().known());
    for (const auto &[name, button] : pairs) {
        QCOMPARE(isOn(name), m_window->findChild<QPushButton *>(button)->isEnabled());
    }
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(list.ticks().value().everything);
    QTRY_VERIFY(list.tickCounts().known());
    QVERIFY(isOn(u"bulkCaptureAction"_s) && isOn(u"bulkReauthorizeAction"_s) && isOn(u"bulkRefreshAction"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list.ticks().value().ids.size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier); // where no bar is, nothing is offered
    for (const auto &[name, button] : pairs) {
        QVERIFY2(!isOn(name), qPrintable(name));
    }
    QVERIFY(!isOn(u"tickAllAction"_s) && !isOn(u"clearTicksAction"_s));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(isOn(u"clearTicksAction"_s));
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(list.ticks().isEmpty() && !isOn(u"bulkRefreshAction"_s));
}

void MainWindowTest::keysOfBulkCommands_openTheirPreview()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->orderList()->table().setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(m_window->orderList()->tickCounts().known());
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *statuses = m_window->findChild<QMenu *>(u"bulkStatusMenu"_s);
    QTRY_VERIFY(statuses->isVisible());
    QTest::keyClick(statuses, Qt::Key_Escape);
    QVERIFY(!statuses->isVisible());
    QSignalSpy answered(m_session.get(), &ShopSession::gatewayAnswered);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *summary = m_window->findChild<Paragraph *>(u"previewSummary"_s);
    QTRY_VERIFY2(summary->isVisible() && summary->sentences().contains(u"売上確定します。"_s),
                 qPrintable(summary->sentences()));
    QVERIFY(!QApplication::focusWidget() || QApplication::focusWidget()->objectName() != u"startRun");
    QCOMPARE(answered.count(), 0);
}

void MainWindowTest::openOrder_isOfferedOnlyWithAFactory()
{
    QVERIFY(!action(u"openOrderAction"_s)->isVisible());
    QList<OrderId> opened;
    m_window->setOrderWindowFactory([&opened](OrderId id) { opened.append(id); });
    QVERIFY(action(u"openOrderAction"_s)->isVisible());
    QVERIFY(action(u"openOrderAction"_s)->shortcut().isEmpty()); // Ctrl+Enter is for fields
    m_window->orderList()->table().selectRow(0);
    action(u"openOrderAction"_s)->trigger();
    QCOMPARE(opened, QList<OrderId>{model().idAt(0)});
}

void MainWindowTest::folderWithoutShop_offersPractice()
{
    QTemporaryDir empty;
    ShopSession session;
    MainWindow window(session);
    window.setSetupAssistant([] {});
    QSignalSpy failed(&session, &ShopSession::openFailed);
    Shop::Options options;
    options.dataFolder = empty.path();
    window.openShop(options);
    window.show();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(window.findChild<QLabel *>(u"emptyTitle"_s)->text(), u"店舗の設定がまだありません"_s);
    QTRY_VERIFY(window.findChild<QAbstractButton *>(u"assistantButton"_s)->isVisible());
    QSignalSpy practice(&window, &MainWindow::practiceChosen);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"practiceButton"_s), Qt::LeftButton);
    QCOMPARE(practice.count(), 1);
}

void MainWindowTest::secondSessionOnTheSameFolder_saysWhoHoldsIt()
{
    ShopSession second;
    QSignalSpy failed(&second, &ShopSession::openFailed);
    Shop::Options options;
    options.dataFolder = m_practice.dataFolder();
    second.open(options);
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<ShopError>();
    QCOMPARE(error.kind, ShopError::Kind::HeldByOther);
    QVERIFY(!error.message.isEmpty());
}

void MainWindowTest::shopThatCannotBeOpened_isNotSetUpAgain()
{
    ShopSession second;
    MainWindow window(second);
    window.setSetupAssistant([] {});
    QSignalSpy failed(&second, &ShopSession::openFailed);
    Shop::Options options;
    options.dataFolder = m_practice.dataFolder();
    window.openShop(options);
    window.show();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(window.findChild<QLabel *>(u"emptyTitle"_s)->text(), u"店舗を開けません"_s);
    QVERIFY(!window.findChild<QAbstractButton *>(u"assistantButton"_s));
    QVERIFY(!window.findChild<QAbstractButton *>(u"restoreButton"_s));
    QTRY_VERIFY(window.findChild<QAbstractButton *>(u"openFolderButton"_s)->isVisible());
}

void MainWindowTest::damagedFile_isRestoredFromTheNewestBackup()
{
    const QString backup = m_practice.dataFolder() + u"/backups/newest.sqlite"_s;
    auto made =
        m_session->onEngine([backup](Shop &shop) { return backupTo(shop.context().database, backup).ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(made.isFinished() && made.result(), PatienceMs);
    closeShop();
    QFile newest(backup); // the shop's own of the day may have come after it
    QVERIFY(newest.open(QIODevice::ReadWrite));
    QVERIFY(newest.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime));
    newest.close();
    const QString database = m_practice.dataFolder() + u"/shop.sqlite"_s;
    QFile file(database);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(200, 'x'));
    file.close();

    openShop();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QPushButton *>(u"restoreButton"_s), PatienceMs);
    auto *restore = m_window->findChild<QPushButton *>(u"restoreButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(restore->isVisible(), PatienceMs); // a layout shows it in its next turn
    QVERIFY(restore->property("primary").toBool());
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"assistantButton"_s));
    const QString said = m_window->findChild<Paragraph *>(u"emptyText"_s)->sentences();
    QVERIFY2(said.contains(u"newest.sqlite"_s) && said.contains(u"壊れています"_s), qPrintable(said));
    QTest::mouseClick(restore, Qt::LeftButton);
    auto *question = m_window->findChild<QMessageBox *>(u"restoreQuestion"_s);
    QVERIFY(question && question->text().contains(Formats::minute(QFileInfo(backup).lastModified())));
    QVERIFY(question->informativeText().contains(u"失われます"_s));
    QVERIFY(question->informativeText().contains(u"すべての決済をGMOの状態と照合します"_s));
    QTest::mouseClick(question->findChild<QPushButton *>(u"restoreConfirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->orderList(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() >= ListedOrders, PatienceMs);
    auto marked = m_session->onEngine([](Shop &shop) { return shop.context().meta.sweepNeeded().value(); });
    QTRY_VERIFY_WITH_TIMEOUT(marked.isFinished() && marked.result(), PatienceMs);
    QCOMPARE(QDir(m_practice.dataFolder()).entryList({u"shop.sqlite.2*"_s}, QDir::Files).isEmpty(), false);
}

void MainWindowTest::closing_waitsForTheSession()
{
    QSignalSpy closedForGood(m_window.get(), &MainWindow::closedForGood);
    QVERIFY(!m_window->close()); // not yet
    QTRY_COMPARE(closedForGood.count(), 1);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(m_session->state(), ShopSession::State::Closed);
}

QTEST_MAIN(MainWindowTest)
#include "test_mainwindow.moc"
