#include "core/base/japantime.h"
#include "core/domain/journalrules.h"
#include "core/domain/methodrules.h"
#include "core/simulator/carrierlimits.h"
#include "core/simulator/japandates.h"
#include "core/simulator/rakutenidrules.h"
#include "tests/domain/gatewayreading.h"
#include "tests/domain/rulecomparison.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using Kind = OperationKind;

namespace {

constexpr int Rounds = 10'000;
constexpr int DaySeconds = 24 * 60 * 60;

Operation operationOf(const RuleQuestion &question, const OperationVerdict &verdict)
{
    const Payment &payment = question.life.payment();
    Operation operation;
    operation.kind = question.kind;
    operation.pre = *payment.known;
    operation.jobCd = verdict.jobCd;
    if (question.kind != Kind::Cancel) {
        operation.wantAmount = situationOf(question, payment).payableTotal;
    }
    return operation;
}

/// The last look before a request is armed says the same as the command on the screen.
bool mayBeArmed(const RuleQuestion &question, const Operation &operation)
{
    const Payment &payment = question.life.payment();
    const bool guarded = question.kind == Kind::Cancel && isMidnightGuard(question.now);
    return !guarded && preCheckProblem(operation, payment.method, *payment.known) == EndReason::None &&
           lateProblem(question.kind, payment, question.rules, question.now) == EndReason::None;
}

/// It holds on days or in a month that are over before the deadline is.
bool isOfEarlyDays(const MethodRule &rule)
{
    const auto rules = methodRules();
    const bool laterOne = std::any_of(rules.begin(), rules.end(), [&rule](const MethodRule &other) {
        return other.method == rule.method && other.kind == rule.kind && other.status == rule.status &&
               other.day == RuleDay::LaterMonth;
    });
    return rule.day == RuleDay::DayOfAuthorization || rule.day == RuleDay::DayOfSale ||
           (rule.day == RuleDay::Any && laterOne);
}

} // namespace

/// The application's rules against the simulator's own, which share no code (protocol.md §6): at ten thousand
/// moments of payments that have lived there. They may differ only where protocol.md says that nobody knows.
/// KESSAI_RULES_SEED plays another seed.
class TestRulesAgainstGateway : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rules_differOnlyWhereNobodyKnows();
    void everyLine_wasAllowedAndRefused();

private:
    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values[m_random.bounded(int(values.size()))];
    }
    QDateTime anyMoment(const GatewayLife &life, const PaymentRules &rules);
    QDateTime nearADeadline(const GatewayLife &life, const PaymentRules &rules);
    void ask(const RuleQuestion &question);
    void judgeEffect(const RuleQuestion &question, const OperationVerdict &verdict);
    void judgeWalletsEnd(const Operation &operation, const simulator::MultiTransaction &accepted,
                         const QDateTime &now);

    QRandomGenerator m_random;
    QMap<QString, int> m_marks;
    QStringList m_mistakes;
    QHash<const MethodRule *, int> m_allowed; ///< by both
    QHash<const MethodRule *, int> m_late;    ///< refused by both
    int m_asked = 0;
};

void TestRulesAgainstGateway::initTestCase()
{
    const quint32 seed = quint32(qEnvironmentVariable("KESSAI_RULES_SEED", u"20240229"_s).toUInt());
    qInfo("seed %u", seed);
    m_random.seed(seed);
}

