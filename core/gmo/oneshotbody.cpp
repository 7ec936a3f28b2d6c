#include "core/gmo/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace kessai {

OneShotBody::OneShotBody(QByteArray body, SendGuard guard)
    : m_body(std::move(body)), m_guard(std::move(guard))
{
    // Unbuffered: QIODevice must not read ahead, the guard is to be asked when bytes really go out.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_shut ? 0 : m_body.size() - m_position;
}

bool OneShotBody::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 OneShotBody::readData(char *data, qint64 maximum)
{
    if (maximum <= 0) {
        return 0;
    }
    if (atEnd()) {
        return -1;
    }
    if (!m_offered && m_guard && !m_guard()) {
        m_shut = true;
        emit guardRefused();
        return -1;
    }
    m_offered = true;
    const qsizetype count = std::min<qsizetype>(maximum, m_body.size() - m_position);
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

} // namespace kessai
