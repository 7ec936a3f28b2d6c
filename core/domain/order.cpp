#include "core/domain/order.h"

namespace kessai {

QString Addressee::fullName() const
{
    return (familyName + QLatin1Char(' ') + givenName).trimmed();
}

} // namespace kessai
