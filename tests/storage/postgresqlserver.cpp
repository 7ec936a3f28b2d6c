#include "tests/storage/postgresqlserver.h"

#include <QProcess>
#include <QUrl>

#include <unistd.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {
const QString programs = u"/usr/lib/postgresql/15/bin/"_s;
}

PostgresqlServer::PostgresqlServer()
{
    const QUrl given(qEnvironmentVariable("KESSAI_TEST_POSTGRESQL"));
    if (!given.host().isEmpty()) {
        m_host = given.host();
        m_user = given.userName();
        m_port = given.port(5432);
    } else if (start()) {
        m_started = true;
        m_host = m_folder.path();
        m_user = u"shop"_s;
    }
}

PostgresqlServer::~PostgresqlServer()
{
    if (m_started) {
        run(u"pg_ctl"_s,
            {u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
    }
}

bool PostgresqlServer::run(const QString &program, const QStringList &arguments) const
{
    QStringList line{programs + program};
    line += arguments;
    // The server refuses to run as root.
    if (getuid() == 0) {
        line = QStringList{u"setpriv"_s, u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s} +
               line;
    }
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(line.takeFirst(), line);
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

bool PostgresqlServer::start()
{
    if (getuid() == 0) {
        QProcess::execute(u"chown"_s, {u"postgres:"_s, m_folder.path()});
    }
    const QString data = m_folder.filePath(u"data"_s);
    if (!run(u"initdb"_s, {u"-D"_s, data, u"-U"_s, u"shop"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s,
                           u"--locale=C.UTF-8"_s, u"--no-sync"_s})) {
        return false;
    }
    // Only a socket in the folder: no port can be taken by somebody else.
    m_port = 5432;
    const QString options = u"-k %1 -c listen_addresses='' -c fsync=off"_s.arg(m_folder.path());
    return run(u"pg_ctl"_s,
               {u"-D"_s, data, u"-w"_s, u"-o"_s, options, u"-l"_s, m_folder.filePath(u"log"_s), u"start"_s});
}

QString PostgresqlServer::newDatabase()
{
    const QString name = u"test_%1_%2"_s.arg(getpid()).arg(++m_databases);
    if (m_host.isEmpty() ||
        !run(u"createdb"_s, {u"-h"_s, m_host, u"-p"_s, QString::number(m_port), u"-U"_s, m_user, name})) {
        return {};
    }
    const QString host = QString::fromLatin1(QUrl::toPercentEncoding(m_host));
    return u"postgresql://%1@%2:%3/%4"_s.arg(m_user, host, QString::number(m_port), name);
}

} // namespace kessai
