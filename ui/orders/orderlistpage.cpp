#include "ui/orders/orderlistpage.h"

#include "ui/models/whendone.h"
#include "ui/orders/bulkbar.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/listfilterpanel.h"
#include "ui/orders/ordertable.h"
#include "ui/orders/pager.h"
#include "ui/orders/ticklistdialog.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

OrderListPage::OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings, QWidget *parent)
    : OrderListPage(source, counts, settings, ListLayout::orders(), parent)
{
}

OrderListPage::OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings,
                             const ListLayout &layout, QWidget *parent)
    : QWidget(parent)
    , m_layout(layout)
    , m_counts(counts)
    , m_source(source)
    , m_settings(settings)
    , m_tickCounts(source, m_ticks)
    , m_model(source)
    , m_panel(makePanel())
    , m_panelButton(makePanelButton())
    , m_progress(new ProgressLine(this))
    , m_result(new QLabel(this))
    , m_chips(new ChipBar(this))
    , m_columns(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_columnMenu(new QMenu(this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_table(new OrderTable(m_model, m_ticks, settings, layout, this))
    , m_empty(new EmptyState(this))
    , m_bulkBar(new BulkBar(layout.namePrefix, this))
{
    setObjectName(layout.kind == ListLayout::Kind::Payments ? u"paymentListPage"_s : u"orderListPage"_s);
    m_model.setTicks(m_ticks);
    buildColumnMenu();
    buildExportButton();
    buildLayout();
    connectParts();
    connectCopies();
    connectBulkBar();
}

OrderListPage::~OrderListPage()
{
    saveView();
    delete m_table; // it looks at the model and the ticks, which go before the children do
    delete m_pager;
}

void OrderListPage::connectParts()
{
    connect(m_panel, &ListFilterPanel::filterChanged, this, &OrderListPage::showFilter);
    connect(m_panel, &ListFilterPanel::wentDown, this, [this] { m_table->setFocus(); });
    connect(m_chips, &ChipBar::removed, this,
            [this](const QString &key) { showFilter(FilterConditions::without(m_model.filter(), key)); });
    connect(&m_counts, &CountsModel::changed, this, [this] { m_panel->setCounts(m_counts.counts()); });
    connect(&m_model, &OrderTableModel::searchingChanged, m_progress, &ProgressLine::setActive);
    connect(&m_model, &OrderTableModel::found, this, &OrderListPage::onFound);
    const auto tell = [this](const QString &message) {
        m_problem->setText(tr("一覧を読み込めませんでした。%1").arg(message));
        m_problem->show();
    };
    connect(&m_model, &OrderTableModel::failed, this, tell);
    connect(&m_tickCounts, &TickCounts::failed, this, [this](const QString &message) {
        m_problem->setText(tr("選択した受注を数えられませんでした。%1").arg(message));
        m_problem->show();
    });
    connect(m_table, &OrderTable::sortRequested, this,
            [this](const OrderSort &sort) { m_model.search(m_model.filter(), sort); });
    connect(m_table, &OrderTable::opened, this, &OrderListPage::open);
    connect(m_table, &OrderTable::statusClicked, this, &OrderListPage::showStatusMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &OrderListPage::showContextMenu);
    connect(m_table, &OrderTable::tickShownAsked, this, &OrderListPage::tickShown);
    connect(m_table, &OrderTable::tickAllAsked, this, &OrderListPage::tickAllMatching);
    connect(m_table, &OrderTable::untickAsked, this, &OrderListPage::clearTicks);
    connect(m_table, &OrderTable::undoTicksAsked, this, &OrderListPage::undoTicks);
    connect(m_pager, &Pager::rowsPerPageChosen, this,
            [this](int rows) { m_settings.setValue(m_layout.key(u"rowsPerPage"_s), rows); });
}

void OrderListPage::connectBulkBar()
{
    const auto show = [this] {
        m_bulkBar->showTicks(m_ticks.value(), m_tickCounts.summary(), m_tickCounts.known());
    };
    connect(&m_tickCounts, &TickCounts::changed, this, show);
    connect(m_bulkBar, &BulkBar::bulkAsked, this, [this](OperationKind kind) {
        emit bulkAsked(kind, m_ticks.value(), m_model.filter(), m_model.order());
    });
    connect(m_bulkBar, &BulkBar::refreshAsked, this,
            [this] { emit refreshAsked(m_ticks.value(), m_model.order()); });
    connect(m_bulkBar, &BulkBar::statusAsked, this,
            [this](OrderStatus status) { emit statusAsked(status, m_ticks.value(), m_model.order()); });
    connect(m_bulkBar, &BulkBar::clearAsked, this, [this] {
        clearTicks();
        m_table->setFocus(); // the bar that had it is gone
    });
}

void OrderListPage::addFirstStep(const QString &label, const QString &objectName,
                                 std::function<void()> action)
{
    m_firstSteps.append({label, objectName, std::move(action)});
}

void OrderListPage::saveView()
{
    if (!m_started) {
        return; // it has no conditions of its own yet
    }
    m_table->save();
    m_settings.setValue(m_layout.key(u"sortField"_s), m_model.order().field);
    m_settings.setValue(m_layout.key(u"sortDescending"_s), m_model.order().descending);
    m_settings.beginGroup(m_layout.key(u"filter"_s));
    FilterConditions::save(m_settings, m_model.filter());
    m_settings.endGroup();
}

void OrderListPage::start()
{
    m_settings.beginGroup(m_layout.key(u"filter"_s));
    const OrderFilter filter = m_layout.completed(FilterConditions::load(m_settings, m_source.now()));
    m_settings.endGroup();
    startWith(filter);
}

void OrderListPage::startWith(const OrderFilter &filter)
{
    m_started = true;
    OrderSort sort = m_layout.sort;
    sort.field = m_settings.value(m_layout.key(u"sortField"_s), sort.field).toString();
    sort.descending = m_settings.value(m_layout.key(u"sortDescending"_s), sort.descending).toBool();
    m_pager->setRowsPerPage(m_settings.value(m_layout.key(u"rowsPerPage"_s), 0).toInt());
    m_panel->setFilter(filter);
    if (m_counts.known()) {
        m_panel->setCounts(m_counts.counts());
    }
    m_model.search(filter, sort);
    m_counts.refresh();
}

void OrderListPage::showFilter(const OrderFilter &filter)
{
    const OrderFilter completed = m_layout.completed(askedAt(filter, m_source.now()));
    m_problem->hide();
    if (!m_started) {
        startWith(completed);
    } else {
        m_panel->setFilter(completed);
        m_model.search(completed, m_model.order());
    }
    emit filterShown(completed);
}

void OrderListPage::followDay()
{
    if (m_started) {
        m_model.reload();
    }
}

void OrderListPage::onFound(int count)
{
    m_tickCounts.setShown(m_model.filter());
    m_table->showOrder(m_model.order());
    m_result->setText(tr("検索結果：%1件が該当しました").arg(Formats::count(count)));
    QList<ChipBar::Chip> chips;
    for (const auto &condition : FilterConditions::of(m_model.filter())) {
        chips.append({condition.key, condition.text});
    }
    m_chips->setChips(chips);
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    if (count == 0 && chips.isEmpty()) {
        showNoOrders();
    } else if (count == 0) {
        showNothingFound();
    }
}

void OrderListPage::tickShown()
{
    if (m_model.rowsPerPage() == 0) {
        tickAllMatching();
    } else {
        m_ticks.setTicked(m_model.shownIds(), true);
    }
}

void OrderListPage::tickAllMatching()
{
    if (!m_model.isSearching() && !m_model.matchingIds().isEmpty()) { // else it would mean rows not in sight
        m_ticks.tickEverything(m_model.filter(), m_model.matchingIds());
    }
}

void OrderListPage::openTickList()
{
    auto *dialog = new TickListDialog(m_source, this);
    connect(dialog, &TickListDialog::chosen, this,
            [this](const QList<OrderId> &orders) { m_ticks.setTicked(orders, true); });
    dialog->open();
}

void OrderListPage::focusSearch()
{
    if (m_panelButton && !m_panel->isVisibleTo(this)) {
        m_panelButton->click(); // it was put away
    }
    m_panel->focusSearch();
}

void OrderListPage::openSelected()
{
    open(m_table->currentIndex());
}

void OrderListPage::open(const QModelIndex &index)
{
    if (m_openOrder && index.isValid()) {
        m_openOrder(m_model.idAt(index.row()));
    }
}

void OrderListPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_model.isSearching()) {
        m_model.stop();
        m_result->setText(tr("検索を中止しました"));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
