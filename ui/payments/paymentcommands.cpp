#include "ui/payments/paymentcommands.h"

#include "core/services/databasecheck.h"
#include "core/services/gatewayproblem.h"
#include "core/services/linkservice.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace kessai {

namespace {

/// Sentences of this file; they are made on the engine's thread, which only reads the translations.
struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(PaymentCommands)

public:
    static QString notConnected()
    {
        return tr(
            "GMOに接続していないため、実行できません。設定の接続先とショップパスワードを確認してください。");
    }
    static QString statusLater(OrderStatus status)
    {
        return tr("対応状況はまだ変更していません。結果が完了になったら「%1」に変更してください。")
            .arg(Words::of(status));
    }
    static QString belongsToOther(const QString &gatewayOrderId, const QString &orderNumber)
    {
        return tr("決済オーダーID「%1」は、注文 %2 に紐付いています。").arg(gatewayOrderId, orderNumber);
    }
    static QString alreadyLinked()
    {
        return tr("この注文には、この決済オーダーIDがすでに連携されています。");
    }
};

/// The sentence why an item ended before anything was sent is made from its reason by whoever shows it.
QCoro::Task<CommandOutcome> operateAndSet(Shop &shop, OperationRequest request,
                                          std::optional<OrderStatus> then, std::function<bool()> stop)
{
    CommandOutcome outcome;
    if (!shop.connected()) {
        outcome.problem = Sentences::notConnected();
        co_return outcome;
    }
    request.operatorName = shop.operatorName();
    const QList<OperationRequest> requests{request};
    const Shop::OperationAnswer answer = co_await shop.operate(requests, stop);
    outcome.problem = answer.storeError                ? answer.storeError->message
                      : !answer.pausedReason.isEmpty() ? answer.pausedReason
                                                       : answer.problem;
    if (!answer.items.isEmpty()) {
        outcome.item = answer.items.first();
    }
    if (!then || !outcome.item || outcome.item->state != OperationState::Done) {
        const bool open = outcome.item && (outcome.item->state == OperationState::InDoubt ||
                                           outcome.item->state == OperationState::Conflict);
        outcome.statusProblem = then && open ? Sentences::statusLater(*then) : QString();
        co_return outcome;
    }
    OrderService orders(shop.context());
    const auto changed = orders.setStatus(request.order, *then, shop.operatorName());
    outcome.statusChanged = changed.ok() && changed->changed;
    outcome.statusProblem = changed ? changed->problem : changed.error().message;
    co_return outcome;
}

StorageError notConnectedError()
{
    return {StorageError::Kind::Unavailable, {}, Sentences::notConnected()};
}

QCoro::Task<StorageResult<RefreshItem>> refreshOne(Shop &shop, PaymentId id)
{
    if (!shop.connected()) {
        co_return failure(notConnectedError());
    }
    auto item = co_await shop.refresh().refresh(id, shop.operatorName());
    co_return item;
}

QCoro::Task<StorageResult<ResolveService::Outcome>> resolveOne(Shop &shop, PaymentId id,
                                                               Resolution resolution, QString reason)
{
    if (!shop.connected()) {
        co_return failure(notConnectedError());
    }
    auto outcome = co_await shop.resolver().resolve(id, resolution, reason, shop.operatorName());
    co_return outcome;
}

QString linkProblem(ShopContext &context, OrderId order, const QString &gatewayOrderId)
{
    const auto known = context.payments.byGatewayOrderId(context.shopId, gatewayOrderId);
    if (!known) {
        return known.error().message;
    }
    if (!*known || !(*known)->unlinkedReason.isEmpty()) {
        return {};
    }
    if ((*known)->orderId == order) {
        return Sentences::alreadyLinked();
    }
    const auto other = context.orders.byId((*known)->orderId);
    return other ? Sentences::belongsToOther(gatewayOrderId, other->orderNumber) : other.error().message;
}

