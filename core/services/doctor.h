#pragma once

#include "core/services/shop.h"
#include "core/settings/secretstore.h"

namespace kessai {

struct DoctorCheck
{
    QString name;
    bool ok = true;
    QString message;
};

/// Refuses a database of another environment or shop than the settings name (design.md §7). Only reads: one
/// that belongs to none yet passes.
Result<Nothing, ShopError> checkBelonging(Database &database, const Settings &settings);

/// Whether the ShopPass is there and can be read; the message holds no secret.
QCoro::Task<DoctorCheck> credentialsCheck(SecretStore *secrets, QString shopId);

/// Settings, data folder, database, journal and chain checks (design.md §8 `doctor`). Needs only to read.
QList<DoctorCheck> doctorChecks(Database &database, const Settings &settings, const QString &dataFolder);

} // namespace kessai
