#include "core/simulator/simulatorclock.h"

#include "core/base/japantime.h"

#include <QLocale>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

SimulatorClock::SimulatorClock(const QDateTime &startUtc) : m_base(startUtc.toUTC())
{
    m_sinceBase.start();
}

QDateTime SimulatorClock::nowUtc() const
{
    return m_frozen ? m_base : m_base.addMSecs(m_sinceBase.elapsed());
}

void SimulatorClock::setNow(const QDateTime &instant)
{
    m_base = instant.toUTC();
    m_sinceBase.restart();
}

void SimulatorClock::advance(qint64 seconds)
{
    setNow(nowUtc().addSecs(seconds));
}

void SimulatorClock::setFrozen(bool frozen)
{
    setNow(nowUtc());
    m_frozen = frozen;
}

QString toClockText(const QDateTime &instant)
{
    return instant.isValid() ? japantime::fromInstant(instant).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QDateTime fromClockText(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    return local.isValid() ? japantime::instantOf(local.date(), local.time()) : QDateTime();
}

QByteArray toHttpDate(const QDateTime &instant)
{
    return QLocale::c().toString(instant.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace kessai::simulator
