#include "core/simulator/controlview.h"

#include "core/simulator/multidetails.h"
#include "core/simulator/transactionseed.h"

#include <QJsonArray>

namespace kessai::simulator::controlview {

using namespace Qt::StringLiterals;

QJsonObject ledger(const World &world)
{
    QJsonArray requests;
    QJsonObject arrived;
    for (const LedgerEntry &entry : world.entries()) {
        requests.append(toJson(entry));
        arrived.insert(entry.call, arrived.value(entry.call).toInt() + 1);
    }
    QJsonArray outside;
    for (const QJsonObject &event : world.outside()) {
        outside.append(event);
    }
    return {{u"requests"_s, requests},
            {u"outside"_s, outside},
            {u"arrived"_s, arrived},
            {u"total"_s, world.entries().size()},
            {u"now"_s, toClockText(world.clock().nowUtc())}};
}

QJsonObject transaction(const World &world, const Transaction &transaction)
{
    const QString pass = world.book().accessPass(headOf(transaction).accessId);
    return std::visit([&pass](const auto &kind) { return toControlJson(kind, pass); }, transaction);
}

QJsonObject transactions(const World &world, const QList<Transaction> &transactions)
{
    QJsonArray list;
    for (const Transaction &each : transactions) {
        list.append(transaction(world, each));
    }
    return {{u"transactions"_s, list}};
}

QJsonObject clock(const World &world)
{
    return {{u"now"_s, toClockText(world.clock().nowUtc())}, {u"frozen"_s, world.clock().frozen()}};
}

QJsonObject notifications(const World &world)
{
    QJsonArray list;
    for (const Notification &notification : world.notifications().all()) {
        list.append(QJsonObject{{u"orderId"_s, notification.orderId},
                                {u"status"_s, notification.status},
                                {u"attempts"_s, notification.attempts},
                                {u"received"_s, notification.received},
                                {u"nextAt"_s, toClockText(notification.nextAt)}});
    }
    return {{u"url"_s, world.notifications().address()}, {u"notifications"_s, list}};
}

} // namespace kessai::simulator::controlview
