#pragma once

#include <QDateTime>
#include <QElapsedTimer>

namespace kessai::simulator {

/// The one clock of the gateway. It runs on from where it was set, or stands still while frozen; date rules,
/// TranDate and the Date header all come from it.
class SimulatorClock
{
public:
    explicit SimulatorClock(const QDateTime &startUtc);

    [[nodiscard]] QDateTime nowUtc() const;
    [[nodiscard]] bool frozen() const { return m_frozen; }

    void setNow(const QDateTime &instant);
    void advance(qint64 seconds);
    void setFrozen(bool frozen);

private:
    QDateTime m_base;
    QElapsedTimer m_sinceBase;
    bool m_frozen = false;
};

/// `yyyy-MM-dd HH:mm:ss` in Japan time, as the control port and the command line write it; empty for no
/// instant.
QString toClockText(const QDateTime &instant);
/// The instant of such a text; an invalid one when it is not one.
QDateTime fromClockText(const QString &text);
/// `Fri, 01 Mar 2013 02:59:33 GMT`.
QByteArray toHttpDate(const QDateTime &instant);

} // namespace kessai::simulator
