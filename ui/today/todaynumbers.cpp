#include "ui/today/todaynumbers.h"

#include "core/base/japantime.h"
#include "core/domain/closingdate.h"
#include "core/storage/closingdates.h"
#include "ui/models/whendone.h"
#include "ui/today/dayfigures.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds PauseInSight = 1s;
constexpr std::chrono::milliseconds PauseOutOfSight = 10s;
constexpr std::chrono::milliseconds Minute = 60s;

const QByteArray WorkRead = QByteArrayLiteral("today.work");
const QByteArray DaysRead = QByteArrayLiteral("today.days");

} // namespace

TodayNumbers::TodayNumbers(ShopSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_soon.setSingleShot(true);
    m_minute.setInterval(Minute);
    connect(&m_soon, &QTimer::timeout, this, &TodayNumbers::refresh);
    connect(&m_minute, &QTimer::timeout, this, &TodayNumbers::refresh);
    connect(&session, &ShopSession::paymentChanged, this, &TodayNumbers::soon);
    connect(&session, &ShopSession::orderChanged, this, &TodayNumbers::soon);
    connect(&session, &ShopSession::ordersChanged, this, &TodayNumbers::soon);
    connect(&session, &ShopSession::runChanged, this, &TodayNumbers::soon);
}

int TodayNumbers::cardsWithWork() const
{
    return int(std::count_if(m_work.counts.cbegin(), m_work.counts.cend(),
                             [](const WorkCount &count) { return count.orders > 0; }));
}

void TodayNumbers::setWatched(bool watched)
{
    if (std::exchange(m_watched, watched) == watched) {
        return;
    }
    if (!watched) {
        m_minute.stop();
        return;
    }
    m_minute.start();
    if (!m_reading) { // else what is being read goes on to the days
        refresh();
    }
}

void TodayNumbers::soon()
{
    if (m_reading) {
        m_again = true;
    } else if (!m_soon.isActive()) {
        m_soon.start(m_watched ? PauseInSight : PauseOutOfSight);
    }
}

void TodayNumbers::refresh()
{
    m_soon.stop();
    if (m_session.state() != ShopSession::State::Open) {
        return;
    }
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    emit readingChanged(true);
    readWork();
}

StorageResult<TodayNumbers::Work> TodayNumbers::readWork(Database &database, const QDateTime &now)
{
    const auto counts = todaysWork(database, now);
    if (!counts) {
        return failure(counts.error());
    }
    const auto dates = ClosingDates(database).all();
    if (!dates) {
        return failure(dates.error());
    }
    Work work{*counts, {}};
    for (const ClosingDate &each : *dates) {
        const QDate next = nextClosingDate(each.day, japantime::dayOf(now));
        if (!work.nextClosing || next < work.nextClosing->day) {
            work.nextClosing = Closing{each.company, next};
        }
    }
    return work;
}

void TodayNumbers::readWork()
{
    const QDateTime now = m_session.gatewayNow();
    const auto take = [this, now](const StorageResult<Work> &answer) {
        if (!answer) {
            endReading();
            emit failed(answer.error().message);
            return;
        }
        m_work = *answer;
        m_countedAt = now;
        emit changed();
        if (m_watched) {
            readDays();
        } else {
            endReading();
        }
    };
    whenDone(m_session.onReader(WorkRead, [now](Database &database) { return readWork(database, now); }),
             this, take, [this] { endReading(); });
}

StorageResult<TodayNumbers::Days> TodayNumbers::readDays(Database &database, Days asked)
{
    const auto lapsing =
        lapsingByDay(database, asked.lapsingFrom, asked.lapsingFrom.addDays(DayFigures::LapsingDays));
    if (!lapsing) {
        return failure(lapsing.error());
    }
    const auto money =
        moneyByDay(database, asked.moneyUntil.addDays(1 - DayFigures::MoneyDays), asked.moneyUntil);
    if (!money) {
        return failure(money.error());
    }
    asked.lapsing = *lapsing;
    asked.money = *money;
    return asked;
}

/// The end of an operation is stamped by this machine's clock; what lapses goes by the gateway's.
void TodayNumbers::readDays()
{
    Days asked;
    asked.lapsingFrom = m_session.today();
    asked.moneyUntil = japantime::dayOf(QDateTime::currentDateTimeUtc());
    const auto take = [this](const StorageResult<Days> &answer) {
        endReading();
        if (answer) {
            m_days = *answer;
            emit daysChanged();
        } else {
            emit failed(answer.error().message);
        }
    };
    whenDone(m_session.onReader(DaysRead, [asked](Database &database) { return readDays(database, asked); }),
             this, take, [this] { endReading(); });
}

void TodayNumbers::endReading()
{
    m_reading = false;
    emit readingChanged(false);
    if (std::exchange(m_again, false)) {
        soon();
    }
}

bool TodayNumbers::stop()
{
    if (!m_reading) {
        return false;
    }
    m_session.stopReads(WorkRead);
    m_session.stopReads(DaysRead);
    return true;
}

} // namespace kessai
