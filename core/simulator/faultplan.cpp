#include "core/simulator/faultplan.h"

#include <algorithm>

namespace kessai::simulator {

StruckFaults::StruckFaults(const QList<Fault> &faults) : m_faults(faults) {}

const Fault *StruckFaults::find(FaultKind kind) const
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(),
                                    [kind](const Fault &fault) { return fault.kind == kind; });
    return found == m_faults.end() ? nullptr : &*found;
}

bool StruckFaults::hasAny(std::initializer_list<FaultKind> kinds) const
{
    return std::any_of(kinds.begin(), kinds.end(), [this](FaultKind kind) { return has(kind); });
}

bool StruckFaults::preventsEffect() const
{
    if (hasAny({FaultKind::DropBefore, FaultKind::ResetBefore})) {
        return true;
    }
    for (const FaultKind kind : {FaultKind::Error, FaultKind::UnequalCodes, FaultKind::Status,
                                 FaultKind::Html, FaultKind::Redirect}) {
        const Fault *fault = find(kind);
        if (fault && !fault->effect) {
            return true;
        }
    }
    return false;
}

QString StruckFaults::names() const
{
    QStringList names;
    for (const Fault &fault : m_faults) {
        names.append(faultName(fault.kind));
    }
    return names.join(u'+');
}

FaultPlan::FaultPlan(quint32 seed) : m_dice(seed) {}

void FaultPlan::add(const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        m_armed.append({fault});
    }
}

bool FaultPlan::strikes(Armed &armed)
{
    ++armed.seen;
    if (armed.fault.nth) {
        return armed.seen == *armed.fault.nth;
    }
    if (armed.fault.times) {
        return armed.seen <= *armed.fault.times;
    }
    return !armed.fault.probability || m_dice.generateDouble() < *armed.fault.probability;
}

bool FaultPlan::strikeHandshake()
{
    bool struck = false;
    for (Armed &armed : m_armed) {
        struck |= armed.fault.kind == FaultKind::TlsFailure && strikes(armed);
    }
    return struck;
}

StruckFaults FaultPlan::strike(const QString &call, const QString &orderId, const QString &jobCd)
{
    const auto matches = [](const QString &wanted, const QString &given) {
        return wanted.isEmpty() || wanted == given;
    };
    QList<Fault> struck;
    for (Armed &armed : m_armed) {
        const Fault &fault = armed.fault;
        if (fault.kind != FaultKind::TlsFailure && matches(fault.call, call) &&
            matches(fault.orderId, orderId) && matches(fault.jobCd, jobCd) && strikes(armed)) {
            struck.append(fault);
        }
    }
    return StruckFaults(struck);
}

} // namespace kessai::simulator
