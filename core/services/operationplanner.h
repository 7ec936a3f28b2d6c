#pragma once

#include "core/services/shopcontext.h"
#include "core/storage/runitems.h"

#include <QCoro/QCoroTask>

#include <QSet>

#include <functional>

namespace kessai {

/// What staff ask for, before it is looked at.
struct OperationRequest
{
    OperationKind kind = OperationKind::Capture;
    OrderId order;
    QString gatewayOrderId; ///< names one payment where an order has several; "" the order's only open one
    bool keepGatewayAmount = false; ///< CAPTURE: the person said that the authorised amount is meant
    QString reauthorizeJob;         ///< AUTH or CAPTURE; "" as the shop's rules say
    /// CANCEL: the neighbouring word, asked for by a person after the gateway refused the one of the rules;
    /// "" as the rules say (design.md §6).
    QString cancelWord;
    QString operatorName;
    /// What the person saw; none: nothing was shown (--yes). What moved since is not planned.
    std::optional<ConfirmedScreen> confirmed;
    /// One alone is a run too: the window's bulk commands have one report, however many are ticked.
    bool asRun = false;
    /// Of a run: 対応状況 that is wanted for what it gets DONE; kept with it (RunPromises).
    std::optional<OrderStatus> thenStatus{};
};

/// Requests of one kind, each made when it is looked at: of a run of any size the caller holds the orders'
/// ids at most.
struct OperationRequests
{
    qsizetype count = 0;
    std::function<OperationRequest(qsizetype)> at;

    static OperationRequests of(const QList<OperationRequest> &list)
    {
        return {list.size(), [list](qsizetype position) { return list.at(position); }};
    }
};

/// Which items of a plan are given back.
enum class PlannedItems {
    All,
    Held, ///< those that somebody else holds, with their holder: nothing keeps that but the answer
};

/// One item of an answer to staff (design.md §8 `items`).
struct OperationItem
{
    OrderId order;
    QString orderNumber;
    QString gatewayOrderId;
    std::optional<OperationId> operation; ///< none: there was no payment to hang it on
    OperationState state = OperationState::Planned;
    EndReason reason = EndReason::None;
    std::optional<Proof> proof;
    QString jobCd;
    QStringList codes;
    std::optional<PaymentStatus> paymentStatus;
    std::optional<Yen> amount;
    QString problem; ///< of a run that moves no money: why it could not be, in a sentence; ""
    QString heldBy;  ///< who holds the payment and since when, for staff; "" nobody
};

/// Plans operations (journal.md §6.1): all items in one transaction; those that cannot be are CANCELLED with
/// a reason.
class OperationPlanner
{
public:
    explicit OperationPlanner(ShopContext &context) : m_context(context) {}

    struct Plan
    {
        QList<OperationItem> items; ///< in the order asked, as many as were wanted
        std::optional<RunId> run;   ///< set when two or more were asked, or one as a run
        bool stopped = false;       ///< a person stopped it before anything was planned
    };
    /// All requests are of one kind. Reads the gateway first only where keepGatewayAmount asks for it.
    QCoro::Task<StorageResult<Plan>> plan(QList<OperationRequest> requests);
    /// Looks at one after the other, as of one moment and without a lock; then stores them in pieces, all the
    /// same in one transaction. Memory holds about 100 bytes of each.
    /// @param stop asked while the gateway is read: then nothing is planned at all
    QCoro::Task<StorageResult<Plan>> planInPieces(OperationRequests requests, PlannedItems kept,
                                                  std::function<bool()> stop);

private:
    struct Candidate
    {
        OperationItem item;
        Operation operation;
        EndReason problem = EndReason::None;
    };
    struct Found;
    struct Look;
    struct Unread;
    StorageResult<Look> lookAt(const OperationRequests &requests, PlannedItems kept);
    StorageResult<Nothing> write(const OperationRequests &requests, const Look &look);
    QList<Candidate> pieceOf(const OperationRequests &requests, const Look &look, qsizetype from,
                             qsizetype &nextKept) const;
    StorageResult<Candidate> candidateOf(const OperationRequest &request, const std::optional<RunId> &run,
                                         const QSet<PaymentId> &waitingInRuns);
    StorageResult<std::optional<OperationId>> retriedBy(const Operation &operation);
    StorageResult<std::optional<PaymentId>> closedPaymentOf(OrderId order);
    StorageResult<EndReason> heldProblem(PaymentId payment, QString &heldBy);
    [[nodiscard]] Operation operationFor(const OperationRequest &request, PaymentId payment,
                                         const std::optional<RunId> &run) const;
    static void setWanted(Operation &operation, const OperationRequest &request, const Payment &payment,
                          Yen payableTotal);
    StorageResult<Nothing> planAll(QList<Operation> &operations);
    StorageResult<Nothing> createRun(const RunId &run, const OperationRequest &first);
    StorageResult<Nothing> store(const QList<Candidate> &candidates, qsizetype from,
                                 const std::optional<RunId> &run, const OperationRequest &first);
    StorageResult<Nothing> storeRejected(const Candidate &candidate, qsizetype position,
                                         const std::optional<RunId> &run, const OperationRequest &first);
    QCoro::Task<> readUnread(OperationRequests requests, std::function<bool()> stop);
    QCoro::Task<bool> readNext(Unread &unread);
    QCoro::Task<> readOne(PaymentId id);
    std::optional<PaymentId> nextUnread(Unread &unread);

    ShopContext &m_context;
};

/// An item as reports have it.
OperationItem operationItemOf(const RunItem &item);

/// An item as the database has it now. Works on a read-only connection too.
StorageResult<OperationItem> itemOf(Database &database, const PaymentRules &rules, const OperationId &id);

/// Many at once, in the order of the ids; those that are gone are left out.
StorageResult<QList<OperationItem>> itemsOf(Database &database, const QList<OperationId> &ids);

/// All items of a run, in the order asked.
StorageResult<QList<OperationItem>> itemsOfRun(Database &database, const PaymentRules &rules,
                                               const RunId &run);

/// An order's payment by its 決済オーダーID, or the one that a command of this kind acts on (design.md §6).
/// REAUTHORIZE: HELD beside another that is held. Of two operations that are claimed before either asks this,
/// at least one is told so.
StorageResult<PaymentChoice> paymentFor(PaymentRepository &payments, OperationKind kind, OrderId order,
                                        const QString &gatewayOrderId);

} // namespace kessai
