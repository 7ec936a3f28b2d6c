#include "core/services/shopreader.h"

#include "core/base/log.h"

#include <QMutexLocker>

namespace kessai {

using namespace Qt::StringLiterals;

ShopReader::ShopReader()
{
    moveToThread(&m_thread);
}

ShopReader::~ShopReader()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_jobs.clear();
        if (m_database) {
            m_dropped = true;
            m_database->interrupt();
        }
    }
    m_thread.quit();
    m_thread.wait();
}

void ShopReader::open(const DatabaseSpec &spec, QObject *context,
                      std::function<void(std::optional<StorageError>)> opened)
{
    m_thread.setObjectName(u"reader"_s);
    connect(
        &m_thread, &QThread::finished, this,
        [this] {
            m_search.reset();
            m_database.reset();
        },
        Qt::DirectConnection);
    m_thread.start();
    QMetaObject::invokeMethod(
        this,
        [this, spec, context, opened = std::move(opened)] {
            auto database = Database::open(spec, DatabaseMode::ReadOnly);
            std::optional<StorageError> problem;
            if (database) {
                const QMutexLocker lock(&m_mutex);
                m_database = std::move(*database);
                m_search.emplace(*m_database, m_dropped);
            } else {
                problem = database.error();
            }
            QMetaObject::invokeMethod(
                context, [opened, problem] { opened(problem); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

/// Waiting jobs of the kind; to be let go outside the lock, because that tells their futures.
std::deque<ShopReader::Waiting> ShopReader::take(const QByteArray &kind)
{
    std::deque<Waiting> taken;
    std::deque<Waiting> kept;
    for (Waiting &job : m_jobs) {
        (job.kind == kind ? taken : kept).push_back(std::move(job));
    }
    m_jobs = std::move(kept);
    if (m_runningKind == kind && m_database) {
        m_dropped = true;
        m_database->interrupt(); // under the lock, so that it cannot hit the read after this one
    }
    return taken;
}

void ShopReader::drop(const QByteArray &kind)
{
    std::deque<Waiting> taken;
    const QMutexLocker lock(&m_mutex);
    taken = take(kind);
}

void ShopReader::add(const QByteArray &kind, Job job)
{
    std::deque<Waiting> taken;
    {
        const QMutexLocker lock(&m_mutex);
        if (!kind.isEmpty()) {
            taken = take(kind);
        }
        m_jobs.push_back({kind, std::move(job)});
    }
    QMetaObject::invokeMethod(
        this, [this] { runNext(); }, Qt::QueuedConnection);
}

void ShopReader::runNext()
{
    Waiting job;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_jobs.empty() || !m_database) {
            return;
        }
        job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_runningKind = job.kind;
        m_dropped = false;
        m_database->clearInterrupt();
    }
    job.run(*m_search, m_dropped);
    {
        const QMutexLocker lock(&m_mutex);
        m_runningKind.clear();
    }
    readTextsSoon();
}

void ShopReader::readTextsSoon()
{
    if (!m_readingTexts && !m_search->isReady()) {
        m_readingTexts = true;
        QMetaObject::invokeMethod(
            this, [this] { readTexts(); }, Qt::QueuedConnection);
    }
}

/// Some texts, and the next ones when whoever asks meanwhile was answered. What cannot be read now is tried
/// again after the next answer.
void ShopReader::readTexts()
{
    m_readingTexts = false;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_jobs.empty()) {
            return; // goes on behind them
        }
        m_dropped = false;
        m_database->clearInterrupt();
    }
    const auto more = m_search->readMore();
    if (!more) {
        qCWarning(logStorage).noquote() << "texts not read:" << more.error().message;
    } else if (*more) {
        readTextsSoon();
    }
}

} // namespace kessai
