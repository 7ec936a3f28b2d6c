#include "tests/ui/pdftext.h"
#include "ui/papers/copiedtext.h"
#include "ui/papers/notespainter.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPdfWriter>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

OrderItem goods(const QString &name, Yen price, qint64 quantity, int rate = 10)
{
    OrderItem item;
    item.productName = name;
    item.productCode = u"arita-0123456"_s;
    item.classCategoryName1 = u"藍"_s;
    item.price = price;
    item.quantity = quantity;
    item.taxRatePercent = rate;
    item.taxDisplay = TaxDisplay::Included;
    return item;
}

Order order()
{
    Order order;
    order.orderNumber = u"237"_s;
    order.customer.familyName = u"髙橋"_s;
    order.customer.givenName = u"花子"_s;
    order.customer.postalCode = u"5300001"_s;
    order.customer.prefecture = u"大阪府"_s;
    order.customer.address1 = u"大阪市北区梅田1-2-3"_s;
    order.methodName = u"GMOクレジット決済"_s;
    order.orderedAt = QDateTime(QDate(2020, 12, 2), QTime(15, 30), Qt::UTC); // the 3rd in Japan
    order.items = {goods(u"有田焼 湯呑み"_s, Yen{1100}, 2), goods(u"煎茶 百グラム"_s, Yen{1080}, 1, 8)};
    order.totals.subtotal = Yen{3280};
    order.totals.deliveryFee = Yen{500};
    order.totals.charge = Yen{300};
    order.totals.discount = Yen{100};
    order.totals.total = Yen{3980};
    order.totals.payableTotal = Yen{3880};
    order.totals.usedPoints = 100;
    order.totals.addedPoints = 32;
    return order;
}

/// Long names, and more lines than a page has.
Order longOrder()
{
    Order large = order();
    large.items.clear();
    for (int line = 1; line <= 60; ++line) {
        QString name = u"商品%1番"_s.arg(line);
        if (line % 7 == 0) {
            name += u"　波佐見焼と有田焼の名匠による手描き染付の大皿と小鉢の詰め合わせ（桐箱入り・"
                    u"熨斗付き・季節の風呂敷包み）限定特別仕様"_s;
        }
        large.items.append(goods(name, Yen{110'000}, line % 10 + 1, line % 3 == 0 ? 8 : 10));
    }
    large.customer.companyName = u"株式会社関西国際貿易振興物産流通センター大阪梅田営業本部"_s;
    large.customer.address2 = u"グランドフロント大阪北館タワーＣ東棟三十七階三七〇一号室　法人営業部気付"_s;
    Shipment elsewhere;
    elsewhere.recipient = large.customer;
    elsewhere.recipient.familyName = u"長宗我部"_s;
    elsewhere.recipient.prefecture = u"高知県"_s;
    elsewhere.recipient.address1 = u"高知県高知市丸ノ内1-2-1"_s;
    large.shipments = {elsewhere};
    return large;
}

DeliveryNoteTexts texts()
{
    return {DeliveryNote::usualTitle(),
            QDate(2020, 12, 4),
            u"器と暮らしの店　青海波"_s,
            {DeliveryNote::usualMessage(), u"金彩の器は電子レンジに入れないでください。"_s, QString()},
            {u"返品は到着後八日以内にご連絡ください。"_s, QString(), QString()}};
}

QByteArray pdfOf(const QList<Order> &orders)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(600);
    writer.setPageLayout(DeliveryNote::pageLayout());
    NotesPainter painter(texts(), QApplication::font().families());
    if (!painter.begin(writer)) {
        return {};
    }
    for (const Order &each : orders) {
        painter.add(each);
    }
    painter.end();
    return withCopiedText(buffer.data());
}

/// All pages of a note, one under the other.
QImage pictureOf(const Order &order, int *pages = nullptr, QList<int> *rows = nullptr)
{
    constexpr int DotsPerInch = 110;
    const QPageLayout layout = DeliveryNote::pageLayout();
    const QSize size = layout.fullRectPixels(DotsPerInch).size();
    QImage image(size, QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(DotsPerInch / 0.0254));
    image.setDotsPerMeterY(qRound(DotsPerInch / 0.0254));
    const DeliveryNote note(order, texts(), QApplication::font().families(), &image,
                            layout.paintRectPixels(DotsPerInch));
    for (int page = 0; page < note.pageCount(); ++page) {
        image.fill(Qt::white);
        QPainter painter(&image);
        note.paint(painter, page);
        painter.end();
        const QString folder = qEnvironmentVariable("KESSAI_PICTURES");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            image.save(u"%1/deliverynote-%2-%3.png"_s.arg(folder).arg(order.items.size()).arg(page + 1));
        }
        if (rows) {
            rows->append(note.rowsOn(page));
        }
    }
    if (pages) {
        *pages = note.pageCount();
    }
    return image;
}

} // namespace