QCoro::Task<LinkPreview> preview(Shop &shop, OrderId order, QString gatewayOrderId)
{
    LinkPreview preview;
    preview.gatewayOrderId = gatewayOrderId;
    preview.problem =
        shop.connected() ? linkProblem(shop.context(), order, gatewayOrderId) : Sentences::notConnected();
    if (!preview.problem.isEmpty()) {
        co_return preview;
    }
    const auto linkedTo = shop.context().orders.byId(order);
    if (!linkedTo) {
        preview.problem = linkedTo.error().message;
        co_return preview;
    }
    GatewayGate &gate = *shop.context().gate;
    GatewayGate::Lease lease = co_await gate.acquire();
    const InquiryAnswer answer =
        co_await gate.read(lease, gatewayOrderId, linkedTo->method, shop.context().timing.busy);
    if (answer.outcome == InquiryAnswer::Outcome::Read) {
        preview.seen = answer.snapshot;
    } else {
        preview.problem = readProblem(answer);
    }
    co_return preview;
}

QCoro::Task<QString> linkAndRead(Shop &shop, OrderId order, QString gatewayOrderId)
{
    LinkService links(shop.context());
    const auto problem = links.link(order, gatewayOrderId, std::nullopt, shop.operatorName());
    if (!problem || !problem->isEmpty()) {
        co_return problem ? *problem : problem.error().message;
    }
    const auto linked = shop.context().payments.byGatewayOrderId(shop.context().shopId, gatewayOrderId);
    if (linked && *linked) {
        const auto read = co_await refreshOne(shop, (*linked)->id);
        Q_UNUSED(read) // a link that cannot be read yet stays 未確認
    }
    co_return QString();
}

} // namespace

QFuture<StorageResult<OrderFacts>> PaymentCommands::facts(OrderId id)
{
    return m_session.onEngine([id](Shop &shop) { return readOrderFacts(shop, id); });
}

QFuture<StorageResult<QList<LogEntry>>> PaymentCommands::log(OrderId id)
{
    return m_session.onReader({}, [id](Database &database) { return paymentLog(database, id); });
}

QFuture<StorageResult<QString>> PaymentCommands::chainProblem()
{
    return m_session.onReader({}, [](Database &database) { return chainsInWords(database); });
}

QFuture<CommandOutcome> PaymentCommands::operate(const OperationRequest &request,
                                                 std::optional<OrderStatus> then)
{
    const auto stop = m_session.stopRequested();
    return m_session.onEngine(
        [request, then, stop](Shop &shop) { return operateAndSet(shop, request, then, stop); });
}

QFuture<StorageResult<RefreshItem>> PaymentCommands::refresh(PaymentId id)
{
    return m_session.onEngine([id](Shop &shop) { return refreshOne(shop, id); });
}

QFuture<StorageResult<ResolveService::Outcome>> PaymentCommands::resolve(PaymentId id, Resolution resolution,
                                                                         const QString &reason)
{
    return m_session.onEngine(
        [id, resolution, reason](Shop &shop) { return resolveOne(shop, id, resolution, reason); });
}

QFuture<LinkPreview> PaymentCommands::previewLink(OrderId order, const QString &gatewayOrderId)
{
    return m_session.onEngine(
        [order, gatewayOrderId](Shop &shop) { return preview(shop, order, gatewayOrderId); });
}

QFuture<QString> PaymentCommands::link(OrderId order, const QString &gatewayOrderId)
{
    return m_session.onEngine(
        [order, gatewayOrderId](Shop &shop) { return linkAndRead(shop, order, gatewayOrderId); });
}

QFuture<QString> PaymentCommands::unlink(PaymentId id, const QString &reason)
{
    return m_session.onEngine([id, reason](Shop &shop) {
        LinkService links(shop.context());
        const auto problem = links.unlink(id, reason, shop.operatorName());
        return problem ? *problem : problem.error().message;
    });
}

QFuture<StorageResult<StatusChange>> PaymentCommands::setStatus(OrderId id, OrderStatus status)
{
    return m_session.onEngine([id, status](Shop &shop) {
        OrderService orders(shop.context());
        return orders.setStatus(id, status, shop.operatorName());
    });
}

} // namespace kessai
