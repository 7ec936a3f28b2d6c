#include "ui/papers/deliverynotewords.h"

#include "core/base/japantime.h"
#include "core/domain/totals.h"
#include "ui/text/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace kessai::papers {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryNote)
};

constexpr int ReducedRatePercent = 8;
constexpr qsizetype MostShipments = 3;

bool isReduced(const OrderItem &item)
{
    return item.type == OrderItemType::Goods && item.taxType == TaxType::Taxable &&
           item.taxRatePercent == ReducedRatePercent;
}

bool isSomewhereElse(const Addressee &recipient, const Addressee &customer)
{
    return recipient.fullName() != customer.fullName() || recipient.postalCode != customer.postalCode ||
           recipient.prefecture != customer.prefecture || recipient.address1 != customer.address1 ||
           recipient.address2 != customer.address2;
}

QString inOneLine(const Addressee &to)
{
    const QString name = to.fullName().trimmed();
    QStringList parts{name.isEmpty() ? QString() : Text::tr("%1 様").arg(name), postalCode(to.postalCode),
                      streetOf(to), to.address2, to.companyName};
    parts.removeAll(QString());
    return parts.join(u'　');
}

QList<Fact> shipmentFacts(const Order &order)
{
    QList<Fact> facts;
    for (const Shipment &shipment : order.shipments) {
        const QString to = inOneLine(shipment.recipient);
        if (!to.isEmpty() && isSomewhereElse(shipment.recipient, order.customer)) {
            facts.append({Text::tr("お届け先"), to});
        }
    }
    const qsizetype left = facts.size() - MostShipments;
    if (left > 0) {
        facts.resize(MostShipments);
        facts.append({QString(), Text::tr("ほか%1か所").arg(left)});
    }
    return facts;
}

} // namespace

QString postalCode(const QString &code)
{
    QString digits = code;
    digits.remove(u'-');
    const bool isJapanese =
        digits.size() == 7 && std::all_of(digits.cbegin(), digits.cend(),
                                          [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    if (isJapanese) {
        return u"〒%1-%2"_s.arg(digits.left(3), digits.mid(3));
    }
    return code.isEmpty() ? QString() : u"〒"_s + code;
}

QString streetOf(const Addressee &to)
{
    return to.address1.startsWith(to.prefecture) ? to.address1 : to.prefecture + to.address1;
}

QString goodsName(const OrderItem &item)
{
    QStringList classes{item.classCategoryName1, item.classCategoryName2};
    classes.removeAll(QString());
    QString name = item.productName;
    if (!classes.isEmpty()) {
        name += u"（%1）"_s.arg(classes.join(u"／"_s));
    }
    return isReduced(item) ? name + u" ※"_s : name;
}

Yen unitWithTax(const OrderItem &item)
{
    return item.taxDisplay == TaxDisplay::Excluded ? item.price + taxOfUnit(item) : item.price;
}

QList<Fact> factsOf(const Order &order)
{
    QList<Fact> facts{{Text::tr("ご注文番号"), order.orderNumber, true}};
    if (order.orderedAt) {
        facts.append({Text::tr("ご注文日"), Formats::day(japantime::dayOf(*order.orderedAt))});
    }
    if (!order.methodName.isEmpty()) {
        facts.append({Text::tr("お支払い方法"), order.methodName});
    }
    return facts + shipmentFacts(order);
}

QList<Fact> sumsOf(const Order &order)
{
    const OrderTotals &totals = order.totals;
    QList<Fact> sums{{Text::tr("小計"), Formats::yen(totals.subtotal)},
                     {Text::tr("送料"), Formats::yen(totals.deliveryFee)},
                     {Text::tr("手数料"), Formats::yen(totals.charge)},
                     {Text::tr("値引き"), Formats::yen(-totals.discount)}};
    // Points are not among these four, nor is tax that a line has of its own.
    const Yen rest =
        totals.payableTotal - (totals.subtotal + totals.deliveryFee + totals.charge - totals.discount);
    if (rest != Yen{}) {
        const bool isPoints = rest < Yen{} && totals.usedPoints > 0;
        sums.append({isPoints ? Text::tr("ポイント利用") : Text::tr("税・調整"), Formats::yen(rest)});
    }
    sums.append({Text::tr("合計"), Formats::yen(totals.payableTotal), true});
    return sums;
}

QStringList taxesAndPointsOf(const Order &order)
{
    const ComputedTotals computed = computeTotals(order.items);
    QStringList lines;
    const auto &rates = computed.taxableByRatePercent;
    for (auto rate = rates.cend(); rate != rates.cbegin();) { // the usual rate first
        --rate;
        lines.append(Text::tr("税率 %1%対象　%2（内消費税 %3）")
                         .arg(QString::number(rate.key()), Formats::yen(rate.value()),
                              Formats::yen(computed.taxByRatePercent.value(rate.key()))));
    }
    if (std::any_of(order.items.cbegin(), order.items.cend(), isReduced)) {
        lines.append(Text::tr("※は軽減税率の対象です。"));
    }
    if (order.totals.usedPoints != 0) {
        lines.append(Text::tr("利用ポイント　%1 pt").arg(Formats::count(order.totals.usedPoints)));
    }
    if (order.totals.addedPoints != 0) {
        lines.append(Text::tr("加算ポイント　%1 pt").arg(Formats::count(order.totals.addedPoints)));
    }
    return lines;
}

} // namespace kessai::papers
