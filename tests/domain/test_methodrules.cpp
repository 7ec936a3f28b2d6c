#include "core/domain/methodrules.h"
#include "tests/domain/samples.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace kessai;
using namespace kessai::samples;

namespace {

/// The columns of tests/data/rules/rules.csv.
enum Column {
    MethodColumn,
    OperationColumn,
    StatusColumn,
    AuthorizedColumn,
    SoldColumn,
    ProcessedColumn,
    OrderedColumn,
    CompletedColumn,
    ConditionsColumn,
    NowColumn,
    AllowedColumn,
    ReasonColumn,
    WordColumn,
    UntilColumn,
    NoteColumn,
    ColumnCount,
};

const QHash<QString, OperationKind> Operations{{u"売上確定"_s, OperationKind::Capture},
                                               {u"取消"_s, OperationKind::Cancel},
                                               {u"金額変更"_s, OperationKind::Change},
                                               {u"再オーソリ"_s, OperationKind::Reauthorize}};

const QHash<QString, RuleReason> Reasons{
    {u""_s, RuleReason::None},
    {u"未確認"_s, RuleReason::NeverRead},
    {u"この支払方法にない"_s, RuleReason::NotOffered},
    {u"この状態ではできない"_s, RuleReason::WrongState},
    {u"実売上済み"_s, RuleReason::AlreadyCaptured},
    {u"即時売上済み"_s, RuleReason::ImmediateSale},
    {u"楽天ペイの結果待ち"_s, RuleReason::GatewayInWork},
    {u"支払い済みは返金できない"_s, RuleReason::PaidInCash},
    {u"WebMoneyは返金できない"_s, RuleReason::PaidByWebMoney},
    {u"売上期限超過・再オーソリできる"_s, RuleReason::CaptureDeadlineOver},
    {u"売上期限超過・支払いのやり直し"_s, RuleReason::CaptureTermOver},
    {u"期限超過"_s, RuleReason::ChangeDeadlineOver},
    {u"差異あり"_s, RuleReason::DifferenceBlocksCapture},
    {u"差異なし"_s, RuleReason::NoDifference},
    {u"金額の範囲外"_s, RuleReason::AmountOutOfRange},
    {u"日付の変わり目"_s, RuleReason::MidnightGuard},
};

/// One line each, its number in the file first.
QList<std::pair<int, QStringList>> linesOfTable()
{
    QFile file(QStringLiteral(KESSAI_TEST_DATA "/rules/rules.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no table");
    }
    QList<std::pair<int, QStringList>> lines;
    const QStringList all = QString::fromUtf8(file.readAll()).split(u'\n');
    bool titles = true;
    for (qsizetype number = 0; number < all.size(); ++number) {
        const QString &line = all.at(number);
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        if (!titles) {
            lines.append({int(number) + 1, line.split(u',')});
        }
        titles = false;
    }
    return lines;
}

std::optional<QDateTime> instantIn(const QString &cell)
{
    return cell.isEmpty() ? std::nullopt : std::optional(japan(cell));
}

Payment paymentIn(const QStringList &cells)
{
    const PaymentMethod method =
        paymentMethodFromLabel(cells.at(MethodColumn)).value_or(PaymentMethod::Other);
    Payment one = paymentOf(method, cells.at(StatusColumn));
    one.authorizedAt = instantIn(cells.at(AuthorizedColumn));
    one.soldAt = instantIn(cells.at(SoldColumn));
    one.facts.orderedAt = instantIn(cells.at(OrderedColumn));
    if (!cells.at(CompletedColumn).isEmpty()) {
        one.facts.completedOn = day(cells.at(CompletedColumn));
    }
    if (cells.at(StatusColumn) == u"未確認"_s) {
        one.known.reset();
    } else {
        one.known->processDate = japantime::toGatewayText(japan(cells.at(ProcessedColumn)));
    }
    const QString &conditions = cells.at(ConditionsColumn);
    one.facts.auPayMethod = conditions.contains(u"WebMoney"_s) ? u"03"_s : u"01"_s;
    static const QRegularExpression term(u"お支払期限(\\S+)"_s);
    const QRegularExpressionMatch payBy = term.match(conditions);
    if (payBy.hasMatch()) {
        one.facts.payBy = japantime::lastSecondOf(day(payBy.captured(1)));
    }
    return one;
}

Yen payableIn(const QStringList &cells)
{
    const QString &conditions = cells.at(ConditionsColumn);
    static const QRegularExpression amount(u"金額(\\d+)円"_s);
    const QRegularExpressionMatch written = amount.match(conditions);
    if (written.hasMatch()) {
        return Yen{written.captured(1).toLongLong()};
    }
    const bool change = cells.at(OperationColumn) == u"金額変更"_s;
    const bool differs =
        (change && !conditions.contains(u"差異なし"_s)) || conditions.contains(u"差異あり"_s);
    return Yen{differs ? 5000 : 3200};
}

PaymentRules rulesIn(const QStringList &cells)
{
    const QString &conditions = cells.at(ConditionsColumn);
    PaymentRules rules;
    rules.captureDays = conditions.contains(u"売上処理60日"_s) ? 60 : 90;
    rules.changeDays = conditions.contains(u"変更100日"_s) ? 100 : 180;
    rules.reauthorizeJob = conditions.contains(u"再オーソリは即時売上"_s) ? u"CAPTURE"_s : u"AUTH"_s;
    return rules;
}

QString textOf(const std::optional<Deadline> &until)
{
    return until ? until->day.toString(u"yyyy-MM-dd "_s) + until->second.toString(u"HH:mm:ss"_s) : QString();
}

} // namespace

