#include "tests/chaos/campaignround.h"

#include "tests/chaos/campaignjudge.h"
#include "tests/chaos/campaignlook.h"
#include "tests/chaos/campaignprograms.h"
#include "tests/simulator/rawclient.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BytesOfRequest = 700; ///< about: one line of the ledger

/// Long enough for a machine that is busy: after T_SENDWIN + T_SETTLE a request may take effect no more.
const QStringList Times{u"timing.connectMs=1000"_s,    u"timing.deadlineMs=1000"_s,
                        u"timing.sendWindowMs=1500"_s, u"timing.settleMs=2500"_s,
                        u"timing.gapMs=250"_s,         u"timing.pollMs=100,300"_s,
                        u"timing.busyMs=30,60,120"_s};

class Story
{
public:
    explicit Story(const CampaignRound &round)
        : m_seed(round.seed)
        , m_isSqlite(round.database.isEmpty())
        , m_dice(round.seed)
        , m_count(m_dice.between(12, 40))
        , m_isTls(m_dice.chance(0.25))
        , m_shop(u"../tests/kessai-with-seams"_s, gatewayWords())
        , m_programs(m_shop, round.database, round.switchedOff)
    {
        setUp(round.database);
    }

    QStringList play()
    {
        const int steps = m_dice.between(8, 12);
        for (int step = 0; step < steps; ++step) {
            CampaignDice dice = m_dice.child();
            take(dice);
        }
        rest();
        m_facts = lookAt(m_shop, m_said);
        m_facts.longestDelayMs = LongestDelayMs;
        return m_broken + m_programs.problems() + judged(m_facts);
    }

    QJsonObject counts() const
    {
        QJsonObject kills;
        for (const auto &[name, count] : m_programs.signalsSent().asKeyValueRange()) {
            kills.insert(name, count);
        }
        QJsonObject faults;
        for (const auto &[name, count] : m_facts.faults.asKeyValueRange()) {
            faults.insert(name, count);
        }
        faults.insert(u"clock"_s, m_clockSteps);
        QJsonObject counts{{u"kills"_s, kills}, {u"faults"_s, faults}};
        for (const auto &[name, count] : m_facts.counts.asKeyValueRange()) {
            counts.insert(name, count);
        }
        return counts;
    }

    /// The whole of it, to be looked at.
    void keep(const QString &folder)
    {
        writeTranscript();
        QDir(folder).removeRecursively();
        QProcess::execute(u"cp"_s, {u"-r"_s, m_shop.file({}), folder});
    }

private:
    QStringList gatewayWords()
    {
        QStringList words{u"--seed"_s, QString::number(m_seed)};
        if (m_isTls) {
            words.append(u"--tls"_s);
        }
        if (m_dice.chance(0.5)) {
            words.append(u"--keep-alive"_s);
        }
        return words;
    }

    void setUp(const QString &database)
    {
        QStringList words;
        for (const QString &time : Times) {
            words += {u"--set"_s, time};
        }
        words += {u"--set"_s, u"bulk.parallel=%1"_s.arg(m_dice.between(1, 8)), u"--set"_s,
                  u"bulk.breaker=%1"_s.arg(m_dice.between(3, 8))};
        if (!m_isSqlite) {
            words += {u"--database"_s, database};
        }
        if (m_isTls) {
            words += {u"--ca-file"_s, m_shop.gateway().value(u"certificate"_s).toString()};
        }
        const ProgramAnswer done = m_shop.setUp(words);
        if (done.status != 0) {
            qFatal("setup: %s", done.err.constData());
        }
        m_shop.addOrders(m_dice.orders(m_count));
        if (m_dice.chance(0.7)) { // the rest of the stories knows strict answers only
            for (int touched = m_dice.between(1, 1 + m_count / 8); touched > 0; --touched) {
                m_consoleOrders.append(ShopFixture::gatewayOrderId(m_dice.between(1, m_count)));
            }
        }
    }

    /// The orders whose payments have one of these states at the gateway, and a few that have not.
    QStringList numbersFor(CampaignDice &dice, const QStringList &states)
    {
        const QJsonArray transactions =
            QJsonDocument::fromJson(
                get(m_shop.gateway().value(u"control"_s).toString(), u"transactions"_s).body)
                .object()
                .value(u"transactions"_s)
                .toArray();
        QSet<QString> fitting;
        for (const auto &transaction : transactions) {
            if (states.contains(transaction[u"status"_s].toString())) {
                fitting.insert(transaction[u"orderId"_s].toString().section(u'-', 0, 0));
            }
        }
        QStringList numbers;
        for (const QString &number : dice.someOf(m_count)) {
            if (fitting.contains(number) || dice.chance(0.05)) {
                numbers.append(number);
            }
        }
        return numbers.isEmpty() ? dice.someOf(m_count) : numbers;
    }

