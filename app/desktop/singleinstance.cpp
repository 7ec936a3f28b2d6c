#include "app/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConnectMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent) : QObject(parent)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
    m_name = u"kessai-desk-"_s + QString::fromLatin1(digest);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        m_server.nextPendingConnection()->deleteLater();
        emit showRequested();
    });
}

bool SingleInstance::askFirstToShow()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(ConnectMs);
}

bool SingleInstance::becomeFirst()
{
    if (askFirstToShow()) {
        return false;
    }
    // Nobody answered: what lies there is left over from a crash. The shop's own lock is what keeps two
    // apart.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

} // namespace kessai
