#include "ui/models/ordercells.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/models/deadlinetexts.h"
#include "ui/models/ordertexts.h"
#include "ui/text/formats.h"

#include <QFont>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

/// Both parts where rows have one line; 都道府県 is left to the copy and to screen readers.
QString firstLine(const OrderText &text, Column column, bool two)
{
    if (two || text.second.isEmpty()) {
        return text.first;
    }
    if (column == Column::Deadline || column == Column::LastOperation) {
        return Text::tr("%1（%2）").arg(text.first, text.second);
    }
    if (column == Column::OrderedAtSecond) {
        return text.first + u' ' + text.second;
    }
    return column == Column::LastError ? Text::tr("%1: %2").arg(text.first, text.second) : text.first;
}

/// A row as one list shows it on one day.
struct Shown
{
    const OrderSummary &order;
    QDate today;
    QString deadline; ///< which one, by its sort field; "": the nearest

    [[nodiscard]] OrderText text(Column column) const
    {
        return column == Column::Deadline ? deadlineText(order, today, deadline)
                                          : orderText(order, column, today);
    }
    [[nodiscard]] QString explanation(Column column) const
    {
        return column == Column::Deadline ? deadlineExplanation(order, today, deadline)
                                          : orderExplanation(order, column, today);
    }
    /// Only what somebody should act on has a colour: a deadline that is far away has none.
    [[nodiscard]] std::optional<Meaning> meaning(Column column) const
    {
        if (column == Column::Difference || (column == Column::GatewayAmount && order.ambiguous)) {
            return Meaning::NeedsPerson;
        }
        if (column == Column::Number) {
            return Meaning::Accent;
        }
        return column == Column::Deadline ? deadlineMeaning(order, today, deadline) : std::nullopt;
    }
};

QVariant meaningValue(const std::optional<Meaning> &meaning)
{
    return meaning ? QVariant(int(*meaning)) : QVariant();
}

QVariant badgeFor(const OrderSummary &order, Column column)
{
    if (column == Column::PaymentStatus) {
        return QVariant::fromValue(paymentBadge(order));
    }
    return column == Column::Status ? QVariant::fromValue(badgeOf(order.status)) : QVariant();
}

/// Colour alone would not tell a link.
const QFont &linkFont()
{
    static const QFont font = [] {
        QFont underlined;
        underlined.setUnderline(true);
        return underlined;
    }();
    return font;
}

QString joined(QStringList texts, const QString &between)
{
    texts.removeAll({});
    texts.removeDuplicates();
    return texts.join(between);
}

/// @param below the column that stands there; Count: what belongs to the column itself
QVariant secondLineOf(const Shown &row, Column column, Column below, int role)
{
    const bool own = below == Column::Count;
    const Column coloured = own && column == Column::Deadline ? column : below;
    switch (role) {
    case SecondLineRole:
        return own ? row.text(column).second : row.text(below).first;
    case SecondBadgeRole:
        return badgeFor(row.order, below);
    case SecondMeaningRole:
        return meaningValue(row.meaning(coloured));
    default:
        return {};
    }
}

} // namespace

bool isRightAligned(OrderTableModel::Column column)
{
    return column == Column::Amount || column == Column::GatewayAmount || column == Column::Difference;
}

QVariant orderCell(const OrderSummary &order, Column column, int role, const QDate &today,
                   const OrderTableModel::Lines &lines)
{
    const Shown row{order, today, lines.deadlineField};
    const Column below = lines.belowOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(row.text(column), column, lines.two);
    case Qt::AccessibleTextRole: {
        const QVariant second = secondLineOf(row, column, below, SecondLineRole);
        return joined({row.text(column).first, second.toString()},
                      column == Column::OrderedAtSecond ? u" "_s : u", "_s);
    }
    case Qt::ToolTipRole:
        return Formats::plainTooltip(joined({row.explanation(column), row.explanation(below)}, u"\n"_s));
    case Qt::TextAlignmentRole:
        return int(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case BadgeRole:
        return badgeFor(order, column);
    case Qt::FontRole:
        return column == Column::Number ? QVariant(linkFont()) : QVariant();
    case IconRole:
        return column == Column::Message && order.hasMessage ? QVariant(u"mail-message"_s) : QVariant();
    case MeaningRole:
        return meaningValue(row.meaning(column));
    default:
        return secondLineOf(row, column, below, role);
    }
}

} // namespace kessai
