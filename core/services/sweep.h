#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <QSet>

#include <functional>

namespace kessai {

/// A payment that is not where we believe it to be.
struct SweepDifference
{
    OrderId order;
    QString orderNumber;
    QString gatewayOrderId;
    Snapshot believed;
    std::optional<Snapshot> seen; ///< none: the gateway does not know the order
    PaymentId payment;
};

struct SweepReport
{
    int compared = 0;
    int unreadable = 0;
    int unknown = 0;      ///< never read before, and the gateway does not know the order: a wrong link?
    int held = 0;         ///< left out: an operation holds the payment, and its own reads say where it is
    int otherMethods = 0; ///< left out: of a method that does not go through the gateway
    QSet<PaymentId> comparedPayments;
    QList<SweepDifference> differences; ///< in the order asked
    bool gatewayUnusable = false;
    /// The last ones, in a row, that brought nothing of the gateway's; those under way together count once.
    int silentReads = 0;
    QString problem; ///< why the gateway cannot be used, in a sentence for staff; "" where it can

    /// All that was asked for could be read.
    [[nodiscard]] bool complete() const { return unreadable == 0 && !gatewayUnusable; }
    /// After two reads in a row that brought nothing the next would cost the whole deadline as well; one
    /// alone may be an answer about its own payment that nobody can read.
    [[nodiscard]] bool gatewayAnswers() const { return !gatewayUnusable && silentReads < 2; }
};

/// Compares the belief with the gateway and opens findings; corrects nothing (journal.md §14).
class Sweep
{
public:
    explicit Sweep(ShopContext &context) : m_context(context) {}

    enum class AtSilence { GoOn, Stop };
    /// Payments that an operation holds are left to the settler. Reads several at a time, but leaves
    /// operations a slot; one after the other while somebody waits for a slot or a turn, and while the
    /// gateway is silent.
    /// @param source SWEEP or WATCH
    QCoro::Task<StorageResult<SweepReport>> compare(QList<PaymentId> payments, QString source,
                                                    std::function<bool()> stop,
                                                    AtSilence atSilence = AtSilence::GoOn);
    /// The closing sweep of a finished run; marks it as swept when all could be read. What an earlier call
    /// compared, of this program or another, is not read again.
    QCoro::Task<StorageResult<SweepReport>> closeRun(RunId run, std::function<bool()> stop,
                                                     AtSilence atSilence = AtSilence::Stop);
    /// The next closeRun() reads all of the run.
    StorageResult<Nothing> startAgain(const RunId &run);
    /// Payments put on watch whose time has come (after NO_EFFECT: +5 min, +1 h, next morning).
    QCoro::Task<StorageResult<SweepReport>> watchDue(std::function<bool()> stop);

    /// Every payment that was ever read, newest first, in pieces: a sweep that was broken off goes on where
    /// it stood. true: all is compared and the mark of the restore is gone (journal.md §12).
    QCoro::Task<StorageResult<bool>> afterRestore(std::function<bool()> stop);

    /// Once a Japanese day: every payment with an operation in the last two days.
    QCoro::Task<StorageResult<SweepReport>> morning(std::function<bool()> stop);

private:
    struct Round;
    QCoro::Task<bool> compareNext(Round &round);
    [[nodiscard]] int readersWanted(const Round &round) const;
    QCoro::Task<StorageResult<Nothing>> compareOne(PaymentId id, QString source, SweepReport &report);
    StorageResult<Nothing> judge(const Payment &payment, const InquiryAnswer &answer, const QString &source,
                                 SweepReport &report);
    StorageResult<Nothing> adoptQuietly(const Payment &payment, const InquiryAnswer &answer);
    StorageResult<Nothing> logRead(const Payment &payment, const Snapshot &seen, const QDateTime &at);
    StorageResult<Nothing> tell(const Payment &payment, const std::optional<Snapshot> &seen,
                                const QString &source, SweepReport &report);

    StorageResult<QSet<PaymentId>> comparedOf(const RunId &run);
    StorageResult<Nothing> keepCompared(const RunId &run, const QSet<PaymentId> &payments);

    ShopContext &m_context;
};

} // namespace kessai