/// The rules of all methods against a table that people can read (protocol.md §2, §6, §7; design.md §6).
class TestMethodRules : public QObject
{
    Q_OBJECT

private slots:
    void table_hasEveryMethodOperationAndKindOfEnd();
    void verdict_isThatOfTheTable_data();
    void verdict_isThatOfTheTable();
    void lines_ofOneStateHaveOneTermAndEndWithTheRest();
};

void TestMethodRules::table_hasEveryMethodOperationAndKindOfEnd()
{
    QSet<QString> operations;
    QSet<QString> reasons;
    int allowed = 0;
    for (const auto &[number, cells] : linesOfTable()) {
        QVERIFY2(cells.size() == ColumnCount, qPrintable(u"line %1"_s.arg(number)));
        QVERIFY2(paymentMethodFromLabel(cells.at(MethodColumn)), qPrintable(u"line %1"_s.arg(number)));
        operations.insert(cells.at(MethodColumn) + cells.at(OperationColumn));
        reasons.insert(cells.at(ReasonColumn));
        allowed += cells.at(AllowedColumn) == u"可"_s ? 1 : 0;
    }
    QCOMPARE(operations.size(), gatewayMethods().size() * Operations.size());
    QCOMPARE(reasons.size(), Reasons.size());
    QVERIFY(linesOfTable().size() >= 300 && allowed >= 100);
}

void TestMethodRules::verdict_isThatOfTheTable_data()
{
    QTest::addColumn<QStringList>("cells");
    for (const auto &[number, cells] : linesOfTable()) {
        QTest::addRow("line %d", number) << cells;
    }
}

void TestMethodRules::verdict_isThatOfTheTable()
{
    QFETCH(const QStringList, cells);
    QVERIFY(Operations.contains(cells.at(OperationColumn)) && Reasons.contains(cells.at(ReasonColumn)));
    const OperationKind kind = Operations.value(cells.at(OperationColumn));
    PaymentSituation situation;
    situation.payment = paymentIn(cells);
    situation.payableTotal = payableIn(cells);
    situation.now = japan(cells.at(NowColumn));
    const PaymentRules rules = rulesIn(cells);
    const OperationVerdict verdict = operationVerdict(kind, situation, rules);
    const RuleReason wanted = Reasons.value(cells.at(ReasonColumn));
    const QString line = cells.join(u',') + u" → "_s + reasonText(verdict.reason);
    QVERIFY2(verdict.allowed == (cells.at(AllowedColumn) == u"可"_s), qPrintable(line));
    QVERIFY2(verdict.reason == wanted, qPrintable(line));
    QCOMPARE(verdict.jobCd, cells.at(WordColumn));
    QCOMPARE(textOf(verdict.until), cells.at(UntilColumn));
    // the last look before arming says no where the deadline is over, and only there
    const bool late = wanted == RuleReason::CaptureDeadlineOver || wanted == RuleReason::CaptureTermOver ||
                      wanted == RuleReason::ChangeDeadlineOver;
    const EndReason ended = lateProblem(kind, *situation.payment, rules, situation.now);
    QCOMPARE(ended == EndReason::DeadlineOver, late);
}

void TestMethodRules::lines_ofOneStateHaveOneTermAndEndWithTheRest()
{
    QVERIFY(methodRules().size() > 30);
    for (const MethodRule &rule : methodRules()) {
        const MethodRule *last = nullptr;
        for (const MethodRule &other : methodRules()) {
            if (other.method == rule.method && other.kind == rule.kind && other.status == rule.status) {
                QVERIFY(other.term == rule.term && other.call == rule.call);
                QVERIFY2(!last || last->day != RuleDay::Any, "a line that is never come to");
                last = &other;
            }
        }
        QVERIFY2(last && last->day == RuleDay::Any, "a day without a line");
        QVERIFY(!nameOf(rule.call).isEmpty());
        QCOMPARE(rule.word.isEmpty(),
                 rule.method != PaymentMethod::Card || rule.kind == OperationKind::Reauthorize);
    }
}

QTEST_GUILESS_MAIN(TestMethodRules)
#include "test_methodrules.moc"
