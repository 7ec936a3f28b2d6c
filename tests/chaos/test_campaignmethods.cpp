#include "tests/chaos/campaignjudge.h"
#include "tests/chaos/campaignoutside.h"
#include "tests/chaos/soundfacts.h"
#include "tests/services/invariants.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr qint64 Moved = 1000;

/// A call that moves 1,000 yen, with what it sends and what the gateway's transaction shows then.
struct Call
{
    QString name;
    OperationKind kind;
    QJsonObject fields;
    qint64 amountAfter;
    QString statusAfter;
};

QList<Call> calls()
{
    const QJsonObject amount{{u"Amount"_s, u"900"_s}, {u"Tax"_s, u"100"_s}};
    const QJsonObject cancelAmount{{u"CancelAmount"_s, u"900"_s}, {u"CancelTax"_s, u"100"_s}};
    const OperationKind capture = OperationKind::Capture;
    const OperationKind cancel = OperationKind::Cancel;
    return {{u"CvsCancel"_s, cancel, {}, Moved, u"CANCEL"_s},
            {u"PayEasyCancel"_s, cancel, {}, Moved, u"CANCEL"_s},
            {u"AuSales"_s, capture, amount, Moved, u"SALES"_s},
            {u"AuCancelReturn"_s, cancel, cancelAmount, 0, u"RETURN"_s},
            {u"DocomoSales"_s, capture, amount, Moved, u"SALES"_s},
            {u"DocomoCancelReturn"_s, cancel, cancelAmount, 0, u"CANCEL"_s},
            {u"SbSales"_s, capture, amount, Moved, u"SALES"_s},
            {u"SbCancel"_s, cancel, cancelAmount, 0, u"CANCEL"_s},
            {u"RakutenIdSales"_s, capture, {}, Moved, u"REQSALES"_s},
            {u"RakutenIdCancel"_s, cancel, {}, Moved, u"REQCANCEL"_s},
            {u"RakutenIdChange"_s, OperationKind::Change, amount, 800, u"REQCHANGE"_s}};
}

simulator::LedgerEntry requestOf(const Call &call)
{
    simulator::LedgerEntry entry = request(1, QString(), call.amountAfter);
    entry.call = call.name;
    entry.fields = call.fields;
    entry.effect->insert(u"status"_s, call.statusAfter);
    return entry;
}

/// A run of one operation that is done.
CampaignFacts factsOf(const Call &call)
{
    const RunId run{u"run"_s};
    CampaignFacts facts;
    facts.operations = {{{u"one"_s},
                         u"1"_s,
                         call.kind,
                         OperationState::Done,
                         Proof::Both,
                         run,
                         Yen{Moved},
                         ArmedAt,
                         {requestOf(call)}}};
    CampaignPayment payment{u"1"_s, false, false, u"SOME 1"_s, u"SOME 1"_s};
    payment.counted =
        CampaignCounts{int(call.kind == OperationKind::Capture), int(call.kind == OperationKind::Cancel),
                       int(call.kind == OperationKind::Change)};
    facts.payments = {payment};
    facts.reports = {
        {run, call.kind, u"finished"_s, 1, {{u"total"_s, 1}, {u"done"_s, 1}}, {1, Moved}, {1, Moved}}};
    facts.days = {{u"20201203"_s, call.kind, QString(), {1, Moved}}};
    facts.settleMs = 3500;
    return facts;
}

QJsonObject deedOf(const char *what, const char *status, const char *processDate, const char *does = "")
{
    return {{u"what"_s, QLatin1String(what)},
            {u"does"_s, QLatin1String(does)},
            {u"status"_s, QLatin1String(status)},
            {u"processDate"_s, QLatin1String(processDate)},
            {u"orderId"_s, u"1"_s}};
}

} // namespace

/// What the judge sees of the calls of all methods but the card's.
class TestCampaignMethods : public QObject
{
    Q_OBJECT

    static void addCalls()
    {
        QTest::addColumn<int>("row");
        const QList<Call> all = calls();
        for (int row = 0; row < all.size(); ++row) {
            QTest::newRow(qPrintable(all[row].name)) << row;
        }
    }
    static bool isSaid(const CampaignFacts &facts, const QString &words)
    {
        return !judged(facts).filter(words).isEmpty();
    }

private slots:
    void callThatMovesMoney_isLookedAt()
    {
        QStringList names{u"AlterTran"_s, u"ChangeTran"_s};
        for (const Call &call : calls()) {
            names.append(call.name);
        }
        simulator::LedgerEntry entry;
        for (const QString &name : names) {
            entry.call = name;
            QVERIFY2(movesMoney(entry), qPrintable(name));
        }
        for (const QString &name : {u"SearchTrade"_s, u"SearchTradeMulti"_s}) {
            entry.call = name;
            QVERIFY2(!movesMoney(entry), qPrintable(name));
        }
    }

    void soundCall_isAcquitted_data() { addCalls(); }
    void soundCall_isAcquitted()
    {
        QFETCH(const int, row);
        QCOMPARE(judged(factsOf(calls()[row])), QStringList());
    }

