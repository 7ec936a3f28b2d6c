#include "tests/ui/orderfixture.h"
#include "ui/models/sessionordersource.h"
#include "ui/orders/orderlistpage.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// The numbers beside the boxes of 決済状況一覧 against what its list shows.
class TestPaymentCounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void numbers_areTheRowsThatTheBoxLists();

private:
    static constexpr int PatienceMs = 60'000;

    static void click(QCheckBox *box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
};

void TestPaymentCounts::numbers_areTheRowsThatTheBoxLists()
{
    OrderFixture shop;
    shop.add({.number = 1, .payable = Yen{1000}});
    shop.add({.number = 2, .payable = Yen{1000}, .status = OrderStatus::Pending});
    shop.add({.number = 3, .payable = Yen{1000}, .status = OrderStatus::Processing});
    shop.add({.number = 4, .payable = Yen{900}, .linked = false, .change = [](Order &order) {
                  order.method = PaymentMethod::Other;
                  order.methodName = u"銀行振込"_s;
              }});
    shop.open(); // reads the payments: all are authorised
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    SessionOrderSource source(*shop.session, "payments");
    CountsModel counts(source);
    OrderListPage page(source, counts, settings, ListLayout::payments());
    page.resize(1300, 800);
    page.show();
    page.start();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto box = [&page](const QString &name) {
        return OrderFixture::child<QCheckBox>(page, u"payments_"_s + name);
    };
    QCheckBox *authorized = box(u"paymentStatus_%1"_s.arg(int(PaymentStatus::Authorized)));
    QCheckBox *card = box(u"method_%1"_s.arg(int(PaymentMethod::Card)));
    const auto rows = [&page] { return page.model().isSearching() ? -1 : page.model().rowCount(); };
    const auto countsAre = [&](const QString &count) {
        return authorized->text().endsWith(count) && card->text().endsWith(count);
    };
    QTRY_VERIFY_WITH_TIMEOUT(countsAre(u"(1)"_s), PatienceMs);
    click(authorized);
    QTRY_COMPARE_WITH_TIMEOUT(page.filter().paymentStatuses.size(), 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, PatienceMs);

    click(box(u"withUnfinished"_s));
    QVERIFY2(countsAre(u"(3)"_s), qPrintable(authorized->text() + card->text())); // at once
    QTRY_VERIFY_WITH_TIMEOUT(page.filter().withUnfinished, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, PatienceMs);
    click(authorized);
    click(card);
    QTRY_COMPARE_WITH_TIMEOUT(page.filter().methods.size(), 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, PatienceMs);

    page.showFilter({}); // from elsewhere: the box is off, and the numbers follow it
    QVERIFY(countsAre(u"(1)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, PatienceMs);
}

} // namespace kessai

QTEST_MAIN(kessai::TestPaymentCounts)
#include "test_paymentcounts.moc"
