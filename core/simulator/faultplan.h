#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <optional>

namespace kessai::simulator {

/// What can go wrong with one request. "Before" is before the effect; "After": the effect happened, its
/// answer is lost.
enum class FaultKind {
    DelayBefore,
    DelayAfter,
    DropBefore,
    DropAfter,
    ResetBefore,
    ResetAfter,
    CutAfter,
    Error,
    UnequalCodes,
    Status,
    Html,
    Empty,
    Huge,
    Drip,
    Redirect,
    Crlf,
    UnknownKey,
    UnknownStatus,
    SpaceApprove,
    WrongDate,
    NoDate,
    StaleRead, ///< SearchTrade answers as before the transaction's last effect (journal.md §2 A2)
};

/// One line of the plan. Which requests it strikes: `call`, `orderId`, `jobCd` (empty: any), and of these the
/// nth, or the first `times`, or each by `probability`; none of the three: all.
struct Fault
{
    FaultKind kind = FaultKind::DropAfter;
    QString call{}; ///< without `.idPass`
    QString orderId{};
    QString jobCd{};
    std::optional<int> nth{}; ///< from 1, counted since the fault was added
    std::optional<int> times{};
    std::optional<double> probability{};            ///< 0 to 1
    int ms = 1000;                                  ///< delayBefore, delayAfter; drip: between two bytes
    int bytes = 0;                                  ///< cutAfter: of the whole answer, head included
    int httpStatus = 500;                           ///< status
    QStringList codes{QStringLiteral("E91099999")}; ///< error, unequalCodes: ErrInfo
    qint64 seconds = 86400;                         ///< wrongDate: how far the Date header is off
    /// error, unequalCodes, status, html, redirect have no effect unless this is true. All other faults but
    /// the "Before" ones let the effect happen.
    bool effect = false;
};

/// `delayBefore` …
QString faultName(FaultKind kind);
/// Reads `{"call":"AlterTran","nth":1,"fault":"cutAfter","bytes":20}`; the error says what is wrong.
Result<Fault, QString> faultFromJson(const QJsonObject &json);

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
