#include "core/domain/nearestdeadline.h"

#include <QTest>

using namespace kessai;

/// Which deadline staff must keep in mind (S120–S122, design.md §6 "Deadlines").
class NearestDeadlineTest : public QObject
{
    Q_OBJECT

private slots:
    void table_holds_data();
    void table_holds();
};

void NearestDeadlineTest::table_holds_data()
{
    using Kind = NearestDeadline::Kind;
    using Day = std::optional<QDate>;
    using Expected = std::optional<NearestDeadline>;
    QTest::addColumn<std::optional<PaymentStatus>>("status");
    QTest::addColumn<Day>("captureBy");
    QTest::addColumn<Day>("cancelBy");
    QTest::addColumn<Day>("payBy");
    QTest::addColumn<Expected>("expected");
    const QDate today(2020, 12, 3);
    const auto in = [&today](int days) { return Day(today.addDays(days)); };
    const auto row = [](const char *name, std::optional<PaymentStatus> status, const Day &captureBy,
                        const Day &cancelBy, const Expected &expected) {
        QTest::newRow(name) << status << captureBy << cancelBy << Day() << expected;
    };
    const auto unpaid = [](const char *name, PaymentStatus status, const Day &payBy,
                           const Expected &expected) {
        QTest::newRow(name) << std::optional(status) << Day() << Day(QDate(2021, 6, 1)) << payBy << expected;
    };
    const auto is = [](Kind kind, const Day &day) { return Expected(NearestDeadline{kind, *day}); };
    const auto auth = PaymentStatus::Authorized;
    row("authorised", auth, in(87), in(177), is(Kind::Capture, in(87)));
    row("last day", auth, in(0), in(90), is(Kind::Capture, in(0)));
    row("lapsed", auth, in(-1), in(89), is(Kind::Capture, in(-1)));
    row("all lapsed", auth, in(-100), in(-10), is(Kind::Capture, in(-100)));
    row("cancel first", auth, in(60), in(30), is(Kind::Cancel, in(30)));
    row("cancel first but over", auth, in(60), in(-1), is(Kind::Capture, in(60)));
    row("capture unknown", auth, {}, in(30), is(Kind::Cancel, in(30)));
    row("captured", PaymentStatus::Captured, {}, in(180), is(Kind::Cancel, in(180)));
    row("captured at once", PaymentStatus::ImmediatelyCaptured, {}, in(0), is(Kind::Cancel, in(0)));
    row("captured long ago", PaymentStatus::Captured, {}, in(-1), {});
    row("captured, stale column", PaymentStatus::Captured, in(5), in(180), is(Kind::Cancel, in(180)));
    row("voided", PaymentStatus::Voided, {}, in(180), {});
    row("no dates", PaymentStatus::Paid, {}, {}, {});
    row("never read", {}, in(5), in(5), {});
    unpaid("to be paid", PaymentStatus::RequestSucceeded, in(10), is(Kind::Pay, in(10)));
    unpaid("to be paid today", PaymentStatus::RequestSucceeded, in(0), is(Kind::Pay, in(0)));
    unpaid("not paid in time, not read yet", PaymentStatus::RequestSucceeded, in(-1), is(Kind::Pay, in(-1)));
    unpaid("requested of a carrier", PaymentStatus::RequestSucceeded, {}, {});
    unpaid("paid", PaymentStatus::Paid, in(10), {});
    unpaid("expired", PaymentStatus::Expired, in(-1), {});
}

void NearestDeadlineTest::table_holds()
{
    QFETCH(std::optional<PaymentStatus>, status);
    QFETCH(std::optional<QDate>, captureBy);
    QFETCH(std::optional<QDate>, cancelBy);
    QFETCH(std::optional<QDate>, payBy);
    QFETCH(std::optional<NearestDeadline>, expected);
    QVERIFY(nearestDeadline(status, captureBy, cancelBy, payBy, QDate(2020, 12, 3)) == expected);
}

QTEST_APPLESS_MAIN(NearestDeadlineTest)
#include "test_nearestdeadline.moc"
