#include "ui/orders/orderlistpage.h"

#include "ui/models/whendone.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/orderfilterpanel.h"
#include "ui/orders/ordertable.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

OrderListPage::OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_counts(counts)
    , m_source(source)
    , m_settings(settings)
    , m_model(source)
    , m_panel(new OrderFilterPanel(this))
    , m_progress(new ProgressLine(this))
    , m_result(new QLabel(this))
    , m_chips(new ChipBar(this))
    , m_columns(new QToolButton(this))
    , m_columnMenu(new QMenu(this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_table(new OrderTable(m_model, settings, this))
    , m_empty(new EmptyState(this))
    , m_stack(nullptr)
{
    setObjectName(u"orderListPage"_s);
    buildColumnMenu();
    buildLayout();
    connect(m_panel, &OrderFilterPanel::filterChanged, this, &OrderListPage::showFilter);
    connect(m_panel, &OrderFilterPanel::wentDown, this, [this] { m_table->setFocus(); });
    connect(m_chips, &ChipBar::removed, this,
            [this](const QString &key) { showFilter(FilterConditions::without(m_model.filter(), key)); });
    connect(&counts, &CountsModel::changed, this, [this] { m_panel->setCounts(m_counts.counts()); });
    connect(&m_model, &OrderTableModel::searchingChanged, m_progress, &ProgressLine::setActive);
    connect(&m_model, &OrderTableModel::found, this, &OrderListPage::onFound);
    connect(&m_model, &OrderTableModel::failed, this, [this](const QString &message) {
        m_problem->setText(tr("一覧を読み込めませんでした。%1").arg(message));
        m_problem->show();
    });
    connect(m_table, &OrderTable::sortRequested, this,
            [this](const OrderSort &sort) { m_model.search(m_model.filter(), sort); });
    connect(m_table, &OrderTable::opened, this, &OrderListPage::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, &OrderListPage::showContextMenu);
}

OrderListPage::~OrderListPage()
{
    saveView();
}

void OrderListPage::buildColumnMenu()
{
    m_columns->setObjectName(u"columnsButton"_s);
    m_columns->setText(tr("表示列") + u" ▾"_s);
    m_columns->setAccessibleName(tr("表示列"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setProperty("menuButton", true);
    m_columns->setMenu(m_columnMenu);
    connect(m_columnMenu, &QMenu::aboutToShow, this, [this] {
        m_columnMenu->clear();
        m_table->fillColumnMenu(*m_columnMenu);
    });
}

void OrderListPage::buildLayout()
{
    m_result->setObjectName(u"resultLabel"_s);
    QFont bold = m_result->font();
    bold.setBold(true);
    m_result->setFont(bold);
    m_result->setTextFormat(Qt::PlainText);
    auto *resultRow = new QHBoxLayout;
    resultRow->setSpacing(16);
    resultRow->addWidget(m_result);
    resultRow->addWidget(m_chips, 1);
    resultRow->addWidget(m_columns);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 14, 16, 8);
    head->setSpacing(10);
    head->addWidget(m_panel);
    head->addLayout(resultRow);
    m_problem->setClosable(true);
    m_problem->hide();
    auto *body = new QWidget(this);
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(body, 1);
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
    m_settings.setValue(u"list/sortField"_s, m_model.order().field);
    m_settings.setValue(u"list/sortDescending"_s, m_model.order().descending);
    m_settings.beginGroup(u"list/filter"_s);
    FilterConditions::save(m_settings, m_model.filter());
    m_settings.endGroup();
}

void OrderListPage::start()
{
    m_started = true;
    OrderSort sort;
    sort.field = m_settings.value(u"list/sortField"_s, sort.field).toString();
    sort.descending = m_settings.value(u"list/sortDescending"_s, sort.descending).toBool();
    m_settings.beginGroup(u"list/filter"_s);
    const OrderFilter filter = FilterConditions::load(m_settings);
    m_settings.endGroup();
    m_panel->setFilter(filter);
    m_model.search(filter, sort);
    m_counts.refresh();
}

void OrderListPage::showFilter(const OrderFilter &filter)
{
    m_panel->setFilter(filter);
    m_problem->hide();
    m_model.search(filter, m_model.order());
    emit filterShown(filter);
}

void OrderListPage::onFound(int count)
{
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

void OrderListPage::showNoOrders()
{
    m_empty->setMessage(u"document-import"_s, tr("受注はまだありません"),
                        tr("ショップの受注CSVを取り込むと、ここに表示されます。"));
    m_empty->clearButtons();
    bool primary = true;
    for (const FirstStep &step : m_firstSteps) {
        m_empty->addButton(step.label, step.objectName, std::exchange(primary, false), step.action);
    }
}

/// Says which condition hides how many, and offers to take it away.
void OrderListPage::showNothingFound()
{
    const auto conditions = FilterConditions::of(m_model.filter());
    m_empty->setMessage(u"edit-find"_s, tr("この条件に合う受注はありません"), {});
    m_empty->clearButtons();
    m_empty->addButton(tr("すべての条件を外す"), u"clearConditions"_s, true, [this] { showFilter({}); });
    QList<OrderFilter> without;
    for (const auto &condition : conditions) {
        without.append(FilterConditions::without(m_model.filter(), condition.key));
    }
    const auto done = [this, conditions,
                       asked = m_model.filter()](const StorageResult<QList<qint64>> &counts) {
        if (!counts || counts->size() != conditions.size() || asked != m_model.filter()) {
            return;
        }
        QStringList lines;
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            if (counts->at(i) > 0) {
                lines.append(tr("「%1」を外すと%2件あります。")
                                 .arg(conditions.at(i).text, Formats::count(counts->at(i))));
            }
        }
        m_empty->setMessage(u"edit-find"_s, tr("この条件に合う受注はありません"), lines.join(u'\n'));
    };
    whenDone(m_source.countEach(without), this, done);
}

void OrderListPage::focusSearch()
{
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

void OrderListPage::showContextMenu(const QPoint &place)
{
    const QModelIndex index = m_table->indexAt(place);
    const auto order = m_model.summaryAt(index.row());
    if (!index.isValid() || !order) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_openOrder) {
        menu->addAction(tr("受注情報を開く"), this,
                        [this, index = QPersistentModelIndex(index)] { open(index); });
        menu->addSeparator();
    }
    const auto offerCopy = [menu](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            menu->addAction(label, menu, [value] { QGuiApplication::clipboard()->setText(value); });
        }
    };
    offerCopy(tr("注文番号をコピー"), order->orderNumber);
    offerCopy(tr("お名前をコピー"), order->customerName);
    offerCopy(tr("決済オーダーIDをコピー"), order->gatewayOrderId);
    offerCopy(tr("お問い合わせ番号をコピー"), order->trackingNumber);
    menu->addAction(tr("選んだ行をコピー"), m_table, &OrderTable::copySelected);
    menu->popup(m_table->viewport()->mapToGlobal(place));
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
