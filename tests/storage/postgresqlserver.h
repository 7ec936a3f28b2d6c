#pragma once

#include <QString>
#include <QTemporaryDir>

namespace kessai {

/// A PostgreSQL server of the test's own in a folder of its own, as an ordinary user; stopped when it goes.
/// With KESSAI_TEST_POSTGRESQL set that server is used and none is started.
class PostgresqlServer
{
public:
    PostgresqlServer();
    ~PostgresqlServer();

    /// A new empty database on it: its postgresql:// text; "" when there is no server.
    QString newDatabase();

private:
    bool start();
    bool run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_host;
    QString m_user;
    int m_port = 0;
    bool m_started = false;
    int m_databases = 0;
};

} // namespace kessai
