#include "tests/chaos/campaignprograms.h"

#include "core/storage/database.h"
#include "tests/services/secretsearch.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <csignal>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PollMs = 2;
constexpr qint64 PatienceMs = 180'000;      ///< for one call
constexpr qint64 WindowPatienceMs = 20'000; ///< until the window has settled what it found
constexpr qint64 ClosingPatienceMs = 90'000;

} // namespace

struct CampaignPrograms::Running
{
    CampaignCall *call;
    std::unique_ptr<QProcess> process;
    QElapsedTimer since{};
    qint64 bytesBefore = 0;
    bool hasBefallen = false;
    std::optional<QElapsedTimer> stopped{};
    std::optional<QElapsedTimer> closing{}; ///< of a window
    QElapsedTimer lookedAt{};
};

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
    if (!call.words.isEmpty()) {
        const bool atPoint = call.fate.kind == CampaignFate::Kind::KillPoint;
        qputenv("KESSAI_KILL_AT", atPoint ? call.fate.killPoint : QByteArray());
        qputenv("KESSAI_SWITCH_OFF", m_switchedOff.toUtf8());
        auto process = m_shop.start(QStringList{u"--json"_s} + call.words);
        qunsetenv("KESSAI_KILL_AT");
        qunsetenv("KESSAI_SWITCH_OFF");
        return process;
    }
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process->setProcessEnvironment(environment);
    process->start(qEnvironmentVariable("KESSAI_BINARIES") + u"/kessai-desk"_s,
                   {u"--data"_s, m_shop.dataFolder(), u"--operator"_s, u"鈴木"_s});
    process->waitForStarted();
    return process;
}

/// Its fate, when the moment has come.
void CampaignPrograms::befall(Running &running)
{
    const CampaignFate &fate = running.call->fate;
    const auto pid = pid_t(running.process->processId());
    if (running.stopped && running.stopped->hasExpired(fate.stoppedMs)) {
        ::kill(pid, SIGCONT);
        running.stopped.reset();
    }
    const bool grown = fate.afterBytes > 0 && ledgerBytes() - running.bytesBefore >= fate.afterBytes;
    const bool isLater = fate.afterMs > 0 && running.since.hasExpired(fate.afterMs);
    if (running.hasBefallen || !(grown || isLater)) {
        return;
    }
    running.hasBefallen = true;
    strike(running, pid);
}

void CampaignPrograms::strike(Running &running, pid_t pid)
{
    using Kind = CampaignFate::Kind;
    const bool isStopped =
        running.call->fate.kind == Kind::Stopped || running.call->fate.kind == Kind::CutOff;
    if (running.call->fate.kind == Kind::Killed && ::kill(pid, SIGKILL) == 0) {
        running.call->endedByUs = true;
    } else if (isStopped && ::kill(pid, SIGSTOP) == 0) {
        ++m_signals[u"SIGSTOP"_s];
        m_mayBeBusy |= !m_database.isEmpty();
        if (running.call->fate.kind == Kind::CutOff && !m_database.isEmpty()) {
            cutOff();
        }
        running.stopped.emplace();
        running.stopped->start();
    } else if (running.call->fate.kind == Kind::Terminated && ::kill(pid, SIGTERM) == 0) {
        ++m_signals[u"SIGTERM"_s];
        running.call->endedByUs = true; // it may not have been listening yet
    }
}

/// As a broken network does: every session ends, and a seat that comes anew takes over what is nobody's.
void CampaignPrograms::cutOff()
{
    const auto spec = DatabaseSpec::parse(m_database, {});
    auto database = spec ? Database::open(*spec, DatabaseMode::ReadOnly)
                         : StorageResult<std::unique_ptr<Database>>(failure(StorageError{}));
    if (!database) {
        m_problems.append(u"no session for cutting others off: %1"_s.arg(database.error().message));
        return;
    }
    const auto cut = (*database)->run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                      "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    if (!cut) {
        m_problems.append(u"the sessions were not cut off: %1"_s.arg(cut.error().message));
        return;
    }
    ++m_signals[u"CUTOFF"_s];
    m_mayBeBusy = true;
    qputenv("KESSAI_SWITCH_OFF", m_switchedOff.toUtf8());
    m_shop.run({u"settle"_s});
    qunsetenv("KESSAI_SWITCH_OFF");
}

/// A window does not end by itself: it is closed when it has settled what it found.
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
    const bool isOpen = running.since.hasExpired(1500);
    if (isOpen && (running.since.hasExpired(WindowPatienceMs) || !isInDoubt())) {
        ::kill(pid_t(running.process->processId()), SIGTERM);
        running.closing.emplace();
        running.closing->start();
    }
}

/// What a call may answer: one document that adds up, or a death that was ours.
void CampaignPrograms::judge(const CampaignCall &call)
{
    const QString name = call.words.isEmpty() ? u"kessai-desk"_s : call.words.join(u' ');
    const ProgramAnswer &answer = call.answer;
    const bool atPoint = call.fate.kind == CampaignFate::Kind::KillPoint && answer.status == 137;
    if (call.endedByUs && answer.status == -1) {
        m_signals[u"SIGKILL"_s] += call.fate.kind == CampaignFate::Kind::Killed ? 1 : 0;
        return;
    }
    if (atPoint) {
        ++m_signals[u"KILLPOINT"_s];
        return;
    }
    if (answer.status < 0) {
        m_problems.append(u"%1 died: %2"_s.arg(name, QString::fromUtf8(answer.err.right(500))));
    }
    if (call.words.isEmpty() || answer.status < 0) {
        return;
    }
    const bool said = answer.status == 0 || answer.status == 1 || answer.status == 3 || answer.status == 5;
    const QJsonObject document = answer.json();
    if (answer.status == 4 && m_mayBeBusy) {
        return; // it says that the database was gone, or that another seat kept its lock
    }
    if (!said || document.isEmpty()) {
        m_problems.append(u"%1 ended with %2: %3"_s.arg(name)
                              .arg(answer.status)
                              .arg(QString::fromUtf8(answer.err.right(500))));
    }
    const QJsonArray items = document.value(u"items"_s).toArray();
    const QJsonValue summary = document.value(u"summary"_s);
    if (summary.isObject() && summary[u"total"_s].toInt() != items.size()) {
        m_problems.append(u"I12 %1: the answer does not add up"_s.arg(name));
    }
    const QList<QByteArray> secrets = m_shop.secrets();
    const bool holds = std::any_of(secrets.begin(), secrets.end(), [&answer](const QByteArray &secret) {
        return holdsSecret(answer.out, secret) || holdsSecret(answer.err, secret);
    });
    if (holds) {
        m_problems.append(u"I14 the answer of %1 holds a secret"_s.arg(name));
    }
}

void CampaignPrograms::run(QList<CampaignCall> &calls, QList<CampaignMoment> moments)
{
    const qint64 before = ledgerBytes();
    m_mayBeBusy = false;
    std::vector<Running> running;
    for (CampaignCall &call : calls) {
        running.push_back({&call, start(call)});
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
            if (one.call->words.isEmpty()) {
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
