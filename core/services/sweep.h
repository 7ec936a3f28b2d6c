#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace kessai {

/// A payment that is not where we believe it to be.
struct SweepDifference
{
    OrderId order;
    QString orderNumber;
    QString gatewayOrderId;
    Snapshot believed;
    Snapshot seen;
};

struct SweepReport
{
    int compared = 0;
    int unreadable = 0;
    QList<SweepDifference> differences;
    bool gatewayUnusable = false;

    /// All that was asked for could be read.
    [[nodiscard]] bool complete() const { return unreadable == 0 && !gatewayUnusable; }
};

/// Compares the belief with the gateway and opens findings; corrects nothing (journal.md §14).
class Sweep
{
public:
    explicit Sweep(ShopContext &context) : m_context(context) {}

    /// Payments that an operation holds are left to the settler.
    /// @param source SWEEP or WATCH
    QCoro::Task<StorageResult<SweepReport>> compare(QList<PaymentId> payments, QString source,
                                                    std::function<bool()> stop);
    /// The closing sweep of a finished run; marks it as swept when all could be read.
    QCoro::Task<StorageResult<SweepReport>> closeRun(RunId run, std::function<bool()> stop);
    /// Payments put on watch whose time has come (after NO_EFFECT: +5 min, +1 h, next morning).
    QCoro::Task<StorageResult<SweepReport>> watchDue(std::function<bool()> stop);

    /// Once a Japanese day: every payment with an operation in the last two days.
    QCoro::Task<StorageResult<SweepReport>> morning(std::function<bool()> stop);

private:
    QCoro::Task<StorageResult<Nothing>> compareOne(PaymentId id, QString source, SweepReport &report);
    StorageResult<Nothing> judge(const Payment &payment, const InquiryAnswer &answer, const QString &source,
                                 SweepReport &report);
    StorageResult<Nothing> adoptQuietly(const Payment &payment, const InquiryAnswer &answer);
    StorageResult<Nothing> open(const Payment &payment, const Snapshot &seen, const QString &source);

    ShopContext &m_context;
};

} // namespace kessai
