#pragma once

#include <QString>

namespace kessai {

/// Of the table orders: that the text of an order to be searched has a piece, with a place for likePattern().
/// Asked row by row, so of few orders where another condition leaves few.
inline QString searchTextHas()
{
    return QStringLiteral("EXISTS (SELECT 1 FROM order_search searched WHERE searched.order_id = orders.id "
                          "AND searched.text LIKE ? ESCAPE '!')");
}

} // namespace kessai
