#include "ui/help/rulestable.h"

#include "core/domain/methodrules.h"
#include "core/domain/paymentstatus.h"
#include "ui/help/markdowntable.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RulesTable)
};

/// The label and the gateway's own word, which the gateway's console shows.
QString statusOf(const QString &word)
{
    return Text::tr("%1（%2）").arg(Words::of(paymentStatusOfWord(word)), word);
}

bool dependsOnDay(const MethodRule &rule)
{
    const auto rules = methodRules();
    return 1 < std::count_if(rules.begin(), rules.end(), [&rule](const MethodRule &other) {
               return other.method == rule.method && other.kind == rule.kind && other.status == rule.status;
           });
}

QString dayOf(const MethodRule &rule)
{
    switch (rule.day) {
    case RuleDay::Any:
        return dependsOnDay(rule) ? Text::tr("それ以外の日") : Text::tr("いつでも");
    case RuleDay::DayOfAuthorization:
        return Text::tr("与信日と同じ日");
    case RuleDay::DayOfSale:
        return Text::tr("売上日と同じ日");
    case RuleDay::LaterMonth:
        return Text::tr("売上日の翌月から");
    }
    return {};
}

QString sentBy(const MethodRule &rule)
{
    const QString call = nameOf(rule.call);
    if (rule.kind == OperationKind::Reauthorize) {
        return Text::tr("%1 AUTHかCAPTURE（設定による）").arg(call);
    }
    return rule.word.isEmpty() ? call : call + u' ' + rule.word;
}

/// The wallet's final word after it accepted a request (protocol.md §6.6).
QString finalStatusOf(const MethodRule &rule)
{
    if (rule.kind == OperationKind::Cancel) {
        return u"CANCEL"_s;
    }
    return rule.kind == OperationKind::Change && rule.status == "AUTH"_L1 ? u"AUTH"_s : u"SALES"_s;
}

QString statusAfter(const MethodRule &rule)
{
    if (rule.kind == OperationKind::Reauthorize) {
        return Text::tr("%1か%2").arg(statusOf(u"AUTH"_s), statusOf(u"CAPTURE"_s));
    }
    const QString after = statusOf(rule.statusAfter);
    return isRequestWord(rule.statusAfter)
               ? Text::tr("%1、結果が出ると%2").arg(after, statusOf(finalStatusOf(rule)))
               : after;
}

QString termOf(const MethodRule &rule)
{
    switch (rule.term) {
    case RuleTerm::CaptureDays:
        return Text::tr("与信日から「売上処理ができる日数」");
    case RuleTerm::ChangeDays:
        return Text::tr("最後の処理の日から「取消・金額変更ができる日数」");
    case RuleTerm::HundredEightyDays:
        return Text::tr("最後の処理の日から180日");
    case RuleTerm::NinetyDaysFromAuthorization:
        return Text::tr("与信日から90日");
    case RuleTerm::SixtyDaysFromAuthorization:
        return Text::tr("与信日から60日");
    case RuleTerm::SixtyDaysFromSale:
        return Text::tr("売上日から60日");
    case RuleTerm::SecondMonthAfterSale:
        return Text::tr("売上日の翌々月の末日");
    case RuleTerm::SecondMonthUntilEvening:
        return rule.status == "AUTH"_L1 ? Text::tr("与信日の翌々月の末日 20:00")
                                        : Text::tr("売上日の翌々月の末日 20:00");
    case RuleTerm::TenDayBooks:
        return Text::tr("売上日が1～10日なら13日、11～20日なら23日、21日からなら翌月2日の、売上と同じ時刻");
    case RuleTerm::FifthMonthAfterOrder:
        return Text::tr("楽天ペイの注文日の5か月後の月の末日");
    case RuleTerm::MonthAfterCompletion:
        return Text::tr("楽天ペイの売上確定日の翌月の末日");
    }
    return {};
}

} // namespace

QString rulesTable(PaymentMethod method)
{
    QList<QStringList> rows;
    for (const MethodRule &rule : methodRules()) {
        if (rule.method == method) {
            rows.append({Words::of(rule.kind), statusOf(rule.status), dayOf(rule), sentBy(rule),
                         statusAfter(rule), termOf(rule)});
        }
    }
    return markdownTable({Text::tr("操作"), Text::tr("今の決済状況"), Text::tr("日"), Text::tr("送るもの"),
                          Text::tr("そのあとの決済状況"), Text::tr("いつまで")},
                         rows);
}

} // namespace kessai
