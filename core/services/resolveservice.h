#pragma once

#include "core/services/settler.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

namespace kessai {

/// How a person closes a conflict or a finding (design.md §8 `resolve`).
enum class Resolution { Done, Refused, Adopt };

/// A conflict or finding is closed by a person, with a reason, after a fresh read that is kept as evidence.
class ResolveService
{
public:
    explicit ResolveService(ShopContext &context) : m_context(context) {}

    struct Outcome
    {
        bool resolved = false;
        QString problem; ///< a sentence for staff when not resolved
        bool gatewayUnusable = false;
        std::optional<OperationId> operation; ///< the one that was in conflict
    };
    QCoro::Task<StorageResult<Outcome>> resolve(PaymentId id, Resolution resolution, QString reason,
                                                QString operatorName);

private:
    StorageResult<Outcome> resolveConflict(const Operation &conflict, const InquiryAnswer &answer,
                                           Resolution resolution, const QString &reason,
                                           const QString &operatorName);
    StorageResult<Outcome> closeFindings(const Payment &payment, const QList<Finding> &shown,
                                         const InquiryAnswer &answer, Resolution resolution,
                                         const QString &reason, const QString &operatorName);

    ShopContext &m_context;
};

} // namespace kessai
