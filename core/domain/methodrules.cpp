#include "core/domain/methodrules.h"

#include "core/domain/codetable.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Method = PaymentMethod;
using Kind = OperationKind;
using Call = GatewayCall;
using Day = RuleDay;
using Term = RuleTerm;

constexpr std::array<CodeEntry<GatewayCall>, 13> CallNames = {{
    {Call::AlterTran, "AlterTran"_L1},
    {Call::ChangeTran, "ChangeTran"_L1},
    {Call::CvsCancel, "CvsCancel"_L1},
    {Call::PayEasyCancel, "PayEasyCancel"_L1},
    {Call::AuSales, "AuSales"_L1},
    {Call::AuCancelReturn, "AuCancelReturn"_L1},
    {Call::DocomoSales, "DocomoSales"_L1},
    {Call::DocomoCancelReturn, "DocomoCancelReturn"_L1},
    {Call::SbSales, "SbSales"_L1},
    {Call::SbCancel, "SbCancel"_L1},
    {Call::RakutenIdSales, "RakutenIdSales"_L1},
    {Call::RakutenIdCancel, "RakutenIdCancel"_L1},
    {Call::RakutenIdChange, "RakutenIdChange"_L1},
}};

// clang-format off
/// protocol.md §6; of a card the words are those of design.md §6 (S124–S126). Lines of one method, operation
/// and state that differ by the day stand in the order in which they are tried.
constexpr std::array Table = {
    // method, operation, state, day, call, word, state afterwards, until when
    MethodRule{Method::Card, Kind::Capture, "AUTH"_L1, Day::Any, Call::AlterTran, "SALES"_L1, "SALES"_L1, Term::CaptureDays},
    MethodRule{Method::Card, Kind::Cancel, "AUTH"_L1, Day::DayOfAuthorization, Call::AlterTran, "VOID"_L1, "VOID"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "AUTH"_L1, Day::Any, Call::AlterTran, "RETURN"_L1, "RETURN"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "SALES"_L1, Day::DayOfAuthorization, Call::AlterTran, "VOID"_L1, "VOID"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "SALES"_L1, Day::LaterMonth, Call::AlterTran, "RETURNX"_L1, "RETURNX"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "SALES"_L1, Day::Any, Call::AlterTran, "RETURN"_L1, "RETURN"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "CAPTURE"_L1, Day::DayOfSale, Call::AlterTran, "VOID"_L1, "VOID"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "CAPTURE"_L1, Day::LaterMonth, Call::AlterTran, "RETURNX"_L1, "RETURNX"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Cancel, "CAPTURE"_L1, Day::Any, Call::AlterTran, "RETURN"_L1, "RETURN"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Change, "AUTH"_L1, Day::Any, Call::ChangeTran, "AUTH"_L1, "AUTH"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Change, "SALES"_L1, Day::Any, Call::ChangeTran, "CAPTURE"_L1, "CAPTURE"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Change, "CAPTURE"_L1, Day::Any, Call::ChangeTran, "CAPTURE"_L1, "CAPTURE"_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Reauthorize, "VOID"_L1, Day::Any, Call::AlterTran, ""_L1, ""_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Reauthorize, "RETURN"_L1, Day::Any, Call::AlterTran, ""_L1, ""_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Reauthorize, "RETURNX"_L1, Day::Any, Call::AlterTran, ""_L1, ""_L1, Term::ChangeDays},
    MethodRule{Method::Card, Kind::Reauthorize, "CANCEL"_L1, Day::Any, Call::AlterTran, ""_L1, ""_L1, Term::ChangeDays},

    MethodRule{Method::ConvenienceStore, Kind::Cancel, "REQSUCCESS"_L1, Day::Any, Call::CvsCancel, ""_L1, "CANCEL"_L1, Term::HundredEightyDays},
    MethodRule{Method::PayEasyAtm, Kind::Cancel, "REQSUCCESS"_L1, Day::Any, Call::PayEasyCancel, ""_L1, "CANCEL"_L1, Term::HundredEightyDays},

    MethodRule{Method::Au, Kind::Capture, "AUTH"_L1, Day::Any, Call::AuSales, ""_L1, "SALES"_L1, Term::NinetyDaysFromAuthorization},
    MethodRule{Method::Au, Kind::Cancel, "AUTH"_L1, Day::Any, Call::AuCancelReturn, ""_L1, "CANCEL"_L1, Term::NinetyDaysFromAuthorization},
    MethodRule{Method::Au, Kind::Cancel, "SALES"_L1, Day::LaterMonth, Call::AuCancelReturn, ""_L1, "RETURN"_L1, Term::SecondMonthAfterSale},
    MethodRule{Method::Au, Kind::Cancel, "SALES"_L1, Day::Any, Call::AuCancelReturn, ""_L1, "CANCEL"_L1, Term::SecondMonthAfterSale},
    MethodRule{Method::Au, Kind::Cancel, "CAPTURE"_L1, Day::LaterMonth, Call::AuCancelReturn, ""_L1, "RETURN"_L1, Term::SecondMonthAfterSale},
    MethodRule{Method::Au, Kind::Cancel, "CAPTURE"_L1, Day::Any, Call::AuCancelReturn, ""_L1, "CANCEL"_L1, Term::SecondMonthAfterSale},

    MethodRule{Method::Docomo, Kind::Capture, "AUTH"_L1, Day::Any, Call::DocomoSales, ""_L1, "SALES"_L1, Term::NinetyDaysFromAuthorization},
    MethodRule{Method::Docomo, Kind::Cancel, "AUTH"_L1, Day::Any, Call::DocomoCancelReturn, ""_L1, "CANCEL"_L1, Term::SecondMonthUntilEvening},
    MethodRule{Method::Docomo, Kind::Cancel, "SALES"_L1, Day::Any, Call::DocomoCancelReturn, ""_L1, "CANCEL"_L1, Term::SecondMonthUntilEvening},
    MethodRule{Method::Docomo, Kind::Cancel, "CAPTURE"_L1, Day::Any, Call::DocomoCancelReturn, ""_L1, "CANCEL"_L1, Term::SecondMonthUntilEvening},

    MethodRule{Method::SoftBank, Kind::Capture, "AUTH"_L1, Day::Any, Call::SbSales, ""_L1, "SALES"_L1, Term::SixtyDaysFromAuthorization},
    MethodRule{Method::SoftBank, Kind::Cancel, "AUTH"_L1, Day::Any, Call::SbCancel, ""_L1, "CANCEL"_L1, Term::SixtyDaysFromAuthorization},
    MethodRule{Method::SoftBank, Kind::Cancel, "SALES"_L1, Day::Any, Call::SbCancel, ""_L1, "CANCEL"_L1, Term::TenDayBooks},
    MethodRule{Method::SoftBank, Kind::Cancel, "CAPTURE"_L1, Day::Any, Call::SbCancel, ""_L1, "CANCEL"_L1, Term::SixtyDaysFromSale},

    MethodRule{Method::Rakuten, Kind::Capture, "AUTH"_L1, Day::Any, Call::RakutenIdSales, ""_L1, "REQSALES"_L1, Term::FifthMonthAfterOrder},
    MethodRule{Method::Rakuten, Kind::Cancel, "AUTH"_L1, Day::Any, Call::RakutenIdCancel, ""_L1, "REQCANCEL"_L1, Term::FifthMonthAfterOrder},
    MethodRule{Method::Rakuten, Kind::Cancel, "SALES"_L1, Day::Any, Call::RakutenIdCancel, ""_L1, "REQCANCEL"_L1, Term::MonthAfterCompletion},
    MethodRule{Method::Rakuten, Kind::Cancel, "CAPTURE"_L1, Day::Any, Call::RakutenIdCancel, ""_L1, "REQCANCEL"_L1, Term::MonthAfterCompletion},
    MethodRule{Method::Rakuten, Kind::Change, "AUTH"_L1, Day::Any, Call::RakutenIdChange, ""_L1, "REQCHANGE"_L1, Term::FifthMonthAfterOrder},
    MethodRule{Method::Rakuten, Kind::Change, "SALES"_L1, Day::Any, Call::RakutenIdChange, ""_L1, "REQCHANGE"_L1, Term::MonthAfterCompletion},
    MethodRule{Method::Rakuten, Kind::Change, "CAPTURE"_L1, Day::Any, Call::RakutenIdChange, ""_L1, "REQCHANGE"_L1, Term::MonthAfterCompletion},
};
// clang-format on

