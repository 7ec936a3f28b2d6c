#include "core/base/japantime.h"
#include "core/storage/operationhistory.h"
#include "core/storage/todayswork.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

QDateTime japan(int day, int hour, int minute, int second = 0)
{
    return japantime::instantOf(QDate(2020, 12, day), QTime(hour, minute, second));
}

/// What an operation of a test is; all in Japan time.
struct Wanted
{
    OperationKind kind = OperationKind::Capture;
    QString jobCd = u"SALES"_s;
    QString operatorName = u"佐藤"_s;
    QDateTime askedAt = japan(3, 14, 0);
    std::optional<QDateTime> armedAt{};
    std::optional<RunId> run{};
    qint64 wantAmount = 3200;
    qint64 preAmount = 3200;
    QString tranDate{};    ///< of a SUCCESS answer; "" there was none
    QString processDate{}; ///< of a read after it; "" there was none
    QString status{};      ///< that this read shows
    QString gatewayDate{}; ///< of the clock in the read before it; "" it said none
    OperationState end = OperationState::Done;
    Proof proof = Proof::Answer;
};

/// The journal of one payment, filled as the engine fills it.
struct History : JournalFixture
{
    explicit History(std::unique_ptr<Database> opened) : JournalFixture(std::move(opened)), read(*database) {}

    OperationId add(const Wanted &wanted)
    {
        Operation operation;
        operation.id = {newUuid()};
        operation.paymentId = payment;
        operation.runId = wanted.run;
        operation.kind = wanted.kind;
        operation.wantAmount = Yen{wanted.wantAmount};
        operation.askedBy = wanted.operatorName;
        operation.askedAt = wanted.askedAt;
        const bool planned = store.plan({operation}).ok();
        const QDateTime armedAt = wanted.armedAt.value_or(wanted.askedAt);
        const auto claim = store.claim(operation.id, armedAt);
        Snapshot pre = authorized();
        pre.amount = Yen{wanted.preAmount};
        append(operation.id, u"READ"_s, u"READ"_s, u"GatewayDate"_s, wanted.gatewayDate);
        const bool armed =
            store.arm({operation.id, claim->epoch, pre, wanted.jobCd, u"digest"_s, armedAt}).ok();
        append(operation.id, u"ANSWER"_s, u"SUCCESS"_s, u"TranDate"_s, wanted.tranDate);
        append(operation.id, u"READ"_s, u"READ"_s, u"ProcessDate"_s, wanted.processDate, wanted.status);
        Move move{operation.id, OperationState::Armed, wanted.end,
                  claim->epoch, wanted.proof,          EndReason::None};
        Evidence evidence;
        evidence.source = u"ANSWER"_s;
        const auto moved = store.move(move, evidence, armedAt.addSecs(5));
        if (!planned || !armed || !moved || !*moved) {
            qFatal("the operation is not stored");
        }
        return operation.id;
    }

    void append(const OperationId &id, const QString &source, const QString &classCode, const QString &field,
                const QString &date, const QString &status = {})
    {
        if (date.isEmpty()) {
            return;
        }
        Evidence evidence;
        evidence.operationId = id;
        evidence.source = source;
        evidence.classCode = classCode;
        evidence.fields =
            u"{\"AccessID\":\"a\",\"%1\":\"%2\",\"Status\":\"%3\",\"Zz\":\"1\"}"_s.arg(field, date, status);
        evidence.at = now();
        if (!store.append(evidence)) {
            qFatal("the evidence is not stored");
        }
    }

    void addRun(const RunId &id, const QDateTime &askedAt, const QString &operatorName = u"佐藤"_s)
    {
        RunStore::Run run;
        run.id = id;
        run.askedBy = operatorName;
        run.askedAt = askedAt;
        if (!RunStore(*database).create(run)) {
            qFatal("the run is not stored");
        }
    }

    QList<OperationId> found(const HistoryFilter &filter)
    {
        const auto numbers = read.operations(filter);
        const auto page = read.operationPage(*numbers);
        QList<OperationId> ids;
        for (const HistoryOperation &operation : *page) {
            ids.append(operation.id);
        }
        return ids;
    }

    OperationHistory read;
};

