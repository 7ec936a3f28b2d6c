#include "ui/runs/runwords.h"
#include "ui/text/words.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QString Unsent = u"この操作では、GMOに何も送信していません。"_s;
const QString Again = u"注文の今の状態を確かめてから、もう一度実行できます。"_s;
const QString OpenTheOrder = u"注文を開いて、今の状態を確かめてください。"_s;
const QString CheckAmount = u"金額を確かめてから、もう一度実行できます。"_s;
const QString Done = u"この操作の前に、同じ処理が済んでいるか、受け付けられています。"
                     u"再操作せずに、注文を開いて確かめてください。"_s;
const QString Wait = u"再操作せずに、結果の確認が終わるまでお待ちください。"
                     u"要確認になっているときは、注文を開いて先に解決してください。"_s;
const QString Code = u"42G030000"_s; ///< the card company's

RunItem itemOf(OperationState state, EndReason reason, const QStringList &codes = {})
{
    RunItem item;
    item.state = state;
    item.reason = reason;
    item.codes = codes;
    return item;
}

QList<EndReason> allReasons()
{
    QList<EndReason> reasons;
    for (int place = 0; place <= int(EndReason::UnknownOrder); ++place) {
        reasons.append(EndReason(place));
    }
    return reasons;
}

} // namespace

/// What a row of a report advises: only what is surely true of it.
class TestRunWords : public QObject
{
    Q_OBJECT

private slots:
    void cancelled_isAdvisedByItsReason_data();
    void cancelled_isAdvisedByItsReason();
    void refused_isAdvisedByItsReason_data();
    void refused_isAdvisedByItsReason();
    void moneyMayHaveMoved_isNeverDenied();
    void openEnds_areNotDoneAgain();
};

void TestRunWords::cancelled_isAdvisedByItsReason_data()
{
    QTest::addColumn<EndReason>("reason");
    QTest::addColumn<QString>("advice");
    const auto add = [](EndReason reason, const QString &advice) {
        const QByteArray name = codeOf(reason).toUtf8();
        QTest::newRow(name.isEmpty() ? "none" : name.constData()) << reason << advice;
    };
    add(EndReason::None, OpenTheOrder);
    add(EndReason::AlreadyDone, Done);
    add(EndReason::WrongState, Unsent + OpenTheOrder);
    add(EndReason::AmountMoved, Unsent + CheckAmount);
    add(EndReason::Difference, Unsent + CheckAmount);
    add(EndReason::NoPayment, Unsent + OpenTheOrder);
    add(EndReason::AmbiguousPayment, Unsent + OpenTheOrder);
    add(EndReason::DeadlineOver, Unsent + OpenTheOrder);
    add(EndReason::Midnight, Unsent);
    add(EndReason::NoGatewayDate, Unsent + Again);
    add(EndReason::Held, Wait);
    add(EndReason::Unreadable, Again);
    add(EndReason::NotSent, QString()); // the reason's own words
    add(EndReason::Withdrawn, Unsent + Again);
}

void TestRunWords::cancelled_isAdvisedByItsReason()
{
    QFETCH(EndReason, reason);
    QFETCH(QString, advice);
    QCOMPARE(RunWords::adviceOf(OperationKind::Capture, itemOf(OperationState::Cancelled, reason)), advice);
}

void TestRunWords::refused_isAdvisedByItsReason_data()
{
    QTest::addColumn<EndReason>("reason");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("advice");
    const QString declined = Words::afterDecline(OperationKind::Capture);
    const QStringList ofTheCard{Code};
    QTest::newRow("declined") << EndReason::Declined << QStringList() << declined;
    QTest::newRow("refused")
        << EndReason::RefusedByGateway << QStringList()
        << u"請求は動いていません。コードの意味を確かめてから、もう一度実行してください。"_s;
    QTest::newRow("refused by the card") << EndReason::RefusedByGateway << ofTheCard << declined;
    QTest::newRow("no effect") << EndReason::NoEffect << QStringList()
                               << u"何も変わっていないことを確かめました。もう一度実行できます。"_s;
    QTest::newRow("no effect by the card") << EndReason::NoEffect << ofTheCard << declined;
    QTest::newRow("unexpected state") << EndReason::UnexpectedState << QStringList() << OpenTheOrder;
    QTest::newRow("unexpected after a decline") << EndReason::UnexpectedState << ofTheCard << OpenTheOrder;
    QTest::newRow("unknown order") << EndReason::UnknownOrder << QStringList() << OpenTheOrder;
    QTest::newRow("unknown after a decline") << EndReason::UnknownOrder << ofTheCard << OpenTheOrder;
    QTest::newRow("none") << EndReason::None << QStringList() << OpenTheOrder;
}

void TestRunWords::refused_isAdvisedByItsReason()
{
    QFETCH(EndReason, reason);
    QFETCH(QStringList, codes);
    QFETCH(QString, advice);
    QCOMPARE(RunWords::adviceOf(OperationKind::Capture, itemOf(OperationState::Refused, reason, codes)),
             advice);
}

void TestRunWords::moneyMayHaveMoved_isNeverDenied()
{
    for (const EndReason reason : allReasons()) {
        const QString cancelled =
            RunWords::adviceOf(OperationKind::Capture, itemOf(OperationState::Cancelled, reason));
        QVERIFY2(!cancelled.contains(u"動いていません"_s), qPrintable(cancelled));
        const bool readAsBefore = reason == EndReason::RefusedByGateway || reason == EndReason::Declined ||
                                  reason == EndReason::NoEffect;
        const QString refused =
            RunWords::adviceOf(OperationKind::Capture, itemOf(OperationState::Refused, reason, {Code}));
        QVERIFY2(readAsBefore || refused == OpenTheOrder, qPrintable(refused));
    }
}

void TestRunWords::openEnds_areNotDoneAgain()
{
    for (const EndReason reason : {EndReason::Held, EndReason::AlreadyDone, EndReason::WrongState}) {
        const QString advice =
            RunWords::adviceOf(OperationKind::Cancel, itemOf(OperationState::Cancelled, reason));
        QVERIFY2(!advice.contains(u"もう一度実行"_s), qPrintable(advice));
    }
    for (const OperationState state : {OperationState::InDoubt, OperationState::Armed}) {
        const QString advice = RunWords::adviceOf(OperationKind::Cancel, itemOf(state, EndReason::NoAnswer));
        QVERIFY2(advice.contains(u"再操作は不要です"_s), qPrintable(advice));
    }
}

QTEST_GUILESS_MAIN(TestRunWords)
#include "test_runwords.moc"
