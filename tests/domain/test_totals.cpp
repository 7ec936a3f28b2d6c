#include "core/domain/totals.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

OrderItem item(OrderItemType type, qint64 price, TaxDisplay display, int rate = 10, qint64 quantity = 1)
{
    OrderItem one;
    one.type = type;
    one.price = Yen{price};
    one.taxDisplay = display;
    one.taxRatePercent = rate;
    one.quantity = quantity;
    return one;
}

OrderItem untaxed(OrderItemType type, qint64 price)
{
    OrderItem one = item(type, price, TaxDisplay::Included, 0);
    one.taxType = TaxType::Untaxed;
    return one;
}

} // namespace

class TestTotals : public QObject
{
    Q_OBJECT

private slots:
    void totals_ofTheDesignsExample()
    {
        const auto totals = computeTotals({item(OrderItemType::Goods, 2000, TaxDisplay::Excluded),
                                           item(OrderItemType::DeliveryFee, 500, TaxDisplay::Included)});
        QCOMPARE(totals.subtotal, Yen{2200});
        QCOMPARE(totals.deliveryFee, Yen{500});
        QCOMPARE(totals.payableTotal, Yen{2700});
        QCOMPARE(totals.taxableByRatePercent, (QMap<int, Yen>{{10, Yen{2700}}}));
    }

