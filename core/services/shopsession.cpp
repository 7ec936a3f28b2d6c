#include "core/services/shopsession.h"

#include "core/base/japantime.h"
#include "core/services/shopengine.h"

namespace kessai {

ShopSession::ShopSession(QObject *parent) : ShopSession(Housekeeping(), parent) {}

ShopSession::ShopSession(const Housekeeping &housekeeping, QObject *parent)
    : QObject(parent), m_housekeeping(housekeeping)
{
    connect(this, &ShopSession::gatewayAnswered, this, [this](const QDateTime &at) { m_lastAnswerAt = at; });
}

ShopSession::~ShopSession()
{
    *m_stop = true;
    m_reader.reset();
    m_engine.reset();
}

void ShopSession::open(const Shop::Options &options)
{
    Q_ASSERT(m_state == State::Closed);
    m_options = options;
    m_state = State::Opening;
    *m_stop = false;
    m_engine = std::make_unique<ShopEngine>(*this, options, m_housekeeping);
    m_engine->startThread();
}

void ShopSession::onShopOpened(const DatabaseSpec &spec, GatewayEnvironment environment)
{
    m_environment = environment;
    m_reader = std::make_unique<ShopReader>();
    m_reader->open(spec, this, [this](const std::optional<StorageError> &problem) {
        if (problem) {
            onOpenFailed({ShopError::Kind::Database, problem->message});
        } else {
            onReaderOpened();
        }
    });
}

void ShopSession::onReaderOpened()
{
    if (m_state != State::Opening) {
        return;
    }
    m_state = State::Open;
    emit opened();
}

void ShopSession::onOpenFailed(const ShopError &error)
{
    const bool wasClosing = m_state == State::Closing;
    *m_stop = true;
    m_reader.reset();
    m_engine.reset(); // and with it what close() asked it for
    m_state = State::Closed;
    if (wasClosing) {
        emit closed();
    } else {
        emit openFailed(error);
    }
}

void ShopSession::close()
{
    if (m_state == State::Closing) {
        return;
    }
    if (!m_engine) {
        QMetaObject::invokeMethod(this, &ShopSession::closed, Qt::QueuedConnection);
        return;
    }
    m_state = State::Closing;
    *m_stop = true;
    QMetaObject::invokeMethod(
        m_engine.get(), [engine = m_engine.get()] { engine->finish(); }, Qt::QueuedConnection);
}

void ShopSession::onEngineFinished()
{
    if (m_state != State::Closing) {
        return; // opening failed meanwhile, and closed() was said then
    }
    m_reader.reset();
    m_engine.reset();
    m_state = State::Closed;
    emit closed();
}

void ShopSession::setOperatorName(const QString &name)
{
    m_options.operatorName = name;
    postToEngine([name](Shop &shop) { shop.setOperatorName(name); });
}

QDateTime ShopSession::gatewayNow() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(*m_gatewayClockOffsetMs);
}

QDate ShopSession::today() const
{
    return japantime::dayOf(gatewayNow());
}

std::function<bool()> ShopSession::stopRequested() const
{
    return [stop = m_stop] { return stop->load(); };
}

void ShopSession::stopReads(const QByteArray &kind)
{
    if (m_reader) {
        m_reader->drop(kind);
    }
}

void ShopSession::postToEngine(std::function<void(Shop &)> job)
{
    if (!m_engine) {
        return; // the job is dropped, its future cancelled
    }
    QMetaObject::invokeMethod(
        m_engine.get(), [engine = m_engine.get(), job = std::move(job)] { engine->run(job); },
        Qt::QueuedConnection);
}

void ShopSession::postToReader(const QByteArray &kind, ShopReader::Job job)
{
    if (m_reader) {
        m_reader->add(kind, std::move(job));
    }
}

} // namespace kessai
