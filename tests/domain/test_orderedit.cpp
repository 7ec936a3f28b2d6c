#include "core/domain/orderedit.h"
#include "core/domain/totals.h"
#include "tests/domain/editedorder.h"

#include <QTest>

using namespace kessai;
using Part = EditPlace::Part;
using Spot = EditSpot;

namespace {

QList<EditPlace> placesOf(const QList<EditProblem> &problems)
{
    QList<EditPlace> places;
    for (const EditProblem &problem : problems) {
        if (problem.sentence.isEmpty()) {
            qFatal("a problem without words");
        }
        places.append(problem.place);
    }
    return places;
}

/// What is wrong after this change, with the totals that the lines give then.
template <typename Change>
QList<EditPlace> afterLineChange(Change change)
{
    Order edited = orderToEdit();
    change(edited.items[0]);
    edited.totals = calculatedTotals(edited, 1);
    return placesOf(problemsOf(edited, orderToEdit()));
}

using TextOf = QString &(*)(Order &order);

} // namespace

Q_DECLARE_METATYPE(TextOf)

class TestOrderEdit : public QObject
{
    Q_OBJECT

private slots:
    void newLines_beginAsTheShopHasThem()
    {
        LineDefaults defaults;
        defaults.rounding = Rounding::Down;
        const OrderItem goods = newLine(orderToEdit(), OrderItemType::Goods, defaults);
        QCOMPARE(goods.taxRatePercent, 8); // as the order's last goods
        QCOMPARE(goods.taxDisplay, TaxDisplay::Excluded);
        QCOMPARE(goods.taxType, TaxType::Taxable);
        QCOMPARE(goods.rounding, Rounding::Down);
        QCOMPARE(goods.quantity, 1);
        QCOMPARE(newLine({}, OrderItemType::Goods, defaults).taxRatePercent, 10);
        const OrderItem fee = newLine(orderToEdit(), OrderItemType::DeliveryFee, defaults);
        QCOMPARE(fee.taxRatePercent, 10);
        QCOMPARE(fee.taxDisplay, TaxDisplay::Included);
        QCOMPARE(fee.productName, u"送料"_s);
        const OrderItem point = newLine(orderToEdit(), OrderItemType::Point, defaults);
        QCOMPARE(point.taxType, TaxType::Untaxed);
        QCOMPARE(point.taxRatePercent, 0);
        QCOMPARE(newLine({}, OrderItemType::Discount, defaults).taxDisplay, TaxDisplay::Excluded);
    }

    void typedTexts_areTidied()
    {
        Order edited = orderToEdit();
        edited.customer.postalCode = u"〒530-0001"_s.mid(1);
        edited.customer.phoneNumber = u"（０６）６１２３−４５６７"_s;
        edited.customer.familyKana = u" さとう "_s;
        edited.customer.givenKana = u"ﾊﾅｺ"_s;
        edited.mailAddress = u" ｈａｎａｋｏ＠example.com "_s;
        edited.note = u"一\r\n二\r三 "_s;
        edited.shipments[0].trackingNumber = u"４０１２－３４"_s;
        edited.items[0].productName = u" 商品 "_s;
        const Order tidy = tidied(edited, orderToEdit());
        QCOMPARE(tidy.customer.postalCode, u"5300001"_s);
        QCOMPARE(tidy.customer.phoneNumber, u"0661234567"_s);
        QCOMPARE(tidy.customer.familyKana, u"サトウ"_s);
        QCOMPARE(tidy.customer.givenKana, u"ハナコ"_s);
        QCOMPARE(tidy.mailAddress, u"hanako@example.com"_s);
        QCOMPARE(tidy.note, u"一\n二\n三"_s);
        QCOMPARE(tidy.shipments[0].trackingNumber, u"4012-34"_s);
        QCOMPARE(tidy.items[0].productName, u"商品"_s);
    }

