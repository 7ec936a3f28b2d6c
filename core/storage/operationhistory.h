#pragma once

#include "core/domain/operation.h"
#include "core/storage/database.h"
#include "core/storage/runstore.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace kessai {

/// Which operations or runs of 処理の履歴 are meant. The days are Japan days of the instant at which staff
/// asked (asked_at), both included: what was asked on Monday stays in Monday's history, however long the
/// gateway's answer took. Only dayTotals() goes by another instant, and says by which; operations() go by
/// their end where that is asked for.
struct HistoryFilter
{
    std::optional<QDate> from{};
    std::optional<QDate> to{};
    bool byEnd = false;             ///< of operations: the days are those of ended_at
    QString operatorName{};         ///< "" all
    QList<OperationKind> kinds{};   ///< of operations and totals
    QList<RunKind> runKinds{};      ///< of runs
    QList<OperationState> states{}; ///< of operations; runs and totals do not look at it
    QList<RunStore::State> runStates{};
    std::optional<bool> stopped{}; ///< of runs: finished ones that a person ended (中止), or only others
    std::optional<RunId> run{};

    bool operator==(const HistoryFilter &) const = default;
};

/// A line of the history of operations: a run's item or a single one.
struct HistoryOperation
{
    qint64 number = 0; ///< the running number over all operations: the row's key
    OperationId id;
    std::optional<RunId> run;
    std::optional<OrderId> order; ///< none: the payment belongs to no order any more
    QString orderNumber;
    QString customerName;
    QString gatewayOrderId;
    OperationKind kind = OperationKind::Capture;
    OperationState state = OperationState::Planned;
    EndReason reason = EndReason::None;
    std::optional<Proof> proof;
    QString jobCd;                   ///< the word that was sent; "" nothing was
    QStringList codes;               ///< of the last answer; where none came, of the last read that had some
    std::optional<Yen> amount;       ///< that moved or was to; of a change the new one; none: unknown
    std::optional<Yen> amountBefore; ///< 決済金額 in the pre-check; none: it was not reached
    QString askedBy;
    QDateTime askedAt;
    std::optional<QDateTime> endedAt;
};

/// A run with its counts (RunStore::Run::counts) and the sum that its DONE items moved.
struct HistoryRun
{
    RunStore::Run run;
    Yen doneAmount;
    [[nodiscard]] qint64 total() const;
};

/// 日計: the DONE operations of one day, kind and sent word, to lay beside GMO's own console.
struct DayTotal
{
    QDate day;
    OperationKind kind = OperationKind::Capture;
    QString jobCd; ///< SALES, VOID, RETURN, RETURNX, AUTH, CAPTURE, CANCEL …
    qint64 count = 0;
    Yen amount;       ///< capture: taken; cancel: given back; change, re-authorisation: the new amount
    Yen amountBefore; ///< of changes: the amounts before; of the others as `amount` or 0
    /// Of changes: new less old; 0 for the others.
    [[nodiscard]] Yen difference() const;
};

/// 処理の履歴 (Ctrl+3): everything that was ever asked for, and nothing is ever taken out of it. Works on a
/// read-only connection.
///
/// The items that a run refused for want of a payment (order_event REJECTED) count in runs, as in every
/// report, but are no operations.
class OperationHistory
{
public:
    explicit OperationHistory(Database &database) : m_database(database) {}

    /// Running numbers of the operations, newest first.
    StorageResult<QList<qint64>> operations(const HistoryFilter &filter);
    /// Rows for these numbers, in the same order; numbers that do not exist are left out.
    StorageResult<QList<HistoryOperation>> operationPage(const QList<qint64> &numbers);

    /// Newest first.
    StorageResult<QList<RunId>> runs(const HistoryFilter &filter);
    /// In the same order; counted by one statement for all of them.
    StorageResult<QList<HistoryRun>> runPage(const QList<RunId> &runs);

    /// DONE operations by the Japan day on which the gateway processed them, newest day first. That day is
    /// the gateway's own: TranDate of its SUCCESS answer, else ProcessDate of the last read; where neither
    /// is known (a person decided, or the field was unreadable) the day of armed_at, which is at most a
    /// minute before the gateway had the request. `from` and `to` are such days here; operations that this
    /// program armed more than a day outside of them are not looked at, so its clock has to be right to the
    /// day.
    StorageResult<QList<DayTotal>> dayTotals(const HistoryFilter &filter);

    /// All who ever asked for something, for the filter.
    StorageResult<QStringList> operatorNames();

private:
    Database &m_database;
};

} // namespace kessai