/// Of either side, or the end of a month, to the second and beside it.
QDateTime TestRulesAgainstGateway::nearADeadline(const GatewayLife &life, const PaymentRules &rules)
{
    QList<QDateTime> ends;
    const Deadlines deadlines = deadlinesOf(life.payment(), rules);
    for (const auto kind : {Kind::Capture, Kind::Cancel, Kind::Change, Kind::Reauthorize}) {
        if (const std::optional<Deadline> &end = deadlines.of(kind)) {
            ends.append(japantime::instantOf(end->day, end->second));
        }
    }
    const auto *multi = std::get_if<simulator::MultiTransaction>(&life.transaction());
    if (multi && multi->authorizedAt.isValid()) {
        ends.append(simulator::carrierlimits::lastCancel(*multi));
        ends.append(simulator::carrierlimits::lastSale(*multi));
    }
    const QDate month = simulator::lastDayOfMonthAfter(life.head().processedAt, m_random.bounded(6));
    ends.append(japantime::instantOf(month, oneOf<QTime>({{23, 59, 59}, {20, 0, 0}})));
    return oneOf(ends).addSecs(oneOf<int>({-DaySeconds, -3'600, -61, -1, 0, 0, 1, 1, 91, DaySeconds}));
}

QDateTime TestRulesAgainstGateway::anyMoment(const GatewayLife &life, const PaymentRules &rules)
{
    const QDateTime since = life.head().processedAt;
    const int way = m_random.bounded(10);
    if (way < 2) { // the same day, mostly
        return since.addSecs(m_random.bounded(DaySeconds / 2));
    }
    if (way < 6) {
        return qMax(since, nearADeadline(life, rules));
    }
    if (way < 8) {
        return since.addSecs(m_random.bounded(200 * DaySeconds));
    }
    const QDate day = japantime::dayOf(since).addDays(m_random.bounded(70));
    const QDateTime midnight = japantime::instantOf(day, QTime(0, 0));
    return qMax(since, midnight.addSecs(oneOf<int>({-61, -60, -1, 0, 1, 89, 90, DaySeconds / 2})));
}

void TestRulesAgainstGateway::rules_differOnlyWhereNobodyKnows()
{
    for (int round = 0; round < Rounds; ++round) {
        PaymentRules rules;
        rules.captureDays = oneOf<int>({60, 90});
        rules.reauthorizeJob = oneOf<QString>({u"AUTH"_s, u"CAPTURE"_s});
        simulator::GatewayContract contract;
        contract.rules = {rules.captureDays, rules.changeDays};
        contract.multiRules.docomoFromNoon = m_random.bounded(4) == 0;
        GatewayLife life(oneOf(gatewayMethods()), m_random, contract.rules);
        life.live();
        const QDateTime now = anyMoment(life, rules);
        life.goOnTo(now);
        for (const auto kind : {Kind::Capture, Kind::Cancel, Kind::Change, Kind::Reauthorize}) {
            ask({life, kind, now, rules, contract});
        }
    }
    qInfo("%d questions, differences:", m_asked);
    for (auto mark = m_marks.begin(); mark != m_marks.end(); ++mark) {
        qInfo("%6d  %s", mark.value(), qPrintable(mark.key()));
    }
    QCOMPARE(m_asked, Rounds * 4);
    QVERIFY2(m_mistakes.isEmpty(), qPrintable(u"%1 mistakes, the first:\n"_s.arg(m_mistakes.size()) +
                                              m_mistakes.mid(0, 20).join(u'\n')));
}

void TestRulesAgainstGateway::ask(const RuleQuestion &question)
{
    ++m_asked;
    const Payment &payment = question.life.payment();
    const OperationVerdict verdict =
        operationVerdict(question.kind, situationOf(question, payment), question.rules);
    if (mayBeArmed(question, operationOf(question, verdict)) != verdict.allowed) {
        m_mistakes.append(describe(question, verdict, u"the pre-check says otherwise"_s));
    }
    const QString difference = differenceOf(question, verdict);
    if (!difference.isEmpty()) {
        const QString mark = markOf(question, verdict, difference);
        mark.isEmpty() ? m_mistakes.append(describe(question, verdict, difference)) : void(++m_marks[mark]);
    }
    const RuleDays days{japantime::dayOf(question.life.head().authorizedAt),
                        japantime::dayOf(question.life.head().soldAt), japantime::dayOf(question.now)};
    const MethodRule *rule = ruleFor(payment.method, question.kind, payment.known->status, days);
    const bool late = verdict.until && verdict.until->isOver(question.now);
    if (rule && difference.isEmpty()) {
        m_late[rule] += late ? 1 : 0;
    }
    if (rule && verdict.allowed && triedWith(question, verdict.jobCd).refusal.isEmpty()) {
        ++m_allowed[rule];
        judgeEffect(question, verdict);
    }
}

/// What the table says that follows, and that the goal is reached by it and not before.
void TestRulesAgainstGateway::judgeEffect(const RuleQuestion &question, const OperationVerdict &verdict)
{
    const TriedAnswer answer = triedWith(question, verdict.jobCd);
    const Snapshot after = snapshotOf(answer.after);
    const Operation operation = operationOf(question, verdict);
    const simulator::TransactionHead &head = question.life.head();
    const RuleDays days{japantime::dayOf(head.authorizedAt), japantime::dayOf(head.soldAt),
                        japantime::dayOf(question.now)};
    const MethodRule *rule =
        ruleFor(question.life.payment().method, question.kind, operation.pre->status, days);
    const bool ownWord = rule->statusAfter.isEmpty() || rule->word == rule->statusAfter;
    const QString status = ownWord ? verdict.jobCd : QString(rule->statusAfter);
    if (after.status != status) {
        m_mistakes.append(describe(question, verdict, u"it became "_s + after.status));
    }
    if (!goalReached(operation, after) || goalReached(operation, *operation.pre)) {
        m_mistakes.append(describe(question, verdict, u"the goal does not tell it: "_s + after.status));
    }
    if (isRequestWord(after.status)) {
        judgeWalletsEnd(operation, std::get<simulator::MultiTransaction>(answer.after), question.now);
    }
}

void TestRulesAgainstGateway::judgeWalletsEnd(const Operation &operation,
                                              const simulator::MultiTransaction &accepted,
                                              const QDateTime &now)
{
    simulator::MultiTransaction done = accepted;
    simulator::rakutenidrules::finish(done, std::nullopt, now.addSecs(60));
    simulator::MultiTransaction refused = accepted;
    simulator::rakutenidrules::refuse(refused, now.addSecs(60));
    const bool natural = isNaturalStep(simulator::multiWord(accepted.status), snapshotOf(done).status);
    if (!natural || !isEndAskedFor(operation, snapshotOf(done)) ||
        isEndAskedFor(operation, snapshotOf(refused)) || isEndAskedFor(operation, snapshotOf(accepted))) {
        m_mistakes.append(u"the wallet's end is not told from another: %1"_s.arg(snapshotOf(done).status));
    }
}

void TestRulesAgainstGateway::everyLine_wasAllowedAndRefused()
{
    QStringList missing;
    for (const MethodRule &rule : methodRules()) {
        const QString line = u"%1 %2 %3"_s.arg(labelOf(rule.method), codeOf(rule.kind), rule.status);
        if (rule.method == PaymentMethod::Card && rule.status == "CANCEL"_L1) {
            continue; // the simulator has no card of the newer contracts
        }
        if (m_allowed.value(&rule) == 0) {
            missing.append(line + u" was never allowed"_s);
        }
        if (!isOfEarlyDays(rule) && m_late.value(&rule) == 0) {
            missing.append(line + u" was never too late"_s);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRulesAgainstGateway)
#include "test_rulesagainstgateway.moc"
