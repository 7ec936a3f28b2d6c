#pragma once

#include "tests/storage/testdatabase.h"

#include <future>
#include <thread>

namespace kessai {

/// PostgreSQL: what `work` answers on another connection that began while our transaction was open. Ours is
/// committed as soon as the other waits for it, or is over without having waited.
template <typename Work>
auto otherDuring(Transaction &ours, const DatabaseSpec &spec, Work work)
{
    using namespace Qt::StringLiterals;
    auto answer = std::async(std::launch::async, [spec, work] {
        const auto database = TestDatabases::open(spec);
        return work(*database);
    });
    const auto watcher = TestDatabases::open(spec);
    const auto waits = [&watcher] {
        return !watcher
                    ->first(u"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
                            "AND cardinality(pg_blocking_pids(pid)) > 0"_s)
                    ->isEmpty();
    };
    while (answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready && !waits()) {
        std::this_thread::yield();
    }
    if (!ours.commit()) {
        qFatal("our transaction was not committed");
    }
    return answer.get();
}

} // namespace kessai
