#pragma once

#include "core/base/result.h"

#include <QJsonObject>
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
    StaleRead,  ///< an inquiry answers as before the transaction's last effect (journal.md §2 A2)
    Duplicate,  ///< AlterTran is delivered twice inside the gateway; the first delivery is answered
    TlsFailure, ///< the handshake of a connection fails, so nth and times count connections; only with TLS
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

} // namespace kessai::simulator
