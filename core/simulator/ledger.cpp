#include "core/simulator/ledger.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <sys/file.h>
#include <unistd.h>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

Result<QList<QJsonObject>, QString> Ledger::open(const QString &fileName)
{
    if (fileName.isEmpty()) {
        return QList<QJsonObject>();
    }
    const QFileInfo place(fileName);
    if (place.exists() && !place.isFile()) {
        return failure(u"The ledger %1 is not a file."_s.arg(fileName));
    }
    m_file.setFileName(fileName);
    const bool opened = m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered,
                                    QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!opened) {
        return failure(u"The ledger %1 cannot be opened: %2."_s.arg(fileName, m_file.errorString()));
    }
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        return failure(u"Another simulator holds the ledger %1."_s.arg(fileName));
    }
    return readLines();
}

Result<QList<QJsonObject>, QString> Ledger::readLines()
{
    QFile reader(m_file.fileName());
    if (!reader.open(QIODevice::ReadOnly)) {
        return failure(u"The ledger %1 cannot be read: %2."_s.arg(m_file.fileName(), reader.errorString()));
    }
    QList<QJsonObject> lines;
    qint64 whole = 0;
    for (QByteArray text = reader.readLine(); text.endsWith('\n'); text = reader.readLine()) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (!document.isObject()) {
            return failure(
                u"Line %1 of the ledger %2 is damaged."_s.arg(lines.size() + 1).arg(m_file.fileName()));
        }
        lines.append(document.object());
        whole = reader.pos();
    }
    if (whole < m_file.size() && !m_file.resize(whole)) {
        return failure(u"The cut-off last line of the ledger %1 cannot be removed: %2."_s.arg(
            m_file.fileName(), m_file.errorString()));
    }
    m_file.seek(whole);
    return lines;
}

bool Ledger::append(const QJsonObject &line)
{
    if (!m_file.isOpen()) {
        return true;
    }
    const qint64 before = m_file.pos();
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(text) == text.size() && ::fdatasync(m_file.handle()) == 0) {
        return true;
    }
    m_file.resize(before);
    m_file.seek(before);
    return false;
}

} // namespace kessai::simulator
