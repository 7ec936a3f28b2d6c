#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

/// An operation that can be done until a second of the gateway's clock.
struct Term
{
    const char *name;
    QString command;
    SampleOrder order;
    QString last;  ///< yyyy-MM-dd HH:mm:ss
    QString first; ///< at which it is refused; of a cancel that ends with its day after the turn of the day
};

const QString Card = u"GMOクレジット決済"_s;

constexpr const char *BeforeMidnight = " 23:58:59"; // a cancel is armed until 23:59:00 (journal.md §9)
constexpr const char *AfterMidnight = " 00:01:30";

Term wholeDay(const char *name, const QString &command, const SampleOrder &order, const QString &day)
{
    const QString next = QDate::fromString(day, Qt::ISODate).addDays(1).toString(Qt::ISODate);
    const bool isCancel = command == u"cancel"_s;
    return {name, command, order, day + QLatin1String(isCancel ? BeforeMidnight : " 23:59:59"),
            next + QLatin1String(isCancel ? AfterMidnight : " 00:00:00")};
}

Term toTheSecond(const char *name, const QString &command, const SampleOrder &order, const QString &last)
{
    const QString form = u"yyyy-MM-dd HH:mm:ss"_s;
    return {name, command, order, last, QDateTime::fromString(last, form).addSecs(1).toString(form)};
}

SampleOrder authorized(const QString &method)
{
    return {.method = method}; // on 3 December 2020 at 13:21:23
}

SampleOrder soldAtOnce(const QString &method)
{
    return {.status = u"CAPTURE"_s, .method = method};
}

SampleOrder sold(const QString &method, const QString &at)
{
    return {.status = u"SALES"_s, .soldAt = at, .method = method};
}

SampleOrder requested(const QString &method)
{
    return {
        .status = u"REQSUCCESS"_s, .method = method, .more = {{u"paymentTerm"_s, u"2021-12-31 23:59:59"_s}}};
}

SampleOrder withDifference(SampleOrder order)
{
    order.payableYen = 5000;
    return order;
}

QList<Term> cardTerms()
{
    // 180 days from what was done last: the authorisation, or the sale on 10 December.
    const SampleOrder wasSold = sold(Card, u"2020-12-10 10:11:12"_s);
    const SampleOrder wasSoldAtOnce = soldAtOnce(Card);
    return {
        wholeDay("card, capture", u"capture"_s, authorized(Card), u"2021-03-03"_s),
        wholeDay("card, cancel", u"cancel"_s, authorized(Card), u"2021-06-01"_s),
        wholeDay("card, cancel of a sale", u"cancel"_s, wasSold, u"2021-06-08"_s),
        wholeDay("card, cancel of what was sold at once", u"cancel"_s, wasSoldAtOnce, u"2021-06-01"_s),
        wholeDay("card, change", u"change-amount"_s, withDifference(authorized(Card)), u"2021-06-01"_s),
        wholeDay("card, change of a sale", u"change-amount"_s, withDifference(wasSold), u"2021-06-08"_s),
        wholeDay("card, change of what was sold at once", u"change-amount"_s, withDifference(wasSoldAtOnce),
                 u"2021-06-01"_s),
        wholeDay("card, authorise anew", u"reauthorize"_s, {.status = u"VOID"_s, .method = Card},
                 u"2021-06-01"_s),
    };
}

QList<Term> cashTerms()
{
    return {wholeDay("store, cancel", u"cancel"_s, requested(u"コンビニ決済"_s), u"2021-06-01"_s),
            wholeDay("bank, cancel", u"cancel"_s, requested(u"Pay-easy決済(銀行ATM)"_s), u"2021-06-01"_s),
            wholeDay("net bank, cancel", u"cancel"_s, requested(u"Pay-easy決済(ネットバンク)"_s),
                     u"2021-06-01"_s)};
}

QList<Term> carrierTerms()
{
    const QString au = u"auかんたん決済"_s;
    const QString docomo = u"ドコモケータイ払い"_s;
    const QString softBank = u"ソフトバンクまとめて支払い"_s;
    const QString evening = u"2021-02-28 20:00:00"_s;
    return {
        wholeDay("au, capture", u"capture"_s, authorized(au), u"2021-03-03"_s),
        wholeDay("au, cancel", u"cancel"_s, authorized(au), u"2021-03-03"_s),
        wholeDay("au, return", u"cancel"_s, sold(au, u"2020-12-10 10:11:12"_s), u"2021-02-28"_s),
        wholeDay("au, return of what was sold at once", u"cancel"_s, soldAtOnce(au), u"2021-02-28"_s),
        wholeDay("docomo, capture", u"capture"_s, authorized(docomo), u"2021-03-03"_s),
        toTheSecond("docomo, cancel", u"cancel"_s, authorized(docomo), evening),
        toTheSecond("docomo, return", u"cancel"_s, sold(docomo, u"2020-12-31 23:00:00"_s), evening),
        toTheSecond("docomo, return of what was sold at once", u"cancel"_s, soldAtOnce(docomo), evening),
        wholeDay("SoftBank, capture", u"capture"_s, authorized(softBank), u"2021-02-01"_s),
        wholeDay("SoftBank, cancel", u"cancel"_s, authorized(softBank), u"2021-02-01"_s),
        wholeDay("SoftBank, return of what was sold at once", u"cancel"_s, soldAtOnce(softBank),
                 u"2021-02-01"_s),
        toTheSecond("SoftBank, sold on day 10", u"cancel"_s, sold(softBank, u"2020-12-10 10:11:12"_s),
                    u"2020-12-13 10:11:12"_s),
        toTheSecond("SoftBank, sold on day 11", u"cancel"_s, sold(softBank, u"2020-12-11 10:11:12"_s),
                    u"2020-12-23 10:11:12"_s),
        toTheSecond("SoftBank, sold on day 21", u"cancel"_s, sold(softBank, u"2020-12-21 10:11:12"_s),
                    u"2021-01-02 10:11:12"_s),
    };
}

