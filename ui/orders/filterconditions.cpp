#include "ui/orders/filterconditions.h"

#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Flag
{
    QString key;
    bool OrderFilter::*member;
};

const QList<Flag> &flags()
{
    static const QList<Flag> all{
        {u"difference"_s, &OrderFilter::onlyDifference},
        {u"unlinked"_s, &OrderFilter::onlyUnlinked},
        {u"neverRead"_s, &OrderFilter::onlyNeverRead},
        {u"ambiguous"_s, &OrderFilter::onlyAmbiguous},
        {u"inDoubt"_s, &OrderFilter::onlyInDoubt},
        {u"conflict"_s, &OrderFilter::onlyConflict},
        {u"importConflict"_s, &OrderFilter::onlyImportConflict},
        {u"cancelledWithOpenPayment"_s, &OrderFilter::onlyCancelledWithOpenPayment},
        {u"captureNeeded"_s, &OrderFilter::onlyCaptureNeeded},
    };
    return all;
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

template <typename T>
QString codes(const QList<T> &values)
{
    QStringList numbers;
    for (const T value : values) {
        numbers.append(QString::number(int(value)));
    }
    return numbers.join(u' ');
}

/// Reads codes back; what is not in `known` any more is left out.
template <typename T>
QList<T> fromCodes(const QString &text, const QList<T> &known)
{
    QList<T> values;
    const QStringList numbers = text.split(u' ', Qt::SkipEmptyParts);
    for (const T value : known) {
        if (numbers.contains(QString::number(int(value)))) {
            values.append(value);
        }
    }
    return values;
}

QList<PaymentMethod> allMethods()
{
    return gatewayMethods() + QList<PaymentMethod>{PaymentMethod::Other};
}

std::optional<QDate> dayOf(const QVariant &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString textOf(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
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
    if (filter.captureByUntil) {
        conditions.append({u"captureBy"_s, tr("売上期限: %1まで").arg(Formats::day(*filter.captureByUntil))});
    }
    if (filter.stuckBefore) {
        conditions.append(
            {u"stuck"_s, tr("決済処理中の滞留: %1より前").arg(Formats::minute(*filter.stuckBefore))});
    }
    const QHash<QString, QString> words{
        {u"difference"_s, tr("差異あり")},
        {u"unlinked"_s, Words::unlinked()},
        {u"neverRead"_s, Words::neverRead()},
        {u"ambiguous"_s, tr("二重決済の疑い")},
        {u"inDoubt"_s, tr("結果確認中")},
        {u"conflict"_s, tr("要確認")},
        {u"importConflict"_s, tr("取込と相違")},
        {u"cancelledWithOpenPayment"_s, tr("取消し済み注文で未取消の決済")},
        {u"captureNeeded"_s, tr("要売上")},
    };
    for (const Flag &flag : flags()) {
        if (filter.*flag.member) {
            conditions.append({flag.key, words.value(flag.key)});
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
        filter.captureByUntil = none.captureByUntil;
    } else if (key == u"stuck") {
        filter.stuckBefore = none.stuckBefore;
    }
    for (const Flag &flag : flags()) {
        if (flag.key == key) {
            filter.*flag.member = false;
        }
    }
    return filter;
}

void FilterConditions::save(QSettings &settings, const OrderFilter &filter)
{
    settings.setValue(u"query"_s, filter.query);
    settings.setValue(u"orderStatuses"_s, codes(filter.orderStatuses));
    settings.setValue(u"paymentStatuses"_s, codes(filter.paymentStatuses));
    settings.setValue(u"methods"_s, codes(filter.methods));
    settings.setValue(u"shopMethodName"_s, filter.shopMethodName);
    settings.setValue(u"orderedFrom"_s, textOf(filter.orderedFrom));
    settings.setValue(u"orderedTo"_s, textOf(filter.orderedTo));
    settings.setValue(u"withUnfinished"_s, filter.withUnfinished);
    // What is counted from today or from now would be another question tomorrow: it belongs to its view, not
    // to the list.
    for (const Flag &flag : flags()) {
        settings.setValue(flag.key, filter.*flag.member);
    }
}

OrderFilter FilterConditions::load(QSettings &settings)
{
    OrderFilter filter;
    filter.query = settings.value(u"query"_s).toString();
    filter.orderStatuses = fromCodes(settings.value(u"orderStatuses"_s).toString(), allOrderStatuses());
    filter.paymentStatuses = fromCodes(settings.value(u"paymentStatuses"_s).toString(), allPaymentStatuses());
    filter.methods = fromCodes(settings.value(u"methods"_s).toString(), allMethods());
    filter.shopMethodName = settings.value(u"shopMethodName"_s).toString();
    filter.orderedFrom = dayOf(settings.value(u"orderedFrom"_s));
    filter.orderedTo = dayOf(settings.value(u"orderedTo"_s));
    filter.withUnfinished = settings.value(u"withUnfinished"_s).toBool();
    for (const Flag &flag : flags()) {
        filter.*flag.member = settings.value(flag.key).toBool();
    }
    return filter;
}

} // namespace kessai
