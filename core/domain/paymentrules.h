#pragma once

#include "core/domain/deadline.h"
#include "core/domain/operation.h"
#include "core/domain/payment.h"

#include <QDate>
#include <QList>

#include <optional>

namespace kessai {

/// What the shop agreed with GMO and decided for itself (keys rules.* of design.md §8).
struct PaymentRules
{
    int captureDays = 90; ///< an authorisation can be captured until A + this, last day included
    int changeDays = 180; ///< cancel, change and re-authorisation until T + this
    QString reauthorizeJob = QStringLiteral("AUTH"); ///< AUTH or CAPTURE
};

/// Until when each operation can be done (methodrules.h); none where it does not exist in this state or the
/// date it counts from is unknown.
struct Deadlines
{
    std::optional<Deadline> captureBy; ///< null unless AUTH
    std::optional<Deadline> cancelBy;
    std::optional<Deadline> changeBy;
    std::optional<Deadline> reauthorizeBy;
    std::optional<Deadline> payBy; ///< お支払期限, while the buyer has still to pay at a store or bank

    [[nodiscard]] const std::optional<Deadline> &of(OperationKind kind) const;
};
Deadlines deadlinesOf(const Payment &payment, const PaymentRules &rules);

/// A and S after a trusted answer or read (journal.md §9, "A belongs to a TranID").
struct AuthorizationTimes
{
    std::optional<QDateTime> authorizedAt;
    QString authorizedTranId;
    std::optional<QDateTime> soldAt;

