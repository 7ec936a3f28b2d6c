#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace kessai::simulator {

/// An append-only file of one JSON object a line. A line is on the disk when append() returns; a last line
/// that a kill cut off is dropped at the next start, for its answer never went out. One process holds a file.
/// Without a file name nothing is kept beyond the process.
class Ledger
{
public:
    /// Locks the file and gives the lines that are in it. Errors in words.
    Result<QList<QJsonObject>, QString> open(const QString &fileName);

    /// False when the line could not be made durable; then it is not in the file either.
    [[nodiscard]] bool append(const QJsonObject &line);

private:
    Result<QList<QJsonObject>, QString> readLines();

    QFile m_file;
};

} // namespace kessai::simulator
