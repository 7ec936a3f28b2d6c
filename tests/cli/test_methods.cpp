#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

const QString Store = u"コンビニ決済"_s;
const QString Atm = u"Pay-easy決済(銀行ATM)"_s;
const QString NetBank = u"Pay-easy決済(ネットバンク)"_s;
const QString Au = u"auかんたん決済"_s;
const QString Docomo = u"ドコモケータイ払い"_s;
const QString SoftBank = u"ソフトバンクまとめて支払い"_s;
const QString Rakuten = u"楽天ペイ"_s;

/// What money did at the gateway: sold, given back, changed.
using Counts = QList<int>;

} // namespace

/// The whole life of a payment of each method that is no card, from the command line, and what the gateway's
/// own counters say of it in the end.
class TestMethods : public QObject
{
    Q_OBJECT

    /// A line of a life: "capture → DONE → 実売上済み", a command with its result and what `show` says then;
    /// "shopper pay → 仮売上済み", which a refresh shows; "clock 2021-01-05 12:00:00".
    static void live(const ShopFixture &shop, const QString &line)
    {
        const QStringList parts = line.split(u" → "_s);
        const QString &does = parts.first();
        if (does.startsWith(u"clock "_s)) {
            shop.setClock(does.mid(6));
        } else if (does.startsWith(u"shopper "_s)) {
            QVERIFY2(shop.shopper(272, does.mid(8)), qPrintable(line));
            QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        } else {
            const ProgramAnswer answer = shop.json({does, u"272"_s, u"--yes"_s});
            const QJsonObject item = answer.item();
            const QString state = item.value(u"state"_s).toString();
            const QString reason = item.value(u"reason"_s).toString();
            QCOMPARE(reason.isEmpty() ? state : state + u' ' + reason, parts.value(1));
            QCOMPARE(answer.status, state == u"DONE"_s ? 0 : 1);
            // Only who asks for a new authorisation names a word, which is a card's.
            QCOMPARE(item.value(u"jobCd"_s).isNull(), does != u"reauthorize"_s);
        }
        if (parts.size() > 1) {
            QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), parts.constLast());
        }
    }

private slots:
    void life_data();
    void life();
};

