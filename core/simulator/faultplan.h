#pragma once

#include "core/simulator/fault.h"

#include <QList>
#include <QRandomGenerator>

namespace kessai::simulator {

/// The faults that struck one request.
class StruckFaults
{
public:
    explicit StruckFaults(const QList<Fault> &faults = {});

    [[nodiscard]] const Fault *find(FaultKind kind) const;
    [[nodiscard]] bool has(FaultKind kind) const { return find(kind) != nullptr; }
    [[nodiscard]] bool hasAny(std::initializer_list<FaultKind> kinds) const;
    /// True when the request must not take effect.
    [[nodiscard]] bool preventsEffect() const;
    /// Joined by `+`; empty when none struck.
    [[nodiscard]] QString names() const;

private:
    QList<Fault> m_faults;
};

/// The faults that are set up, and the seeded dice.
class FaultPlan
{
public:
    explicit FaultPlan(quint32 seed);

    void add(const QList<Fault> &faults);
    void clear() { m_armed.clear(); }
    [[nodiscard]] qsizetype size() const { return m_armed.size(); }

    /// Counts the connection for each tlsFailure; true when its handshake shall fail.
    bool strikeHandshake();
    /// Counts the request for each fault that it matches, and gives those that strike.
    StruckFaults strike(const QString &call, const QString &orderId, const QString &jobCd);

private:
    struct Armed
    {
        Fault fault;
        int seen = 0;
    };
    bool strikes(Armed &armed);

    QList<Armed> m_armed;
    QRandomGenerator m_dice;
};

} // namespace kessai::simulator
