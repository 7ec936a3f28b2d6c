#include "tests/bench/delaywatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace kessai {

namespace {

constexpr int LookMs = 5; ///< between two looks whether it has come
constexpr int PatienceMs = 60'000;

const QEvent::Type PostedType = QEvent::Type(QEvent::registerEventType());

class Posted : public QEvent
{
public:
    explicit Posted(qint64 at) : QEvent(PostedType), postedNs(at) {}
    const qint64 postedNs;
};

} // namespace

DelayWatch::DelayWatch()
{
    m_clock.start();
    m_thread = std::thread([this] { post(); });
}

DelayWatch::~DelayWatch()
{
    m_over = true;
    m_thread.join();
}

void DelayWatch::post()
{
    while (!m_over) {
        QCoreApplication::postEvent(this, new Posted(m_clock.nsecsElapsed()));
        std::this_thread::sleep_for(std::chrono::milliseconds(PeriodMs));
    }
}

bool DelayWatch::event(QEvent *event)
{
    if (event->type() != PostedType) {
        return QObject::event(event);
    }
    const qint64 posted = static_cast<Posted *>(event)->postedNs;
    if (m_watching && posted >= m_begunNs) {
        const double delayMs = double(m_clock.nsecsElapsed() - posted) / 1e6;
        m_phase.delaysMs.append(delayMs);
        m_stepWorstMs = std::max(m_stepWorstMs, delayMs);
        if (delayMs > m_slowestMs) {
            m_slowestMs = delayMs;
            m_phase.slowestStep = m_step;
        }
    }
    return true;
}

void DelayWatch::begin(const QString &phase)
{
    m_phase = {phase, {}, {}};
    m_slowestMs = m_stepWorstMs = 0;
    m_begunNs = m_clock.nsecsElapsed();
    m_watching = true;
}

void DelayWatch::step(const QString &name)
{
    static const bool tellsAll = qEnvironmentVariableIsSet("KESSAI_BENCH_STEPS");
    pause(2 * PeriodMs); // what waits belongs to the step before
    if (tellsAll) {
        std::printf("  %s: %.1f ms\n", qPrintable(m_step), m_stepWorstMs);
        std::fflush(stdout);
    }
    m_stepWorstMs = 0;
    m_step = name;
}

void DelayWatch::waitFor(const std::function<bool()> &come)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer waited;
    waited.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (come()) {
            loop.quit();
        } else if (waited.elapsed() > PatienceMs) {
            qFatal("%s: waited in vain", qPrintable(m_step));
        }
    });
    look.start(LookMs);
    loop.exec();
}

void DelayWatch::pause(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

DelayWatch::Phase DelayWatch::end()
{
    step({});
    m_watching = false;
    std::sort(m_phase.delaysMs.begin(), m_phase.delaysMs.end());
    return m_phase;
}

double DelayWatch::Phase::atMs(double share) const
{
    if (delaysMs.isEmpty()) {
        return 0;
    }
    return delaysMs.at(std::min(delaysMs.size() - 1, qsizetype(share * double(delaysMs.size()))));
}

} // namespace kessai
