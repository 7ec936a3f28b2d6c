#include "core/domain/totals.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace kessai;

namespace {

__extension__ using Big = __int128;

/// An exact number: a whole one over a positive one.
struct Fraction
{
    Big over = 0;
    Big under = 1;
};

/// The whole number below or at it.
Big floorOf(Fraction number)
{
    Big whole = number.over / number.under;
    while (whole * number.under > number.over) {
        --whole;
    }
    return whole;
}

/// As the words of the shop's settings say it: 四捨五入 of the size, whatever the sign; 切り捨て down,
/// 切り上げ up.
qint64 rounded(Fraction number, Rounding rounding)
{
    if (rounding == Rounding::Down) {
        return qint64(floorOf(number));
    }
    if (rounding == Rounding::Up) {
        return qint64(-floorOf({-number.over, number.under}));
    }
    const bool negative = number.over < 0;
    const Big size = negative ? -number.over : number.over;
    const Big nearest = floorOf({2 * size + number.under, 2 * number.under});
    return qint64(negative ? -nearest : nearest);
}

struct OracleRate
{
    int percent = 0;
    qint64 taxable = 0;
    Rounding rounding = Rounding::HalfUp;
    qint64 shown = 0;
    qint64 tax = 0;
};

/// An order's totals as design.md §6 words them, line by line.
struct Oracle
{
    qint64 kinds[7] = {}; ///< sums by 明細区分
    qint64 all = 0;
    qint64 tax = 0;
    qint64 points = 0;
    std::vector<OracleRate> rates; ///< ascending
};

qint64 unitTax(const OrderItem &item)
{
    if (item.taxType == TaxType::Untaxed || item.taxType == TaxType::TaxExempt) {
        return 0;
    }
    const Big price = item.price.value;
    if (item.taxDisplay == TaxDisplay::Included) {
        return rounded({price * item.taxRatePercent, 100 + item.taxRatePercent}, item.rounding);
    }
    return rounded({price * item.taxRatePercent, 100}, item.rounding);
}

qint64 lineSum(const OrderItem &item)
{
    qint64 sum = 0;
    for (qint64 unit = 0; unit < item.quantity; ++unit) {
        sum += item.price.value;
        if (item.taxDisplay == TaxDisplay::Excluded) {
            sum += unitTax(item);
        }
    }
    return sum;
}

OracleRate &rateOf(Oracle &oracle, int percent)
{
    auto place = oracle.rates.begin();
    while (place != oracle.rates.end() && place->percent < percent) {
        ++place;
    }
    if (place == oracle.rates.end() || place->percent != percent) {
        OracleRate made;
        made.percent = percent;
        place = oracle.rates.insert(place, made);
    }
    return *place;
}

/// Each rate bears of the untaxed discounts as much as it has of what is taxed.
void shareOut(Oracle &oracle, qint64 untaxedDiscounts)
{
    qint64 taxed = 0;
    for (const OracleRate &rate : oracle.rates) {
        taxed += rate.taxable;
    }
    qint64 given = 0;
    for (OracleRate &rate : oracle.rates) {
        rate.shown = rate.taxable;
        if (taxed != 0 && untaxedDiscounts != 0) {
            const Big sign = taxed < 0 ? -1 : 1;
            rate.shown = rounded(
                {sign * (Big(rate.taxable) * taxed + Big(untaxedDiscounts) * rate.taxable), sign * taxed},
                rate.rounding);
        }
        given += rate.shown;
    }
    if (taxed != 0 && untaxedDiscounts != 0) {
        oracle.rates.back().shown += taxed + untaxedDiscounts - given; // the odd yen
    }
    for (OracleRate &rate : oracle.rates) {
        rate.tax = rounded({Big(rate.shown) * rate.percent, 100 + rate.percent}, rate.rounding);
    }
}

Oracle judged(const QList<OrderItem> &items, int pointRatePercent)
{
    Oracle oracle;
    qint64 untaxedDiscounts = 0;
    for (const OrderItem &item : items) {
        const qint64 sum = lineSum(item);
        oracle.all += sum;
        oracle.kinds[int(item.type)] += sum;
        oracle.tax += item.type == OrderItemType::Tax ? sum : unitTax(item) * item.quantity;
        const bool takesOff = item.type == OrderItemType::Discount || item.type == OrderItemType::Point;
        if (item.taxType == TaxType::Taxable) {
            OracleRate &rate = rateOf(oracle, item.taxRatePercent);
            rate.taxable += sum;
            rate.rounding = item.rounding;
        } else if (takesOff) {
            untaxedDiscounts += sum;
        }
        const bool isUsed = item.type == OrderItemType::Point && item.price.value < 0;
        if (item.type == OrderItemType::Goods || isUsed) {
            oracle.points +=
                rounded({Big(item.price.value) * pointRatePercent, 100}, Rounding::HalfUp) * item.quantity;
        }
    }
    shareOut(oracle, untaxedDiscounts);
    oracle.points = oracle.points < 0 ? 0 : oracle.points;
    return oracle;
}

OrderItem anyLine(QRandomGenerator &dice)
{
    static constexpr int Rates[] = {0, 3, 5, 8, 8, 10, 10, 10};
    OrderItem line;
    line.type = dice.bounded(3) ? OrderItemType::Goods : OrderItemType(1 + dice.bounded(6));
    line.taxRatePercent = Rates[dice.bounded(8)];
    line.taxDisplay = TaxDisplay(1 + dice.bounded(2));
    line.taxType = dice.bounded(4) ? TaxType::Taxable : TaxType(1 + dice.bounded(3));
    line.rounding = Rounding(1 + dice.bounded(3));
    line.quantity = dice.bounded(8) ? 1 + dice.bounded(4) : dice.bounded(40);
    line.price = Yen{dice.bounded(5) ? dice.bounded(3'000) : dice.bounded(2'000'000)};
    const bool takesOff = line.type == OrderItemType::Discount || line.type == OrderItemType::Point;
    if (takesOff || dice.bounded(50) == 0) {
        line.price = -line.price;
    }
    if (line.type == OrderItemType::Point && dice.bounded(3)) {
        line.taxType = TaxType::Untaxed;
        line.taxDisplay = TaxDisplay::Included;
    }
    return line;
}

Order anyOrder(QRandomGenerator &dice)
{
    Order order;
    order.shopCustomerId = QString::number(dice.bounded(2) ? 1 + dice.bounded(9) : 0);
    if (order.shopCustomerId == QLatin1String("0")) {
        order.shopCustomerId.clear();
    }
    for (int count = 1 + dice.bounded(9); count > 0; --count) {
        order.items.append(anyLine(dice));
    }
    return order;
}

QString described(const Order &order)
{
    QStringList lines;
    for (const OrderItem &item : order.items) {
        lines.append(QStringLiteral("type %1 price %2 x %3 rate %4 tax %5 display %6 rounding %7")
                         .arg(int(item.type))
                         .arg(item.price.value)
                         .arg(item.quantity)
                         .arg(item.taxRatePercent)
                         .arg(int(item.taxType))
                         .arg(int(item.taxDisplay))
                         .arg(int(item.rounding)));
    }
    return lines.join(QLatin1Char('\n'));
}

/// What does not agree; "" nothing.
QString disagreement(const Order &order, int pointRatePercent)
{
    const Oracle oracle = judged(order.items, pointRatePercent);
    const ComputedTotals computed = computeTotals(order.items);
    const OrderTotals totals = calculatedTotals(order, pointRatePercent);
    QMap<int, Yen> shown;
    QMap<int, Yen> taxes;
    for (const OracleRate &rate : oracle.rates) {
        shown.insert(rate.percent, Yen{rate.shown});
        taxes.insert(rate.percent, Yen{rate.tax});
    }
    const QList<std::pair<const char *, bool>> checks = {
        {"subtotal", totals.subtotal.value == oracle.kinds[1]},
        {"delivery fee", totals.deliveryFee.value == oracle.kinds[2]},
        {"charge", totals.charge.value == oracle.kinds[3]},
        {"discount", totals.discount.value == -oracle.kinds[4]},
        {"used points", totals.usedPoints == -oracle.kinds[6]},
        {"tax", totals.tax.value == oracle.tax},
        {"total", totals.total.value == oracle.all},
        {"payable total", totals.payableTotal.value == oracle.all},
        {"added points", totals.addedPoints == (order.shopCustomerId.isEmpty() ? 0 : oracle.points)},
        {"taxable by rate", computed.taxableByRatePercent == shown},
        {"tax by rate", computed.taxByRatePercent == taxes},
    };
    for (const auto &[name, agrees] : checks) {
        if (!agrees) {
            return QLatin1String(name) + QLatin1Char('\n') + described(order);
        }
    }
    return {};
}

} // namespace

/// An independent calculation, in exact fractions and unit by unit, agrees with what the program shows.
class TestTotalsOracle : public QObject
{
    Q_OBJECT

private slots:
    void totals_agreeForTenThousandOrders()
    {
        constexpr quint32 Seed = 20'201'203;
        QRandomGenerator dice(Seed);
        int mixed = 0;
        int shared = 0;
        for (int number = 0; number < 10'000; ++number) {
            const Order order = anyOrder(dice);
            const QString problem = disagreement(order, dice.bounded(11));
            QVERIFY2(problem.isEmpty(), qPrintable(QString::number(number) + QLatin1String(": ") + problem));
            const ComputedTotals totals = computeTotals(order.items);
            mixed += totals.taxableByRatePercent.size() > 1;
            shared += totals.points.value < 0 && totals.taxableByRatePercent.size() > 1;
        }
        // The dice have thrown what the comparison is about.
        QVERIFY(mixed > 3'000);
        QVERIFY(shared > 300);
    }
};

QTEST_GUILESS_MAIN(TestTotalsOracle)
#include "test_totalsoracle.moc"
