#pragma once

#include "core/services/paymentoperation.h"

#include <chrono>

namespace kessai {

/// How long an answer that could not be stored waits for the next try (journal.md §12).
constexpr std::chrono::milliseconds StoreRetry{2000};

/// Counts one answer that the store did not take, from its first failed try until it lives no more.
class UnstoredAnswer
{
public:
    explicit UnstoredAnswer(ShopContext &context) : m_context(context) {}
    Q_DISABLE_COPY_MOVE(UnstoredAnswer)
    ~UnstoredAnswer()
    {
        if (m_waits && --m_context.unstoredAnswers == 0) {
            emit m_context.notifier.storeRecovered();
        }
    }
    void failedWith(const StorageError &error)
    {
        m_context.unstoredAnswers += m_waits ? 0 : 1;
        m_waits = true;
        emit m_context.notifier.storeFailing(error.message);
    }

private:
    ShopContext &m_context;
    bool m_waits = false;
};

/// What one run of the eight steps carries from step to step; lives in run()'s frame.
struct PaymentOperation::Attempt
{
    Operation operation;
    Payment payment;
    Within within = Within::NoRun;
    std::function<bool()> stop;
    QString askedCancelWord; ///< a person's, after a refusal; "" as the rules say
    GatewayGate::Lease lease;
    InquiryAnswer read;
    std::chrono::milliseconds readSinceBoot{};
    EndReason around = EndReason::None; ///< what order and other payments say against it
    bool believed = false; ///< what was read was stored as the belief in the step that kept the read
    bool hasTurn = false;  ///< the request's turn was there with the read
    PreparedRequest request;
    QDateTime armedAt;
    std::chrono::milliseconds armedSinceBoot{};
    MutationAnswer answer;
    Kept kept = Kept::AnswerAlone; ///< what the step did that kept the answer
    bool mayBeKept = false; ///< a try to keep the answer failed; perhaps only the word of its commit was lost
    std::optional<StorageError>
        moveRefused; ///< why the answer is kept without the state that follows from it
    /// From the first failure until the answer is kept and, where a state follows from it at once, moved:
    /// what a store has just refused is no store that has recovered (journal.md §12).
    std::optional<UnstoredAnswer> unstored;
    OperationRunResult result;
};

} // namespace kessai
