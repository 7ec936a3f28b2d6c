#include "core/services/shopupkeep.h"

#include "core/services/databasecheck.h"
#include "core/storage/backup.h"

#include <QMutexLocker>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long InterruptAgainMs = 20; // one that comes between two statements meets nothing

} // namespace

ShopUpkeep::ShopUpkeep(DatabaseSpec spec, QString backupFolder)
    : m_spec(std::move(spec)), m_backupFolder(std::move(backupFolder))
{
    moveToThread(&m_thread);
    m_thread.setObjectName(u"upkeep"_s);
    m_thread.start(QThread::LowPriority);
}

ShopUpkeep::~ShopUpkeep()
{
    m_ending = true;
    m_thread.quit();
    do {
        interrupt();
    } while (!m_thread.wait(InterruptAgainMs));
}

void ShopUpkeep::interrupt()
{
    const QMutexLocker lock(&m_mutex);
    if (m_database) {
        m_database->interrupt();
    }
}

void ShopUpkeep::post(Duty duty, QObject *context, Told told)
{
    QMetaObject::invokeMethod(
        this,
        [this, context, duty = std::move(duty), told = std::move(told)] {
            if (m_ending) {
                return;
            }
            const StorageResult<QString> result = carryOut(duty);
            if (m_ending) {
                return; // cut off half-way, it says nothing
            }
            QMetaObject::invokeMethod(
                context, [told, result] { told(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

StorageResult<QString> ShopUpkeep::carryOut(const Duty &duty)
{
    auto database = Database::open(m_spec, DatabaseMode::ReadOnly);
    if (!database) {
        return failure(database.error());
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_database = database->get();
    }
    const StorageResult<QString> result = duty(**database);
    const QMutexLocker lock(&m_mutex);
    m_database = nullptr;
    return result;
}

void ShopUpkeep::verifyChains(QObject *context, Told told)
{
    post(chainsInWords, context, std::move(told));
}

void ShopUpkeep::checkIntegrity(QObject *context, Told told)
{
    post([folder = m_backupFolder](Database &database) { return integrityInWords(database, folder); },
         context, std::move(told));
}

void ShopUpkeep::backUp(const QDateTime &now, QObject *context, Told told)
{
    const auto duty = [folder = m_backupFolder, now](Database &database) -> StorageResult<QString> {
        if (database.dialect() == DatabaseSpec::Dialect::Postgresql) {
            return QString(); // its administrator's (pg_dump)
        }
        const auto made = dailyBackup(database, folder, now);
        return made ? StorageResult<QString>(QString()) : failure(made.error());
    };
    post(duty, context, std::move(told));
}

} // namespace kessai
