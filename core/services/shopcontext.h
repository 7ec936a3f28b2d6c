#pragma once

#include "core/base/clock.h"
#include "core/domain/journalrules.h"
#include "core/domain/paymentrules.h"
#include "core/services/changenotifier.h"
#include "core/services/commitgroup.h"
#include "core/services/gatewaygate.h"
#include "core/storage/database.h"
#include "core/storage/journalstore.h"
#include "core/storage/metastore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/runstore.h"
#include "core/storage/watchstore.h"

namespace kessai {

/// What the services of one opened shop share. Lives on the engine's thread; Shop owns all of it.
struct ShopContext
{
    Clock &clock;
    Database &database;
    OrderRepository &orders;
    PaymentRepository &payments;
    JournalStore &journal;
    RunStore &runs;
    MetaStore &meta;
    WatchStore &watch;
    ChangeNotifier &notifier;
    GatewayGate *gate = nullptr; ///< none until the credentials were read (Shop::connectGateway)
    JournalTiming timing;
    PaymentRules rules;
    CallLimits limits;
    int breaker = 5; ///< BREAKER: ambiguous answers in a row
    Seat seat;
    QString shopId;
    bool loopback = false;
    int unstoredAnswers = 0; ///< that wait in memory for the store

    CommitGroup *commits = nullptr;            ///< always there in an opened shop
    std::optional<StorageError> brokenStore{}; ///< found while open: it is read, but nothing new is claimed

    /// No new claims on this seat then (journal.md §12).
    [[nodiscard]] bool storeFailing() const { return unstoredAnswers > 0 || brokenStore; }
};

} // namespace kessai
