#include "core/base/ids.h"

#include <QDateTime>
#include <QtEndian>
#include <QUuid>

#include <cstring>

namespace kessai {

QString newUuid()
{
    // RFC 9562, version 7: the time first, so that what was made together lies together in an index.
    QByteArray bytes = QUuid::createUuid().toRfc4122();
    const auto now = qToBigEndian(quint64(QDateTime::currentMSecsSinceEpoch()) << 16);
    std::memcpy(bytes.data(), &now, 6);
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace kessai
