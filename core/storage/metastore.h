#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QByteArray>

#include <optional>

namespace kessai {

/// Facts about the database itself: environment, shop, digest key, gateway clock offset (table meta).
class MetaStore
{
public:
    explicit MetaStore(Database &database) : m_database(database) {}

    StorageResult<std::optional<QString>> value(const QString &name);
    StorageResult<Nothing> setValue(const QString &name, const QString &value);

    /// Ties the database to one environment and ShopID at setup; OtherShop when it is tied to another.
    StorageResult<Nothing> bindEnvironment(const QString &environment, const QString &shopId);

    /// After a restore the gateway is compared before money moves (journal.md §12): set by restoreFrom.
    StorageResult<bool> sweepNeeded();
    StorageResult<Nothing> setSweepNeeded(bool needed);
    /// The payment that this sweep, newest first, has come down to; none: not begun.
    StorageResult<std::optional<PaymentId>> sweptDownTo();
    StorageResult<Nothing> setSweptDownTo(PaymentId id);

    /// 32 random bytes made once, the key of request digests.
    StorageResult<QByteArray> digestKey();

private:
    Database &m_database;
};

} // namespace kessai
