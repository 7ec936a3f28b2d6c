// OrderListPage: how its parts stand, and what stands where there are no rows.
#include "ui/models/whendone.h"
#include "ui/orders/bulkbar.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/orderfilterpanel.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/orders/pager.h"
#include "ui/orders/paymentfilterpanel.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

ListFilterPanel *OrderListPage::makePanel()
{
    if (m_layout.kind == ListLayout::Kind::Payments) {
        return new PaymentFilterPanel(m_settings, this);
    }
    return new OrderFilterPanel(m_settings, this);
}

void OrderListPage::buildColumnMenu()
{
    m_columns->setObjectName(m_layout.name(u"columnsButton"_s));
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

void OrderListPage::buildExportButton()
{
    m_export->setObjectName(m_layout.name(u"exportListButton"_s));
    m_export->setText(tr("書き出し…"));
    m_export->setAccessibleName(tr("書き出し"));
    m_export->setToolTip(tr("検索結果か選択した受注を、CSV・Excel・受注CSVのファイルに書き出します。"));
    m_export->setProperty("menuButton", true); // looks like the one beside it
    m_export->setFocusPolicy(Qt::StrongFocus);
    connect(m_export, &QToolButton::clicked, this, &OrderListPage::askExport);
}

/// Conditions above in 受注一覧, at the left in 決済状況一覧. The commands have the whole width.
void OrderListPage::buildLayout()
{
    m_result->setObjectName(m_layout.name(u"resultLabel"_s));
    QFont bold = m_result->font();
    bold.setBold(true);
    m_result->setFont(bold);
    m_result->setTextFormat(Qt::PlainText);
    auto *resultRow = new QHBoxLayout;
    resultRow->setSpacing(12);
    const bool atTheLeft = m_layout.kind == ListLayout::Kind::Payments;
    if (m_panelButton) {
        resultRow->addWidget(m_panelButton);
    }
    resultRow->addWidget(m_result);
    resultRow->addWidget(m_chips, 1);
    resultRow->addWidget(m_columns);
    resultRow->addWidget(m_export);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 14, 16, 8);
    head->setSpacing(10);
    if (!atTheLeft) {
        head->addWidget(m_panel);
    }
    head->addLayout(resultRow);
    m_problem->setObjectName(m_layout.name(u"listProblem"_s));
    m_problem->setClosable(true);
    m_problem->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(buildBody(), 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    if (atTheLeft) {
        row->addWidget(m_panel);
    }
    row->addLayout(column, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addLayout(row, 1);
    page->addWidget(m_bulkBar);
    page->addLayout(buildFoot());
}

QWidget *OrderListPage::buildBody()
{
    auto *body = new QWidget(this);
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    return body;
}

QToolButton *OrderListPage::addFootButton(const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_layout.name(name));
    button->setAutoRaise(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// Puts the column of conditions away, for more room for the rows.
QToolButton *OrderListPage::makePanelButton()
{
    if (m_layout.kind != ListLayout::Kind::Payments) {
        return nullptr;
    }
    QToolButton *button =
        addFootButton({}, u"panelButton"_s, tr("左の絞り込みの条件を表示するか、隠します。"));
    const auto show = [this, button](bool shown) {
        m_panel->setVisible(shown);
        button->setText(shown ? tr("◀ 条件を隠す") : tr("▶ 条件を表示"));
        button->setAccessibleName(shown ? tr("絞り込みの条件を隠す") : tr("絞り込みの条件を表示する"));
    };
    show(m_settings.value(m_layout.key(u"panelShown"_s), true).toBool());
    connect(button, &QToolButton::clicked, this, [this, show] {
        const bool shown = !m_panel->isVisibleTo(this);
        m_settings.setValue(m_layout.key(u"panelShown"_s), shown);
        show(shown);
    });
    return button;
}

QLayout *OrderListPage::buildFoot()
{
    auto *list =
        addFootButton(tr("番号の一覧から選択…"), u"tickListButton"_s,
                      tr("注文番号か決済オーダーIDの一覧を貼り付けるか、ファイルを選んで選択します。"));
    auto *save = addFootButton(tr("今の条件を保存…"), u"saveSearchButton"_s,
                               tr("今の条件に名前を付けて、左の「保存した検索」に加えます。"));
    connect(list, &QToolButton::clicked, this, &OrderListPage::openTickList);
    connect(save, &QToolButton::clicked, this, [this] { emit saveSearchAsked(m_model.filter()); });
    m_pager = new Pager(m_model, m_layout.namePrefix, this);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 16, 4);
    foot->setSpacing(8);
    foot->addWidget(list);
    foot->addWidget(save);
    foot->addStretch();
    foot->addWidget(m_pager);
    return foot;
}

void OrderListPage::showNoOrders()
{
    if (m_layout.kind == ListLayout::Kind::Payments) {
        m_empty->setMessage(u"document-import"_s, tr("GMO決済の受注はまだありません"),
                            tr("GMOの支払方法の受注を取り込むと、ここに決済の状況を表示します。"));
    } else {
        m_empty->setMessage(u"document-import"_s, tr("受注はまだありません"),
                            tr("ショップの受注CSVを取り込むと、ここに表示されます。"));
    }
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
    m_empty->addButton(tr("すべての条件を外す"), m_layout.name(u"clearConditions"_s), true,
                       [this] { showFilter({}); });
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

} // namespace kessai