/// 納品書 on paper: what stands on it, over how many pages, and what a name can do to it.
class TestDeliveryNote : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void note_hasAllThatItsReaderNeeds();
    void text_isCopiedAsItWasWritten();
    void manyLines_goOverPages();
    void eachOrder_beginsAPage();
    void hostileTexts_doNothing();
    void endlessTexts_endInDots();
    void sums_addUp();
};

void TestDeliveryNote::note_hasAllThatItsReaderNeeds()
{
    int pages = 0;
    pictureOf(order(), &pages);
    QCOMPARE(pages, 1);
    const QString page = copiedPages(pdfOf({order()})).value(0);
    for (const QString &wanted : {u"お買上げ明細書(納品書)"_s,
                                  u"発行日 2020/12/04"_s,
                                  u"器と暮らしの店"_s,
                                  u"〒530-0001"_s,
                                  u"大阪府大阪市北区梅田1-2-3"_s,
                                  u"髙橋 花子 様"_s,
                                  DeliveryNote::usualMessage(),
                                  u"237"_s,
                                  u"2020/12/03"_s,
                                  u"GMOクレジット決済"_s,
                                  u"有田焼 湯呑み（藍）"_s,
                                  u"arita-0123456"_s,
                                  u"¥1,100"_s,
                                  u"¥2,200"_s,
                                  u"煎茶 百グラム（藍） ※"_s,
                                  u"¥3,280"_s,
                                  u"¥500"_s,
                                  u"¥300"_s,
                                  u"-¥100"_s,
                                  u"¥3,880"_s,
                                  u"税率 10%対象"_s,
                                  u"¥2,200（内消費税 ¥200）"_s,
                                  u"¥1,080（内消費税 ¥80）"_s,
                                  u"利用ポイント"_s,
                                  u"加算ポイント"_s,
                                  u"返品は到着後八日以内"_s,
                                  u"1 / 1 ページ"_s}) {
        QVERIFY2(page.contains(wanted), qPrintable(wanted + u" in "_s + page));
    }
    QVERIFY(!page.contains(u"お届け先"_s)); // the same place
}

/// Characters whose glyph is a radical's too, and the space whose glyph is the tab's.
void TestDeliveryNote::text_isCopiedAsItWasWritten()
{
    Order mine = order();
    mine.customer.familyName = u"金山"_s;
    mine.customer.givenName = u"一二人"_s;
    mine.items[0].productName = u"青竜と虎 西長 黄母民"_s;
    const QByteArray pdf = pdfOf({mine});
    QVERIFY(countIn(pdf, "/FontFile2 ") > 0);
    QCOMPARE(countIn(pdf, "/ToUnicode "), countIn(pdf, "/FontFile2 "));
    const QString page = copiedPages(pdf).value(0);
    QVERIFY2(page.contains(u"金山 一二人 様"_s), qPrintable(page));
    QVERIFY2(page.contains(u"青竜と虎 西長 黄母民"_s), qPrintable(page));
}

