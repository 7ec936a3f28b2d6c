#include "ui/orders/orderfilterpanel.h"

#include "ui/models/badge.h"
#include "ui/orders/detailfilter.h"
#include "ui/orders/filterconditions.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString shownKey = u"list/detailShown"_s;
constexpr int MarkPx = 11;

/// The badge's mark in the shop's colour (S25), as the rows have it.
QIcon markOf(OrderStatus status, const QPalette &palette, qreal pixelRatio)
{
    const Badge badge = badgeOf(status);
    const QColor ground = palette.color(QPalette::Window);
    QPixmap picture(QSize(MarkPx, MarkPx) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintMark(painter, QRectF(0, 0, MarkPx, MarkPx), badge.meaning, readableOn(badge.colour, ground), ground);
    return QIcon(picture);
}

} // namespace

OrderFilterPanel::OrderFilterPanel(QSettings &settings, QWidget *parent)
    : ListFilterPanel(parent), m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QHBoxLayout *searchRow = makeSearchRow({}, tr("注文番号・お名前・会社名・メールアドレス・電話番号"));
    searchRow->insertWidget(1, makeHelpButton(u"searchHelp"_s, tr("検索"), searchHelp()));
    column->addLayout(searchRow);
    buildStatusRow(*column);
    buildDetail(*searchRow, *column);
}

void OrderFilterPanel::buildStatusRow(QVBoxLayout &column)
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(14, 4);
    row->setLayout(flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    auto *title = new QLabel(tr("対応状況"), row);
    const QString help =
        tr("受注管理での状況です。どれも選ばないと、購入処理中と決済処理中を除くすべてを表示します。");
    title->setToolTip(help);
    const int height = QCheckBox(row).sizeHint().height();
    title->setMinimumHeight(height);
    QToolButton *helpButton = makeHelpButton(u"orderStatusHelp"_s, title->text(), help);
    helpButton->setFixedHeight(height);
    auto *heading = new QWidget(row);
    auto *together = new QHBoxLayout(heading);
    together->setContentsMargins(0, 0, 0, 0);
    together->setSpacing(2);
    together->addWidget(title);
    together->addWidget(helpButton);
    flow->addWidget(heading);
    for (const OrderStatus status : allOrderStatuses()) {
        auto *box = new QCheckBox(Words::of(status), row);
        box->setObjectName(u"orderStatus_%1"_s.arg(int(status)));
        box->setIconSize(QSize(MarkPx, MarkPx));
        flow->addWidget(box);
        m_statuses.append({status, box});
        connect(box, &QCheckBox::toggled, this, &OrderFilterPanel::changedSoon);
    }
    showMarks();
    column.addWidget(row);
}

void OrderFilterPanel::showMarks()
{
    for (const auto &[status, box] : m_statuses) {
        box->setIcon(markOf(status, palette(), devicePixelRatioF()));
    }
}

void OrderFilterPanel::buildDetail(QHBoxLayout &searchRow, QVBoxLayout &column)
{
    m_detailButton = new QToolButton(this);
    m_detailButton->setObjectName(u"detailButton"_s);
    m_detailButton->setProperty("menuButton", true);
    m_detailButton->setFocusPolicy(Qt::StrongFocus);
    searchRow.addWidget(m_detailButton);
    m_detail = new DetailFilter(this);
    m_detail->setVisible(m_settings.value(shownKey, false).toBool());
    column.addWidget(m_detail);
    showDetailButton();
    connect(m_detailButton, &QToolButton::clicked, this, [this] {
        const bool opening = !isDetailShown();
        setDetailShown(opening);
        if (opening) {
            m_detail->focusFirst();
        }
    });
    auto *keys =
        new QShortcut(QKeySequence(u"Ctrl+Shift+F"_s), this); // a button forgets its own with its text
    connect(keys, &QShortcut::activated, m_detailButton, [this] { m_detailButton->click(); });
    connect(m_detail, &DetailFilter::changed, this, &OrderFilterPanel::changedSoon);
    connect(m_detail, &DetailFilter::entered, this, &OrderFilterPanel::changedNow);
}

bool OrderFilterPanel::isDetailShown() const
{
    return m_detail->isVisibleTo(this);
}

void OrderFilterPanel::setDetailShown(bool shown)
{
    m_detail->setVisible(shown);
    m_settings.setValue(shownKey, shown);
    showDetailButton();
}

/// What is asked for there can be told with it closed too.
void OrderFilterPanel::showDetailButton()
{
    const bool shown = isDetailShown();
    const OrderFilter asked = m_detail->fits() ? m_detail->appliedTo({}) : OrderFilter{};
    const qsizetype count = FilterConditions::of(asked).size();
    const QString title = count > 0 ? tr("詳細検索（%1）").arg(count) : tr("詳細検索");
    m_detailButton->setText(title + (shown ? u" ▴"_s : u" ▾"_s));
    m_detailButton->setAccessibleName(shown ? tr("%1を閉じる").arg(title) : tr("%1を開く").arg(title));
    m_detailButton->setToolTip(
        tr("注文者、番号、日付、金額、商品などの項目ごとに探します（Ctrl+Shift+F）。"));
}

OrderFilter OrderFilterPanel::filter() const
{
    OrderFilter filter = m_detail->appliedTo(m_rest);
    filter.query = searchText();
    filter.orderStatuses.clear();
    for (const auto &[status, box] : m_statuses) {
        if (box->isChecked()) {
            filter.orderStatuses.append(status);
        }
    }
    return filter;
}

void OrderFilterPanel::setFilter(const OrderFilter &filter)
{
    m_rest = filter;
    setSearchText(filter.query);
    for (const auto &[status, box] : m_statuses) {
        const QSignalBlocker quiet(box);
        box->setChecked(filter.orderStatuses.contains(status));
    }
    m_detail->setFilter(filter);
    showDetailButton();
    forgetChange();
}

void OrderFilterPanel::setCounts(const ListCounts &counts)
{
    for (const auto &[status, box] : m_statuses) {
        if (showsCount(status)) {
            const QString count = Formats::count(counts.counts.byOrderStatus.value(status));
            box->setText(u"%1(%2)"_s.arg(Words::of(status), count));
        }
    }
    m_detail->setCounts(counts);
}

bool OrderFilterPanel::fits() const
{
    return m_detail->fits();
}

void OrderFilterPanel::tellProblems()
{
    setDetailShown(true);
    m_detail->tellProblems();
}

void OrderFilterPanel::changeEvent(QEvent *event)
{
    ListFilterPanel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showMarks();
    }
}

} // namespace kessai