QStringList inWords(const QList<DayTotal> &totals)
{
    QStringList lines;
    for (const DayTotal &total : totals) {
        lines.append(
            u"%1 %2 %3 %4 %5 %6"_s.arg(total.day.toString(Qt::ISODate), codeOf(total.kind), total.jobCd)
                .arg(total.count)
                .arg(total.amount.value)
                .arg(total.difference().value));
    }
    return lines;
}

} // namespace

class TestOperationHistory : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;

private slots:
    void operations_areFilteredByDayOperatorKindStateAndRun_data() { TestDatabases::addDialects(); }
    void operations_areFilteredByDayOperatorKindStateAndRun();
    void operations_sayWhatWasAskedAndWhatCameOfIt_data() { TestDatabases::addDialects(); }
    void operations_sayWhatWasAskedAndWhatCameOfIt();
    void operationsOfABar_areThoseThatItCounts_data() { TestDatabases::addDialects(); }
    void operationsOfABar_areThoseThatItCounts();
    void pages_areReadWholeAcrossStatements_data() { TestDatabases::addDialects(); }
    void pages_areReadWholeAcrossStatements();
    void totals_goByTheDayOfTheGateway_data() { TestDatabases::addDialects(); }
    void totals_goByTheDayOfTheGateway();
    void cancelMadeAnewAtTheConsole_staysOnItsOwnDay_data() { TestDatabases::addDialects(); }
    void cancelMadeAnewAtTheConsole_staysOnItsOwnDay();
    void walletsFinalWord_isNotTheDayOfTheOperation_data() { TestDatabases::addDialects(); }
    void walletsFinalWord_isNotTheDayOfTheOperation();
    void totals_countEachWordByItselfAndDoneOnly_data() { TestDatabases::addDialects(); }
    void totals_countEachWordByItselfAndDoneOnly();
    void runs_areCountedWithWhatTheyRejected_data() { TestDatabases::addDialects(); }
    void runs_areCountedWithWhatTheyRejected();
};

void TestOperationHistory::operations_areFilteredByDayOperatorKindStateAndRun()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    const RunId run{newUuid()};
    const OperationId lateOnTheThird = f.add({.askedAt = japan(3, 23, 59, 59)});
    const OperationId earlyOnTheFourth = f.add({.askedAt = japan(4, 0, 0), .run = run});
    const OperationId refused = f.add({.kind = OperationKind::Cancel,
                                       .jobCd = u"VOID"_s,
                                       .operatorName = u"鈴木"_s,
                                       .askedAt = japan(5, 9, 0),
                                       .end = OperationState::Refused});
    QCOMPARE(f.found({}), (QList{refused, earlyOnTheFourth, lateOnTheThird})); // newest first
    const QDate third(2020, 12, 3);
    QCOMPARE(f.found({.from = third, .to = third}), QList{lateOnTheThird});
    QCOMPARE(f.found({.from = third.addDays(1), .to = third.addDays(1)}), QList{earlyOnTheFourth});
    QCOMPARE(f.found({.from = third.addDays(1)}), (QList{refused, earlyOnTheFourth}));
    QCOMPARE(f.found({.operatorName = u"鈴木"_s}), QList{refused});
    QCOMPARE(f.found({.kinds = {OperationKind::Cancel}}), QList{refused});
    QCOMPARE(f.found({.states = {OperationState::Done}}), (QList{earlyOnTheFourth, lateOnTheThird}));
    QCOMPARE(f.found({.run = run}), QList{earlyOnTheFourth});
    QCOMPARE(f.found({.operatorName = u"誰か"_s}), QList<OperationId>());
    QCOMPARE(*f.read.operatorNames(), (QStringList{u"佐藤"_s, u"鈴木"_s}));
}

