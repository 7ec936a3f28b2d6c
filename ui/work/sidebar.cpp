#include "ui/work/sidebar.h"

#include "ui/text/formats.h"
#include "ui/widgets/colours.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

enum ItemRole { KindRole = Qt::UserRole, CountRole };

constexpr int RowPx = 32;
constexpr int MarginPx = 16;

bool isUrgent(OrderView::Kind kind)
{
    return kind == OrderView::Kind::Conflict || kind == OrderView::Kind::Ambiguous ||
           kind == OrderView::Kind::DueSoon || kind == OrderView::Kind::CancelledWithOpenPayment ||
           kind == OrderView::Kind::InDoubt;
}

/// Title at the left, count at the right; the chosen one has a bar of the accent colour.
class SideBarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.horizontalAdvance(u'あ') * 12,
                qMax(RowPx, option.fontMetrics.height() + 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        painter->save();
        const bool chosen = option.state & QStyle::State_Selected;
        const QColor ground = option.palette.color(chosen ? QPalette::Highlight : QPalette::Window);
        painter->fillRect(option.rect, ground);
        const QColor accent = colourOf(Meaning::Accent, option.palette);
        if (chosen) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), accent);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(accent);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        paintTexts(*painter, option, index, ground);
        painter->restore();
    }

private:
    static void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QColor &ground)
    {
        const QVariant kind = index.data(KindRole);
        const bool heading = !kind.isValid();
        const qint64 count = index.data(CountRole).toLongLong();
        QFont font = option.font;
        font.setBold(!heading && option.state & QStyle::State_Selected);
        painter.setFont(font);
        const QRect place = option.rect.adjusted(MarginPx, 0, -MarginPx, 0);
        const QString number = heading || index.data(CountRole).isNull() ? QString() : Formats::count(count);
        const int numberWidth = QFontMetrics(font).horizontalAdvance(number);
        const QColor quiet = quietText(option.palette);
        QColor numberColour = quiet;
        if (!heading && count > 0 && isUrgent(OrderView::Kind(kind.toInt()))) {
            numberColour = colourOf(Meaning::NeedsPerson, option.palette);
        }
        painter.setPen(readableOn(numberColour, ground));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, number);
        painter.setPen(readableOn(heading ? quiet : option.palette.color(QPalette::Text), ground));
        const QRect textPlace = place.adjusted(0, 0, -numberWidth - 8, 0);
        painter.drawText(textPlace, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(font).elidedText(option.text, Qt::ElideRight, textPlace.width()));
    }
};

} // namespace

SideBar::SideBar(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("受注管理の画面と一覧"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SideBarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setAutoFillBackground(false);
    auto *heading = new QListWidgetItem(tr("受注管理"), this);
    heading->setFlags(Qt::NoItemFlags);
    for (const OrderView::Kind kind : OrderView::all()) {
        auto *item = new QListWidgetItem(OrderView::shortTitleOf(kind), this);
        item->setData(KindRole, int(kind));
        item->setToolTip(OrderView::explanationOf(kind));
    }
    connect(this, &QListWidget::itemClicked, this, &SideBar::choose);
    connect(this, &QListWidget::itemActivated, this, &SideBar::choose);
}

QSize SideBar::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'あ') * 13 + 2 * MarginPx, 400};
}

void SideBar::choose(const QListWidgetItem *item)
{
    const QVariant kind = item->data(KindRole);
    if (kind.isValid()) {
        emit viewChosen(OrderView::Kind(kind.toInt()));
    }
}

void SideBar::setCounts(const ListCounts &counts)
{
    for (int row = 0; row < count(); ++row) {
        const QVariant kind = item(row)->data(KindRole);
        if (kind.isValid()) {
            const qint64 number = OrderView::countOf(OrderView::Kind(kind.toInt()), counts);
            item(row)->setData(CountRole, number);
            item(row)->setData(Qt::AccessibleTextRole,
                               tr("%1 %2件").arg(item(row)->text(), Formats::count(number)));
        }
    }
}

void SideBar::mark(OrderView::Kind kind)
{
    for (int row = 0; row < count(); ++row) {
        const QVariant here = item(row)->data(KindRole);
        if (here.isValid() && here.toInt() == int(kind)) {
            setCurrentRow(row);
        }
    }
}

} // namespace kessai
