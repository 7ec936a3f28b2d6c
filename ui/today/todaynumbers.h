#pragma once

#include "core/services/shopsession.h"
#include "core/storage/todayswork.h"

#include <QTimer>

#include <optional>

namespace kessai {

/// What 今日の仕事 counts, kept live: for its page and for the number in the side bar. Read on the reader's
/// thread: at most once a second while the page is in sight, else seldom and without the days of the charts.
class TodayNumbers : public QObject
{
    Q_OBJECT

public:
    explicit TodayNumbers(ShopSession &session, QObject *parent = nullptr);

    /// False until the first answer.
    [[nodiscard]] bool known() const { return m_countedAt.isValid(); }
    /// Of which instant of the gateway's clock the numbers are.
    [[nodiscard]] const QDateTime &countedAt() const { return m_countedAt; }
    [[nodiscard]] const QMap<WorkKind, WorkCount> &work() const { return m_work.counts; }
    /// How many cards have something to do.
    [[nodiscard]] int cardsWithWork() const;
    /// 締め日 of a card company that comes first (S16, S85); none where the shop keeps none.
    struct Closing
    {
        QString company;
        QDate day;
    };
    [[nodiscard]] const std::optional<Closing> &nextClosing() const { return m_work.nextClosing; }

    [[nodiscard]] const QList<LapsingDay> &lapsing() const { return m_days.lapsing; }
    [[nodiscard]] const QList<MoneyDay> &money() const { return m_days.money; }
    /// The first day of lapsing() and the last of money(), as they were asked; invalid before the first
    /// answer.
    [[nodiscard]] const QDate &lapsingFrom() const { return m_days.lapsingFrom; }
    [[nodiscard]] const QDate &moneyUntil() const { return m_days.moneyUntil; }

    /// Whether somebody looks at the page: reads anew when it comes into sight.
    void setWatched(bool watched);
    /// Now, or as soon as the reading that goes on is over.
    void refresh();
    /// Drops what is being read (Esc); false when nothing is.
    bool stop();

signals:
    void changed();
    void daysChanged();
    void readingChanged(bool reading);
    /// What stood there stays.
    void failed(const QString &message);

private:
    struct Work
    {
        QMap<WorkKind, WorkCount> counts;
        std::optional<Closing> nextClosing;
    };
    struct Days
    {
        QList<LapsingDay> lapsing;
        QList<MoneyDay> money;
        QDate lapsingFrom;
        QDate moneyUntil;
    };
    static StorageResult<Work> readWork(Database &database, const QDateTime &now);
    static StorageResult<Days> readDays(Database &database, Days asked);
    void soon();
    void readWork();
    void readDays();
    void endReading();

    ShopSession &m_session;
    Work m_work;
    QDateTime m_countedAt;
    Days m_days;
    bool m_watched = false;
    bool m_reading = false;
    bool m_again = false; ///< something has changed since the reading that goes on was asked for
    QTimer m_soon;        ///< a run changes rows faster than anybody reads
    QTimer m_minute;      ///< what waits too long, or lapses, does so without any change
};

} // namespace kessai
