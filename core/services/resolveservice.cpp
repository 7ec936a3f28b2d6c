#include "core/services/resolveservice.h"

#include "core/base/sentence.h"
#include "core/services/journalrecord.h"
#include "core/services/refreshservice.h"
#include "core/services/shownlabel.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString closingCode(Resolution resolution)
{
    switch (resolution) {
    case Resolution::Done:
        return u"DONE"_s;
    case Resolution::Refused:
        return u"REFUSED"_s;
    case Resolution::Adopt:
        return u"ADOPT"_s;
    }
    return {};
}

/// ADOPT leaves it to the read.
OperationState endOf(Resolution resolution, const Operation &conflict, const std::optional<Snapshot> &read)
{
    switch (resolution) {
    case Resolution::Done:
        return OperationState::Done;
    case Resolution::Refused:
        return OperationState::Refused;
    case Resolution::Adopt:
        break;
    }
    return adoptedEnd(conflict, read);
}

/// The person answered on an older picture than this read; "" where it does not speak against the answer.
QString contradictionInWords(const Operation &conflict, Resolution resolution, const Snapshot &read)
{
    const QString shown =
        Sentence::tr("%1、%2円")
            .arg(shownLabel(labelOf(paymentStatusOfWord(read.status))), groupedYen(read.total()));
    if (resolution == Resolution::Refused && goalReached(conflict, read)) {
        return Sentence::tr(
                   "GMOの今の状態は「%1」で、この操作は成立しています。不成立にはできません。「完了」か"
                   "「GMOの状態を採用」を選んでください。")
            .arg(shown);
    }
    if (resolution == Resolution::Done && equalsPre(conflict, read, AnswerClass::Busy)) {
        return Sentence::tr(
                   "GMOの今の状態は「%1」で、操作の前から何も変わっていません。完了にはできません。「不成立"
                   "」か「GMOの状態を採用」を選んでください。")
            .arg(shown);
    }
    return {};
}

QString somebodyWasQuicker()
{
    return Sentence::tr(
        "別の担当者が先に解決したか、決済がその間に動きました。画面を更新して確認してください。");
}

bool sameFindings(const QList<Finding> &now, const QList<Finding> &before)
{
    return std::equal(now.begin(), now.end(), before.begin(), before.end(),
                      [](const Finding &one, const Finding &other) { return one.id == other.id; });
}

} // namespace

QCoro::Task<StorageResult<ResolveService::Outcome>>
ResolveService::resolve(PaymentId id, Resolution resolution, QString reason, QString operatorName)
{
    Outcome outcome;
    if (reason.trimmed().isEmpty()) {
        outcome.problem = Sentence::tr("理由を入力してください。解決の理由は決済ログに残ります。");
        co_return outcome;
    }
    const auto payment = m_context.payments.byId(id);
    const auto live = m_context.journal.liveOf(id);
    const auto findings = m_context.journal.openFindingsOf(id);
    if (!payment || !live || !findings) {
        co_return failure(!payment ? payment.error() : !live ? live.error() : findings.error());
    }
    const bool inConflict = *live && (*live)->state == OperationState::Conflict;
    if (*live && !inConflict) {
        outcome.problem =
            Sentence::tr("この決済は結果確認中です。GMOの状態が分かるまでお待ちください。再操作は不要です。");
        co_return outcome;
    }
    if (!inConflict && findings->isEmpty()) {
        outcome.problem = Sentence::tr("この決済に要確認の操作や相違はありません。");
        co_return outcome;
    }
    if (!m_context.gate) {
        outcome.problem = Sentence::tr("GMOに接続していません。設定で接続先とショップIDを確認してください。");
        outcome.gatewayUnusable = true;
        co_return outcome;
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, payment->gatewayOrderId, payment->method, m_context.timing.busy);
    const bool heard = answer.outcome == InquiryAnswer::Outcome::Read ||
                       answer.outcome == InquiryAnswer::Outcome::UnknownOrder;
    if (!heard) {
        outcome.problem = Sentence::tr("GMOの現在の状態を読み取れないため、まだ解決できません。接続を確認して"
                                       "、もう一度実行してください。");
        outcome.gatewayUnusable = true;
        co_return outcome;
    }
    if (inConflict) {
        const auto resolved = resolveConflict(**live, answer, resolution, reason, operatorName);
        if (!resolved || !resolved->resolved) {
            co_return resolved;
        }
        outcome = *resolved;
    }
    if (!findings->isEmpty()) {
        const auto closed = closeFindings(*payment, *findings, answer, resolution, reason, operatorName);
        if (!closed) {
            co_return failure(closed.error());
        }
        outcome.resolved = closed->resolved;
        outcome.problem = closed->problem;
    }
    co_return outcome;
}