void TestOperationHistory::operations_sayWhatWasAskedAndWhatCameOfIt()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    f.add({.kind = OperationKind::Change, .jobCd = u"AUTH"_s, .wantAmount = 2700, .preAmount = 3200});
    const auto numbers = f.read.operations({});
    const auto page = f.read.operationPage(*numbers + QList<qint64>{999'999});
    QCOMPARE(page->size(), 1);
    const HistoryOperation &operation = page->first();
    QCOMPARE(operation.order, std::optional(f.order));
    QCOMPARE(operation.orderNumber, u"272"_s);
    QCOMPARE(operation.customerName, u"髙橋 太郎"_s);
    QCOMPARE(operation.gatewayOrderId, u"272-03132123"_s);
    QCOMPARE(operation.jobCd, u"AUTH"_s);
    QCOMPARE(operation.amount, std::optional(Yen{2700}));
    QCOMPARE(operation.amountBefore, std::optional(Yen{3200}));
    QCOMPARE(operation.state, OperationState::Done);
    QCOMPARE(operation.proof, std::optional(Proof::Answer));
    QCOMPARE(operation.askedAt, japan(3, 14, 0));
    QCOMPARE(operation.endedAt, std::optional(japan(3, 14, 0, 5)));
    // Nothing was sent yet: no word, and what is wanted is the amount.
    Operation waiting = f.planned();
    const auto after = f.read.operations({.states = {OperationState::Planned}});
    const auto planned = f.read.operationPage(*after);
    QCOMPARE(planned->size(), 1);
    QCOMPARE(planned->first().id, waiting.id);
    QCOMPARE(planned->first().jobCd, QString());
    QCOMPARE(planned->first().amount, std::optional(Yen{3200}));
    QVERIFY(!planned->first().amountBefore);
}

/// 日ごとの売上と取消 counts by the end; an operation may be asked for on another day.
void TestOperationHistory::operationsOfABar_areThoseThatItCounts()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    const OperationId overMidnight = f.add({.askedAt = japan(3, 23, 59, 59)}); // ends five seconds later
    const OperationId cancelled = f.add({.kind = OperationKind::Cancel,
                                         .jobCd = u"VOID"_s,
                                         .askedAt = japan(2, 9, 0),
                                         .armedAt = japan(4, 23, 59, 54)});
    f.add({.askedAt = japan(4, 9, 0), .end = OperationState::Refused});
    f.add({.kind = OperationKind::Change, .jobCd = u"AUTH"_s, .askedAt = japan(4, 9, 0)});
    const OperationId nextDay = f.add({.askedAt = japan(4, 23, 59, 55)});
    const QDate third(2020, 12, 3);
    const auto days = moneyByDay(*f.database, third, third.addDays(2));
    QVERIFY(days);
    QList<QList<OperationId>> rows;
    for (const MoneyDay &day : *days) {
        rows.append(f.found({.from = day.day,
                             .to = day.day,
                             .byEnd = true,
                             .kinds = {OperationKind::Capture, OperationKind::Cancel},
                             .states = {OperationState::Done}}));
        QCOMPARE(rows.last().size(), day.captures + day.cancels);
    }
    QCOMPARE(rows, (QList<QList<OperationId>>{{}, {cancelled, overMidnight}, {nextDay}}));
}

void TestOperationHistory::pages_areReadWholeAcrossStatements()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    QList<Operation> many;
    for (int i = 0; i < 1203; ++i) {
        Operation operation;
        operation.id = {newUuid()};
        operation.paymentId = f.payment;
        operation.askedBy = u"佐藤"_s;
        operation.askedAt = japan(3, 14, 0);
        many.append(operation);
    }
    QVERIFY(f.store.plan(many));
    const auto numbers = f.read.operations({});
    QCOMPARE(numbers->size(), 1203);
    const auto page = f.read.operationPage(*numbers);
    QCOMPARE(page->size(), 1203);
    for (qsizetype i = 0; i < page->size(); ++i) {
        QCOMPARE(page->at(i).number, numbers->at(i));
    }
}

