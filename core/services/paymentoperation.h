#pragma once

#include "core/services/journalrecord.h"
#include "core/services/settler.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>
#include <QSet>

namespace kessai {

/// For whom an operation is carried out. A run can take an item back that was not sent and have it tried
/// again.
enum class Within { NoRun, Run, RunLastTry };

/// How one attempt at an operation went, for breaker, run and command line.
struct OperationRunResult
{
    OperationState state = OperationState::Planned;
    bool ambiguous = false;        ///< counts for BREAKER
    bool shopLevelRefusal = false; ///< pauses the run
    bool gatewayUnusable = false;
    QString problem;        ///< why the gateway was of no use, in a sentence for staff; "" when it was
    bool claimed = false;   ///< else nobody was asked, and nothing is said about the gateway
    bool lostClaim = false; ///< another operation is live: a run tries once more at its end
    bool backInRun =
        false; ///< PLANNED again with nothing sent: the run paused, or waits for midnight to pass
    QString heldBy;
    std::optional<StorageError> storeError; ///< before or at arm: nothing was sent
};

/// Carries one planned operation out: the eight steps of journal.md §6 in run(), top to bottom.
class PaymentOperation
{
public:
    PaymentOperation(ShopContext &context, Settler &settler) : m_context(context), m_settler(settler) {}

    /// The operation must be PLANNED and on disk.
    /// @param within Run: a lost claim stays PLANNED instead of ending as CANCELLED, HELD
    /// @param stop true takes an item of a run back as long as nothing of it was sent; not asked for others
    QCoro::Task<OperationRunResult> run(OperationId id, Within within, std::function<bool()> stop);

    /// Operations of this boot that nobody works on, left by a store that failed: CLAIMED ones and PLANNED
    /// ones of no run end as CANCELLED, for nothing was sent; ARMED ones, and those that a BUSY answered, are
    /// in doubt. How many. Call it before planning.
    StorageResult<int> releaseIdle();

    /// Operations between claim and end now, for a visible count at quit.
    [[nodiscard]] int openCount() const { return int(m_running.size()); }

private:
    struct Attempt;
    enum class Next { Stop, TryAgain };
    /// What was stored with an answer: nothing else, a capture's DONE, or nothing for somebody took it over.
    enum class Kept { AnswerAlone, Captured, LeftToNewOwner };

    StorageResult<bool> load(Attempt &attempt, const OperationId &id);
    StorageResult<Nothing> loadPayment(Attempt &attempt);
    StorageResult<JournalStore::Claim> loadAndClaim(Attempt &attempt, const OperationId &id);
    QCoro::Task<bool> claim(Attempt &attempt);
    QCoro::Task<bool> preCheck(Attempt &attempt);
    StorageResult<EndReason> chosenProblem(const Attempt &attempt, const QList<Payment> &payments);
    StorageResult<Nothing> lookAround(Attempt &attempt, const OrderPayments &order);
    static bool isPlainRead(const Attempt &attempt);
    StorageResult<bool> keepRead(Attempt &attempt);
    StorageResult<bool> untrustedRead(const Attempt &attempt);
    StorageResult<bool> believe(Attempt &attempt);
    QCoro::Task<bool> waitsForMorning(Attempt &attempt);
    bool givenBack(Attempt &attempt);
    StorageResult<bool> release(const Operation &row, EndReason reason);
    EndReason whatKeepsBack(Attempt &attempt) const;
    EndReason eligibility(const Attempt &attempt) const;
    EndReason prepare(Attempt &attempt) const;
    static std::optional<Yen> wantedTaxOf(const Attempt &attempt);
    EndReason prepareCard(Attempt &attempt) const;
    EndReason prepareMulti(Attempt &attempt) const;
    QCoro::Task<bool> armInTurn(Attempt &attempt);
    bool isFresh(const Attempt &attempt) const;
    StorageResult<bool> arm(Attempt &attempt, const std::optional<Evidence> &read);
    bool armedBy(Attempt &attempt, const StorageResult<bool> &armed);
    SendGuard guardOf(const Attempt &attempt) const;
    QCoro::Task<> record(Attempt &attempt);
    static std::optional<SeenPayment> capturedBy(const Attempt &attempt);
    StorageResult<Kept> keepAnswer(Attempt &attempt, const Evidence &evidence);
    StorageResult<std::optional<Kept>> keptBefore(const Attempt &attempt, const Evidence &evidence);
    StorageResult<Kept> keepCapture(const Attempt &attempt, const Evidence &evidence,
                                    const SeenPayment &seen);
    QCoro::Task<Next> verify(Attempt &attempt, qsizetype attemptsLeft);

    QCoro::Task<> afterSuccess(Attempt &attempt);
    QCoro::Task<> afterRefusal(Attempt &attempt);
    QCoro::Task<Next> afterBusy(Attempt &attempt, qsizetype attemptsLeft);
    QCoro::Task<std::optional<InquiryAnswer>> readAgain(Attempt &attempt);
    QCoro::Task<bool> moveUntilStored(Attempt &attempt, OperationState to, std::optional<Proof> proof,
                                      EndReason reason, std::optional<SeenPayment> seen);
    QCoro::Task<> skip(Attempt &attempt, EndReason reason);

    ShopContext &m_context;
    Settler &m_settler;
    QSet<OperationId> m_running;
};

} // namespace kessai
