#include "ui/today/dayfigures.h"

#include "core/domain/capturedue.h"
#include "ui/text/formats.h"

#include <QLocale>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// 2020/12/03（木）
QString dayWithName(const QDate &day)
{
    return DayFigures::tr("%1（%2）").arg(Formats::day(day), QLocale().toString(day, u"ddd"_s));
}

QString countAndSum(qint64 count, Yen sum)
{
    return DayFigures::tr("%1件 %2").arg(Formats::count(count), Formats::yen(sum));
}

} // namespace

DayFigures DayFigures::ofLapsing(const QList<LapsingDay> &days, const QDate &today)
{
    DayFigures figures;
    figures.first = today;
    figures.last = today.addDays(LapsingDays);
    figures.series = {{tr("%n日以内", nullptr, CaptureDueSoonDays), Meaning::NeedsWork},
                      {tr("%n日より先", nullptr, CaptureDueSoonDays), Meaning::Accent}};
    figures.columns = {tr("売上期限"), tr("残り"), tr("件数"), tr("金額")};
    figures.nothing = tr("%n日以内に期限が切れる仮売上はありません。", nullptr, LapsingDays);
    qint64 orders = 0;
    Yen sum;
    figures.days.reserve(days.size());
    for (const LapsingDay &each : days) {
        const bool soon = today.daysTo(each.day) <= CaptureDueSoonDays;
        const QString left = Formats::daysLeft(each.day, today);
        const QString count = Formats::count(each.orders);
        const QString yen = Formats::yen(each.sum);
        figures.days.append({each.day,
                             {soon ? each.orders : 0, soon ? 0 : each.orders},
                             {dayWithName(each.day), left, count, yen},
                             tr("%1 期限（%2）：%3件 %4").arg(dayWithName(each.day), left, count, yen)});
        orders += each.orders;
        sum += each.sum;
    }
    figures.total = countAndSum(orders, sum);
    return figures;
}

DayFigures DayFigures::ofMoney(const QList<MoneyDay> &days, const QDate &last)
{
    DayFigures figures;
    figures.first = last.addDays(1 - MoneyDays);
    figures.last = last;
    figures.yen = true;
    figures.series = {{tr("売上"), Meaning::Good}, {tr("取消"), Meaning::Closed}};
    figures.columns = {tr("日"), tr("売上"), tr("取消")};
    figures.nothing = tr("この%n日間に、売上と取消の操作はありません。", nullptr, MoneyDays);
    Yen captured;
    Yen cancelled;
    figures.days.reserve(days.size());
    for (const MoneyDay &each : days) {
        if (each.captures + each.cancels == 0) {
            continue;
        }
        const QString taken = countAndSum(each.captures, each.captured);
        const QString given = countAndSum(each.cancels, each.cancelled);
        figures.days.append({each.day,
                             {each.captured.value, -each.cancelled.value},
                             {dayWithName(each.day), taken, given},
                             tr("%1：売上 %2、取消 %3").arg(dayWithName(each.day), taken, given)});
        captured += each.captured;
        cancelled += each.cancelled;
    }
    figures.total = tr("売上 %1、取消 %2").arg(Formats::yen(captured), Formats::yen(cancelled));
    return figures;
}

} // namespace kessai