    void wrongEffect_isFound_data() { addCalls(); }
    void wrongEffect_isFound()
    {
        QFETCH(const int, row);
        const Call call = calls()[row];
        const CampaignFacts sound = factsOf(call);

        CampaignFacts twice = sound;
        twice.operations[0].requests.append(requestOf(call));
        QVERIFY(isSaid(twice, u"I4 double effect: 1"_s));
        if (call.kind != OperationKind::Change) {
            CampaignFacts again = sound;
            again.operations.append(again.operations[0]);
            QVERIFY(isSaid(again, u"I3 double effect"_s));
        }

        CampaignFacts refused = sound;
        refused.operations[0].state = OperationState::Refused;
        QVERIFY(isSaid(refused, u"false refusal"_s));

        CampaignFacts withoutEffect = sound;
        withoutEffect.operations[0].requests[0].effect.reset();
        QVERIFY(isSaid(withoutEffect, u"I5 no effect"_s));

        CampaignFacts stranger = sound;
        stranger.strangers = {requestOf(call)};
        QVERIFY(isSaid(stranger, u"I1 "_s));
    }

    void otherYenThanTheLedgers_areFound_data() { addCalls(); }
    void otherYenThanTheLedgers_areFound()
    {
        QFETCH(const int, row);
        const CampaignFacts sound = factsOf(calls()[row]);
        CampaignFacts days = sound;
        days.days[0].sum.yen -= 1;
        QVERIFY(isSaid(days, u"I12 日計"_s));
        CampaignFacts report = sound;
        report.reports[0].done.yen += 1;
        QVERIFY(isSaid(report, u"I12 run"_s));
    }

    /// The ledger has one effect, but the transaction moved twice, or not at all.
    void otherCountsThanTheLedgers_areFound_data() { addCalls(); }
    void otherCountsThanTheLedgers_areFound()
    {
        QFETCH(const int, row);
        CampaignFacts facts = factsOf(calls()[row]);
        const CampaignCounts sound = *facts.payments[0].counted;
        facts.payments[0].counted = CampaignCounts{2 * sound.sales, 2 * sound.cancels, 2 * sound.changes};
        QVERIFY(isSaid(facts, u"I4 double effect or none: 1"_s));
        facts.payments[0].counted = CampaignCounts();
        QVERIFY(isSaid(facts, u"I4 double effect or none: 1"_s));
        facts.payments[0].isTouched = true; // somebody else's deeds are among them
        QVERIFY(!isSaid(facts, u"I4"_s));
    }

    void whatAWalletAccepted_mayStandOnAnotherDay()
    {
        const QList<Call> all = calls();
        const auto wallet = std::find_if(all.begin(), all.end(),
                                         [](const Call &call) { return call.name == u"RakutenIdSales"_s; });
        CampaignFacts facts = factsOf(*wallet);
        QCOMPARE(judged(facts), QStringList());
        facts.days[0].day = u"20201205"_s;
        facts.operations[0].requests[0].effect->insert(u"status"_s, u"SALES"_s);
        QVERIFY(isSaid(facts, u"I12 日計"_s));
        facts.operations[0].requests[0].effect->insert(u"status"_s, u"REQSALES"_s);
        QCOMPARE(judged(facts), QStringList());
        facts.days[0].sum.yen += 1;
        QVERIFY(isSaid(facts, u"I12 日計"_s));
    }

    void runThatMovesNoMoney_mustAddUpAndEnd()
    {
        CampaignFacts facts;
        facts.reports = {{RunId{u"run"_s},
                          std::nullopt,
                          u"finished"_s,
                          2,
                          {{u"total"_s, 2}, {u"done"_s, 1}, {u"refused"_s, 1}},
                          {},
                          {}}};
        QCOMPARE(judged(facts), QStringList());
        facts.reports[0].state = u"paused"_s;
        QVERIFY(isSaid(facts, u"I12 run"_s));
        facts.reports[0].state = u"finished"_s;
        facts.reports[0].items = 1;
        QVERIFY(isSaid(facts, u"I12 run"_s));
    }

    void deedOfSomebodyElse_touches_data()
    {
        QTest::addColumn<QJsonObject>("deed");
        QTest::addColumn<bool>("touches");
        QTest::newRow("console") << deedOf("console", "CANCEL", "20201203140000") << true;
        QTest::newRow("paid at the store")
            << deedOf("shopper", "PAYSUCCESS", "20201203140000", "pay") << true;
        QTest::newRow("paid on the page") << deedOf("shopper", "AUTH", "20201203140000", "pay") << false;
        QTest::newRow("wallet refuses") << deedOf("shopper", "AUTH", "20201203140000", "refuse") << true;
        QTest::newRow("another word") << deedOf("shopper", "CANCEL", "20201203140000", "finish") << true;
        QTest::newRow("word asked for, in its time") << deedOf("time", "SALES", "20201203140000") << false;
        QTest::newRow("term over") << deedOf("time", "EXPIRED", "20201203140000") << true;
    }
    void deedOfSomebodyElse_touches()
    {
        QFETCH(const QJsonObject, deed);
        QFETCH(const bool, touches);
        const CampaignOutside outside(QJsonArray{deed});
        QCOMPARE(outside.isTouched(u"1"_s), touches);
        QVERIFY(!outside.isTouched(u"2"_s));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCampaignMethods)
#include "test_campaignmethods.moc"
