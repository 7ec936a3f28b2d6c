#include "tests/services/secretsearch.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

bool holdsSecret(const QByteArray &content, const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return content.contains(secret) || content.contains(wide) || content.contains(secret.toBase64()) ||
           content.contains(secret.toHex());
}

QStringList filesWithSecrets(const QString &folder, const QList<QByteArray> &secrets)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(u"/credentials"_s) || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = file.readAll();
        const bool holds = std::any_of(secrets.begin(), secrets.end(), [&content](const QByteArray &secret) {
            return holdsSecret(content, secret);
        });
        if (holds) {
            found.append(file.fileName());
        }
    }
    return found;
}

} // namespace kessai
