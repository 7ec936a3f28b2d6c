#pragma once

#include "core/domain/deadline.h"
#include "core/domain/operation.h"
#include "core/domain/paymentmethod.h"

#include <QLatin1StringView>
#include <QList>

#include <optional>
#include <span>

namespace kessai {

struct PaymentRules;

/// The calls that move money (protocol.md §4.3 to §4.9).
enum class GatewayCall {
    AlterTran,
    ChangeTran,
    CvsCancel,
    PayEasyCancel,
    AuSales,
    AuCancelReturn,
    DocomoSales,
    DocomoCancelReturn,
    SbSales,
    SbCancel,
    RakutenIdSales,
    RakutenIdCancel,
    RakutenIdChange,
};
/// As in the path of the call, without `.idPass`.
QString nameOf(GatewayCall call);

/// The days on which a line of the table holds, in Japan time; A is the day of the authorisation, S that of
/// the sale.
enum class RuleDay {
    Any,
    DayOfAuthorization, ///< today = A
    DayOfSale,          ///< today = S
    LaterMonth,         ///< today is in a month after that of S
};

/// Until when: what is counted, and from what (protocol.md §6, design.md §6).
enum class RuleTerm {
    CaptureDays,                 ///< A + rules.captureDays
    ChangeDays,                  ///< the last processing + rules.changeDays
    HundredEightyDays,           ///< the last processing + 180 days
    NinetyDaysFromAuthorization, ///< A + 90 days
    SixtyDaysFromAuthorization,  ///< A + 60 days
    SixtyDaysFromSale,           ///< S + 60 days
    SecondMonthAfterSale,        ///< the last day of the second month after S
    SecondMonthUntilEvening,     ///< the same day, to 20:00:00; counted from A where nothing is sold
    TenDayBooks, ///< S on day 1–10: the 13th; 11–20: the 23rd; later: the 2nd; at the time of day of S
    FifthMonthAfterOrder, ///< the last day of the fifth month after OrderDate
    MonthAfterCompletion, ///< the last day of the month after CompletionDate
};

/// One line of the table: what can be done to a payment of a method in a state on a day, what is sent, where
/// it leads and until when. What no line allows cannot be done.
struct MethodRule
{
    PaymentMethod method; ///< Pay-easy of either kind stands as PayEasyAtm
    OperationKind kind;
    QLatin1StringView status; ///< the gateway's word before
    RuleDay day;
    GatewayCall call;
    QLatin1StringView word;        ///< JobCd; "" the call has none, or rules.reauthorizeJob
    QLatin1StringView statusAfter; ///< the word that the gateway then shows; "" the state of `word`
    RuleTerm term;
};

/// The whole table, by method in the guide's order, then by operation.
std::span<const MethodRule> methodRules();

/// Pay-easy is one method to the gateway.
PaymentMethod ruledAs(PaymentMethod method);

/// The method has this operation in some state.
bool hasOperation(PaymentMethod method, OperationKind kind);

/// A and S as days, for the choice among lines that differ by the day.
struct RuleDays
{
    std::optional<QDate> authorizedOn;
    std::optional<QDate> soldOn;
    QDate today;
};
/// The line that holds; none: not possible in this state, or a day that it depends on is not known.
const MethodRule *ruleFor(PaymentMethod method, OperationKind kind, const QString &status,
                          const RuleDays &days);
/// Any line of the operation in this state, whatever the day: all of them have one term.
const MethodRule *ruleOnSomeDay(PaymentMethod method, OperationKind kind, const QString &status);

/// What the terms count from; what is not known makes terms that need it unknown.
struct TermStarts
{
    std::optional<QDateTime> authorizedAt;
    std::optional<QDateTime> soldAt;
    std::optional<QDateTime> processedAt;
    std::optional<QDateTime> orderedAt; ///< OrderDate
    std::optional<QDate> completedOn;   ///< CompletionDate
};
std::optional<Deadline> endOf(RuleTerm term, const TermStarts &starts, const PaymentRules &rules);

} // namespace kessai
