#include "tests/ui/listfixture.h"
#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/models/ordercells.h"

using namespace kessai;
using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

/// 期限 of the lists: the nearest one, or the one by which a list is sorted.
class DeadlineColumnTest : public QObject
{
    Q_OBJECT

private slots:
    void cancel_isAmberFromFourteenDaysBefore_data();
    void cancel_isAmberFromFourteenDaysBefore();
    void sortedByADeadline_onlyThatOneIsShown_data();
    void sortedByADeadline_onlyThatOneIsShown();
    void sortedByADeadline_oneThatHasPassedIsShownToo_data();
    void sortedByADeadline_oneThatHasPassedIsShownToo();
    void menu_changesCellsAndTitle();
    void words_sayNoCommandInEnglish();

private:
    /// @param deadline by which the list is sorted, as a sort field; "": by none
    static OrderTableModel::Lines lines(const QString &deadline)
    {
        OrderTableModel::Lines lines;
        lines.deadlineField = deadline;
        return lines;
    }
    static QVariant cell(const OrderSummary &order, int role, const QString &deadline = {})
    {
        return orderCell(order, Column::Deadline, role, Today, lines(deadline));
    }
    static QString words(const OrderSummary &order, const QString &deadline = {})
    {
        return cell(order, Qt::AccessibleTextRole, deadline).toString();
    }
    static QString header(int role, const QString &deadline)
    {
        return orderHeader(Column::Deadline, role, lines(deadline)).toString();
    }
    /// 仮売上済み with three deadlines, 要求成功 with the buyer's, in one row: a sort looks at one field
    /// only.
    static OrderSummary orderWithAll()
    {
        OrderSummary order = FakeOrderSource::anOrder(1);
        order.captureBy = QDate(2020, 12, 10);
        order.payBy = QDate(2020, 12, 5);
        order.cancelBy = QDate(2021, 6, 1);
        order.changeBy = order.cancelBy; // wherever both exist
        return order;
    }

    static inline const QDate Today{2020, 12, 3};
};

void DeadlineColumnTest::cancel_isAmberFromFourteenDaysBefore_data()
{
    QTest::addColumn<PaymentStatus>("status");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("amber");
    const auto captured = PaymentStatus::Captured;
    QTest::newRow("15 days") << captured << QDate(2020, 12, 18) << u"2020/12/18, 取消 あと 15日"_s << false;
    QTest::newRow("14 days") << captured << QDate(2020, 12, 17) << u"2020/12/17, 取消 あと 14日"_s << true;
    QTest::newRow("last day") << PaymentStatus::ImmediatelyCaptured << Today << u"2020/12/03, 取消 今日まで"_s
                              << true;
    QTest::newRow("over") << captured << QDate(2020, 12, 2) << QString() << false;
}

void DeadlineColumnTest::cancel_isAmberFromFourteenDaysBefore()
{
    QFETCH(PaymentStatus, status);
    QFETCH(QDate, last);
    QFETCH(QString, words);
    QFETCH(bool, amber);
    OrderSummary order = FakeOrderSource::anOrder(1);
    order.paymentStatus = status;
    order.captureBy.reset();
    order.cancelBy = order.changeBy = last;
    QCOMPARE(this->words(order), words); // never by the colour alone
    for (const int role : {int(MeaningRole), int(SecondMeaningRole)}) {
        QCOMPARE(cell(order, role), amber ? QVariant(int(Meaning::NeedsWork)) : QVariant());
    }
}

void DeadlineColumnTest::sortedByADeadline_onlyThatOneIsShown_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("capture") << u"captureBy"_s << u"2020/12/10, 売上 あと 7日"_s << u"期限（売上）"_s
                             << u"売上期限: 2020/12/10（あと 7日）"_s;
    QTest::newRow("pay") << u"payBy"_s << u"2020/12/05, 支払 あと 2日"_s << u"期限（支払）"_s
                         << u"お支払期限: 2020/12/05（あと 2日）"_s;
    QTest::newRow("cancel") << u"cancelBy"_s << u"2021/06/01, 取消 あと 180日"_s << u"期限（取消）"_s
                            << u"変更・取消の期限: 2021/06/01（あと 180日）"_s;
    QTest::newRow("change") << u"changeBy"_s << u"2021/06/01, 変更 あと 180日"_s << u"期限（変更）"_s
                            << u"変更・取消の期限: 2021/06/01（あと 180日）"_s;
}

void DeadlineColumnTest::sortedByADeadline_onlyThatOneIsShown()
{
    QFETCH(QString, field);
    QFETCH(QString, words);
    QFETCH(QString, title);
    QFETCH(QString, explanation);
    QCOMPARE(this->words(orderWithAll(), field), words);
    const QString toolTip = cell(orderWithAll(), Qt::ToolTipRole, field).toString();
    QVERIFY2(toolTip.contains(explanation), qPrintable(toolTip));
    QCOMPARE(header(Qt::DisplayRole, field), title);
    QVERIFY(header(Qt::ToolTipRole, field).contains(u"並べ替えに選んだ"_s));
    OrderSummary without = orderWithAll();
    without.captureBy.reset();
    without.payBy.reset();
    without.cancelBy.reset();
    without.changeBy.reset();
    (field == u"captureBy" ? without.cancelBy : without.captureBy) = QDate(2020, 12, 4);
    QVERIFY(!this->words(without).isEmpty()); // it has a nearest one
    QCOMPARE(this->words(without, field), QString());
    QCOMPARE(cell(without, Qt::ToolTipRole, field).toString(), QString());
}

