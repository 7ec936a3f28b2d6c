#include "core/services/refreshservice.h"

#include "core/base/sentence.h"
#include "core/services/drift.h"
#include "core/services/gatewayproblem.h"
#include "core/services/journalrecord.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

QCoro::Task<StorageResult<RefreshItem>> RefreshService::refresh(PaymentId id, QString operatorName)
{
    const auto payment = m_context.payments.byId(id);
    if (!payment) {
        co_return failure(payment.error());
    }
    const auto order = m_context.orders.byId(payment->orderId);
    if (!order) {
        co_return failure(order.error());
    }
    RefreshItem item;
    item.order = payment->orderId;
    item.orderNumber = order->orderNumber;
    item.gatewayOrderId = payment->gatewayOrderId;
    if (payment->known) {
        item.before = paymentStatusOfWord(payment->known->status);
        item.amountBefore = payment->known->total();
    }
    item.after = item.before;
    item.amountAfter = item.amountBefore;
    if (!isGatewayMethod(payment->method)) {
        item.error = notGatewayMethodText();
        co_return item;
    }
    const auto live = m_context.journal.liveOf(id);
    if (!live) {
        co_return failure(live.error());
    }
    if (*live) {
        co_await settleInstead(item, **live);
        co_return item;
    }
    if (!m_context.gate) {
        item.error = Sentence::tr("GMOに接続していません。設定で接続先とショップIDを確認してください。");
        item.unread = true;
        item.gatewayUnusable = true;
        co_return item;
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, payment->gatewayOrderId, payment->method, m_context.timing.busy);
    if (answer.outcome != InquiryAnswer::Outcome::Read) {
        item.error = readProblem(answer);
        item.unknownOrder = answer.outcome == InquiryAnswer::Outcome::UnknownOrder;
        item.unread = !item.unknownOrder;
        item.shopRefused = answer.outcome == InquiryAnswer::Outcome::ShopRefused;
        item.gatewayUnusable = item.shopRefused || answer.outcome == InquiryAnswer::Outcome::NotSent;
        co_return item;
    }
    // What an operation did while the read was under way is newer than the read.
    const auto current = m_context.payments.byId(id);
    const auto nowLive = m_context.journal.liveOf(id);
    if (!current || !nowLive) {
        co_return failure(current ? nowLive.error() : current.error());
    }
    if (*nowLive || current->fence != payment->fence) {
        co_return asItStands(item, id);
    }
    const auto stale = mayBeStale(m_context, id, answer.snapshot);
    if (!stale) {
        co_return failure(stale.error());
    }
    if (*stale) {
        item.error = Sentence::tr("直前の操作がGMOの照会にまだ現れていません。数分後にもう一度確認してくださ"
                                  "い。再操作は不要です。");
        co_return item;
    }
    const auto questioned = questionedOperation(m_context, *current, answer.snapshot);
    if (!questioned) {
        co_return failure(questioned.error());
    }
    if (*questioned) {
        item.error = questionedText(**questioned, answer.snapshot);
        co_return item;
    }
    const auto adopted = adopt(*current, answer, operatorName);
    if (!adopted) {
        co_return failure(adopted.error());
    }
    if (!*adopted) {
        co_return asItStands(item, id);
    }
    item.after = paymentStatusOfWord(answer.snapshot.status);
    item.amountAfter = answer.snapshot.total();
    item.changed = !payment->known || *payment->known != answer.snapshot;
    co_return item;
}

/// An operation was quicker than the read: what it left is newer.
RefreshItem RefreshService::asItStands(RefreshItem item, PaymentId id)
{
    const auto current = m_context.payments.byId(id);
    if (current && current->known) {
        item.after = paymentStatusOfWord(current->known->status);
        item.amountAfter = current->known->total();
    }
    item.changed = item.after != item.before || item.amountAfter != item.amountBefore;
    return item;
}

/// A payment that an operation holds is not adopted: its doubt is settled by the same read (journal.md §8).
QCoro::Task<> RefreshService::settleInstead(RefreshItem &item, Operation live)
{
    if (live.state == OperationState::InDoubt) {
        co_await m_settler.settleOnce(live.id);
    }
    item = asItStands(item, live.paymentId);
    const auto row = m_context.journal.byId(live.id);
    if (row && isLive(row->state)) {
        item.error =
            row->state == OperationState::Conflict
                ? Sentence::tr("この決済は要確認です。決済ログを確認し、理由を付けて解決してください。")
                : Sentence::tr("この決済は結果確認中です。再操作は不要です。");
    }
}

/// Takes the gateway's state over, with a line in the order's history, and closes findings of plain outside
/// work.
StorageResult<bool> RefreshService::adopt(const Payment &payment, const InquiryAnswer &answer,
                                          const QString &operatorName)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto unmoved = m_context.payments.lockUnmoved(payment);
    if (!unmoved || !*unmoved) {
        return unmoved;
    }
    const QDateTime now = m_context.clock.nowUtc();
    const auto seen = seenIn(answer);
    const auto stored = m_context.payments.storeSnapshot(payment.id, seen.snapshot, now, seen.details);
    if (!stored) {
        return failure(stored.error());
    }
    const auto findings = m_context.journal.openFindingsOf(payment.id);
    if (!findings) {
        return failure(findings.error());
    }
    for (const Finding &finding : *findings) {
        if (needsPerson(finding)) {
            continue;
        }
        const auto closed = m_context.journal.closeFinding(finding.id, operatorName, u"ADOPT"_s,
                                                           u"決済状態確認・反映"_s, now);
        if (!closed) {
            return failure(closed.error());
        }
    }
    OrderRepository::Event event;
    event.orderId = payment.orderId;
    event.paymentId = payment.id;
    event.at = now;
    event.kind = u"READ"_s;
    event.operatorName = operatorName;
    event.seat = m_context.seat.name;
    event.content = eventContent(payment.known, answer.snapshot);
    const auto logged = m_context.orders.addEvent(event);
    if (!logged) {
        return failure(logged.error());
    }
    const auto committed = transaction->commit();
    if (!committed) {
        return failure(committed.error());
    }
    emit m_context.notifier.paymentChanged(payment.id, payment.orderId);
    return true;
}

bool lostAuthorization(const Finding &finding)
{
    // A sale taken back at the console is plain outside work.
    const auto believed = snapshotFromFields(finding.believed);
    const auto seen = snapshotFromFields(finding.seen);
    return believed && seen && believed->status == u"AUTH"_s && isClosed(seen->status);
}

bool needsPerson(const Finding &finding)
{
    // After one of our NO_EFFECT verdicts, or where the wallet did not end what it had accepted as asked, the
    // finding names the operation (journal.md §4, §9).
    return finding.operationId.has_value() || lostAuthorization(finding);
}

QString eventContent(const std::optional<Snapshot> &before, const std::optional<Snapshot> &after)
{
    QJsonObject content;
    if (after) {
        content.insert(u"after"_s, QJsonDocument::fromJson(snapshotFields(*after).toUtf8()).object());
    }
    if (before) {
        content.insert(u"before"_s, QJsonDocument::fromJson(snapshotFields(*before).toUtf8()).object());
    }
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

} // namespace kessai
