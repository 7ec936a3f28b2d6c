#include "ui/models/deadlinetexts.h"

#include "core/domain/methodrules.h"
#include "ui/models/ordercells.h"
#include "ui/text/formats.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

QString daysToCapture(int days)
{
    return days < 0    ? Text::tr("売上 %n日超過", nullptr, -days)
           : days == 0 ? Text::tr("売上 今日まで")
                       : Text::tr("売上 あと %n日", nullptr, days);
}

QString daysToCancel(int days)
{
    return days < 0    ? Text::tr("取消 %n日超過", nullptr, -days)
           : days == 0 ? Text::tr("取消 今日まで")
                       : Text::tr("取消 あと %n日", nullptr, days);
}

QString daysToChange(int days)
{
    return days < 0    ? Text::tr("変更 %n日超過", nullptr, -days)
           : days == 0 ? Text::tr("変更 今日まで")
                       : Text::tr("変更 あと %n日", nullptr, days);
}

QString daysToPay(int days)
{
    return days < 0    ? Text::tr("支払 %n日超過", nullptr, -days)
           : days == 0 ? Text::tr("支払 今日まで")
                       : Text::tr("支払 あと %n日", nullptr, days);
}

/// What is lost when it passes.
QString cancelExplanation(const OrderSummary &order, bool over)
{
    if (over) {
        return order.changeBy == order.cancelBy
                   ? Text::tr(
                         "変更・取消の期限: %1（%2）。過ぎたため、取消(返品)も決済金額変更もできません。")
                   : Text::tr("取消の期限: %1（%2）。過ぎたため、取消(返品)はできません。");
    }
    return order.changeBy == order.cancelBy
               ? Text::tr(
                     "変更・取消の期限: %1（%2）。過ぎると、取消(返品)も決済金額変更もできなくなります。")
               : Text::tr("取消の期限: %1（%2）。過ぎると、取消(返品)ができなくなります。");
}

QString payExplanation(bool over)
{
    return over ? Text::tr("お支払期限: %1（%2）。まもなく期限切れになるか、期限内の入金が知らされます。")
                : Text::tr("お支払期限: %1（%2）。購入者が支払わないと、期限切れになります。");
}

QString lapsedExplanation(const OrderSummary &order, const QString &last, const QDate &today)
{
    const bool cancelOver = !order.cancelBy || *order.cancelBy < today;
    if (cancelOver) {
        return Text::tr("売上期限超過: %1 を過ぎたため、売上処理はできません。取消の期限も過ぎています。GMOに"
                        "問い合わせてください。")
            .arg(last);
    }
    const QString until = Formats::day(*order.cancelBy);
    return hasOperation(order.method, OperationKind::Reauthorize)
               ? Text::tr("売上期限超過: %1 を過ぎたため、売上処理はできません。%2 までに取消のあと再オーソリ"
                          "を行ってください。")
                     .arg(last, until)
               : Text::tr("売上期限超過: %1 を過ぎたため、売上処理はできません。%2 までに取消して、改めて支払"
                          "ってもらってください。")
                     .arg(last, until);
}

/// One that is asked for by its name; what is said of 変更期限 is said of the cancel that ends with it.
std::optional<NearestDeadline> namedDeadline(const OrderSummary &order, const QString &shown)
{
    using Kind = NearestDeadline::Kind;
    const bool capture = shown == u"captureBy";
    const bool pay = shown == u"payBy";
    const auto &last = capture                ? order.captureBy
                       : pay                  ? order.payBy
                       : shown == u"cancelBy" ? order.cancelBy
                                              : order.changeBy;
    const Kind kind = capture ? Kind::Capture : pay ? Kind::Pay : Kind::Cancel;
    return last ? std::optional(NearestDeadline{kind, *last}) : std::nullopt;
}

std::optional<NearestDeadline> deadlineToShow(const OrderSummary &order, const QDate &today,
                                              const QString &shown)
{
    return shown.isEmpty() ? deadlineOf(order, today) : namedDeadline(order, shown);
}

} // namespace

std::optional<NearestDeadline> deadlineOf(const OrderSummary &order, const QDate &today)
{
    return nearestDeadline(order.paymentStatus, order.captureBy, order.cancelBy, order.payBy, today);
}

OrderText deadlineText(const OrderSummary &order, const QDate &today, const QString &shown)
{
    const auto deadline = deadlineToShow(order, today, shown);
    if (!deadline) {
        return {};
    }
    const int days = int(today.daysTo(deadline->last));
    const QString day = Formats::day(deadline->last);
    switch (deadline->kind) {
    case NearestDeadline::Kind::Capture:
        return {day, shown.isEmpty() ? Formats::daysLeft(deadline->last, today) : daysToCapture(days)};
    case NearestDeadline::Kind::Pay:
        return {day, daysToPay(days)};
    case NearestDeadline::Kind::Cancel:
        break;
    }
    return {day, shown == u"changeBy" ? daysToChange(days) : daysToCancel(days)};
}

QString deadlineExplanation(const OrderSummary &order, const QDate &today, const QString &shown)
{
    const auto deadline = deadlineToShow(order, today, shown);
    if (!deadline) {
        return {};
    }
    const QString last = Formats::day(deadline->last);
    const bool over = deadline->last < today;
    const bool capture = deadline->kind == NearestDeadline::Kind::Capture;
    if (capture && over) {
        return lapsedExplanation(order, last, today);
    }
    const QString sentence =
        capture                                        ? Text::tr("売上期限: %1（%2）。過ぎると売上処理ができなくなり、購入者に請求できません。")
        : deadline->kind == NearestDeadline::Kind::Pay ? payExplanation(over)
                                                       : cancelExplanation(order, over);
    return sentence.arg(last, Formats::daysLeft(deadline->last, today));
}

std::optional<Meaning> deadlineMeaning(const OrderSummary &order, const QDate &today, const QString &shown)
{
    using Kind = NearestDeadline::Kind;
    const auto deadline = deadlineToShow(order, today, shown);
    if (!deadline) {
        return {};
    }
    const auto days = today.daysTo(deadline->last);
    if (days < 0 && deadline->kind == Kind::Capture) {
        return Meaning::NeedsPerson;
    }
    const bool cannotBeHelped = days < 0 && deadline->kind == Kind::Cancel;
    return days <= DeadlineNearDays && !cannotBeHelped ? std::optional(Meaning::NeedsWork) : std::nullopt;
}

} // namespace kessai
