#pragma once

#include "core/services/orderservice.h"
#include "core/services/runprogress.h"
#include "core/services/shopsession.h"
#include "core/storage/runitems.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <limits>

namespace kessai {

/// The bulk runs of a shop as the window knows them: starts, pauses, resumes and stops them, and reads how
/// they stand from the database, a few times a second at most and never per item.
class RunDesk : public QObject
{
    Q_OBJECT

public:
    explicit RunDesk(ShopSession &session, QObject *parent = nullptr);

    /// A run as it was last read.
    struct Standing
    {
        RunProgress progress;
        // Only of a run that is followed:
        std::optional<OrderStatus> promised = {}; ///< 対応状況 that what gets done is owed still
        // and only when it is over as well:
        std::optional<RunSums> sums = {}; ///< none: not asked for, or
        bool sumsUnreadable = false;
        /// Of what ended REFUSED or CANCELLED; none: not read yet.
        std::optional<qint64> canRunAgain = {};
        bool statusLeft = false; ///< RunWords::pairedStatus can be set for some that are done
        /// The payment command that goes with the 対応状況 that was set, where it may do something for one
        /// of the orders that changed (S44).
        std::optional<OperationKind> fittingCommand = {};
    };
    /// What came of working on a run.
    struct Outcome
    {
        std::optional<RunId> run;
        QString problem;                   ///< why not all was done, in a sentence; ""
        bool paused = false;               ///< the problem is why the run stands still
        std::optional<OrderStatus> status; ///< that was to be set afterwards (S64, S66)
        qint64 statusChanged = 0;
        QList<StatusChange> statusRefused;
    };

    /// Reads the runs that are not finished, and sets what 対応状況 finished ones owe still (RunPromises),
    /// now and when something of them settles; to call once the shop is open.
    void begin();
    [[nodiscard]] ShopSession &session() const { return m_session; }
    /// The runs that are not finished, newest first.
    [[nodiscard]] const QList<RunProgress> &unfinished() const { return m_unfinished; }
    /// Reads this run too, finished or not, until it is unfollowed.
    void follow(const RunId &run);
    void unfollow(const RunId &run);
    /// None before it was read.
    [[nodiscard]] const Standing *standingOf(const RunId &run) const;

    /// Plans and begins; answers with started() and ended with worked(). False while another one is being
    /// planned: a second click starts nothing.
    /// @param requests made on the engine's thread: there may be a hundred thousand of them; at least one
    bool start(std::function<QList<OperationRequest>()> requests);
    /// The same of what moves no money.
    bool startOrders(std::function<OrderRunRequest()> request);
    [[nodiscard]] bool isStarting() const { return m_starting; }
    void pause(const RunId &run);
    void resume(const RunId &run);
    /// 中止: what waits is withdrawn, what is sent is waited for.
    void stop(const RunId &run);

signals:
    /// What is unfinished or followed was read anew.
    void changed();
    /// It is on disk and being worked on.
    void started(const kessai::RunId &run);
    /// The work of this program on it is over for now: finished, paused, or nothing was begun.
    void worked(const kessai::RunDesk::Outcome &outcome);
    /// Finished, or paused by itself: for whoever looks elsewhere.
    void cameToRest(const kessai::RunProgress &progress);
    /// A command could not be carried out, in a sentence.
    void failed(const QString &problem);

private:
    struct Reading
    {
        QList<RunProgress> unfinished;
        QHash<RunId, Standing> standings;
        QHash<RunId, qint64> owing; ///< finished, with a promise: items that are not at their end
        QString problem;
    };
    /// What is kept of a run from one reading to the next, on the reader's thread only.
    struct Known
    {
        RunPace pace;
        QMap<OperationState, qint64> counts; ///< that the sums go with
        std::optional<QDateTime> sweptAt;
        std::optional<RunSums> sums;
    };
    /// By which it is judged what can run again.
    struct Judging
    {
        std::optional<PaymentRules> rules{}; ///< none: not known yet
        QDateTime now{};
    };
    /// More than any run has: its promise is looked at once more.
    static constexpr qint64 Unseen = std::numeric_limits<qint64>::max();
    using AllKnown = QHash<RunId, std::shared_ptr<Known>>;
    static Reading readRuns(Database &database, const QSet<RunId> &wanted, const QSet<RunId> &followed,
                            const std::shared_ptr<AllKnown> &allKnown, std::chrono::milliseconds now,
                            const Judging &judging);
    static void readEnd(Database &database, Standing &standing, Known &known, const Judging &judging);
    static std::optional<OperationKind> fittingCommandOf(Database &database, const RunStore::Run &run);
    static void readAgain(Database &database, Standing &standing, const Judging &judging);
    void askRules();
    static void readOwing(Database &database, Reading &reading);
    template <typename Work>
    bool startWork(Work work);
    void scheduleRead();
    void read();
    void take(const Reading &reading);
    void tellRest(const Reading &reading);
    void onWorked(Outcome outcome);
    void beginWork(const RunId &run);
    void endWork(const std::optional<RunId> &run);
    void takeOwing(const QHash<RunId, qint64> &owing);
    void keepPromisesOf(const QList<RunId> &runs);

    ShopSession &m_session;
    QTimer m_pause;        ///< between two reads
    QElapsedTimer m_since; ///< the clock of the pace
    QElapsedTimer m_readTook;
    std::shared_ptr<AllKnown> m_known;
    QList<RunProgress> m_unfinished;
    QHash<RunId, Standing> m_standings;
    std::optional<PaymentRules> m_rules; ///< of the shop
    QHash<RunId, int> m_followed;
    QHash<RunId, RunStore::State> m_lastStates; ///< of those that are not finished
    QSet<RunId> m_pausedHere;
    QHash<RunId, int> m_working;  ///< what works on it here keeps its promise
    QHash<RunId, qint64> m_owing; ///< as they were when their promise was last kept as far as could be
    bool m_owingRead = false;
    bool m_begun = false;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was read
    bool m_starting = false;
};

} // namespace kessai

Q_DECLARE_METATYPE(kessai::RunDesk::Outcome)