    void whatNobodyTouched_isNeitherTidiedNorJudged()
    {
        Order strange = orderToEdit();
        strange.customer.postalCode = u"１００-0001"_s;
        strange.customer.familyKana = u"漢字"_s;
        strange.mailAddress = u"none"_s;
        strange.items[1].quantity = 0;
        strange.totals.payableTotal = Yen{0};
        Order edited = strange;
        edited.note = u"電話した"_s;
        QCOMPARE(tidied(edited, strange).customer.postalCode, strange.customer.postalCode);
        QVERIFY(problemsOf(tidied(edited, strange), strange).isEmpty());
    }

    void texts_areJudgedAtTheirPlace_data()
    {
        QTest::addColumn<TextOf>("textOf");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("spot");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, TextOf textOf, const QString &typed, Spot spot, bool good) {
            QTest::newRow(name) << textOf << typed << int(spot) << good;
        };
        const TextOf family = [](Order &order) -> QString & { return order.customer.familyName; };
        const TextOf kana = [](Order &order) -> QString & { return order.customer.familyKana; };
        const TextOf postal = [](Order &order) -> QString & { return order.customer.postalCode; };
        const TextOf prefecture = [](Order &order) -> QString & { return order.customer.prefecture; };
        const TextOf address = [](Order &order) -> QString & { return order.customer.address1; };
        const TextOf phone = [](Order &order) -> QString & { return order.customer.phoneNumber; };
        const TextOf mail = [](Order &order) -> QString & { return order.mailAddress; };
        const TextOf note = [](Order &order) -> QString & { return order.note; };
        row("no family name", family, u""_s, Spot::FamilyName, false);
        row("name with a line break", family, u"髙\n橋"_s, Spot::FamilyName, false);
        row("name of 255", family, QString(255, u'山'), Spot::FamilyName, true);
        row("name of 256", family, QString(256, u'山'), Spot::FamilyName, false);
        row("kana in kanji", kana, u"髙橋"_s, Spot::FamilyKana, false);
        row("kana with a long vowel", kana, u"ヴァー・サー ラ"_s, Spot::FamilyKana, true);
        row("no kana", kana, u""_s, Spot::FamilyKana, true);
        row("postal code of six", postal, u"100000"_s, Spot::PostalCode, false);
        row("postal code with letters", postal, u"100000a"_s, Spot::PostalCode, false);
        row("no postal code", postal, u""_s, Spot::PostalCode, true);
        row("no such prefecture", prefecture, u"江戸"_s, Spot::Prefecture, false);
        row("another prefecture", prefecture, u"沖縄県"_s, Spot::Prefecture, true);
        row("address with a null", address, QString(QChar(u'\0')) + u"1"_s, Spot::Address1, false);
        row("phone of 15", phone, QString(15, u'1'), Spot::PhoneNumber, false);
        row("phone from abroad", phone, u"+81312345678"_s, Spot::PhoneNumber, false);
        row("mail without at", mail, u"taro.example.com"_s, Spot::MailAddress, false);
        row("mail with two", mail, u"a@b@example.com"_s, Spot::MailAddress, false);
        row("mail with a header", mail, u"a@example.com\r\nBcc:b@example.com"_s, Spot::MailAddress, false);
        row("mail of a carrier", mail, u"taro..7.@docomo.ne.jp"_s, Spot::MailAddress, true);
        row("no mail", mail, u""_s, Spot::MailAddress, true);
        row("memo of lines", note, u"一\n二\t三"_s, Spot::Note, true);
        row("memo with escape", note, u"\u001b[0m"_s, Spot::Note, false);
        row("memo of 4000", note, QString(4000, u'あ'), Spot::Note, true);
        row("memo of 4001", note, QString(4001, u'あ'), Spot::Note, false);
    }

    void texts_areJudgedAtTheirPlace()
    {
        QFETCH(TextOf, textOf);
        QFETCH(QString, typed);
        QFETCH(int, spot);
        QFETCH(bool, good);
        Order edited = orderToEdit();
        textOf(edited) = typed;
        const QList<EditPlace> wrong =
            good ? QList<EditPlace>() : QList{EditPlace{Part::Order, -1, Spot(spot)}};
        QCOMPARE(placesOf(problemsOf(edited, orderToEdit())), wrong);
    }

    void parcels_areJudgedAtTheirRow()
    {
        Order edited = orderToEdit();
        edited.shipments[0].recipient.phoneNumber = u"abc"_s;
        edited.shipments[0].trackingNumber = u"四〇一二"_s;
        QCOMPARE(placesOf(problemsOf(edited, orderToEdit())),
                 (QList<EditPlace>{{Part::Parcel, 0, Spot::PhoneNumber},
                                   {Part::Parcel, 0, Spot::TrackingNumber}}));
    }

    void lines_areJudgedAtTheirCell()
    {
        using Item = OrderItem;
        QVERIFY(afterLineChange([](Item &item) { item.quantity = 2; }).isEmpty());
        QCOMPARE(afterLineChange([](Item &item) { item.quantity = 0; }),
                 (QList<EditPlace>{{Part::Line, 0, Spot::LineQuantity}}));
        QCOMPARE(afterLineChange([](Item &item) { item.price = Yen{-1}; }),
                 (QList<EditPlace>{{Part::Line, 0, Spot::LinePrice}}));
        QCOMPARE(afterLineChange([](Item &item) { item.taxRatePercent = 101; }),
                 (QList<EditPlace>{{Part::Line, 0, Spot::LineTaxRate}}));
        QCOMPARE(afterLineChange([](Item &item) { item.productName.clear(); }),
                 (QList<EditPlace>{{Part::Line, 0, Spot::LineName}}));
        QCOMPARE(afterLineChange([](Item &item) { item.type = OrderItemType::Discount; }).first(),
                 (EditPlace{Part::Line, 0, Spot::LinePrice}));
    }

    void payableTotal_followsTheLines()
    {
        Order edited = orderToEdit();
        edited.items[0].quantity = 2; // and 計算結果を更新 was not pressed
        const QList<EditPlace> atTotal{{Part::Order, -1, Spot::PayableTotal}};
        QCOMPARE(placesOf(problemsOf(edited, orderToEdit())), atTotal);
        edited.totals = calculatedTotals(edited, 1);
        QVERIFY(problemsOf(edited, orderToEdit()).isEmpty());
    }

    void payableTotal_hasTheGatewaysBounds()
    {
        const auto problemsFor = [](qint64 yen, PaymentMethod method) {
            Order opened = orderToEdit();
            opened.method = method;
            Order edited = opened;
            edited.items = {opened.items.last()};
            edited.items[0].price = Yen{yen};
            edited.totals = calculatedTotals(edited, 1);
            return placesOf(problemsOf(edited, opened));
        };
        const QList<EditPlace> atTotal{{Part::Order, -1, Spot::PayableTotal}};
        QCOMPARE(problemsFor(0, PaymentMethod::Card), atTotal);
        QVERIFY(problemsFor(1, PaymentMethod::Card).isEmpty());
        QVERIFY(problemsFor(9'999'999, PaymentMethod::Card).isEmpty());
        QCOMPARE(problemsFor(10'000'000, PaymentMethod::Card), atTotal);
        QCOMPARE(problemsFor(99, PaymentMethod::Rakuten), atTotal);
        QVERIFY(problemsFor(10'000'000, PaymentMethod::Other).isEmpty());
        QVERIFY(problemsFor(0, PaymentMethod::Other).isEmpty());
    }

    void linesCannotAllGo()
    {
        Order edited = orderToEdit();
        edited.method = PaymentMethod::Other;
        Order opened = edited;
        edited.items.clear();
        QCOMPARE(placesOf(problemsOf(edited, opened)), (QList<EditPlace>{{Part::Order, -1, Spot::Lines}}));
    }

    void orderWithoutLines_isEditedByItsFigures()
    {
        Order opened = orderToEdit();
        opened.items.clear();
        Order edited = opened;
        edited.totals.deliveryFee = Yen{800};
        QVERIFY(!problemsOf(edited, opened).isEmpty());
        edited.totals = calculatedTotals(edited, 1);
        QCOMPARE(edited.totals.payableTotal, Yen{5160});
        QVERIFY(problemsOf(edited, opened).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOrderEdit)
#include "test_orderedit.moc"