void TestOperationHistory::totals_goByTheDayOfTheGateway()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    // Asked on the 3rd, armed before midnight, processed after it.
    f.add({.askedAt = japan(3, 12, 0),
           .armedAt = japan(3, 23, 59, 59),
           .preAmount = 100,
           .tranDate = u"20201204000001"_s});
    // The answer was lost; a read says that it was processed on the 3rd.
    f.add({.armedAt = japan(4, 0, 0, 1),
           .preAmount = 20,
           .processDate = u"20201203235959"_s,
           .proof = Proof::Read});
    // A read that a person decided on does not say when: armed_at does.
    f.add({.armedAt = japan(2, 10, 0),
           .preAmount = 3,
           .processDate = u"20201220000000"_s,
           .proof = Proof::Person});
    // No readable day in what came back.
    f.add({.armedAt = japan(6, 8, 59), .preAmount = 5000, .tranDate = u"??"_s});
    const QStringList all{u"2020-12-06 CAPTURE SALES 1 5000 0"_s, u"2020-12-04 CAPTURE SALES 1 100 0"_s,
                          u"2020-12-03 CAPTURE SALES 1 20 0"_s, u"2020-12-02 CAPTURE SALES 1 3 0"_s};
    QCOMPARE(inWords(*f.read.dayTotals({})), all);
    const QDate third(2020, 12, 3);
    QCOMPARE(inWords(*f.read.dayTotals({.from = third, .to = third})), QStringList{all.at(2)});
    QCOMPARE(inWords(*f.read.dayTotals({.from = third, .to = third.addDays(1)})),
             (QStringList{all.at(1), all.at(2)}));
}

/// The answer was lost. Until we read, the payment was authorised and voided again at the gateway's console.
void TestOperationHistory::cancelMadeAnewAtTheConsole_staysOnItsOwnDay()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    Wanted cancel{.kind = OperationKind::Cancel,
                  .jobCd = u"RETURN"_s,
                  .armedAt = japan(4, 10, 0),
                  .processDate = u"20201206100000"_s,
                  .proof = Proof::Read};
    cancel.status = u"VOID"_s;
    cancel.gatewayDate = u"20201203235958"_s; // and this machine's clock is fast
    f.add(cancel);
    const QString word = u"2020-12-%1 CANCEL %2 1 3200 0"_s;
    QCOMPARE(inWords(*f.read.dayTotals({})), QStringList{word.arg(u"03"_s, u"RETURN"_s)});
    cancel.gatewayDate.clear(); // as an older version kept it
    cancel.jobCd = u"RETURNX"_s;
    f.add(cancel);
    QCOMPARE(inWords(*f.read.dayTotals({})).first(), word.arg(u"04"_s, u"RETURNX"_s));
    cancel.gatewayDate = u"20201201100000"_s;
    const QDate seventh(2020, 12, 7);
    for (const auto &[jobCd, status] :
         {std::pair(u"VOID"_s, u"VOID"_s), {u"VOID"_s, u"CANCEL"_s}, {u""_s, u"RETURN"_s}}) {
        cancel.armedAt = japan(7, 10, 0);
        cancel.processDate = u"20201207100000"_s;
        cancel.jobCd = jobCd;
        cancel.status = status;
        f.add(cancel); // ours
    }
    QCOMPARE(inWords(*f.read.dayTotals({.from = seventh})),
             (QStringList{u"2020-12-07 CANCEL  1 3200 0"_s, u"2020-12-07 CANCEL VOID 2 6400 0"_s}));
}

/// The answer was lost; the wallet accepted on the 3rd and said its final word on the 4th.
void TestOperationHistory::walletsFinalWord_isNotTheDayOfTheOperation()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    QVERIFY(f.database->run(u"UPDATE payment SET gateway_method = 'RAKUTEN'"_s));
    Wanted capture{.jobCd = QString(), .armedAt = japan(4, 10, 0), .proof = Proof::Read};
    capture.gatewayDate = u"20201203133000"_s;
    capture.processDate = u"20201204003641"_s;
    capture.status = u"SALES"_s;
    f.add(capture);
    QCOMPARE(inWords(*f.read.dayTotals({})), QStringList{u"2020-12-03 CAPTURE  1 3200 0"_s});
    capture.status = u"REQSALES"_s; // it was accepted a moment after midnight
    f.add(capture);
    QCOMPARE(inWords(*f.read.dayTotals({})).first(), u"2020-12-04 CAPTURE  1 3200 0"_s);
    capture.armedAt = japan(6, 10, 0);
    capture.gatewayDate = u"20210115133002"_s; // a clock that is wrong
    capture.processDate = u"20201206133007"_s;
    capture.status = u"SALES"_s;
    f.add(capture);
    QCOMPARE(inWords(*f.read.dayTotals({})).first(), u"2020-12-06 CAPTURE  1 3200 0"_s);
}