QList<Term> walletTerms()
{
    const QString rakuten = u"楽天ペイ"_s;
    const SampleOrder wasSold = sold(rakuten, u"2020-12-10 10:11:12"_s);
    const SampleOrder wasSoldAtOnce = soldAtOnce(rakuten);
    return {
        wholeDay("Rakuten, capture", u"capture"_s, authorized(rakuten), u"2021-05-31"_s),
        wholeDay("Rakuten, cancel", u"cancel"_s, authorized(rakuten), u"2021-05-31"_s),
        wholeDay("Rakuten, change", u"change-amount"_s, withDifference(authorized(rakuten)), u"2021-05-31"_s),
        wholeDay("Rakuten, cancel of a sale", u"cancel"_s, wasSold, u"2021-01-31"_s),
        wholeDay("Rakuten, change of a sale", u"change-amount"_s, withDifference(wasSold), u"2021-01-31"_s),
        wholeDay("Rakuten, cancel of what was sold at once", u"cancel"_s, wasSoldAtOnce, u"2021-01-31"_s),
        wholeDay("Rakuten, change of what was sold at once", u"change-amount"_s,
                 withDifference(wasSoldAtOnce), u"2021-01-31"_s),
    };
}

QList<Term> allTerms()
{
    return cardTerms() + cashTerms() + carrierTerms() + walletTerms();
}

} // namespace

/// Each operation at the last second in which it can be done, and refused at the first in which it cannot,
/// with nothing sent; the gateway's own rule says the same.
class TestMethodDeadlines : public QObject
{
    Q_OBJECT

    static int lastNumber(int row) { return 2 * row + 1; }
    static int lateNumber(int row) { return 2 * row + 2; }
    /// What GMO's console, which is bound to the same terms, is told to do by hand. A card's cancel has the
    /// words of all days: none of them is taken.
    static QStringList consoleWords(const Term &term)
    {
        if (term.command == u"capture"_s) {
            return {u"SALES"_s};
        }
        if (term.command == u"cancel"_s) {
            return term.order.method == Card ? QStringList{u"VOID"_s, u"RETURN"_s, u"RETURNX"_s}
                                             : QStringList{u"CANCEL"_s};
        }
        return term.order.method == Card ? QStringList{u"AUTH"_s, u"CAPTURE"_s} : QStringList{u"CHANGE"_s};
    }
    /// What the console says to them, which is to be that the term is over (protocol.md §6).
    QStringList consoleAnswers(int number, const Term &term) const
    {
        const bool namesAmount = term.command == u"change-amount"_s || term.command == u"reauthorize"_s;
        QStringList answers;
        for (const QString &word : consoleWords(term)) {
            QJsonObject work{{u"orderId"_s, ShopFixture::gatewayOrderId(number)}, {u"jobCd"_s, word}};
            if (namesAmount) {
                work.insert(u"amount"_s, 4000);
            }
            answers.append(m_shop->post(u"console"_s, work).value(u"error"_s).toString());
        }
        return answers;
    }
    static bool saysTermIsOver(const QString &answer)
    {
        static const QStringList codes{u"E01420010"_s, u"E11010010"_s, u"E11010011"_s, u"E11010014"_s,
                                       u"M01057010"_s, u"M01060010"_s, u"M01126011"_s, u"M01127011"_s};
        return codes.contains(answer);
    }

    std::unique_ptr<ShopFixture> m_shop;

private slots:
    void initTestCase()
    {
        m_shop = std::make_unique<ShopFixture>();
        QCOMPARE(m_shop->setUp().status, 0);
        QList<SampleOrder> orders;
        const QList<Term> terms = allTerms();
        for (int row = 0; row < terms.size(); ++row) {
            for (const int number : {lastNumber(row), lateNumber(row)}) {
                SampleOrder order = terms[row].order;
                order.number = number;
                orders.append(order);
            }
        }
        m_shop->addOrders(orders);
    }
    void cleanupTestCase() { m_shop.reset(); }

