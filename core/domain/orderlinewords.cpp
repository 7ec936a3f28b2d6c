#include "core/domain/orderlinewords.h"

#include "core/base/sentence.h"
#include "core/domain/totals.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// More would only be scrolled past.
constexpr qsizetype MostLines = 50;

/// 赤／M; "" without categories.
QString categoriesOf(const OrderItem &item)
{
    QStringList categories{item.classCategoryName1, item.classCategoryName2};
    categories.removeAll(QString());
    return categories.join(u'／');
}

QString nameOf(const OrderItem &item)
{
    const QString categories = categoriesOf(item);
    return categories.isEmpty() ? item.productName : u"%1（%2）"_s.arg(item.productName, categories);
}

QString taxOf(const OrderItem &item)
{
    switch (item.taxType) {
    case TaxType::Taxable:
        return item.taxDisplay == TaxDisplay::Excluded ? Sentence::tr("税抜") : Sentence::tr("税込");
    case TaxType::Untaxed:
        return Sentence::tr("不課税");
    case TaxType::TaxExempt:
        return Sentence::tr("非課税");
    }
    return {};
}

/// The lines that `others` has not, each as often as it has more of it.
QStringList without(const QStringList &lines, const QStringList &others)
{
    QHash<QString, int> there;
    for (const QString &other : others) {
        ++there[other];
    }
    QStringList rest;
    for (const QString &line : lines) {
        int &count = there[line];
        if (count > 0) {
            --count;
        } else {
            rest.append(line);
        }
    }
    return rest;
}

QString joined(QStringList lines)
{
    if (lines.size() > MostLines) {
        const int more = int(lines.size() - MostLines);
        lines = lines.first(MostLines);
        lines.append(Sentence::tr("ほか%n行", nullptr, more));
    }
    return lines.join(u'\n');
}

} // namespace

QString lineInWords(const OrderItem &item)
{
    // One arg() for all: a name with %1 in it stays as it is.
    return Sentence::tr("%1　%2円（%3）× %4　税率%5%　小計 %6円")
        .arg(nameOf(item), groupedYen(item.price), taxOf(item), QString::number(item.quantity),
             QString::number(item.taxRatePercent), groupedYen(lineTotal(item)));
}

QStringList totalsInWords(const OrderTotals &totals)
{
    return {Sentence::tr("小計 %1円").arg(groupedYen(totals.subtotal)),
            Sentence::tr("送料 %1円").arg(groupedYen(totals.deliveryFee)),
            Sentence::tr("手数料 %1円").arg(groupedYen(totals.charge)),
            Sentence::tr("値引き %1円").arg(groupedYen(totals.discount)),
            Sentence::tr("税金 %1円").arg(groupedYen(totals.tax)),
            Sentence::tr("合計 %1円").arg(groupedYen(totals.total)),
            Sentence::tr("お支払い合計 %1円").arg(groupedYen(totals.payableTotal)),
            Sentence::tr("利用ポイント %1").arg(totals.usedPoints),
            Sentence::tr("加算ポイント %1").arg(totals.addedPoints)};
}

QStringList linesInWords(const Order &order)
{
    QStringList lines;
    lines.reserve(order.items.size());
    for (const OrderItem &item : order.items) {
        lines.append(lineInWords(item));
    }
    return lines + totalsInWords(order.totals);
}

LinesDifference linesDifferenceInWords(const Order &before, const Order &after)
{
    const QStringList old = linesInWords(before);
    const QStringList now = linesInWords(after);
    const QStringList gone = without(old, now);
    const QStringList come = without(now, old);
    if (gone.isEmpty() && come.isEmpty()) {
        return {joined(old), joined(now)};
    }
    return {joined(gone), joined(come)};
}

} // namespace kessai
