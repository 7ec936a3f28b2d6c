#pragma once

#include "core/services/shop.h"
#include "core/services/shopopening.h"
#include "core/settings/secretstore.h"
#include "core/storage/seatnews.h"

namespace kessai {

/// Everything a shop owns, in the order in which it is made.
struct Shop::Parts
{
    Parts(Clock &systemClock, Settings loaded, std::unique_ptr<InstanceLock> held,
          std::unique_ptr<Database> opened, Seat ownSeat)
        : clock(systemClock)
        , settings(std::move(loaded))
        , lock(std::move(held))
        , database(std::move(opened))
        , seat(std::move(ownSeat))
        , orders(*database)
        , payments(*database, rulesOf(settings))
        , journal(*database, seat)
        , runs(*database)
        , meta(*database)
        , watch(*database)
        , commits(*database)
        , seatNews(*database, seat)
    {
        QObject::connect(&notifier, &ChangeNotifier::paymentChanged, &seatNews, &SeatNews::tellPayment);
        QObject::connect(&notifier, &ChangeNotifier::orderChanged, &seatNews, &SeatNews::tellOrder);
        QObject::connect(&notifier, &ChangeNotifier::ordersChanged, &seatNews, &SeatNews::tellOrders);
        QObject::connect(&notifier, &ChangeNotifier::runChanged, &seatNews, &SeatNews::tellRun);
    }

    ShopContext makeContext()
    {
        return {clock,
                *database,
                orders,
                payments,
                journal,
                runs,
                meta,
                watch,
                notifier,
                nullptr,
                timingOf(settings),
                rulesOf(settings),
                limitsOf(settings),
                settings.bulkBreaker(),
                seat,
                settings.shopId(),
                settings.loopbackGateway(),
                0,
                &commits,
                std::nullopt};
    }

    Clock &clock;
    Settings settings;
    std::unique_ptr<InstanceLock> lock;
    std::unique_ptr<Database> database;
    Seat seat;
    OrderRepository orders;
    PaymentRepository payments;
    JournalStore journal;
    RunStore runs;
    MetaStore meta;
    WatchStore watch;
    CommitGroup commits;
    ChangeNotifier notifier;
    SeatNews seatNews;
    std::shared_ptr<SecretStore> secrets;
    std::unique_ptr<GmoClient> client;
    std::unique_ptr<GatewayGate> gate;
};

/// A run that nobody works on and that has nothing left to do is over.
StorageResult<Nothing> finishIfAtRest(ShopContext &context, const RunId &run, const RunReason &reason);

/// The services stand on the context, which must not move.
struct Shop::Services
{
    explicit Services(ShopContext &context)
        : planner(context)
        , settler(context)
        , operation(context, settler)
        , bulkRun(context, operation)
        , refresh(context, settler)
        , orderRun(context, refresh)
        , sweep(context)
        , watching(context, sweep)
        , resolver(context)
    {
    }

    OperationPlanner planner;
    Settler settler;
    PaymentOperation operation;
    BulkRun bulkRun;
    RefreshService refresh;
    OrderRun orderRun;
    Sweep sweep;
    Watching watching;
    ResolveService resolver;
};

} // namespace kessai
