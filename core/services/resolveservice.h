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
    ResolveService(ShopContext &context, Settler &settler) : m_context(context), m_settler(settler) {}

    struct Outcome
    {
        bool resolved = false;
        QString problem; ///< a sentence for staff when not resolved
        bool gatewayUnusable = false;
        std::optional<OperationId> operation;
    };
    QCoro::Task<StorageResult<Outcome>> resolve(PaymentId id, Resolution resolution, QString reason,
                                                QString operatorName);

private:
    ShopContext &m_context;
    Settler &m_settler;
};

} // namespace kessai
