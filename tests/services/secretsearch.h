#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kessai {

/// True when the bytes hold the secret: as it is, as UTF-16, in Base64 or in hex.
bool holdsSecret(const QByteArray &content, const QByteArray &secret);

/// Every file below the folder that holds one of the secrets, but for files named `credentials`.
QStringList filesWithSecrets(const QString &folder, const QList<QByteArray> &secrets);

} // namespace kessai
