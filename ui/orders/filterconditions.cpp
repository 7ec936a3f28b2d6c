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
        {u"unreflected"_s, FilterConditions::tr("ショップ未反映")},
        {u"cancelledWithOpenPayment"_s, FilterConditions::tr("取消し済み注文で未取消の決済")},
        {u"captureNeeded"_s, FilterConditions::tr("要売上")},
        {u"paidInCash"_s, FilterConditions::tr("入金された")},
        {u"walletPending"_s, FilterConditions::tr("楽天ペイ待ち")},
    };
    return words.value(name);
}

/// A text of any length comes from people or from a file; a chip has one line.
/// A window must not grow with what somebody looks for.
/// @param mostWide so many full-width characters, or twice as many of half the width
QString shortened(const QString &text, int mostWide = 14)
{
    int halves = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        constexpr char16_t FirstWide = 0x2000;
        halves += text.at(i).unicode() < FirstWide ? 1 : 2;
        if (halves > 2 * mostWide) {
            return text.left(text.at(i).isLowSurrogate() ? i - 1 : i) + u'…';
        }
    }
    return text;
}

struct TextWord
{
    QString key;
    QString OrderFilter::*member;
    QString word; ///< with a place for the text
};

QList<TextWord> textWords()
{
    return {
        {u"customerName"_s, &OrderFilter::customerName, FilterConditions::tr("注文者名: %1")},
        {u"customerKana"_s, &OrderFilter::customerKana, FilterConditions::tr("注文者名(カナ): %1")},
        {u"companyName"_s, &OrderFilter::companyName, FilterConditions::tr("注文者会社名: %1")},
        {u"mailAddress"_s, &OrderFilter::mailAddress, FilterConditions::tr("メールアドレス: %1")},
        {u"phoneNumber"_s, &OrderFilter::phoneNumber, FilterConditions::tr("電話番号: %1")},
        {u"orderNumber"_s, &OrderFilter::orderNumber, FilterConditions::tr("注文番号: %1")},
        {u"trackingNumber"_s, &OrderFilter::trackingNumber, FilterConditions::tr("お問い合わせ番号: %1")},
        {u"productName"_s, &OrderFilter::productName, FilterConditions::tr("購入商品名: %1")},
    };
}

QString momentText(const std::optional<DayOrTime> &moment)
{
    if (!moment) {
        return {};
    }
    return moment->time ? Formats::minute(firstInstantOf(*moment)) : Formats::day(moment->day);
}

void addRanges(QList<FilterConditions::Condition> &conditions, const OrderFilter &filter)
{
    const auto dayText = [](const std::optional<QDate> &day) { return day ? Formats::day(*day) : QString(); };
    const auto yenText = [](const std::optional<Yen> &yen) { return yen ? Formats::yen(*yen) : QString(); };
    if (filter.orderedFrom || filter.orderedTo) {
        const QString word = FilterConditions::tr("注文日: %1〜%2");
        conditions.append(
            {u"ordered"_s, word.arg(momentText(filter.orderedFrom), momentText(filter.orderedTo))});
    }
    if (filter.paidFrom || filter.paidTo) {
        const QString word = FilterConditions::tr("入金日: %1〜%2");
        conditions.append({u"paid"_s, word.arg(momentText(filter.paidFrom), momentText(filter.paidTo))});
    }
    if (filter.deliveryFrom || filter.deliveryTo) {
        const QString word = FilterConditions::tr("お届け日: %1〜%2");
        conditions.append(
            {u"delivery"_s, word.arg(dayText(filter.deliveryFrom), dayText(filter.deliveryTo))});
    }
    if (filter.totalFrom || filter.totalTo) {
        const QString word = FilterConditions::tr("購入金額: %1〜%2");
        conditions.append({u"total"_s, word.arg(yenText(filter.totalFrom), yenText(filter.totalTo))});
    }
}

void addDetail(QList<FilterConditions::Condition> &conditions, const OrderFilter &filter)
{
    const QString separator = FilterConditions::tr("・");
    if (!filter.shopMethodNames.isEmpty()) {
        const QString names = shortened(filter.shopMethodNames.join(separator), 18);
        conditions.append({u"shopMethodNames"_s, FilterConditions::tr("支払方法: %1").arg(names)});
    }
    for (const TextWord &each : textWords()) {
        const QString text = (filter.*each.member).trimmed();
        if (!text.isEmpty()) {
            conditions.append({each.key, each.word.arg(shortened(text))});
        }
    }
    if (!filter.prefectures.isEmpty()) {
        const QString names = shortened(filter.prefectures.join(separator), 18);
        conditions.append({u"prefectures"_s, FilterConditions::tr("お届け先: %1").arg(names)});
    }
    addRanges(conditions, filter);
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
        conditions.append({u"query"_s, tr("検索: %1").arg(shortened(filter.query.trimmed()))});
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
    addDetail(conditions, filter);
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
