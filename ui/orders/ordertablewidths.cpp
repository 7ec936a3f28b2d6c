// OrderTable: how wide a column is before anybody has dragged it, from the font and what stands in it.
#include "ui/orders/ordertable.h"
#include "ui/text/words.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/twolinedelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QStyleOptionHeader>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

/// What is seen most in each column, and never cut: before anybody has dragged it, the column has this width.
/// The shop's own words are Japanese in every language.
QString typicalText(Column column, bool twoLines)
{
    switch (column) {
    case Column::Orderer:
        return u"88888  佐々木 花子"_s;
    case Column::Number:
        return u"88888888"_s;
    case Column::Customer:
        return u"勅使河原 由美子"_s;
    case Column::Recipient:
        return u"佐々木 花子"_s;
    case Column::OrderedAt:
        return u"8888/88/88 88:88"_s;
    case Column::OrderedAtSecond:
        return twoLines ? u"8888/88/88"_s : u"8888/88/88 88:88:88"_s;
    case Column::Method:
        return u"GMOクレジット決済"_s;
    case Column::Amount:
    case Column::GatewayAmount:
        return u"¥8,888,888"_s;
    case Column::Difference:
        return u"-¥88,888"_s;
    case Column::PaidAt:
    case Column::Deadline:
        return u"8888/88/88"_s;
    case Column::Shipped:
    case Column::Tracking:
        return u"0000-0000-0000"_s;
    case Column::GatewayOrderId:
        return u"88888888-8888888888888888"_s;
    case Column::LastOperation:
        return Words::of(OperationKind::Capture) +
               (twoLines ? QString() : u"（"_s + Words::of(OperationState::InDoubt) + u"）"_s);
    case Column::LastError:
        return twoLines ? u"180日を過ぎた(カード)"_s : u"E11010010: 180日を過ぎた(カード)"_s;
    case Column::PaymentStatus:
    case Column::Status:
    case Column::Message:
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

/// Every word that a column of badges can show.
QStringList badgeWords(Column column)
{
    QStringList words;
    if (column == Column::Status) {
        for (const OrderStatus status : allOrderStatuses()) {
            words.append(Words::of(status));
        }
    } else if (column == Column::PaymentStatus) {
        for (const PaymentStatus status : allPaymentStatuses()) {
            words.append(Words::of(status));
        }
        words += {Words::of(OperationState::InDoubt), Words::of(OperationState::Conflict), Words::unlinked(),
                  Words::neverRead(), QCoreApplication::translate("OrderCells", "二重決済の疑い")};
    }
    return words;
}

} // namespace

int OrderTable::contentWidth(Column column) const
{
    const QFontMetrics metrics = fontMetrics();
    int width = metrics.horizontalAdvance(typicalText(column, twoLines()));
    for (const QString &word : badgeWords(column)) {
        width = qMax(width, badgeWidth({word, Meaning::Closed, {}, {}}, metrics));
    }
    if (column == Column::Deadline) {
        const QString longest = OrderTableModel::longestDaysLeft();
        const int left = metrics.horizontalAdvance(longest);
        width = twoLines() ? qMax(width, left) : width + left + metrics.horizontalAdvance(u"（）"_s);
    }
    return width;
}

/// What the style takes of a title's section for the mark of the order, and on either side.
int OrderTable::besideTitlePx() const
{
    QStyleOptionHeader option;
    option.initFrom(horizontalHeader());
    option.orientation = Qt::Horizontal;
    option.sortIndicator = QStyleOptionHeader::SortDown;
    option.rect = QRect(0, 0, 1000, 40);
    return option.rect.width() -
           style()->subElementRect(QStyle::SE_HeaderLabel, &option, horizontalHeader()).width();
}

int OrderTable::widthNeeded(int section) const
{
    const auto column = Column(section);
    if (column == Column::Tick) {
        return qRound(32 * fontMetrics().horizontalAdvance(u'あ') / 13.0);
    }
    const QString title = m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const int words = qMax(contentWidth(column), contentWidth(belowOf(column)));
    int titles = 0;
    for (const QString &line : title.split(u'\n')) {
        titles = qMax(titles, horizontalHeader()->fontMetrics().horizontalAdvance(line));
    }
    return qMax(words + 2 * TwoLineDelegate::MarginPx, titles + besideTitlePx()) + 1;
}

} // namespace kessai
