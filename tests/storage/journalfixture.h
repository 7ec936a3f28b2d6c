#pragma once

#include "core/storage/journalstore.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrepository.h"

#include <QDateTime>

#include <memory>

namespace kessai {

/// One order with one payment, and the journal of one seat.
struct JournalFixture
{
    explicit JournalFixture(std::unique_ptr<Database> opened);

    /// 2020-12-03 14:00 in Japan.
    static QDateTime now();
    /// AUTH over 3,200 yen.
    static Snapshot authorized();

    Operation planned();
    /// Planned, claimed and armed.
    Operation armed();

    std::unique_ptr<Database> database;
    JournalStore store;
    OrderId order;
    PaymentId payment;
};

} // namespace kessai