int monthNumber(const QDate &day)
{
    return day.year() * 12 + day.month();
}

bool holdsOn(RuleDay day, const RuleDays &days)
{
    switch (day) {
    case Day::Any:
        return true;
    case Day::DayOfAuthorization:
        return days.authorizedOn == days.today;
    case Day::DayOfSale:
        return days.soldOn == days.today;
    case Day::LaterMonth:
        return days.soldOn && monthNumber(days.today) > monthNumber(*days.soldOn);
    }
    return false;
}

bool isOf(const MethodRule &rule, PaymentMethod method, OperationKind kind, const QString &status)
{
    return rule.method == method && rule.kind == kind && status == rule.status;
}

} // namespace

QString nameOf(GatewayCall call)
{
    return codeIn(CallNames, call);
}

std::span<const MethodRule> methodRules()
{
    return Table;
}

PaymentMethod ruledAs(PaymentMethod method)
{
    return method == Method::PayEasyNet ? Method::PayEasyAtm : method;
}

bool hasOperation(PaymentMethod method, OperationKind kind)
{
    const PaymentMethod ruled = ruledAs(method);
    return std::any_of(Table.begin(), Table.end(), [ruled, kind](const MethodRule &rule) {
        return rule.method == ruled && rule.kind == kind;
    });
}

const MethodRule *ruleFor(PaymentMethod method, OperationKind kind, const QString &status,
                          const RuleDays &days)
{
    const PaymentMethod ruled = ruledAs(method);
    const auto *const found = std::find_if(Table.begin(), Table.end(), [&](const MethodRule &rule) {
        return isOf(rule, ruled, kind, status) && holdsOn(rule.day, days);
    });
    return found == Table.end() ? nullptr : &*found;
}

const MethodRule *ruleOnSomeDay(PaymentMethod method, OperationKind kind, const QString &status)
{
    const PaymentMethod ruled = ruledAs(method);
    const auto *const found = std::find_if(
        Table.begin(), Table.end(), [&](const MethodRule &rule) { return isOf(rule, ruled, kind, status); });
    return found == Table.end() ? nullptr : &*found;
}

} // namespace kessai
