#pragma once

#include <QByteArray>
#include <QTemporaryFile>

#include <cstdio>

namespace kessai::cli {

/// What is printed at the end, whole or not at all: stdout stays empty when a report breaks off (design.md
/// §8). However long it grows, memory holds little of it: the rest waits in a file that only this account can
/// read and that goes with the spool.
class Spool
{
public:
    void append(const QByteArray &bytes);
    /// @returns whether all of it could be written
    [[nodiscard]] bool writeTo(std::FILE *out);

private:
    void putAway();

    QByteArray m_held;
    QTemporaryFile m_file;
    qint64 m_putAway = 0;  ///< bytes in the file
    bool m_hasRoom = true; ///< else all that comes is held
};

} // namespace kessai::cli
