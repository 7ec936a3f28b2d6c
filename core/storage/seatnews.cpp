#include "core/storage/seatnews.h"

#include "core/base/log.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kessai {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// A notification is the boot id of its sender and words with a space before each: payment:12:7, order:7,
// orders, run:UUID.
const QString Channel = u"kessai_changes"_s;
const QString PaymentWord = u"payment"_s;
const QString OrderWord = u"order"_s;
const QString OrdersWord = u"orders"_s;
const QString RunWord = u"run"_s;

constexpr qsizetype MostWords = 200;       ///< above that one word says that many orders changed
constexpr qsizetype LongestPayload = 7000; ///< PostgreSQL takes less than 8000 bytes; ours are ASCII
constexpr std::chrono::milliseconds Collecting = 50ms; ///< a run changes a payment several times in it

QString wordOf(const QString &kind, qint64 id)
{
    return kind + u':' + QString::number(id);
}

/// 0: no id.
qint64 idOf(const QString &text)
{
    return std::max(text.toLongLong(), 0LL);
}

bool isAboutOrders(const QString &word)
{
    return !word.startsWith(RunWord);
}

} // namespace

SeatNews::SeatNews(Database &database, const Seat &seat) : m_database(database), m_boot(seat.boot)
{
    m_sending.setSingleShot(true);
    connect(&m_sending, &QTimer::timeout, this, &SeatNews::send);
}

SeatNews::~SeatNews()
{
    m_database.setConnectedAgain({});
    send();
}

void SeatNews::listen()
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return;
    }
    m_database.setConnectedAgain([this] {
        subscribe();
        // Nobody told us anything meanwhile. Said later, for somebody's statement waits for this connection.
        QMetaObject::invokeMethod(this, &SeatNews::ordersChanged, Qt::QueuedConnection);
    });
    subscribe();
}

void SeatNews::subscribe()
{
    QSqlDriver *driver = m_database.driver();
    // Queued, for a listener that meets a lost connection has this driver replaced.
    connect(
        driver, &QSqlDriver::notification, this,
        [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
            hear(payload.toString());
        },
        Qt::QueuedConnection);
    if (!driver->subscribeToNotification(Channel)) {
        qCWarning(logStorage).noquote()
            << "changes of other seats are not heard:" << driver->lastError().text();
    }
}

void SeatNews::tellPayment(PaymentId id, OrderId order)
{
    add(wordOf(PaymentWord, id.value) + u':' + QString::number(order.value));
}

void SeatNews::tellOrder(OrderId id)
{
    add(wordOf(OrderWord, id.value));
}

void SeatNews::tellOrders()
{
    add(OrdersWord);
}

void SeatNews::tellRun(const QString &runId)
{
    add(RunWord + u':' + runId);
}

void SeatNews::add(const QString &word)
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return;
    }
    m_words.insert(word);
    if (m_words.contains(OrdersWord) || m_words.size() > MostWords) {
        m_words.removeIf(isAboutOrders);
        m_words.insert(OrdersWord);
    }
    if (!m_sending.isActive()) {
        m_sending.start(Collecting);
    }
}

void SeatNews::send()
{
    if (m_words.isEmpty()) {
        return;
    }
    if (m_database.inTransaction()) { // which a failing statement would undo
        m_sending.start(Collecting);
        return;
    }
    QString payload = m_boot;
    for (const QString &word : std::exchange(m_words, {})) {
        if (payload.size() + word.size() >= LongestPayload) {
            if (!notify(payload)) {
                return;
            }
            payload = m_boot;
        }
        payload += u' ' + word;
    }
    notify(payload);
}

bool SeatNews::notify(const QString &payload)
{
    const auto told = m_database.run(u"SELECT pg_notify(?, ?)"_s, {Channel, payload});
    if (!told) {
        qCWarning(logStorage).noquote() << "other seats not told of a change:" << told.error().message;
    }
    return told.ok();
}

void SeatNews::hear(const QString &payload)
{
    const QStringList words = payload.split(u' ');
    if (words.first() == m_boot) {
        return;
    }
    for (const QString &word : words.sliced(1)) {
        repeat(word);
    }
}

/// What is none of our words comes from a newer version or from nobody who matters.
void SeatNews::repeat(const QString &word)
{
    const QStringList parts = word.split(u':');
    const QString &kind = parts.first();
    const qint64 id = idOf(parts.value(1));
    if (word == OrdersWord) {
        emit ordersChanged();
    } else if (kind == OrderWord && id) {
        emit orderChanged({id});
    } else if (kind == PaymentWord && id && idOf(parts.value(2))) {
        emit paymentChanged({id}, {idOf(parts.value(2))});
    } else if (kind == RunWord && !QUuid::fromString(parts.value(1)).isNull()) {
        emit runChanged(parts.value(1));
    }
}

} // namespace kessai
