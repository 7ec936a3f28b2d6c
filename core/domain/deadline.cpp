#include "core/domain/deadline.h"

#include "core/base/japantime.h"

namespace kessai {

bool Deadline::isOver(const QDateTime &now) const
{
    const QDateTime local = japantime::fromInstant(now);
    // The whole of the last second still counts, as of 23:59:59.
    const QTime time(local.time().hour(), local.time().minute(), local.time().second());
    return local.date() > day || (local.date() == day && time > second);
}

} // namespace kessai
