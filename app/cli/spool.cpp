#include "app/cli/spool.h"

#include <algorithm>

namespace kessai::cli {

namespace {

constexpr qsizetype MostHeldBytes = 256 * 1024;
constexpr qint64 PieceBytes = 64 * 1024;

bool writeAll(const QByteArray &bytes, std::FILE *out)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), out) == size_t(bytes.size());
}

} // namespace

void Spool::append(const QByteArray &bytes)
{
    m_held += bytes;
    if (m_held.size() >= MostHeldBytes && m_hasRoom) {
        putAway();
    }
}

void Spool::putAway()
{
    m_hasRoom = m_file.isOpen() || m_file.open();
    if (!m_hasRoom) {
        return;
    }
    const bool kept = m_file.write(m_held) == m_held.size() && m_file.flush();
    if (kept) {
        m_putAway += m_held.size();
        m_held.clear();
    }
    m_hasRoom = kept; // what a full disk took of it lies behind the bytes that count
}

bool Spool::writeTo(std::FILE *out)
{
    bool written = m_putAway == 0 || m_file.seek(0);
    for (qint64 left = m_putAway; written && left > 0;) {
        const QByteArray piece = m_file.read(std::min(left, PieceBytes));
        left -= piece.size();
        written = !piece.isEmpty() && writeAll(piece, out);
    }
    written = written && writeAll(m_held, out);
    return std::fflush(out) == 0 && written;
}

} // namespace kessai::cli
