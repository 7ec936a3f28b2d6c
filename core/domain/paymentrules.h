#pragma once

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

/// Last calendar days in Japan time, each included to 23:59:59; none where the operation does not exist or
/// the date it counts from is unknown.
struct Deadlines
{
    std::optional<QDate> captureBy; ///< null unless AUTH
    std::optional<QDate> cancelBy;  ///< T + changeDays for AUTH, SALES, CAPTURE
    std::optional<QDate> changeBy;
    std::optional<QDate> reauthorizeBy;
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
    AlreadyCaptured, ///< SALES
    ImmediateSale,   ///< CAPTURE needs no capture (S15)
    CaptureDeadlineOver,
    ChangeDeadlineOver,
    DifferenceBlocksCapture,
    NoDifference,     ///< CHANGE to the present amount
    AmountOutOfRange, ///< not 1 … 9,999,999 yen
    OperationLive,    ///< another one runs or is in doubt
    FindingOpen,      ///< 要確認
    WaitsInRun,       ///< PLANNED in a bulk run that is not over: a second one would do it before that one
    AmbiguousPayment, ///< two or more open
    OtherPaymentOpen, ///< a new authorisation beside it would charge the buyer twice
    MidnightGuard,
    MethodNotSupported,
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
    QString jobCd;              ///< the word that would be sent now; "" unknown
    std::optional<Yen> amount;  ///< the amount that would be sent or taken back
    std::optional<QDate> until; ///< last day on which it is possible
};

/// Verdicts for Capture, Cancel, Change, Reauthorize, in this order (S13–S18, S57, S120–S126).
QList<OperationVerdict> operationVerdicts(const PaymentSituation &situation, const PaymentRules &rules);
OperationVerdict operationVerdict(OperationKind kind, const PaymentSituation &situation,
                                  const PaymentRules &rules);

/// AmountOutOfRange for what no card takes, else None.
RuleReason amountReason(Yen amount);

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
/// a CAPTURE whose amount is not the authorised one, an amount that no card takes. A payment never read
/// passes: the pre-check decides.
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