void TestOperationHistory::totals_countEachWordByItselfAndDoneOnly()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    const QString day = u"20201203140000"_s;
    const RunId run{newUuid()};
    f.add({.run = run, .preAmount = 100, .tranDate = day});
    f.add({.operatorName = u"鈴木"_s, .preAmount = 200, .tranDate = day});
    f.add({.preAmount = 400, .tranDate = day, .end = OperationState::Refused});
    f.add({.kind = OperationKind::Cancel, .jobCd = u"VOID"_s, .preAmount = 30, .tranDate = day});
    f.add({.kind = OperationKind::Cancel, .jobCd = u"RETURN"_s, .preAmount = 40, .tranDate = day});
    f.add({.kind = OperationKind::Change,
           .jobCd = u"AUTH"_s,
           .wantAmount = 2700,
           .preAmount = 3200,
           .tranDate = day});
    f.add({.kind = OperationKind::Reauthorize,
           .jobCd = u"AUTH"_s,
           .wantAmount = 900,
           .preAmount = 3200,
           .tranDate = day});
    const QStringList all{
        u"2020-12-03 CAPTURE SALES 2 300 0"_s,    u"2020-12-03 CANCEL RETURN 1 40 0"_s,
        u"2020-12-03 CANCEL VOID 1 30 0"_s,       u"2020-12-03 CHANGE AUTH 1 2700 -500"_s,
        u"2020-12-03 REAUTHORIZE AUTH 1 900 0"_s,
    };
    QCOMPARE(inWords(*f.read.dayTotals({})), all);
    QCOMPARE(inWords(*f.read.dayTotals({.operatorName = u"鈴木"_s})),
             QStringList{u"2020-12-03 CAPTURE SALES 1 200 0"_s});
    QCOMPARE(inWords(*f.read.dayTotals({.run = run})), QStringList{u"2020-12-03 CAPTURE SALES 1 100 0"_s});
    QCOMPARE(inWords(*f.read.dayTotals({.kinds = {OperationKind::Reauthorize}})), QStringList{all.last()});
}

void TestOperationHistory::runs_areCountedWithWhatTheyRejected()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    History f(m_databases.fresh(dialect));
    const RunId older{newUuid()};
    const RunId newer{newUuid()};
    f.addRun(older, japan(3, 23, 59));
    f.addRun(newer, japan(4, 9, 0), u"鈴木"_s);
    f.add({.run = older, .preAmount = 100});
    f.add({.run = older, .preAmount = 20});
    f.add({.run = older, .preAmount = 7000, .end = OperationState::Refused});
    OrderRepository::Event rejected;
    rejected.orderId = f.order;
    rejected.at = f.now();
    rejected.kind = u"REJECTED"_s;
    rejected.content = u"{}"_s;
    rejected.runId = older;
    QVERIFY(OrderRepository(*f.database).addEvent(rejected));
    QVERIFY(RunStore(*f.database).setState(older, RunStore::State::Finished, QString(), japan(4, 0, 1)));
    QCOMPARE(*f.read.runs({}), (QList{newer, older}));
    const auto lines = f.read.runPage(*f.read.runs({}));
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->at(0).total(), 0);
    const HistoryRun &line = lines->at(1);
    QCOMPARE(line.run.counts.value(OperationState::Done), 2);
    QCOMPARE(line.run.counts.value(OperationState::Refused), 1);
    QCOMPARE(line.run.counts.value(OperationState::Cancelled), 1);
    QCOMPARE(line.total(), 4);
    QCOMPARE(line.doneAmount, Yen{120});
    QCOMPARE(line.run.state, RunStore::State::Finished);
    QCOMPARE(line.run.counts, RunStore(*f.database).byId(older)->value().counts); // the report's own
    const QDate fourth(2020, 12, 4);
    QCOMPARE(*f.read.runs({.from = fourth}), QList{newer});
    QCOMPARE(*f.read.runs({.to = fourth.addDays(-1)}), QList{older});
    QCOMPARE(*f.read.runs({.operatorName = u"鈴木"_s}), QList{newer});
    QCOMPARE(*f.read.runs({.runStates = {RunStore::State::Finished}}), QList{older});
    QCOMPARE(*f.read.runs({.run = older}), QList{older});
}

QTEST_GUILESS_MAIN(TestOperationHistory)
#include "test_operationhistory.moc"