void DeadlineColumnTest::sortedByADeadline_oneThatHasPassedIsShownToo_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::addColumn<std::optional<Meaning>>("meaning");
    QTest::newRow("capture") << u"captureBy"_s << u"2020/12/01, 売上 2日超過"_s
                             << std::optional(Meaning::NeedsPerson);
    QTest::newRow("pay") << u"payBy"_s << u"2020/12/01, 支払 2日超過"_s << std::optional(Meaning::NeedsWork);
    QTest::newRow("cancel") << u"cancelBy"_s << u"2020/12/01, 取消 2日超過"_s << std::optional<Meaning>();
    QTest::newRow("change") << u"changeBy"_s << u"2020/12/01, 変更 2日超過"_s << std::optional<Meaning>();
}

void DeadlineColumnTest::sortedByADeadline_oneThatHasPassedIsShownToo()
{
    QFETCH(QString, field);
    QFETCH(QString, words);
    QFETCH(std::optional<Meaning>, meaning);
    OrderSummary order = orderWithAll();
    order.captureBy = order.payBy = order.cancelBy = order.changeBy = QDate(2020, 12, 1);
    QCOMPARE(this->words(order, field), words);
    QCOMPARE(cell(order, MeaningRole, field), meaning ? QVariant(int(*meaning)) : QVariant());
    const QString toolTip = cell(order, Qt::ToolTipRole, field).toString();
    QVERIFY2(!toolTip.contains(u"過ぎると"_s), qPrintable(toolTip)); // it has
}

/// Captured payments have no 売上期限: in the order of that one their days would stand anyhow.
void DeadlineColumnTest::menu_changesCellsAndTitle()
{
    ListFixture f(2);
    f.source.orders[1].paymentStatus = PaymentStatus::Captured;
    f.source.orders[1].captureBy.reset();
    f.source.orders[1].cancelBy = QDate(2020, 12, 4);
    f.start();
    const auto sortBy = [&f](const QString &label) {
        QMenu menu;
        f.table().fillColumnMenu(menu);
        for (QAction *order : menu.actions().first()->menu()->actions()) {
            if (order->text() == label) {
                order->trigger();
            }
        }
    };
    const auto title = [&f] {
        return f.model().headerData(int(Column::Deadline), Qt::Horizontal, Qt::DisplayRole).toString();
    };
    const auto text = [&f](int row) {
        return f.model().index(row, int(Column::Deadline)).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(title(), u"期限"_s);
    QCOMPARE(text(0), u"2020/12/10, あと 7日"_s);
    QCOMPARE(text(1), u"2020/12/04, 取消 あと 1日"_s);
    sortBy(u"取消期限"_s);
    QCOMPARE(f.source.askedSorts.last().field, u"cancelBy"_s);
    QTRY_COMPARE(title(), u"期限（取消）"_s);
    QTRY_COMPARE(text(1), u"2020/12/04, 取消 あと 1日"_s);
    QCOMPARE(text(0), QString());
    f.picture(u"deadline-cancel"_s);
    sortBy(u"売上期限"_s);
    QTRY_COMPARE(title(), u"期限（売上）"_s);
    QTRY_COMPARE(text(0), u"2020/12/10, 売上 あと 7日"_s);
    QCOMPARE(text(1), QString());
    QCOMPARE(f.model().textsOf(f.source.orders.at(0), Column::Deadline).first(),
             u"2020/12/10, 売上 あと 7日"_s); // as it is copied
    sortBy(u"受注日時"_s);
    QTRY_COMPARE(title(), u"期限"_s);
    QTRY_COMPARE(text(1), u"2020/12/04, 取消 あと 1日"_s);
}

void DeadlineColumnTest::words_sayNoCommandInEnglish()
{
    Language english;
    english.install(u"en"_s);
    OrderSummary order = orderWithAll();
    order.paymentStatus = PaymentStatus::Captured;
    order.cancelBy = QDate(2020, 12, 6);
    QCOMPARE(words(order), u"2020/12/06, 3 days to cancel"_s);
    order.cancelBy = Today;
    QCOMPARE(words(order), u"2020/12/03, last day to cancel"_s);
    order.paymentStatus = PaymentStatus::RequestSucceeded;
    QCOMPARE(words(order), u"2020/12/05, 2 days to pay"_s);
    order.payBy = QDate(2020, 12, 2);
    QCOMPARE(words(order), u"2020/12/02, 1 day late to pay"_s);
    english.install(u"ja"_s);
}

QTEST_MAIN(DeadlineColumnTest)
#include "test_deadlinecolumn.moc"