StorageResult<ResolveService::Outcome>
ResolveService::resolveConflict(const Operation &conflict, const InquiryAnswer &answer, Resolution resolution,
                                const QString &reason, const QString &operatorName)
{
    const QDateTime now = m_context.clock.nowUtc();
    const auto read = m_context.journal.append(readEvidence(conflict, answer, now));
    if (!read) {
        return failure(read.error());
    }
    const bool readable = answer.outcome == InquiryAnswer::Outcome::Read;
    Outcome outcome;
    outcome.operation = conflict.id;
    outcome.problem = readable ? contradictionInWords(conflict, resolution, answer.snapshot) : QString();
    if (!outcome.problem.isEmpty()) {
        return outcome;
    }
    Evidence person;
    person.operationId = conflict.id;
    person.epoch = conflict.epoch;
    person.attempt = conflict.attempt;
    person.at = now;
    person.source = u"PERSON"_s;
    person.classCode = u"REASON"_s;
    person.fields =
        QString::fromUtf8(QJsonDocument(QJsonObject{{u"operator"_s, operatorName}, {u"reason"_s, reason}})
                              .toJson(QJsonDocument::Compact));
    const auto said = m_context.journal.append(person);
    if (!said) {
        return failure(said.error());
    }
    const std::optional<Snapshot> snapshot = readable ? std::optional(answer.snapshot) : std::nullopt;
    const OperationState end = endOf(resolution, conflict, snapshot);
    const EndReason endReason =
        end == OperationState::Refused ? refusedByPerson(conflict, snapshot) : EndReason::None;
    const Move move{conflict.id, OperationState::Conflict, end, conflict.epoch, Proof::Person, endReason};
    const auto seen = readable ? std::optional<SeenPayment>(seenIn(answer)) : std::nullopt;
    const auto moved = moveOperation(m_context, move, u"PERSON"_s, seen);
    if (!moved) {
        return failure(moved.error());
    }
    outcome.resolved = *moved;
    if (!*moved) {
        outcome.problem = somebodyWasQuicker();
    }
    return outcome;
}

StorageResult<ResolveService::Outcome>
ResolveService::closeFindings(const Payment &payment, const QList<Finding> &shown,
                              const InquiryAnswer &answer, Resolution resolution, const QString &reason,
                              const QString &operatorName)
{
    Outcome outcome;
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto current = m_context.payments.byId(payment.id);
    const auto live = m_context.journal.liveOf(payment.id);
    const auto standing = m_context.journal.openFindingsOf(payment.id);
    if (!current || !live || !standing) {
        return failure(!current ? current.error() : !live ? live.error() : standing.error());
    }
    // What was done while the read was under way is newer than the read.
    const bool moved = *live || current->fence != payment.fence;
    if (moved || !sameFindings(*standing, shown)) {
        outcome.problem = somebodyWasQuicker();
        return outcome;
    }
    const QDateTime now = m_context.clock.nowUtc();
    // A transaction that the gateway does not know leaves the belief as it is; the reason says why.
    const bool known = answer.outcome == InquiryAnswer::Outcome::Read;
    const auto seen = seenIn(answer);
    const auto stored = known ? m_context.payments.storeSnapshot(payment.id, seen.snapshot, now, seen.details)
                              : StorageResult<Nothing>(Nothing{});
    if (!stored) {
        return failure(stored.error());
    }
    for (const Finding &finding : shown) {
        const auto closed =
            m_context.journal.closeFinding(finding.id, operatorName, closingCode(resolution), reason, now);
        if (!closed) {
            return failure(closed.error());
        }
    }
    OrderRepository::Event event;
    event.orderId = payment.orderId;
    event.paymentId = payment.id;
    event.at = now;
    event.kind = u"FINDING"_s;
    event.operatorName = operatorName;
    event.seat = m_context.seat.name;
    event.content = eventContent(payment.known, known ? std::optional(answer.snapshot) : std::nullopt);
    const auto logged = m_context.orders.addEvent(event);
    const auto committed = logged ? transaction->commit() : logged;
    if (!committed) {
        return failure(committed.error());
    }
    emit m_context.notifier.paymentChanged(payment.id, payment.orderId);
    outcome.resolved = true;
    return outcome;
}

} // namespace kessai
