#pragma once

#include "core/domain/operation.h"
#include "core/simulator/ledgerentry.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace kessai {

/// One operation as the database has it, with the requests that arrived for it.
struct CampaignOperation
{
    OperationId id;
    QString payment; ///< 決済オーダーID
    OperationKind kind = OperationKind::Capture;
    OperationState state = OperationState::Planned;
    std::optional<Proof> proof;
    std::optional<RunId> run;
    Yen yen; ///< what it moved, as the database says: 決済金額 that was captured, cancelled or set
    std::optional<QDateTime> armedAt;
    QList<simulator::LedgerEntry> requests;
};

/// A cancel at the gateway's console.
struct CampaignOutsideCancel
{
    QDateTime at; ///< by the simulator's clock, whole seconds
    Yen yen;
};

/// How often the gateway sold, gave back or changed.
struct CampaignCounts
{
    int sales = 0;
    int cancels = 0;
    int changes = 0;
    bool operator==(const CampaignCounts &) const = default;
};

/// One payment on both sides.
struct CampaignPayment
{
    QString name;           ///< 決済オーダーID
    bool isTouched = false; ///< by the gateway's console, the shopper or a wallet with a word of its own
    bool hasFinding = false;
    std::optional<QString> believed; ///< status and 決済金額; none: never read
    QString seen;                    ///< as the gateway has it
    QList<CampaignOutsideCancel> cancelledOutside = {};
    std::optional<CampaignCounts> counted = {}; ///< in the story, by the gateway itself; none of a card
};

/// How many operations are done, and the yen that they moved.
struct CampaignSum
{
    qint64 count = 0;
    qint64 yen = 0;
    bool operator==(const CampaignSum &) const = default;
};

/// A line of 日計.
struct CampaignDay
{
    QString day; ///< yyyyMMdd, of the gateway
    OperationKind kind = OperationKind::Capture;
    QString jobCd;
    CampaignSum sum;
};

/// `run ID report` of one run.
struct CampaignReport
{
    RunId run;
    std::optional<OperationKind> kind = OperationKind::Capture; ///< none: it moves no money
    QString state;                                              ///< finished, paused, running
    qint64 items = 0;
    QMap<QString, qint64> summary; ///< total, done, refused, …
    CampaignSum done;              ///< what the database sums up
    CampaignSum doneItems;         ///< what stands at its items; of a cancel that is no yen that moved
};

/// What can be seen of a shop after a story with faults: the simulator's ledger, the database, and what the
/// programs said. The faults are off, and everybody had time to settle.
struct CampaignFacts
{
    QList<CampaignOperation> operations;
    QList<CampaignPayment> payments;
    QList<simulator::LedgerEntry> strangers; ///< mutating requests that no operation of ours accounts for
    QList<CampaignReport> reports;
    QList<CampaignDay> days; ///< 日計
    qint64 saidInDoubt = 0;  ///< by `settle`
    qint64 saidConflict = 0; ///< payments that need a person
    QStringList journal;     ///< what Invariants found broken
    QStringList secrets;     ///< where a secret was found
    /// T_SENDWIN + T_SETTLE: what takes effect later breaks an assumption (journal.md §2 A1), not a rule.
    qint64 settleMs = 0;
    qint64 longestDelayMs = 0;    ///< of a fault delayBefore
    QMap<QString, qint64> faults; ///< that struck, by kind, and what console, shopper and wallet did
    QMap<QString, qint64> effectsByCall;
    QMap<QString, qint64> counts; ///< requests, effects, operations, inDoubtSettled, conflicts, findings
};

} // namespace kessai