    QStringList operation(CampaignDice &dice, int &expected)
    {
        static const QHash<QString, QStringList> From{
            {u"capture"_s, {u"AUTH"_s}},
            {u"cancel"_s, {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}},
            {u"reauthorize"_s, {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s}},
            {u"change-amount"_s, {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}}};
        const QString verb = dice.oneOf<QString>(
            {u"capture"_s, u"capture"_s, u"capture"_s, u"cancel"_s, u"cancel"_s, u"reauthorize"_s,
             u"reauthorize"_s, u"change-amount"_s, u"change-amount"_s, u"change-amount"_s});
        QStringList numbers = numbersFor(dice, From.value(verb));
        if (verb == u"change-amount"_s || dice.chance(0.15)) {
            numbers = numbers.mid(0, 1);
        }
        expected = int(numbers.size());
        QStringList words{verb, u"--yes"_s};
        if (verb == u"capture"_s && dice.chance(0.85)) {
            words.append(u"--keep-gateway-amount"_s);
        } else if (verb == u"reauthorize"_s && dice.chance(0.3)) {
            words += {u"--job"_s, u"CAPTURE"_s};
        }
        return words + numbers;
    }

    QList<QString> runsIn(const QString &state) const
    {
        QList<QString> ids;
        const QJsonArray runs = m_shop.json({u"runs"_s}).json().value(u"runs"_s).toArray();
        for (const auto &run : runs) {
            if (run[u"state"_s].toString() == state) {
                ids.append(run[u"id"_s].toString());
            }
        }
        return ids;
    }

    CampaignCall call(CampaignDice &dice, int &expected)
    {
        QStringList words;
        const QList<QString> paused = runsIn(u"paused"_s);
        const int what = dice.below(12);
        expected = m_count / 2;
        if (what < 7) {
            words = operation(dice, expected);
        } else if (what < 9 && !paused.isEmpty()) {
            words = {u"run"_s, dice.oneOf(paused), u"resume"_s, u"--yes"_s};
        } else if (what == 9) {
            words = QStringList{u"refresh"_s} + dice.someOf(m_count);
        } else if (what == 10) {
            words = QStringList{u"sweep"_s} + dice.someOf(m_count);
        } else if (what == 11 && hasWindow()) {
            words = {}; // the window
        } else {
            words = {u"settle"_s, u"--wait"_s, QString::number(dice.below(3))};
        }
        return {words, dice.fate(expected * BytesOfRequest)};
    }

    static bool hasWindow()
    {
        return QFileInfo(qEnvironmentVariable("KESSAI_BINARIES") + u"/kessai-desk"_s).isExecutable();
    }

    /// One or, where there are several seats, two programs at once, with faults and the console beside them.
    void take(CampaignDice &dice)
    {
        const int seats = m_isSqlite ? 1 : dice.between(1, 2);
        QList<CampaignCall> calls;
        int expected = 0;
        for (int seat = 0; seat < seats; ++seat) {
            int more = 0;
            calls.append(call(dice, more));
            if (seat == 1 && dice.chance(0.4)) { // both want the same
                calls[1].words = calls[0].words;
            }
            expected += more;
        }
        planFaults(dice, expected);
        if (dice.chance(0.2)) {
            m_shop.post(u"clock"_s, QJsonObject{{u"advanceSeconds"_s, 86400 * dice.between(1, 4)}});
            ++m_clockSteps;
        }
        QList<CampaignMoment> moments;
        if (!m_consoleOrders.isEmpty() && dice.chance(0.5)) {
            moments = consoleMoments(dice, expected);
        }
        m_programs.run(calls, moments);
        for (const CampaignCall &made : calls) {
            tell(made);
        }
    }

    void planFaults(CampaignDice &dice, int expected)
    {
        QJsonArray faults;
        const auto plan = [&](const QString &kind, int count, double density) {
            const QJsonArray more = dice.faults(kind, count, density);
            for (const auto &fault : more) {
                faults.append(fault);
            }
        };
        plan(u"AlterTran"_s, expected, 0.35);
        plan(u"ChangeTran"_s, 2, 0.4);
        plan(u"SearchTrade"_s, 2 * expected, 0.12);
        if (m_isTls && dice.chance(0.5)) {
            faults.append(QJsonObject{{u"fault"_s, u"tlsFailure"_s}, {u"nth"_s, dice.between(1, expected)}});
        }
        if (!faults.isEmpty()) { // an empty list would take the others away
            const QJsonObject answer = m_shop.post(u"faults"_s, faults);
            if (answer.contains(u"error"_s)) {
                m_broken.append(u"the plan of faults: "_s + answer.value(u"error"_s).toString());
            }
        }
        m_transcript += "faults " + QJsonDocument(faults).toJson(QJsonDocument::Compact) + '\n';
    }