void TestDeliveryNote::manyLines_goOverPages()
{
    int pages = 0;
    QList<int> rows;
    pictureOf(longOrder(), &pages, &rows);
    QVERIFY(pages >= 2);
    int all = 0;
    for (const int row : rows) {
        all += row;
    }
    QCOMPARE(all, 60);
    const QStringList texts = copiedPages(pdfOf({longOrder()}));
    QCOMPARE(texts.size(), pages);
    const QString together = texts.join(QString());
    for (int line = 1; line <= 60; ++line) {
        QCOMPARE(together.count(u"商品%1番"_s.arg(line)), 1);
    }
    for (int page = 0; page < pages; ++page) {
        QVERIFY(texts[page].contains(u"%1 / %2 ページ"_s.arg(page + 1).arg(pages)));
        QCOMPARE(texts[page].contains(u"単価（税込）"_s), rows[page] > 0);
    }
    QVERIFY(texts[0].contains(u"長宗我部"_s) && texts[0].contains(u"お届け先"_s));
    QVERIFY(texts.last().contains(u"合計"_s));
}

void TestDeliveryNote::eachOrder_beginsAPage()
{
    Order other = order();
    other.orderNumber = u"238"_s;
    const QStringList pages = copiedPages(pdfOf({order(), longOrder(), other}));
    QVERIFY(pages.size() >= 4);
    QVERIFY(pages.first().contains(u"ご注文番号 237"_s) && pages.last().contains(u"ご注文番号 238"_s));
    QVERIFY(pages.last().contains(u"1 / 1 ページ"_s));
}

void TestDeliveryNote::hostileTexts_doNothing()
{
    Order mine = order();
    mine.customer.familyName = u"<b>太</b>&amp;\u202E\u2066\u0007\u0000%1"_s;
    mine.customer.givenName = u"שלום\r\n様"_s;
    mine.items[0].productName = u"=HYPERLINK(\"x\") <img src=\"file:///etc/passwd\">\u200F\u2028次"_s;
    const QByteArray pdf = pdfOf({mine});
    const QString page = copiedPages(pdf).value(0);
    QVERIFY2(page.contains(u"<b>太</b>&amp;%1 "_s), qPrintable(page));
    QVERIFY(page.contains(u"=HYPERLINK(\"x\") <img src=\"file:///etc/passwd\"> "_s.left(14)));
    QCOMPARE(countIn(pdf, "/Image"), countIn(pdf, "/ImageB") + countIn(pdf, "/ImageC"));
    QCOMPARE(countIn(pdf, "/URI"), 0);
    QCOMPARE(onPaper(u"a\u202Eb\u2067c\u0000d\te\nf\u061C"_s), u"abcd e f"_s);
}

void TestDeliveryNote::endlessTexts_endInDots()
{
    Order mine = order();
    mine.items[0].productName = QString(100'000, u'長');
    mine.customer.familyName = QString(50'000, u'W');
    mine.customer.address1 = QString(50'000, u'町');
    int pages = 0;
    pictureOf(mine, &pages);
    QCOMPARE(pages, 1);
    QVERIFY(copiedPages(pdfOf({mine})).value(0).contains(u'…'));
}

/// Whatever the totals are: the lines add up to 合計.
void TestDeliveryNote::sums_addUp()
{
    Order mine = order();
    QVERIFY(copiedPages(pdfOf({mine})).value(0).contains(u"ポイント利用"_s));
    mine.totals.usedPoints = 0;
    mine.totals.payableTotal = Yen{4000};
    const QString page = copiedPages(pdfOf({mine})).value(0);
    QVERIFY(page.contains(u"税・調整¥20合計"_s));
    mine.totals.payableTotal = Yen{3980};
    QVERIFY(!copiedPages(pdfOf({mine})).value(0).contains(u"税・調整"_s));
}

} // namespace kessai

QTEST_MAIN(kessai::TestDeliveryNote)
#include "test_deliverynote.moc"
