#pragma once

#include "core/services/shopcontext.h"
#include "core/settings/settings.h"

namespace kessai {

struct DoctorCheck
{
    QString name;
    bool ok = true;
    QString message;
};

/// Settings, data folder, database, journal and chain checks (design.md §8 `doctor`). Needs only to read.
QList<DoctorCheck> doctorChecks(Database &database, const Settings &settings, const QString &dataFolder);

} // namespace kessai