    void taxOfUnit_roundsAsTheLineSays_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<int>("rounding");
        QTest::addColumn<qint64>("tax");
        const QList<std::tuple<qint64, Rounding, qint64>> cases = {
            {105, Rounding::HalfUp, 11},   {104, Rounding::HalfUp, 10},   {105, Rounding::Down, 10},
            {109, Rounding::Down, 10},     {101, Rounding::Up, 11},       {100, Rounding::Up, 10},
            {-105, Rounding::HalfUp, -11}, {-104, Rounding::HalfUp, -10}, {-101, Rounding::Down, -11},
            {-109, Rounding::Up, -10},     {0, Rounding::Up, 0},
        };
        for (const auto &[price, rounding, tax] : cases) {
            QTest::addRow("%lld by %d", price, int(rounding)) << price << int(rounding) << tax;
        }
    }

    void taxOfUnit_roundsAsTheLineSays()
    {
        QFETCH(qint64, price);
        QFETCH(int, rounding);
        QFETCH(qint64, tax);
        OrderItem one = item(OrderItemType::Goods, price, TaxDisplay::Excluded);
        one.rounding = Rounding(rounding);
        QCOMPARE(taxOfUnit(one), Yen{tax});
    }

    void taxOfUnit_isInsideAnIncludedPriceAndNoneWithoutTax()
    {
        QCOMPARE(taxOfUnit(item(OrderItemType::DeliveryFee, 500, TaxDisplay::Included)), Yen{45});
        QCOMPARE(taxOfUnit(item(OrderItemType::Goods, 1080, TaxDisplay::Included, 8)), Yen{80});
        QCOMPARE(taxOfUnit(untaxed(OrderItemType::Point, -100)), Yen{0});
        OrderItem exempt = item(OrderItemType::Goods, 1000, TaxDisplay::Excluded);
        exempt.taxType = TaxType::TaxExempt;
        QCOMPARE(lineTotal(exempt), Yen{1000});
    }

    void lineTotal_taxesTheUnitBeforeTheQuantity()
    {
        QCOMPARE(lineTotal(item(OrderItemType::Goods, 105, TaxDisplay::Excluded, 10, 3)), Yen{348});
    }

    void untaxedDiscounts_areSharedAmongTheRates()
    {
        const auto totals = computeTotals({item(OrderItemType::Goods, 1000, TaxDisplay::Included, 10),
                                           item(OrderItemType::Goods, 500, TaxDisplay::Included, 8),
                                           untaxed(OrderItemType::Point, -100)});
        QCOMPARE(totals.points, Yen{-100});
        QCOMPARE(totals.payableTotal, Yen{1400});
        // 500 − 33.3 → 467; the odd yen is on the highest rate
        QCOMPARE(totals.taxableByRatePercent, (QMap<int, Yen>{{8, Yen{467}}, {10, Yen{933}}}));
    }

    void taxedDiscounts_lowerTheirOwnRate()
    {
        const auto totals = computeTotals({item(OrderItemType::Goods, 1000, TaxDisplay::Excluded, 10),
                                           item(OrderItemType::Discount, -200, TaxDisplay::Excluded, 10),
                                           item(OrderItemType::Charge, 330, TaxDisplay::Included, 10)});
        QCOMPARE(totals.subtotal, Yen{1100});
        QCOMPARE(totals.discount, Yen{-220});
        QCOMPARE(totals.charge, Yen{330});
        QCOMPARE(totals.payableTotal, Yen{1210});
        QCOMPARE(totals.taxableByRatePercent, (QMap<int, Yen>{{10, Yen{1210}}}));
    }

    void tax_isInTheTotalsAndInEachRate()
    {
        OrderItem tax = item(OrderItemType::Tax, 7, TaxDisplay::Included, 0);
        tax.taxType = TaxType::Untaxed;
        const auto totals = computeTotals({item(OrderItemType::Goods, 105, TaxDisplay::Excluded, 10, 3),
                                           item(OrderItemType::Goods, 1080, TaxDisplay::Included, 8), tax});
        QCOMPARE(totals.tax, Yen{33 + 80 + 7});
        QCOMPARE(totals.payableTotal, Yen{348 + 1080 + 7});
        QCOMPARE(totals.taxByRatePercent, (QMap<int, Yen>{{8, Yen{80}}, {10, Yen{32}}})); // 348 × 10 / 110
    }

    void addedPoints_areOfGoodsLessOfPointLines()
    {
        const OrderItem goods = item(OrderItemType::Goods, 2000, TaxDisplay::Excluded);
        const OrderItem odd = item(OrderItemType::Goods, 150, TaxDisplay::Excluded, 10, 3);
        const OrderItem fee = item(OrderItemType::DeliveryFee, 500, TaxDisplay::Included);
        QCOMPARE(addedPointsOf({goods, fee}, 1), 20);
        QCOMPARE(addedPointsOf({odd}, 1), 6); // 1.5 → 2 a unit
        QCOMPARE(addedPointsOf({goods, untaxed(OrderItemType::Point, -300)}, 1), 17);
        QCOMPARE(addedPointsOf({goods, item(OrderItemType::Discount, -300, TaxDisplay::Excluded)}, 1), 20);
        QCOMPARE(addedPointsOf({untaxed(OrderItemType::Point, -300)}, 1), 0);
        QCOMPARE(addedPointsOf({goods}, 0), 0);
    }

    void calculatedTotals_followTheLines()
    {
        Order order;
        order.shopCustomerId = u"7"_s;
        order.items = {item(OrderItemType::Goods, 2000, TaxDisplay::Excluded),
                       item(OrderItemType::DeliveryFee, 500, TaxDisplay::Included),
                       item(OrderItemType::Discount, -100, TaxDisplay::Excluded),
                       untaxed(OrderItemType::Point, -50)};
        order.totals.payableTotal = Yen{9'999};
        OrderTotals expected;
        expected.subtotal = Yen{2200};
        expected.deliveryFee = Yen{500};
        expected.discount = Yen{110};
        expected.tax = Yen{200 + 45 - 10};
        expected.total = Yen{2540};
        expected.payableTotal = Yen{2540};
        expected.usedPoints = 50;
        expected.addedPoints = 19; // 20 − 0.5, rounded away from zero
        QCOMPARE(calculatedTotals(order, 1), expected);
        order.shopCustomerId.clear();
        expected.addedPoints = 0;
        QCOMPARE(calculatedTotals(order, 1), expected);
    }

    void calculatedTotals_withoutLinesAddTheFigures()
    {
        Order order;
        order.totals.subtotal = Yen{3000};
        order.totals.deliveryFee = Yen{500};
        order.totals.charge = Yen{300};
        order.totals.discount = Yen{200};
        order.totals.usedPoints = 100;
        order.totals.addedPoints = 30;
        const OrderTotals totals = calculatedTotals(order, 1);
        QCOMPARE(totals.total, Yen{3600});
        QCOMPARE(totals.payableTotal, Yen{3500});
        QCOMPARE(totals.addedPoints, 30);
    }

    void hostileFigures_endAtTwelveDigits()
    {
        constexpr qint64 Huge = std::numeric_limits<qint64>::max();
        const OrderItem one = item(OrderItemType::Goods, Huge, TaxDisplay::Excluded, 10, Huge);
        QCOMPARE(lineTotal(one), Yen{999'999'999'999});
        const auto totals = computeTotals({one, one, untaxed(OrderItemType::Point, -Huge)});
        QCOMPARE(totals.payableTotal, Yen{999'999'999'999});
        OrderItem strange = item(OrderItemType::Goods, 100, TaxDisplay::Included, -100);
        QCOMPARE(taxOfUnit(strange), Yen{0});
    }

    void nothing_isZero()
    {
        const auto totals = computeTotals({});
        QCOMPARE(totals.payableTotal, Yen{0});
        QVERIFY(totals.taxableByRatePercent.isEmpty());
        const auto pointsOnly = computeTotals({untaxed(OrderItemType::Point, -10)});
        QCOMPARE(pointsOnly.payableTotal, Yen{-10});
    }
};

QTEST_GUILESS_MAIN(TestTotals)
#include "test_totals.moc"
