#include "core/storage/fewcheckpoints.h"

#include "core/base/log.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PagesBetween = 10'000;
constexpr int UsualPagesBetween = 1'000; // SQLite's own

} // namespace

FewCheckpoints::FewCheckpoints(Database &database) : m_database(database)
{
    setPages(PagesBetween);
}

FewCheckpoints::~FewCheckpoints()
{
    setPages(UsualPagesBetween);
}

void FewCheckpoints::setPages(int pages)
{
    if (m_database.dialect() != Database::Dialect::Sqlite) {
        return;
    }
    const auto set = m_database.run(u"PRAGMA wal_autocheckpoint = %1"_s.arg(pages));
    if (!set) { // slower, not wrong
        qCWarning(logStorage).noquote() << "the distance of checkpoints stays:" << set.error().message;
    }
}

} // namespace kessai
