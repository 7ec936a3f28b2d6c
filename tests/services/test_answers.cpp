#include "tests/services/invariants.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::CardStatus;
using simulator::Fault;
using simulator::FaultKind;

/// Every class of answer (journal.md §7) for every kind of operation: what is said at once, and what is true
/// in the end.
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswer_endsInTheTruth_data();
    void everyAnswer_endsInTheTruth();
    void unknownCode_isToldOnceAndLogged();
};

namespace {

struct Case
{
    const char *name;
    std::optional<Fault> fault;
    OperationState atOnce = OperationState::InDoubt;
    OperationState inTheEnd = OperationState::Done;
    int requests = 1;
};

Fault error(const QString &code, bool effect = false, int times = 1)
{
    return {.kind = FaultKind::Error, .times = times, .codes = {code}, .effect = effect};
}

Fault plain(FaultKind kind)
{
    return {.kind = kind, .times = 1};
}

QList<Case> cases()
{
    using State = OperationState;
    return {
        {"good", std::nullopt, State::Done},
        {"dropped after the effect", plain(FaultKind::DropAfter)},
        {"reset after the effect", plain(FaultKind::ResetAfter)},
        {"cut in the head", Fault{.kind = FaultKind::CutAfter, .times = 1, .bytes = 40}},
        {"empty", plain(FaultKind::Empty)},
        {"late", Fault{.kind = FaultKind::DelayAfter, .times = 1, .ms = 3000}},
        {"dropped before", plain(FaultKind::DropBefore), State::InDoubt, State::Refused},
        {"HTML page", plain(FaultKind::Html), State::InDoubt, State::Refused},
        {"status 500", plain(FaultKind::Status), State::InDoubt, State::Refused},
        {"redirect", plain(FaultKind::Redirect), State::InDoubt, State::Refused},
        {"unequal code lists", plain(FaultKind::UnequalCodes), State::InDoubt, State::Refused},
        {"system error", error(u"E91099999"_s), State::InDoubt, State::Refused},
        {"system error with effect", error(u"E91099999"_s, true)},
        {"double submission", error(u"E90010001"_s, true)},
        {"card network", error(u"42C010000"_s, true)},
        {"unknown code", error(u"Z99000001"_s), State::InDoubt, State::Refused},
        {"refusal", error(u"E01420010"_s), State::Refused, State::Refused},
        {"refusal, but it took effect", error(u"E01420010"_s, true)},
        {"declined by the issuer", error(u"42G020000"_s), State::Refused, State::Refused},
        {"contradiction, nothing happened", error(u"E11010001"_s), State::InDoubt, State::Refused},
        {"busy once", error(u"E92000001"_s), State::Done, State::Done, 2},
        {"busy three times", error(u"E92000001"_s, false, 9), State::InDoubt, State::Refused, 3},
        {"busy, but it took effect", error(u"E92000001"_s, true)},
    };
}

const QList<OperationKind> Kinds{OperationKind::Capture, OperationKind::Cancel, OperationKind::Change,
                                 OperationKind::Reauthorize};

simulator::TransactionSeed seedFor(OperationKind kind)
{
    simulator::TransactionSeed seed;
    if (kind == OperationKind::Change) {
        seed.amount = Yen{2000};
    }
    if (kind == OperationKind::Reauthorize) {
        seed.status = CardStatus::Void;
    }
    return seed;
}

} // namespace

void TestAnswers::everyAnswer_endsInTheTruth_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (const OperationKind kind : Kinds) {
        for (int index = 0; index < all.size(); ++index) {
            QTest::addRow("%s: %s", qPrintable(commandOf(kind)), all[index].name) << kind << index;
        }
    }
}

void TestAnswers::everyAnswer_endsInTheTruth()
{
    QFETCH(OperationKind, kind);
    QFETCH(int, index);
    Case expected = cases()[index];
    // A new authorisation is never repeated by the program, however busy the gateway was.
    const bool busy = QByteArray(expected.name).startsWith("busy") && kind == OperationKind::Reauthorize;
    if (busy && expected.requests > 1) {
        expected.requests = 1;
        expected.atOnce = OperationState::InDoubt;
        expected.inTheEnd = OperationState::Refused;
    }
    const QString call = kind == OperationKind::Change ? u"ChangeTran"_s : u"AlterTran"_s;
    MoneyFixture money;
    money.open();
    const OrderId order = money.addOrder(272, Yen{3200}, seedFor(kind));
    if (expected.fault) {
        Fault fault = *expected.fault;
        fault.call = call;
        money.gateway.addFaults({fault});
    }
    const OperationItem item = money.operateOne(kind, order);
    QCOMPARE(codeOf(item.state), codeOf(expected.atOnce));
    QCOMPARE(money.gateway.arrived(call), expected.requests);
    Invariants invariants(money);
    QCOMPARE(invariants.broken(MoneyFixture::gatewayOrderId(272)), QStringList());

    money.gateway.clearFaults();
    money.settle();
    QCOMPARE(codeOf(money.operation(item).state), codeOf(expected.inTheEnd));
    QCOMPARE(money.gateway.arrived(call), expected.requests);
    QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
    QCOMPARE(invariants.brokenStore(), QStringList());
}

void TestAnswers::unknownCode_isToldOnceAndLogged()
{
    MoneyFixture money;
    money.open();
    Fault fault = error(u"Z99000001"_s);
    fault.codes = {u"Z99000001"_s, u"E01420010"_s, u"Z99000001"_s};
    fault.call = u"AlterTran"_s;
    money.gateway.addFaults({fault});
    QSignalSpy told(&money.shop->notifier(), &ChangeNotifier::unknownCodeSeen);
    QTest::ignoreMessage(QtWarningMsg, "the error table does not know the code Z99000001");
    money.operateOne(OperationKind::Capture, money.addOrder(272, Yen{3200}));
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"Z99000001"_s);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestAnswers)
#include "test_answers.moc"
