// Opens a shop in a data folder, does one thing with its orders and ends, unless it is killed before:
//     money-victim FOLDER NOW capture|cancel|change|reauthorize|settle|backup|loop [ORDER ID or SEED]
#include "core/base/japantime.h"
#include "core/services/shop.h"
#include "core/storage/backup.h"
#include "tests/services/turningclock.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const std::array Kinds = {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change,
                          OperationKind::Reauthorize};

class Victim
{
public:
    Victim(const QString &folder, const QDateTime &now) : m_clock(now)
    {
        Shop::Options options;
        options.dataFolder = folder;
        options.operatorName = u"鈴木"_s;
        auto opened = Shop::open(options, m_clock);
        if (!opened) {
            qFatal("%s", qPrintable(opened.error().message));
        }
        m_shop = std::move(*opened);
        const auto connected = runToEnd(m_clock, m_shop->connectGateway());
        const auto adopted = m_shop->settler().adoptAbandoned();
        if (!connected || !adopted) {
            qFatal("the shop cannot be used");
        }
    }

    void operate(OperationKind kind, OrderId order)
    {
        OperationRequest request;
        request.kind = kind;
        request.order = order;
        request.keepGatewayAmount = true;
        request.operatorName = m_shop->operatorName();
        runToEnd(m_clock, m_shop->operate({request}, [] { return false; }));
    }

    void settle()
    {
        for (const Operation &operation :
             m_shop->context().journal.inState(OperationState::InDoubt).value()) {
            runToEnd(m_clock, m_shop->settler().settleOnce(operation.id));
        }
    }

    void backUp()
    {
        const auto made = backupTo(m_shop->context().database, m_shop->dataFolder() + u"/victim.sqlite"_s);
        if (!made) {
            qFatal("%s", qPrintable(made.error().message));
        }
    }

    /// Until somebody ends it.
    void loop(quint32 seed)
    {
        QRandomGenerator dice(seed);
        Database &database = m_shop->context().database;
        QList<OrderId> orders;
        {
            auto rows = database.run(u"SELECT id FROM orders ORDER BY id"_s).value();
            while (rows.next()) {
                orders.append(OrderId{rows.value(0).toLongLong()});
            }
        }
        for (;;) {
            const OrderId order = orders[dice.bounded(orders.size())];
            const qint64 total = 1000 + dice.bounded(9000);
            const auto changed = database.first(
                u"UPDATE orders SET payable_total = ? WHERE id = ? RETURNING id"_s, {total, order.value});
            if (!changed) {
                qFatal("%s", qPrintable(changed.error().message));
            }
            operate(Kinds[dice.bounded(int(Kinds.size()))], order);
        }
    }

private:
    VirtualClock m_clock;
    std::unique_ptr<Shop> m_shop;
};

int act(const QStringList &arguments)
{
    const auto now = japantime::fromStoredText(arguments.value(2));
    if (arguments.size() < 4 || !now) {
        return 2;
    }
    Victim victim(arguments[1], *now);
    std::puts("ready");
    std::fflush(stdout);
    const QString &what = arguments[3];
    for (const OperationKind kind : Kinds) {
        if (codeOf(kind).toLower() == what) {
            victim.operate(kind, OrderId{arguments.value(4).toLongLong()});
            return 0;
        }
    }
    if (what == u"settle"_s) {
        victim.settle();
    } else if (what == u"backup"_s) {
        victim.backUp();
    } else if (what == u"loop"_s) {
        victim.loop(arguments.value(4).toUInt());
    } else {
        return 2;
    }
    return 0;
}

} // namespace

} // namespace kessai

int main(int argumentCount, char **arguments)
{
    const QCoreApplication application(argumentCount, arguments);
    return kessai::act(QCoreApplication::arguments());
}
