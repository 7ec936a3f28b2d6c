#include "ui/models/deadlinetexts.h"

#include "ui/text/formats.h"

#include <QCoreApplication>

namespace kessai {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

} // namespace

std::optional<NearestDeadline> deadlineOf(const OrderSummary &order, const QDate &today)
{
    return nearestDeadline(order.paymentStatus, order.captureBy, order.cancelBy, today);
}

OrderText deadlineText(const OrderSummary &order, const QDate &today)
{
    const auto deadline = deadlineOf(order, today);
    if (!deadline) {
        return {};
    }
    const QString day = Formats::day(deadline->last);
    if (deadline->kind == NearestDeadline::Kind::Capture) {
        return {day, Formats::daysLeft(deadline->last, today)};
    }
    const int days = int(today.daysTo(deadline->last));
    return {day, days == 0 ? Text::tr("取消 今日まで") : Text::tr("取消 あと %n日", nullptr, days)};
}

QString deadlineExplanation(const OrderSummary &order, const QDate &today)
{
    const auto deadline = deadlineOf(order, today);
    if (!deadline) {
        return {};
    }
    const QString last = Formats::day(deadline->last);
    const QString left = Formats::daysLeft(deadline->last, today);
    if (deadline->kind == NearestDeadline::Kind::Cancel) {
        return Text::tr("変更・取消の期限: %1（%2）。過ぎると、取消(返品)も決済金額変更もできなくなります。")
            .arg(last, left);
    }
    if (deadline->last >= today) {
        return Text::tr("売上期限: %1（%2）。過ぎると売上処理ができなくなり、購入者に請求できません。")
            .arg(last, left);
    }
    if (order.cancelBy && *order.cancelBy >= today) {
        return Text::tr("売上期限超過: %1 を過ぎたため、売上処理はできません。%2 までに取消のあと再オーソリを"
                        "行ってください。")
            .arg(last, Formats::day(*order.cancelBy));
    }
    return Text::tr(
               "売上期限超過: %1 を過ぎたため、売上処理はできません。取消の期限も過ぎています。GMOに問い合"
               "わせてください。")
        .arg(last);
}

} // namespace kessai