    bool operator==(const AuthorizationTimes &) const = default;
};
/// @param processDate the answer's TranDate or the read's ProcessDate, yyyyMMddHHmmss
AuthorizationTimes learnTimes(const AuthorizationTimes &before, const QString &status, const QString &tranId,
                              const QString &processDate);

/// VOID, RETURN or RETURNX: the word that a cancel sends (design.md §6, S124–S126, R15). Nothing when the
/// status cannot be cancelled. A unknown counts as A = S; both unknown: the processDate of the snapshot
/// stands for them.
/// @param today the gateway's day in Japan
std::optional<QString> cancelWord(const Snapshot &pre, const AuthorizationTimes &times, const QDate &today);
/// The word to offer after the gateway refused the first one; nothing when there is none.
std::optional<QString> neighbouringCancelWord(const QString &status, const QString &refusedWord);

/// Between 23:59:00 and 00:01:30 Japan time no cancel is armed (journal.md §9).
bool isMidnightGuard(const QDateTime &instant);
/// The first instant after the guard in which `instant` lies.
QDateTime endOfMidnightGuard(const QDateTime &instant);

/// Why a command is off, for staff; each has a sentence in ui/text and a short Japanese one in `reasonText`.
enum class RuleReason {
    None,
    NotLinked, ///< 未連携
    NotGatewayMethod,
    NeverRead, ///< 未確認: the pre-check decides, the command is allowed
    WrongState,
    AlreadyCaptured,     ///< SALES
    ImmediateSale,       ///< CAPTURE needs no capture (S15)
    CaptureDeadlineOver, ///< of a card, which can be authorised anew
    CaptureTermOver,     ///< of another method, which cannot
    ChangeDeadlineOver,
    DifferenceBlocksCapture,
    NoDifference,     ///< CHANGE to the present amount
    AmountOutOfRange, ///< not 1 … 9,999,999 yen; 楽天ペイ: 100 and more
    OperationLive,    ///< another one runs or is in doubt
    FindingOpen,      ///< 要確認
    WaitsInRun,       ///< PLANNED in a bulk run that is not over: a second one would do it before that one
    AmbiguousPayment, ///< two or more open
    OtherPaymentOpen, ///< a new authorisation beside it would charge the buyer twice
    MidnightGuard,
    NotOffered,     ///< the method has no such operation
    GatewayInWork,  ///< REQSALES, REQCANCEL, REQCHANGE: the wallet has not said its final word
    PaidInCash,     ///< PAYSUCCESS: no refund exists for the store and Pay-easy (protocol.md §6.2)
    PaidByWebMoney, ///< au's PayMethod 03 cannot be given back (protocol.md §6.3)
};

/// Everything the rules look at for one payment of one order.
struct PaymentSituation
{
    std::optional<Payment> payment; ///< none: not linked
    Yen payableTotal;
    bool gatewayMethod = true;
    bool operationLive = false;
    bool findingOpen = false;
    bool waitsInRun = false; ///< PLANNED in a bulk run that is not over; of bulk commands only
    bool ambiguous = false;
    bool otherPaymentOpen = false; ///< the order has another payment, and that one is open
    QDateTime now;                 ///< the gateway's time, as near as known (design.md §6 "Japan time")
};

/// One command's verdict.
struct OperationVerdict
{
    OperationKind kind = OperationKind::Capture;
    bool allowed = false;
    RuleReason reason = RuleReason::None;
    QString jobCd;             ///< the word that would be sent now; "" unknown, or the call has none
    std::optional<Yen> amount; ///< the amount that would be sent or taken back
    std::optional<Deadline> until;
};

/// Verdicts for Capture, Cancel, Change, Reauthorize, in this order (S13–S18, S57, S120–S126).
QList<OperationVerdict> operationVerdicts(const PaymentSituation &situation, const PaymentRules &rules);
OperationVerdict operationVerdict(OperationKind kind, const PaymentSituation &situation,
                                  const PaymentRules &rules);

/// AmountOutOfRange for what the method does not take as an amount, else None.
RuleReason amountReason(PaymentMethod method, Yen amount);

/// What the dates and facts of a payment say against an operation in its known state: DEADLINE_OVER, or
/// WRONG_STATE for what cannot be given back. The pre-check asks it once more (journal.md §6.3).
EndReason lateProblem(OperationKind kind, const Payment &payment, const PaymentRules &rules,
                      const QDateTime &now);

/// The reason in words for staff, in Japanese (JSON `reason` of `show`, log). Empty for None.
QString reasonText(RuleReason reason);

/// Which of an order's payments a command acts on (design.md §6, "Which payment").
struct PaymentChoice
{
    std::optional<PaymentId> payment;
    EndReason problem = EndReason::None; ///< NoPayment or AmbiguousPayment; Held: see heldBeside
    /// REAUTHORIZE: another payment of the order may be authorised already; set with Held, beside `payment`.
    std::optional<PaymentId> heldBeside{};
};
PaymentChoice choosePayment(OperationKind kind, const QList<Payment> &paymentsOfOrder);
/// The payment that a person named. A closed one is not authorised anew while another of the order is open:
/// the buyer would be charged twice.
PaymentChoice chooseNamedPayment(OperationKind kind, const QList<Payment> &paymentsOfOrder,
                                 const QString &gatewayOrderId);

/// What is rejected while planning, from the belief alone (journal.md §6.1): a CHANGE to the present amount,
/// a CAPTURE whose amount is not the authorised one, an amount that the method does not take, an operation
/// that it does not have. A payment never read passes: the pre-check decides.
EndReason plannedProblem(const Operation &operation, const Payment &payment, Yen payableTotal,
                         bool keepGatewayAmount);

/// What stood on the screen that a person said yes to.
struct ConfirmedScreen
{
    std::optional<Yen> amount; ///< that the operation moves or sets, with tax; none: it was not shown
    QString status;            ///< the payment's known status word; "" never read: the pre-check decides
    QString jobCd{};           ///< the word that was to be sent; "" it was not shown
};

/// What moved between the screen and the plan (journal.md §5: PLANNED only what staff confirmed). None where
/// nothing did. The word of a cancel moves with the day, also where the payment stays as it is.
/// @param today the gateway's day in Japan
EndReason confirmedProblem(const Operation &operation, const Payment &payment,
                           const ConfirmedScreen &confirmed, const QDate &today);

/// お支払い合計 − 決済金額; none while never read or not linked.
std::optional<Yen> differenceOf(Yen payableTotal, const std::optional<Payment> &payment);

} // namespace kessai