    QList<CampaignMoment> consoleMoments(CampaignDice &dice, int expected)
    {
        QList<CampaignMoment> moments;
        for (int times = dice.between(1, 3); times > 0; --times) {
            QJsonObject act{{u"orderId"_s, dice.oneOf(m_consoleOrders)},
                            {u"jobCd"_s, dice.oneOf<QString>(
                                             {u"SALES"_s, u"VOID"_s, u"RETURN"_s, u"AUTH"_s, u"CAPTURE"_s})}};
            if (dice.chance(0.5)) {
                act.insert(u"amount"_s, dice.between(9001, 9999));
            }
            const qint64 bytes = dice.below(int(2 * expected * BytesOfRequest));
            moments.append({bytes, [this, act] {
                                m_shop.post(u"console"_s, act);
                                m_transcript +=
                                    "console " + QJsonDocument(act).toJson(QJsonDocument::Compact) + '\n';
                            }});
        }
        return moments;
    }

    void tell(const CampaignCall &made)
    {
        m_transcript += "$ " + (made.words.isEmpty() ? u"kessai-desk"_s : made.words.join(u' ')).toUtf8() +
                        "\n-> " + QByteArray::number(made.answer.status) + (made.endedByUs ? " killed" : "") +
                        " fate " + QByteArray::number(int(made.fate.kind)) + '\n' + made.answer.err +
                        QJsonDocument(made.answer.json()).toJson(QJsonDocument::Compact) + '\n';
    }

    ProgramAnswer say(const QStringList &words)
    {
        QList<CampaignCall> calls{{words, {}}};
        m_programs.run(calls);
        tell(calls.first());
        return calls.first().answer;
    }

    /// Faults off. What is left is settled, runs are gone on with, everything is compared and reported.
    void rest()
    {
        m_shop.post(u"faults"_s, QJsonArray{});
        m_transcript += "rest\n";
        settle();
        for (int turn = 0; turn < 10; ++turn) {
            const QList<QString> left = runsIn(u"paused"_s) + runsIn(u"running"_s);
            if (left.isEmpty()) {
                break;
            }
            for (const QString &run : left) {
                say({u"run"_s, run, u"resume"_s, u"--yes"_s});
            }
        }
        settle();
        for (const QString &run : runsIn(u"finished"_s)) {
            say({u"run"_s, run, u"report"_s});
        }
        QStringList sweep{u"sweep"_s}; // of all: without orders it leaves out what was closed long ago
        for (int number = 1; number <= m_count; ++number) {
            sweep.append(QString::number(number));
        }
        say(sweep);
        m_said.settle = say({u"settle"_s}).json();
        m_said.runs = m_shop.json({u"runs"_s}).json().value(u"runs"_s).toArray();
        for (const auto &run : m_said.runs) { // with everything compared; nothing changes any more
            m_said.reports.append(m_shop.json({u"run"_s, run[u"id"_s].toString(), u"report"_s}).json());
        }
        const ProgramAnswer doctor = m_shop.json({u"doctor"_s});
        if (!doctor.json().value(u"ok"_s).toBool()) {
            m_broken.append(u"I13 doctor: "_s + QString::fromUtf8(doctor.out));
        }
    }

    /// On PostgreSQL the server may need a moment to see that the session of a killed program is gone.
    void settle()
    {
        for (int turn = 0; turn < 5; ++turn) {
            const QJsonObject settled = say({u"settle"_s, u"--wait"_s, u"120"_s}).json();
            if (settled.value(u"inDoubt"_s).toInt(-1) == 0) {
                return;
            }
        }
    }

    void writeTranscript()
    {
        QFile file(m_shop.file(u"story.txt"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_transcript) != m_transcript.size()) {
            qWarning("the story cannot be written");
        }
    }

    quint32 m_seed;
    bool m_isSqlite;
    CampaignDice m_dice;
    int m_count;
    bool m_isTls;
    ShopFixture m_shop;
    CampaignPrograms m_programs;
    QStringList m_consoleOrders; ///< 決済オーダーID
    qint64 m_clockSteps = 0;
    QStringList m_broken;
    QByteArray m_transcript;
    CampaignSaid m_said;
    CampaignFacts m_facts;
};

} // namespace

QJsonObject CampaignRound::play() const
{
    Story story(*this);
    const QStringList broken = story.play();
    QJsonObject result = story.counts();
    result.insert(u"seed"_s, qint64(seed));
    result.insert(u"broken"_s, QJsonArray::fromStringList(broken));
    if (!broken.isEmpty()) {
        const QString folder = u"%1/chaos-campaign-%2-%3"_s.arg(
            keepIn, database.isEmpty() ? u"sqlite"_s : u"postgresql"_s, QString::number(seed));
        story.keep(folder);
        result.insert(u"folder"_s, folder);
    }
    return result;
}

} // namespace kessai
