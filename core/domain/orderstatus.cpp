#include "core/domain/orderstatus.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

const QList<OrderStatus> &allOrderStatuses()
{
    static const QList<OrderStatus> statuses = {
        OrderStatus::New,       OrderStatus::Paid,       OrderStatus::InProgress, OrderStatus::Cancelled,
        OrderStatus::Delivered, OrderStatus::Processing, OrderStatus::Pending,    OrderStatus::Returned,
    };
    return statuses;
}

QString labelOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        return u"新規受付"_s;
    case OrderStatus::Cancelled:
        return u"注文取消し"_s;
    case OrderStatus::InProgress:
        return u"対応中"_s;
    case OrderStatus::Delivered:
        return u"発送済み"_s;
    case OrderStatus::Paid:
        return u"入金済み"_s;
    case OrderStatus::Pending:
        return u"決済処理中"_s;
    case OrderStatus::Processing:
        return u"購入処理中"_s;
    case OrderStatus::Returned:
        return u"返品"_s;
    }
    return {};
}

std::optional<OrderStatus> orderStatusFromId(int id)
{
    for (const OrderStatus status : allOrderStatuses()) {
        if (int(status) == id) {
            return status;
        }
    }
    return std::nullopt;
}

std::optional<OrderStatus> orderStatusFromText(const QString &text)
{
    for (const OrderStatus status : allOrderStatuses()) {
        if (labelOf(status) == text || QString::number(int(status)) == text) {
            return status;
        }
    }
    return std::nullopt;
}

QString colourOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        return u"#437ec4"_s;
    case OrderStatus::Paid:
    case OrderStatus::Delivered:
        return u"#25B877"_s;
    case OrderStatus::InProgress:
        return u"#EEB128"_s;
    case OrderStatus::Cancelled:
    case OrderStatus::Returned:
        return u"#C04949"_s;
    case OrderStatus::Pending:
    case OrderStatus::Processing:
        return u"#A3A3A3"_s;
    }
    return {};
}

bool showsCount(OrderStatus status)
{
    return status == OrderStatus::New || status == OrderStatus::Paid || status == OrderStatus::InProgress;
}

bool leftOutOfSearches(OrderStatus status)
{
    return status == OrderStatus::Pending || status == OrderStatus::Processing;
}

bool moveAllowed(OrderStatus from, OrderStatus to)
{
    switch (from) {
    case OrderStatus::New:
        return to == OrderStatus::Paid || to == OrderStatus::InProgress || to == OrderStatus::Cancelled ||
               to == OrderStatus::Delivered;
    case OrderStatus::Paid:
        return to == OrderStatus::InProgress || to == OrderStatus::Cancelled || to == OrderStatus::Delivered;
    case OrderStatus::InProgress:
        return to == OrderStatus::Cancelled || to == OrderStatus::Delivered;
    case OrderStatus::Cancelled:
        return to == OrderStatus::InProgress;
    case OrderStatus::Delivered:
        return to == OrderStatus::Returned;
    case OrderStatus::Returned:
        return to == OrderStatus::Delivered;
    case OrderStatus::Pending:
    case OrderStatus::Processing:
        return false;
    }
    return false;
}

QList<OrderStatus> allowedMovesFrom(OrderStatus from)
{
    QList<OrderStatus> moves;
    std::copy_if(allOrderStatuses().begin(), allOrderStatuses().end(), std::back_inserter(moves),
                 [from](OrderStatus to) { return moveAllowed(from, to); });
    return moves;
}

} // namespace kessai
