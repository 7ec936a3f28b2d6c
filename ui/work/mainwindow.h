#pragma once

#include "core/services/shopsession.h"
#include "ui/models/countsmodel.h"
#include "ui/models/savedsearchlist.h"
#include "ui/models/sessionordersource.h"
#include "ui/orders/orderwindowfactory.h"
#include "ui/runs/rundesk.h"
#include "ui/today/todaynumbers.h"
#include "ui/widgets/keysheet.h"
#include "ui/widgets/theme.h"
#include "ui/work/importjob.h"
#include "ui/work/orderview.h"
#include "ui/work/refreshjob.h"

#include <QMainWindow>
#include <QPointer>
#include <QSettings>
#include <QTimer>

#include <functional>
#include <memory>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kessai {

class Banner;
class BulkPage;
class ConnectionStatus;
class EmptyState;
class EnvironmentBand;
class HistoryPage;
class ImportPage;
struct ManyQuestion;
class OrderListPage;
class OrderReading;
class OrderWork;
class RestoreOffer;
class RunNotice;
class RunStatus;
class SideBar;
class TodayPage;

/// The window of one shop. Opens with the session's answer, closes when nothing is waited for any more.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ShopSession &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What other folders bring in; empty ones are not offered.
    void setOrderWindowFactory(OrderWindowFactory factory);
    /// 設定… in the file menu.
    void setSettingsOpener(std::function<void()> open);
    /// 使い方 in the help menu; @param page helppage, of the place in sight
    using HelpOpener = std::function<void(const QString &page)>;
    void setHelpOpener(HelpOpener open);
    /// All keys of the window.
    [[nodiscard]] QList<KeySheet::Group> keys() const;
    /// 初期設定 where the folder holds no shop yet.
    /// \p mayClose is asked before the window closes its shop: false where another window of the shop has
    /// unsaved changes and asks about them.
    void setCloseGuard(std::function<bool()> mayClose) { m_closeGuard = std::move(mayClose); }
    void setSetupAssistant(std::function<void()> open) { m_openAssistant = std::move(open); }

    /// The shop of the practice mode: its band says so.
    void setPractice() { m_practice = true; }
    /// At the start, where the shop has several; not where the command line names one.
    void setAsksOperator() { m_asksOperator = true; }

    /// 今日の仕事 at the start where there is any, unless staff put that away on its page; else the list.
    void setOpensToday() { m_opensToday = true; }

    /// Opens the shop of this folder; says in the window what stands in the way.
    void openShop(const Shop::Options &options);
    /// In place of the list: why there is no shop to work in.
    void showProblem(const QString &title, const QString &text);
    /// Settings changed: what of them the window shows.
    void reloadFacts();
    [[nodiscard]] OrderListPage *orderList() const { return m_orderList; }
    [[nodiscard]] OrderListPage *paymentList() const { return m_paymentList; }
    /// The run's page, in this window and in front.
    void showRun(const RunId &run);

