#include "ui/history/historypage.h"

#include "core/base/japantime.h"
#include "ui/help/inquirydialog.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historytables.h"
#include "ui/history/reportprint.h"
#include "ui/history/reportview.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/stylesheet.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString TabKey = u"history/tab"_s;

} // namespace

HistoryPage::HistoryPage(ShopSession &session, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_tabs(new QTabBar(this))
    , m_filters(new HistoryFilterBar(this))
    , m_columns(new QToolButton(this))
    , m_columnMenu(new QMenu(m_columns))
    , m_export(new QPushButton(tr("書き出し…"), this))
    , m_print(new QPushButton(tr("印刷…"), this))
    , m_result(new QLabel(this))
    , m_note(new QLabel(this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_progress(new ProgressLine(this))
    , m_empty(new EmptyState(this))
    , m_details(new RowDetails(u"historyDetails"_s, this))
{
    setObjectName(u"historyPage"_s);
    buildTools();
    buildLists();
    buildLayout();
    m_tabs->setCurrentIndex(qBound(0, m_settings.value(TabKey, 0).toInt(), int(TabCount) - 1));
    chooseTab();
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        chooseTab();
        read(false);
    });
    connect(m_filters, &HistoryFilterBar::changed, this, [this] { read(false); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive()) {
            m_soon.start();
        }
    };
    connect(&session, &ShopSession::paymentChanged, this, soon);
    connect(&session, &ShopSession::runChanged, this, soon);
    connect(&session, &ShopSession::opened, this, soon);
}

void HistoryPage::buildTools()
{
    m_tabs->setObjectName(u"historyTabs"_s);
    m_tabs->setAccessibleName(tr("履歴の種類"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("一括処理"));
    m_tabs->addTab(tr("操作"));
    m_tabs->addTab(tr("日計"));
    m_columns->setObjectName(u"historyColumnsButton"_s);
    m_columns->setText(tr("表示列") + u" ▾"_s);
    m_columns->setAccessibleName(tr("表示列"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setProperty("menuButton", true);
    m_columns->setMenu(m_columnMenu);
    connect(m_columnMenu, &QMenu::aboutToShow, this, [this] {
        m_columnMenu->clear();
        list().view->fillColumnMenu(*m_columnMenu);
    });
    m_export->setObjectName(u"exportButton"_s);
    m_print->setObjectName(u"printButton"_s);
    connect(m_export, &QPushButton::clicked, this, &HistoryPage::exportTable);
    connect(m_print, &QPushButton::clicked, this, &HistoryPage::printTable);
}

void HistoryPage::buildLists()
{
    const HistoryFilter nothing;
    addList(Runs, u"runs"_s, tr("一括処理の履歴"), RunsTable(nothing).columns());
    addList(Operations, u"operations"_s, tr("操作の履歴"), OperationsTable(nothing).columns());
    addList(DayTotals, u"dayTotals"_s, tr("日計"), DayTotalsTable(nothing).columns());
}

void HistoryPage::addList(Tab tab, const QString &name, const QString &title,
                          const QList<ReportColumn> &columns)
{
    auto *model = new ReportModel(m_session, "history " + name.toLatin1(), columns, this);
    auto *view = new ReportView(*model, m_session, m_settings, name, title, this);
    m_lists.at(std::size_t(tab)) = {model, view};
    connect(model, &ReportModel::opened, this, [this, tab](int count) { onOpened(tab, count); });
    connect(model, &ReportModel::failed, this, &HistoryPage::showFailure);
    connect(model, &ReportModel::openingChanged, m_progress, &ProgressLine::setActive);
    m_details->follow(*view);
    connect(view, &ReportView::opened, this, &HistoryPage::openRow);
    connect(view, &ReportView::contextMenuAsked, this, &HistoryPage::showContextMenu);
    connect(view, &ReportView::failed, this, &HistoryPage::showFailure);
    connect(view, &ReportView::copied, this,
            [this](int rows) { m_result->setText(tr("%1行をコピーしました").arg(Formats::count(rows))); });
}

void HistoryPage::buildLayout()
{
    m_result->setObjectName(u"historyResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    QFont bold = m_result->font();
    bold.setBold(true);
    m_result->setFont(bold);
    m_note->setObjectName(u"historyNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    setTone(*m_note, Tone::Quiet);
    m_problem->setObjectName(u"historyProblem"_s);
    m_problem->setClosable(true);
    m_problem->hide();
    m_result->setWordWrap(true);
    m_note->setWordWrap(true);
    auto *answer = new QVBoxLayout;
    answer->setSpacing(2);
    answer->addWidget(m_result);
    answer->addWidget(m_note);
    auto *results = new QHBoxLayout;
    results->setSpacing(16);
    results->addLayout(answer, 1);
    results->addWidget(m_columns);
    results->addWidget(m_export);
    results->addWidget(m_print);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 6, 16, 8);
    head->setSpacing(10);
    head->addWidget(m_tabs, 0, Qt::AlignLeft);
    head->addWidget(m_filters);
    head->addLayout(results);
    auto *body = new QWidget(this);
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_stack = new QStackedLayout(body);
    for (const List &list : m_lists) {
        m_stack->addWidget(list.view);
    }
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(body, 1);
    column->addWidget(m_details);
    connect(m_stack, &QStackedLayout::currentChanged, this, &HistoryPage::showDetails);
}

/// Sums of days stand in their columns; there is no more to say of them.
void HistoryPage::showDetails()
{
    const bool rows = m_stack->currentWidget() != m_empty && tab() != DayTotals;
    m_details->setVisible(rows);
    if (rows) {
        m_details->showRowOf(*list().view);
    }
}

HistoryPage::Tab HistoryPage::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void HistoryPage::chooseTab()
{
    using States = HistoryFilterBar::States;
    m_filters->setStates(tab() == Runs         ? States::OfRuns
                         : tab() == Operations ? States::OfOperations
                                               : States::None);
    m_note->setText(tab() == DayTotals ? DayTotalsTable::explanation() : QString());
    m_note->setVisible(tab() == DayTotals);
    m_result->clear();
    m_export->setEnabled(false);
    m_print->setEnabled(false);
    m_stack->setCurrentWidget(list().view);
}

std::shared_ptr<ReportTable> HistoryPage::tableOf(Tab tab, const HistoryFilter &filter)
{
    switch (tab) {
    case Runs:
        return std::make_shared<RunsTable>(filter);
    case Operations:
        return std::make_shared<OperationsTable>(filter);
    case DayTotals:
    case TabCount:
        break;
    }
    return std::make_shared<DayTotalsTable>(filter);
}

ReportTableFactory HistoryPage::tableFactory() const
{
    return [tab = tab(), filter = m_filters->filter()] { return tableOf(tab, filter); };
}

void HistoryPage::read(bool sameRows)
{
    if (m_session.state() != ShopSession::State::Open) {
        return;
    }
    list().model->show(tableOf(tab(), m_filters->filter()), sameRows);
    readOperators();
}

void HistoryPage::readOperators()
{
    const auto read = [](Database &database) { return OperationHistory(database).operatorNames(); };
    whenDone(m_session.onReader("history operators", read), this,
             [this](const StorageResult<QStringList> &names) {
                 if (names) {
                     m_filters->setOperatorNames(*names);
                     const bool known = std::exchange(m_anything, !names->isEmpty()) == m_anything;
                     if (!known && m_stack->currentWidget() == m_empty) {
                         showEmpty();
                     }
                 }
             });
}

void HistoryPage::onOpened(Tab opened, int count)
{
    if (opened != tab()) {
        return;
    }
    m_problem->hide();
    m_result->setText(list().model->table()->headline());
    m_export->setEnabled(count > 0);
    m_print->setEnabled(count > 0);
    if (count > 0) {
        m_stack->setCurrentWidget(list().view);
    } else {
        showEmpty();
    }
}

void HistoryPage::showEmpty()
{
    m_empty->clearButtons();
    if (m_anything && m_filters->hasConditions()) {
        m_empty->setMessage(u"edit-find"_s, tr("この条件に合う履歴はありません"),
                            tr("期間を広げるか、担当者・種類・状態の条件を外してください。"));
        m_empty->addButton(tr("すべての条件を外す"), u"clearHistoryConditions"_s, true,
                           [this] { m_filters->clear(); });
    } else if (tab() == Runs) {
        m_empty->setMessage(u"view-history"_s, tr("一括処理はまだありません"),
                            tr("決済状況一覧で決済にチェックを入れ、一括売上や状態一括確認を実行すると、その"
                               "記録がここに残ります。"));
    } else {
        m_empty->setMessage(u"view-history"_s, tr("操作はまだありません"),
                            tr("売上確定や取消などを実行すると、その記録がここに残ります。"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void HistoryPage::showFailure(const QString &message)
{
    m_problem->setText(tr("履歴を読み取れません。%1").arg(message));
    m_problem->show();
}

void HistoryPage::openRow(const ReportRow &row)
{
    if (tab() == Runs && row.run) {
        emit runChosen(*row.run);
    } else if (row.order) {
        emit orderChosen(*row.order);
    }
}

void HistoryPage::showContextMenu(const ReportRow &row, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row.order) {
        menu->addAction(tr("受注情報を開く"), this, [this, order = *row.order] { emit orderChosen(order); });
    }
    if (row.run) {
        menu->addAction(tr("一括処理の報告を開く"), this, [this, run = *row.run] { emit runChosen(run); });
    }
    if (row.order && row.failedOperation) {
        QAction *ask = menu->addAction(tr("GMOに問い合わせる"), this,
                                       [this, about = InquiryAbout{*row.order, row.failedOperation}] {
                                           askGateway(m_session, about, this);
                                       });
        ask->setObjectName(u"askGatewayAction"_s);
    }
    if (!menu->isEmpty()) {
        menu->addSeparator();
    }
    QAction *copy = menu->addAction(tr("選んだ行をコピー"), list().view, &ReportView::copySelected);
    copy->setShortcut(QKeySequence::Copy);
    menu->popup(place);
}

void HistoryPage::exportTable()
{
    const QString title = m_tabs->tabText(m_tabs->currentIndex());
    const QString day = japantime::fromInstant(QDateTime::currentDateTimeUtc()).toString(u"yyyyMMdd-HHmm"_s);
    auto *dialog = new ExportDialog(
        m_session, tableFactory(),
        tr("表示中の条件に合う「%1」の履歴を、隠れている列も含めてすべて書き出します。").arg(title),
        tr("履歴-%1-%2").arg(title, day), this);
    dialog->open();
}

void HistoryPage::printTable()
{
    auto *print = new ReportPrint(m_session, tableFactory()(), this);
    print->start();
}

void HistoryPage::showDay(const QDate &day)
{
    m_tabs->setCurrentIndex(Operations);
    m_filters->showDay(day);
}

void HistoryPage::saveView()
{
    m_settings.setValue(TabKey, m_tabs->currentIndex());
    for (const List &list : m_lists) {
        list.view->save();
    }
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void HistoryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && list().model->isOpening()) {
        list().model->stop();
        m_result->setText(tr("読み取りを中止しました"));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
