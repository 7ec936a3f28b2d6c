#include "core/domain/phonesummary.h"
#include "tests/domain/editedorder.h"

#include <QTest>

using namespace kessai;

namespace {

Payment authorizedPayment()
{
    Payment payment;
    payment.gatewayOrderId = u"272-03132123"_s;
    payment.authorizedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));
    Snapshot known;
    known.status = u"AUTH"_s;
    known.amount = Yen{4860};
    known.processDate = u"20201203132123"_s;
    known.approve = u" 123456"_s;
    payment.known = known;
    return payment;
}

} // namespace

class TestPhoneSummary : public QObject
{
    Q_OBJECT

private slots:
    void summary_hasFiveLines()
    {
        const QStringList lines = phoneSummary(orderToEdit(), authorizedPayment(), {}).split(u'\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0), u"注文番号 272　2020/12/03 13:21　髙橋 太郎様（タカハシ タロウ）"_s);
        QCOMPARE(lines.at(1), u"電話 0312345678　メール taro@example.com"_s);
        QCOMPARE(lines.at(2), u"チェリーアイスサンド × 1、彩のジェラート × 2"_s);
        QCOMPARE(lines.at(3), u"お支払い合計 4,860円　GMOクレジット決済　未入金"_s);
        QCOMPARE(lines.at(4), u"決済 仮売上済み 4,860円　決済オーダーID 272-03132123　承認番号 123456　"
                              "売上期限 2021/03/03"_s);
    }

    void summary_saysWhatIsNotKnown()
    {
        Order order = orderToEdit();
        order.customer.phoneNumber.clear();
        order.mailAddress.clear();
        order.items.clear();
        const QStringList lines = phoneSummary(order, {}, {}).split(u'\n');
        QCOMPARE(lines.at(1), u"電話番号なし　メールアドレスなし"_s);
        QCOMPARE(lines.at(2), u"商品の明細なし"_s);
        QCOMPARE(lines.at(4), u"決済 未連携"_s);
        Payment unread = authorizedPayment();
        unread.known.reset();
        QVERIFY(phoneSummary(order, unread, {}).endsWith(u"決済 未確認　決済オーダーID 272-03132123"_s));
        order.method = PaymentMethod::Other;
        QVERIFY(phoneSummary(order, {}, {}).endsWith(u"GMO以外の決済"_s));
    }

    void hostileTexts_makeNoMoreLines()
    {
        Order order = orderToEdit();
        order.customer.familyName = u"髙\n\n橋\u2028%1"_s;
        order.items[0].productName = u"a\r\nb %2"_s;
        order.methodName = u"x\ny"_s;
        for (int more = 0; more < 5; ++more) {
            order.items.append(order.items.first());
        }
        const QStringList lines = phoneSummary(order, authorizedPayment(), {}).split(u'\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.at(0).contains(u"髙 橋 %1 太郎様"_s));
        QCOMPARE(lines.at(2), u"a b %2 × 1、彩のジェラート × 2、a b %2 × 1、ほか4点"_s);
    }
};

QTEST_GUILESS_MAIN(TestPhoneSummary)
#include "test_phonesummary.moc"
