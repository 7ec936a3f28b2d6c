#pragma once

#include "core/storage/database.h"

namespace kessai {

/// While it lives, SQLite copies its log back into the file a tenth as often: in a run that is a part of the
/// time that can be seen. The log may take 40 MB then. What is committed is as durable as before; PostgreSQL
/// has its own ways.
class FewCheckpoints
{
public:
    explicit FewCheckpoints(Database &database);
    ~FewCheckpoints();
    Q_DISABLE_COPY_MOVE(FewCheckpoints)

private:
    void setPages(int pages);

    Database &m_database;
};

} // namespace kessai