    void term_endsWithItsSecond_data()
    {
        QTest::addColumn<int>("row");
        const QList<Term> terms = allTerms();
        for (int row = 0; row < terms.size(); ++row) {
            QTest::newRow(terms[row].name) << row;
        }
    }
    void term_endsWithItsSecond()
    {
        QFETCH(const int, row);
        const Term term = allTerms()[row];
        m_shop->setClock(term.last);
        const ProgramAnswer inTime =
            m_shop->json({term.command, QString::number(lastNumber(row)), u"--yes"_s});
        QVERIFY2(inTime.status == 0, inTime.out + inTime.err);
        QCOMPARE(inTime.item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(m_shop->callsFor(lastNumber(row)).size(), 1);

        m_shop->setClock(term.first);
        const QString late = QString::number(lateNumber(row));
        const ProgramAnswer tooLate = m_shop->json({term.command, late, u"--yes"_s});
        QCOMPARE(tooLate.status, 1);
        QCOMPARE(tooLate.item().value(u"reason"_s).toString(), u"DEADLINE_OVER"_s);
        QCOMPARE(m_shop->callsFor(lateNumber(row)), QStringList());
        const QStringList byConsole = consoleAnswers(lateNumber(row), term);
        QVERIFY(!byConsole.isEmpty());
        for (const QString &answer : byConsole) {
            QVERIFY2(saysTermIsOver(answer), qPrintable(byConsole.join(u' ')));
        }
        const QJsonArray operations = m_shop->json({u"show"_s, late}).json().value(u"operations"_s).toArray();
        for (const auto &operation : operations) {
            if (operation[u"operation"_s].toString() == term.command) {
                QCOMPARE(operation[u"allowed"_s].toBool(), false);
                QVERIFY2(operation[u"reason"_s].toString().contains(u"過ぎています"_s),
                         qPrintable(operation[u"reason"_s].toString()));
            }
        }
    }

    void cancelAtTheTurnOfTheDay_waits_data()
    {
        QTest::addColumn<QString>("method");
        for (const QString &method : {u"auかんたん決済"_s, u"楽天ペイ"_s}) {
            QTest::newRow(qPrintable(method)) << method;
        }
    }
    void cancelAtTheTurnOfTheDay_waits()
    {
        QFETCH(const QString, method);
        const bool isAu = method == u"auかんたん決済"_s;
        const int number = isAu ? 901 : 902;
        m_shop->addOrders({{.number = number, .method = method}});
        m_shop->setClock(u"2020-12-10 23:59:00"_s);
        const ProgramAnswer answer = m_shop->json({u"cancel"_s, QString::number(number), u"--yes"_s});
        QCOMPARE(answer.item().value(u"reason"_s).toString(), u"MIDNIGHT"_s);
        QCOMPARE(m_shop->callsFor(number), QStringList());
    }

    void storeAndBank_takeMoneyToTheLastSecondOfTheTerm_data()
    {
        QTest::addColumn<QString>("method");
        for (const QString &method : {u"コンビニ決済"_s, u"Pay-easy決済(銀行ATM)"_s}) {
            QTest::newRow(qPrintable(method)) << method;
        }
    }
    void storeAndBank_takeMoneyToTheLastSecondOfTheTerm()
    {
        QFETCH(const QString, method);
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        const QJsonObject term{{u"paymentTerm"_s, u"2020-12-06 18:00:00"_s}};
        shop.addOrders({{.number = 1, .status = u"REQSUCCESS"_s, .method = method, .more = term},
                        {.number = 2, .status = u"REQSUCCESS"_s, .method = method, .more = term}});
        QCOMPARE(shop.run({u"refresh"_s, u"--open"_s}).status, 0);
        shop.setClock(u"2020-12-06 18:00:00"_s);
        QVERIFY(shop.shopper(1, u"pay"_s));
        shop.setClock(u"2020-12-06 18:00:01"_s);
        QVERIFY(!shop.shopper(2, u"pay"_s));
        QCOMPARE(shop.run({u"refresh"_s, u"--open"_s}).status, 0);
        QCOMPARE(shop.order(1).value(u"paymentStatus"_s).toString(), u"支払い完了"_s);
        QCOMPARE(shop.order(2).value(u"paymentStatus"_s).toString(), u"期限切れ"_s);
        QCOMPARE(shop.order(1).value(u"orderStatus"_s).toString(), u"新規受付"_s); // nothing moves by itself
        for (const QString &number : {u"1"_s, u"2"_s}) {
            const ProgramAnswer answer = shop.json({u"cancel"_s, number, u"--yes"_s});
            QCOMPARE(answer.item().value(u"reason"_s).toString(), u"WRONG_STATE"_s);
        }
        QCOMPARE(shop.arrived(u"CvsCancel"_s) + shop.arrived(u"PayEasyCancel"_s), 0);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodDeadlines)
#include "test_methoddeadlines.moc"