signals:
    /// 店舗を開く: another folder, in a window of its own.
    void folderChosen(const QString &dataFolder);
    void practiceChosen();
    /// The shop is closed and the window with it.
    void closedForGood();
    /// 今すぐ終了: staff do not want to wait for open requests; what is sent is settled at the next start.
    void forcedQuit();
    void shopNameKnown(const QString &name);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct ShopFacts
    {
        QString name;
        QStringList operators;
        ThemeChoice theme = ThemeChoice::Automatic;
        int rowLines = 2;
        PaymentRules rules;
    };
    /// What a takeover found, and how much of it is left.
    struct News
    {
        Settler::Adopted found;
        QStringList withdrawn; ///< whose operations they were, as far as it could be read
        qint64 inDoubt = 0;    ///< of those found: not more than there are
        qint64 pausedRuns = 0; ///< likewise
    };
    [[nodiscard]] QSize firstSizeOn(const QSize &available) const;
    void judgeDay();
    void buildMenus();
    void buildFileMenu();
    void buildEditAndViewMenus();
    void buildThemeMenu(QMenu &menu);
    void buildWorkMenus();
    void buildBulkMenu();
    void buildTickActions(QMenu &menu);
    void updateTickActions();
    void buildHelpMenu();
    void buildLayout();
    void connectSession();
    void onOpened();
    void buildLists();
    void buildToday();
    void connectList(OrderListPage &list);
    void connectSideBar();
    void connectSavedSearches();
    void connectRuns();
    void buildRuns();
    void showPage(QWidget *page);
    /// Back to the list that was in sight last.
    void showLastList();
    /// The list in sight, else the one that was last.
    [[nodiscard]] OrderListPage *list() const { return m_lastList; }
    void showFirstPage();
    void showToday();
    /// The orders behind a card, all of them ticked.
    void showWork(WorkKind kind);
    void showLapsing(const QDate &day);
    void showPayments();
    void showHistory();
    void showSaved(qint64 id);
    void askSearchName(const OrderFilter &filter);
    void markSideBar();
    void openOrder(OrderId order);
    void askBulk(OperationKind kind);
    void askStatus(OrderStatus status);
    void refreshTicked();
    /// One is asked about in a dialog, more in a preview.
    /// @param fromList whether the ticks are the list's
    void changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort,
                      bool fromList = true);
    void refreshTicks(const OrderTicks &ticks, const OrderSort &sort);
    void showPreview(OperationKind kind, const OrderTicks &ticks, const OrderSort &sort);
    /// As they are ticked in the list that is in sight.
    ListTicks inList(const OrderTicks &ticks, const OrderSort &sort);
    void showPreview(const ManyQuestion &question);
    void backToBulkPage();
    [[nodiscard]] bool ticksMissing();
    void showUnfinishedRuns();
    void showDueSoon();
    void takeOperators(const QStringList &names);
    void setOperator(const QString &name);
    void chooseOperator();
    void takeFacts(const ShopFacts &facts);
    void addBanners(QVBoxLayout &column);
    void connectBanners();
    void showUnknownCode(const QString &code);
    void onOpenFailed(const ShopError &error);
    void showStart(const QString &icon, const QString &title, const QString &text);
    void offerOtherShops(bool primary);
    void offerRestore(const QString &title, const QString &text, const QString &backup);
    void showView(OrderView::Kind kind);
    void showAdopted(const Settler::Adopted &found);
    void showNews();
    void followNews();
    [[nodiscard]] QStringList newsSentences() const;
    [[nodiscard]] QStringList withdrawnSentences() const;
    void keepSetting(const QString &key, const QString &text);
    void chooseFolder();
    void chooseImport(ImportJob::Kind kind);
    void importFile(ImportJob::Kind kind, const QString &file);
    void refreshPayments();
    void refreshPayments(const QList<PaymentId> &payments);
    void onRefreshed(const RefreshJob::Result &result);
    /// False when none runs.
    bool stopRefresh();
    void chooseTheme(ThemeChoice choice);
    void copySelected();
    void showKeys();
    [[nodiscard]] QString helpPage() const;
    void showContact();
    void showVersion();
    void updateTitle();
    QAction *addTo(QMenu &menu, const QString &objectName, const QString &text, const QKeySequence &keys,
                   std::function<void()> action);

    ShopSession &m_session;
    SessionOrderSource m_source;
    SessionOrderSource m_paymentSource;
    SessionOrderSource m_savedSource;
    CountsModel m_counts;
    SavedSearchList m_saved;
    TodayNumbers m_numbers;
    RunDesk m_desk;
    std::unique_ptr<QSettings> m_settings;
    OrderWindowFactory m_openOrder;
    std::function<void()> m_openAssistant;
    std::function<bool()> m_closeGuard;
    HelpOpener m_openHelp;
    QString m_shopName;
    QList<QAction *> m_shopActions; ///< off while no shop is open
    QMap<OperationKind, QAction *> m_bulkActions;
    QAction *m_bulkRefreshAction = nullptr;
    QMenu *m_bulkStatusMenu = nullptr;
    QList<QAction *> m_tickActions; ///< that tick rows of the list in sight
    QAction *m_clearTicksAction = nullptr;
    QAction *m_undoTicksAction = nullptr;
    QAction *m_openOrderAction = nullptr;
    QAction *m_deliveryNotesAction = nullptr;
    QAction *m_settingsAction = nullptr;
    QAction *m_helpAction = nullptr;
    QAction *m_operatorAction = nullptr;
    QAction *m_importPageAction = nullptr; ///< back to the import that runs, or to its report
    QStringList m_operators;
    QStringList m_unknownCodes; ///< of this session; each is told once
    QMenu *m_fileMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    EnvironmentBand *m_band = nullptr;
    Banner *m_news = nullptr;        ///< after a takeover: what is left of it
    Banner *m_clock = nullptr;       ///< until the clocks agree or it is put away
    Banner *m_unread = nullptr;      ///< why a refresh could not read
    Banner *m_dueSoon = nullptr;     ///< until it is put away on that day: what lapses within a week
    Banner *m_unfinished = nullptr;  ///< runs of the time before that wait for a person
    Banner *m_warning = nullptr;     ///< what came of a command and has to be read
    Banner *m_unknownCode = nullptr; ///< error codes that our table does not have
    Banner *m_damage = nullptr;      ///< altered evidence, a broken database file
    Banner *m_trouble = nullptr;     ///< as long as it lasts
    Banner *m_closing = nullptr;
    SideBar *m_sideBar = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_start = nullptr;
    OrderListPage *m_orderList = nullptr;
    OrderListPage *m_paymentList = nullptr;
    OrderListPage *m_lastList = nullptr;
    HistoryPage *m_history = nullptr;
    TodayPage *m_today = nullptr;
    BulkPage *m_bulk = nullptr;
    OrderWork *m_orderWork = nullptr;
    RunStatus *m_runStatus = nullptr;
    RunNotice *m_notice = nullptr;
    bool m_paymentsStarted = false;
    bool m_offersRuns = true; ///< until the runs of the time before are seen to
    /// The day on which what is due was put away: it comes again with the next.
    QDate m_dueSoonPutAwayOn;
    QDate m_day; ///< the gateway's, as last looked at
    QTimer m_dayTimer;
    std::optional<News> m_told; ///< what the banner of a takeover tells
    QPushButton *m_resumeWaiting = nullptr;
    QPushButton *m_showDueSoon = nullptr;
    QPushButton *m_showLapsed = nullptr;
    RunId m_waitingRun;                 ///< which the banner leads to
    std::optional<qint64> m_savedShown; ///< the saved search whose conditions are in sight
    ImportPage *m_import = nullptr;
    ConnectionStatus *m_status = nullptr;
    QPointer<OrderReading> m_refreshReading; ///< which payments the selected orders have
    QPointer<RefreshJob> m_refresh;
    QPointer<RestoreOffer> m_restore; ///< where the database file is broken
    Shop::Options m_options;          ///< of the shop that was asked for last
    bool m_practice = false;
    bool m_asksOperator = false;
    bool m_opensToday = false;
    bool m_mayClose = false;
};

} // namespace kessai
