#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace kessai {

/// How long an event waits that is posted to the window's thread: a thread of its own posts one every few
/// milliseconds, whether the ones before were handled or not, so that a long block counts for its length.
class DelayWatch : public QObject
{
public:
    DelayWatch();
    ~DelayWatch() override;

    /// What came of one phase.
    struct Phase
    {
        QString name;
        QList<double> delaysMs; ///< ascending
        QString slowestStep;    ///< in which the longest delay came to light

        [[nodiscard]] double atMs(double share) const; ///< 0.5: the median, 0.99: p99
    };

    void begin(const QString &phase);
    /// Names what is done from now on, for Phase::slowestStep.
    void step(const QString &name);
    /// Goes through the event loop until `come`; ends the program when it never does.
    void waitFor(const std::function<bool()> &come);
    /// A moment in the event loop, as a person pauses between two acts.
    void pause(int ms);
    Phase end();

protected:
    bool event(QEvent *event) override;

private:
    void post();

    static constexpr int PeriodMs = 4;
    QElapsedTimer m_clock;
    qint64 m_begunNs = 0; ///< what was posted before belongs to no phase
    bool m_watching = false;
    Phase m_phase;
    QString m_step;
    double m_slowestMs = 0;
    double m_stepWorstMs = 0;
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

} // namespace kessai
