#include "core/base/ids.h"

#include <QUuid>

namespace kessai {

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace kessai
