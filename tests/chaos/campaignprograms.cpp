#include "tests/chaos/campaignprograms.h"

#include "tests/chaos/campaignanswer.h"
#include "tests/chaos/campaignrunning.h"

#include <QFileInfo>

#include <algorithm>
#include <csignal>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PollMs = 2;
constexpr qint64 PatienceMs = 180'000;      ///< for one call
constexpr qint64 WindowPatienceMs = 20'000; ///< until the hands rest and the window has settled what it found
constexpr qint64 ClosingPatienceMs = 90'000;
constexpr qint64 MostSaid = 64 * 1024; ///< bytes that the hands print

} // namespace

qint64 CampaignPrograms::ledgerBytes() const
{
    return QFileInfo(m_shop.file(u"ledger"_s)).size();
}

bool CampaignPrograms::isInDoubt() const
{
    const QJsonArray orders =
        m_shop.json({u"orders"_s, u"--limit"_s, u"1000"_s}).json().value(u"orders"_s).toArray();
    return std::any_of(orders.begin(), orders.end(),
                       [](const QJsonValue &order) { return order[u"doubt"_s].toString() == u"IN_DOUBT"_s; });
}

std::unique_ptr<QProcess> CampaignPrograms::start(const CampaignCall &call) const
{
    if (!call.isWindow()) {
        const bool atPoint = call.fate.kind == CampaignFate::Kind::KillPoint;
        qputenv("KESSAI_KILL_AT", atPoint ? call.fate.killPoint : QByteArray());
        qputenv("KESSAI_SWITCH_OFF", m_switchedOff.toUtf8());
        auto process = m_shop.start(QStringList{u"--json"_s} + call.words);
        qunsetenv("KESSAI_KILL_AT");
        qunsetenv("KESSAI_SWITCH_OFF");
        return process;
    }
    auto process = std::make_unique<QProcess>();
    const QString binaries = qEnvironmentVariable("KESSAI_BINARIES");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_PLUGIN_PATH"_s, binaries + u"/../tests/plugins"_s);
    environment.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"kessaihands"_s);
    environment.insert(u"KESSAI_HANDS"_s, call.hands);
    process->setProcessEnvironment(environment);
    process->start(binaries + u"/kessai-desk"_s,
                   {u"--data"_s, m_shop.dataFolder(), u"--operator"_s, u"鈴木"_s});
    process->waitForStarted();
    return process;
}

/// A window does not end by itself: it is closed when the hands have done their part and it has settled what
/// it found. A bulk run that still goes on then is stopped in the middle.
void CampaignPrograms::endWindow(Running &running)
{
    if (running.closing) {
        if (running.closing->hasExpired(ClosingPatienceMs)) {
            m_problems.append(u"the window does not close; its fate was %1 after %2 bytes or %3 ms"_s
                                  .arg(int(running.call->fate.kind))
                                  .arg(running.call->fate.afterBytes)
                                  .arg(running.call->fate.afterMs));
            running.process->kill();
            running.process->waitForFinished();
        }
        return;
    }
    if (running.stopped || !running.lookedAt.hasExpired(300)) {
        return;
    }
    running.lookedAt.start();
    const bool isPatient = !running.since.hasExpired(WindowPatienceMs);
    const bool isBusy = !running.process->peek(MostSaid).contains("rests\n") || isInDoubt();
    if (!isPatient || !isBusy) {
        ::kill(pid_t(running.process->processId()), SIGTERM);
        running.closing.emplace();
        running.closing->start();
    }
}

/// What a call may end with: an answer that adds up, or a death that was ours.
void CampaignPrograms::judge(const CampaignCall &call)
{
    if (call.isWindow()) {
        countPresses(call.answer.out);
    }
    const bool atPoint = call.fate.kind == CampaignFate::Kind::KillPoint && call.answer.status == 137;
    if (call.endedByUs && call.answer.status == -1) {
        m_signals[u"SIGKILL"_s] += call.fate.kind == CampaignFate::Kind::Killed ? 1 : 0;
    } else if (atPoint) {
        ++m_signals[u"KILLPOINT"_s];
    } else {
        m_problems += problemsOf(call, m_mayBeBusy, m_shop.secrets());
    }
}

void CampaignPrograms::countPresses(const QByteArray &said)
{
    const QList<QByteArray> lines = said.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("pressed ")) {
            ++m_presses[QString::fromUtf8(line.mid(8))];
        }
    }
}

void CampaignPrograms::run(QList<CampaignCall> &calls, QList<CampaignMoment> moments)
{
    const qint64 before = ledgerBytes();
    m_mayBeBusy = false;
    std::vector<Running> running;
    for (CampaignCall &call : calls) {
        running.push_back({&call, start(call)});
        if (running.back().process->error() == QProcess::FailedToStart) {
            m_problems.append(call.isWindow() ? u"the window does not start"_s : u"kessai does not start"_s);
        }
        running.back().bytesBefore = before;
        running.back().since.start();
        running.back().lookedAt.start();
    }
    const auto isOver = [](const Running &one) { return one.process->state() == QProcess::NotRunning; };
    while (!std::all_of(running.begin(), running.end(), isOver)) {
        for (Running &one : running) {
            if (isOver(one) || one.process->waitForFinished(PollMs)) {
                continue;
            }
            befall(one);
            if (one.call->isWindow()) {
                endWindow(one);
            }
            if (one.since.hasExpired(PatienceMs)) {
                m_problems.append(u"%1 does not end"_s.arg(one.call->words.join(u' ')));
                one.process->kill();
            }
        }
        const qint64 grown = ledgerBytes() - before;
        const auto due =
            std::stable_partition(moments.begin(), moments.end(), [grown](const CampaignMoment &moment) {
                return moment.afterBytes > grown;
            });
        std::for_each(due, moments.end(), [](const CampaignMoment &moment) { moment.act(); });
        moments.erase(due, moments.end());
    }
    for (Running &one : running) {
        one.call->answer = ShopFixture::finish(*one.process);
        judge(*one.call);
    }
}

} // namespace kessai
