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
