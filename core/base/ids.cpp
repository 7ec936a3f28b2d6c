#include "core/base/ids.h"

#include <QtEndian>
#include <QUuid>

#include <chrono>
#include <cstring>

namespace kessai {

QString newUuid()
{
    // RFC 9562, version 7: the time first, so that what was made together lies together in an index. Its 12
    // bits behind the milliseconds are their fraction (section 6.2, method 3): a run's operations are made
    // within one, and would lie in any order.
    using namespace std::chrono;
    constexpr quint64 FractionsOfMillisecond = 1 << 12;
    const auto sinceEpoch = duration_cast<nanoseconds>(system_clock::now().time_since_epoch());
    const auto wholeMs = floor<milliseconds>(sinceEpoch);
    const quint64 fraction = quint64((sinceEpoch - wholeMs).count()) * FractionsOfMillisecond /
                             nanoseconds(milliseconds(1)).count();
    constexpr quint64 Version = 7;
    const quint64 begin = qToBigEndian(quint64(wholeMs.count()) << 16 | Version << 12 | fraction);
    QByteArray bytes = QUuid::createUuid().toRfc4122();
    std::memcpy(bytes.data(), &begin, sizeof begin);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace kessai
