// Opens a shop in a data folder, does one thing with its orders and ends, unless it is killed before:
//     money-victim FOLDER NOW capture|cancel|change|reauthorize [ORDER ID]   a run of all orders without ID
//     money-victim FOLDER NOW settle|backup|resume                           resume: all paused runs
#include "core/base/japantime.h"
#include "core/services/shop.h"
#include "core/storage/backup.h"
#include "tests/services/turningclock.h"

#include <QCoreApplication>

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

    /// Several orders make a run.
    void operate(OperationKind kind, const QList<OrderId> &orders)
    {
        QList<OperationRequest> requests;
        for (const OrderId &order : orders) {
            OperationRequest request;
            request.kind = kind;
            request.order = order;
            request.keepGatewayAmount = true;
            request.operatorName = m_shop->operatorName();
            requests.append(request);
        }
        runToEnd(m_clock, m_shop->operate(requests, [] { return false; }));
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

    void resume(RunId run)
    {
        runToEnd(m_clock, m_shop->resumeRun(run, [] { return false; }));
    }

    QList<RunId> pausedRuns()
    {
        QList<RunId> paused;
        for (const RunStore::Run &run : m_shop->context().runs.all().value()) {
            if (run.state == RunStore::State::Paused) {
                paused.append(run.id);
            }
        }
        return paused;
    }

    QList<OrderId> allOrders()
    {
        QList<OrderId> orders;
        auto rows = m_shop->context().database.run(u"SELECT id FROM orders ORDER BY id"_s).value();
        while (rows.next()) {
            orders.append(OrderId{rows.value(0).toLongLong()});
        }
        return orders;
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
            const OrderId order{arguments.value(4).toLongLong()};
            victim.operate(kind, arguments.size() > 4 ? QList<OrderId>{order} : victim.allOrders());
            return 0;
        }
    }
    if (what == u"settle"_s) {
        victim.settle();
    } else if (what == u"backup"_s) {
        victim.backUp();
    } else if (what == u"resume"_s) {
        for (const RunId &run : victim.pausedRuns()) {
            victim.resume(run);
        }
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
