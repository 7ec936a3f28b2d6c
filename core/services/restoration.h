#pragma once

#include "core/base/instancelock.h"
#include "core/services/shop.h"

namespace kessai {

/// A backup that is to take the place of a shop's SQLite database (journal.md §12). The shop is held against
/// other programs for as long as this lives.
class Restoration
{
public:
    /// Looks whether the backup can be used and is this shop's; replaces nothing yet.
    static Result<Restoration, ShopError> prepare(const QString &dataFolder, const QString &backup,
                                                  const QDateTime &now);
    [[nodiscard]] const QString &databaseFile() const { return m_databaseFile; }

    /// The old database stays beside the new one, named with the time. All payments are compared with the
    /// gateway before money moves again.
    Result<Nothing, ShopError> carryOut(const QDateTime &now);

private:
    Restoration(QString backup, QString databaseFile, std::unique_ptr<InstanceLock> lock);

    QString m_backup;
    QString m_databaseFile;
    std::unique_ptr<InstanceLock> m_lock;
};

} // namespace kessai
