#pragma once

#include "tests/services/moneyfixture.h"

#include <algorithm>

namespace kessai {

/// What tests of bulk runs do with a shop over and over.
class RunSteps
{
protected:
    QList<OrderId> addOrders(int count, int first = 1)
    {
        QList<OrderId> orders;
        for (int number = first; number < first + count; ++number) {
            orders.append(m_money->addOrder(number, Yen{1000 + number}));
        }
        return orders;
    }
    static OperationRequest requestFor(OrderId order)
    {
        OperationRequest request;
        request.order = order;
        return request;
    }
    static QList<OperationRequest> requestsFor(const QList<OrderId> &orders)
    {
        QList<OperationRequest> requests;
        for (const OrderId &order : orders) {
            requests.append(requestFor(order));
        }
        return requests;
    }
    RunStore::Run runOf(const Shop::OperationAnswer &answer)
    {
        return *m_money->shop->context().runs.byId(*answer.run).value();
    }
    static int countIn(const Shop::OperationAnswer &answer, OperationState state)
    {
        return int(std::count_if(answer.items.begin(), answer.items.end(),
                                 [state](const OperationItem &item) { return item.state == state; }));
    }
    int sent() const { return m_money->gateway.arrived(QStringLiteral("AlterTran")); }

    std::unique_ptr<MoneyFixture> m_money;
};

} // namespace kessai