void TestMethods::life_data()
{
    QTest::addColumn<SampleOrder>("order");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<Counts>("counts");
    const auto row = [](const char *name, const SampleOrder &order, const QStringList &lines,
                        const Counts &counts) { QTest::newRow(name) << order << lines << counts; };
    const auto cash = [](const QString &method) {
        return SampleOrder{.status = u"REQSUCCESS"_s, .method = method};
    };
    const auto paid = [](const QString &method) { return SampleOrder{.method = method}; };

    row("store, cancelled", cash(Store),
        {u"capture → CANCELLED WRONG_STATE → "_s, u"change-amount → CANCELLED WRONG_STATE → "_s,
         u"cancel → DONE → キャンセル"_s, u"cancel → CANCELLED ALREADY_DONE → キャンセル"_s,
         u"reauthorize → CANCELLED WRONG_STATE → キャンセル"_s},
        {0, 1, 0});
    row("store, paid", cash(Store),
        {u"shopper pay → 支払い完了"_s, u"cancel → CANCELLED WRONG_STATE → 支払い完了"_s}, {1, 0, 0});
    row("store, refused", cash(Store),
        {u"shopper refuse → 決済失敗"_s, u"cancel → CANCELLED WRONG_STATE → 決済失敗"_s}, {0, 0, 0});
    row("bank, cancelled", cash(Atm), {u"cancel → DONE → キャンセル"_s}, {0, 1, 0});
    row("net bank, paid", cash(NetBank),
        {u"shopper pay → 支払い完了"_s, u"cancel → CANCELLED WRONG_STATE → 支払い完了"_s}, {1, 0, 0});
    row("net bank, cancelled", cash(NetBank), {u"cancel → DONE → キャンセル"_s}, {0, 1, 0});

    row("au, from the page to the return of a later month",
        {.status = u"REQSUCCESS"_s, .authorizedAt = u"2020-12-03 13:30:00"_s, .method = Au},
        {u"shopper begin → 未決済"_s, u"capture → CANCELLED WRONG_STATE → 未決済"_s,
         u"shopper pay → 仮売上済み"_s, u"capture → DONE → 実売上済み"_s,
         u"capture → CANCELLED ALREADY_DONE → 実売上済み"_s, u"clock 2021-01-05 12:00:00"_s,
         u"cancel → DONE → 返品済み"_s, u"reauthorize → CANCELLED WRONG_STATE → 返品済み"_s},
        {1, 1, 0});
    row("au, sold and cancelled in one month", paid(Au),
        {u"capture → DONE → 実売上済み"_s, u"cancel → DONE → キャンセル"_s}, {1, 1, 0});
    row("au, given up on the page",
        {.status = u"REQSUCCESS"_s, .authorizedAt = u"2020-12-03 13:30:00"_s, .method = Au},
        {u"shopper giveUp → 決済失敗"_s}, {0, 0, 0});
    row("au, paid by WebMoney", {.method = Au, .more = {{u"payMethod"_s, u"03"_s}}},
        {u"cancel → CANCELLED WRONG_STATE → 仮売上済み"_s, u"capture → DONE → 実売上済み"_s,
         u"cancel → CANCELLED WRONG_STATE → 実売上済み"_s},
        {1, 0, 0});
    row("docomo, sold and cancelled", paid(Docomo),
        {u"change-amount → CANCELLED WRONG_STATE → "_s, u"capture → DONE → 実売上済み"_s,
         u"cancel → DONE → キャンセル"_s},
        {1, 1, 0});
    row("docomo, sold at once and cancelled", {.status = u"CAPTURE"_s, .method = Docomo},
        {u"capture → CANCELLED WRONG_STATE → 即時売上済み"_s, u"cancel → DONE → キャンセル"_s}, {1, 1, 0});
    row("docomo, the page lapsed",
        {.status = u"REQSUCCESS"_s, .authorizedAt = u"2020-12-03 13:30:00"_s, .method = Docomo},
        {u"shopper expire → 期限切れ"_s, u"capture → CANCELLED WRONG_STATE → 期限切れ"_s}, {0, 0, 0});
    row("SoftBank, sold and cancelled", paid(SoftBank),
        {u"capture → DONE → 実売上済み"_s, u"cancel → DONE → キャンセル"_s}, {1, 1, 0});
    row("SoftBank, authorisation cancelled", paid(SoftBank),
        {u"cancel → DONE → キャンセル"_s, u"capture → CANCELLED WRONG_STATE → キャンセル"_s}, {0, 1, 0});
    row("Rakuten, changed, sold and cancelled", {.payableYen = 5000, .method = Rakuten},
        {u"capture → CANCELLED DIFFERENCE → 仮売上済み"_s, u"change-amount → DONE → 注文金額変更受付"_s,
         u"change-amount → CANCELLED WRONG_STATE → 注文金額変更受付"_s, u"shopper finish → 仮売上済み"_s,
         u"capture → DONE → 注文確定受付"_s, u"capture → CANCELLED ALREADY_DONE → 注文確定受付"_s,
         u"cancel → CANCELLED WRONG_STATE → 注文確定受付"_s, u"shopper finish → 実売上済み"_s,
         u"cancel → DONE → キャンセル受付"_s, u"shopper finish → キャンセル"_s},
        {1, 1, 1});
    row("Rakuten, from the page to the cancel", {.status = u"PAYSTART"_s, .method = Rakuten},
        {u"shopper pay → 仮売上済み"_s, u"cancel → DONE → キャンセル受付"_s,
         u"cancel → CANCELLED ALREADY_DONE → キャンセル受付"_s, u"shopper finish → キャンセル"_s,
         u"reauthorize → CANCELLED WRONG_STATE → キャンセル"_s},
        {0, 1, 0});
}

void TestMethods::life()
{
    QFETCH(const SampleOrder, order);
    QFETCH(const QStringList, lines);
    QFETCH(const Counts, counts);
    ShopFixture shop;
    shop.open(order);
    for (const QString &line : lines) {
        live(shop, line);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    const QJsonObject transaction = shop.transaction(272);
    QCOMPARE((Counts{transaction.value(u"sales"_s).toInt(), transaction.value(u"cancels"_s).toInt(),
                     transaction.value(u"changes"_s).toInt()}),
             counts);
    QCOMPARE(shop.order(272).value(u"doubt"_s), QJsonValue(QJsonValue::Null));
    const ProgramAnswer swept = shop.json({u"sweep"_s, u"272"_s});
    QVERIFY2(swept.status == 0, swept.out + swept.err);
    QCOMPARE(swept.json().value(u"compared"_s).toInt(), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethods)
#include "test_methods.moc"
