#include "ui/orders/filterconditions.h"

#include "core/storage/filterjson.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// By the name of the flag. Those without a word narrow nothing that a person asked for: what a list always
/// asks for (only payments through GMO) and what widens it.
QString wordOfFlag(const QString &name)
{
    const QHash<QString, QString> words{
        {u"difference"_s, FilterConditions::tr("差異あり")},
        {u"unlinked"_s, Words::unlinked()},
        {u"neverRead"_s, Words::neverRead()},
        {u"ambiguous"_s, FilterConditions::tr("二重決済の疑い")},
        {u"inDoubt"_s, FilterConditions::tr("結果確認中")},
        {u"conflict"_s, FilterConditions::tr("要確認")},
        {u"importConflict"_s, FilterConditions::tr("取込と相違")},
        {u"cancelledWithOpenPayment"_s, FilterConditions::tr("取消し済み注文で未取消の決済")},
        {u"captureNeeded"_s, FilterConditions::tr("要売上")},
        {u"paidInCash"_s, FilterConditions::tr("入金された")},
        {u"walletPending"_s, FilterConditions::tr("楽天ペイ待ち")},
    };
    return words.value(name);
}

template <typename T>
QString joined(const QList<T> &values)
{
    QStringList words;
    for (const T value : values) {
        words.append(Words::of(value));
    }
    return words.join(FilterConditions::tr("・"));
}

/// "Within 7 days" stays true tomorrow; a day is named where the search asks for a day.
QString captureByText(const OrderFilter &filter)
{
    const bool lapsedToo = !filter.captureByFrom;
    if (filter.captureWithinDays && *filter.captureWithinDays < 0) {
        return FilterConditions::tr("売上期限: 超過");
    }
    if (filter.captureWithinDays) {
        const int days = *filter.captureWithinDays;
        return lapsedToo ? FilterConditions::tr("売上期限: %n日以内（超過を含む）", nullptr, days)
                         : FilterConditions::tr("売上期限: %n日以内", nullptr, days);
    }
    const QString from = lapsedToo ? QString() : Formats::day(*filter.captureByFrom);
    const QString until = filter.captureByUntil ? Formats::day(*filter.captureByUntil) : QString();
    return lapsedToo ? FilterConditions::tr("売上期限: %1まで").arg(until)
                     : FilterConditions::tr("売上期限: %1〜%2").arg(from, until);
}

QString payByText(const OrderFilter &filter)
{
    if (filter.payWithinDays && *filter.payWithinDays < 0) {
        return FilterConditions::tr("お支払期限: 超過");
    }
    if (filter.payWithinDays) {
        return FilterConditions::tr("お支払期限: %n日以内", nullptr, *filter.payWithinDays);
    }
    const QString from = filter.payByFrom ? Formats::day(*filter.payByFrom) : QString();
    const QString until = filter.payByUntil ? Formats::day(*filter.payByUntil) : QString();
    return FilterConditions::tr("お支払期限: %1〜%2").arg(from, until);
}

QString stuckText(const OrderFilter &filter)
{
    return filter.stuckMinutes
               ? FilterConditions::tr("決済処理中の滞留: %n分以上", nullptr, *filter.stuckMinutes)
               : FilterConditions::tr("決済処理中の滞留: %1より前").arg(Formats::minute(*filter.stuckBefore));
}

} // namespace

QList<FilterConditions::Condition> FilterConditions::of(const OrderFilter &filter)
{
    QList<Condition> conditions;
    if (!filter.query.trimmed().isEmpty()) {
        conditions.append({u"query"_s, tr("検索: %1").arg(filter.query.trimmed())});
    }
    if (!filter.orderStatuses.isEmpty()) {
        conditions.append({u"orderStatuses"_s, tr("対応状況: %1").arg(joined(filter.orderStatuses))});
    }
    if (!filter.paymentStatuses.isEmpty()) {
        conditions.append({u"paymentStatuses"_s, tr("決済状況: %1").arg(joined(filter.paymentStatuses))});
    }
    if (!filter.methods.isEmpty()) {
        conditions.append({u"methods"_s, tr("支払方法: %1").arg(joined(filter.methods))});
    }
    if (!filter.shopMethodName.isEmpty()) {
        conditions.append({u"shopMethodName"_s, tr("支払方法: %1").arg(filter.shopMethodName)});
    }
    if (filter.orderedFrom || filter.orderedTo) {
        const QString from = filter.orderedFrom ? Formats::day(*filter.orderedFrom) : QString();
        const QString to = filter.orderedTo ? Formats::day(*filter.orderedTo) : QString();
        conditions.append({u"ordered"_s, tr("受注日: %1〜%2").arg(from, to)});
    }
    if (filter.captureByFrom || filter.captureByUntil) {
        conditions.append({u"captureBy"_s, captureByText(filter)});
    }
    if (filter.payByFrom || filter.payByUntil) {
        conditions.append({u"payBy"_s, payByText(filter)});
    }
    if (filter.stuckBefore) {
        conditions.append({u"stuck"_s, stuckText(filter)});
    }
    for (const FilterFlag &flag : filterFlags()) {
        const QString word = filter.*flag.member ? wordOfFlag(flag.name) : QString();
        if (!word.isEmpty()) {
            conditions.append({flag.name, word});
        }
    }
    return conditions;
}

OrderFilter FilterConditions::without(OrderFilter filter, const QString &key)
{
    const OrderFilter none;
    if (key == u"query") {
        filter.query.clear();
    } else if (key == u"orderStatuses") {
        filter.orderStatuses.clear();
    } else if (key == u"paymentStatuses") {
        filter.paymentStatuses.clear();
    } else if (key == u"methods") {
        filter.methods.clear();
    } else if (key == u"shopMethodName") {
        filter.shopMethodName.clear();
    } else if (key == u"ordered") {
        filter.orderedFrom = none.orderedFrom;
        filter.orderedTo = none.orderedTo;
    } else if (key == u"captureBy") {
        filter.captureByFrom = none.captureByFrom;
        filter.captureByUntil = none.captureByUntil;
        filter.captureFromDays = none.captureFromDays;
        filter.captureWithinDays = none.captureWithinDays;
    } else if (key == u"payBy") {
        filter.payByFrom = none.payByFrom;
        filter.payByUntil = none.payByUntil;
        filter.payFromDays = none.payFromDays;
        filter.payWithinDays = none.payWithinDays;
    } else if (key == u"stuck") {
        filter.stuckBefore = none.stuckBefore;
        filter.stuckMinutes = none.stuckMinutes;
    }
    for (const FilterFlag &flag : filterFlags()) {
        if (flag.name == key) {
            filter.*flag.member = false;
        }
    }
    return filter;
}

void FilterConditions::save(QSettings &settings, const OrderFilter &filter)
{
    settings.remove({}); // with what older versions kept one by one
    settings.setValue(u"conditions"_s, QString::fromUtf8(jsonOf(filter)));
}

OrderFilter FilterConditions::load(QSettings &settings, const QDateTime &now)
{
    const QByteArray json = settings.value(u"conditions"_s).toString().toUtf8();
    return filterFromJson(json, now).value_or(OrderFilter{});
}

} // namespace kessai
