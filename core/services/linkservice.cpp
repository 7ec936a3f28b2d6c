#include "core/services/linkservice.h"

#include "core/base/sentence.h"
#include "core/interchange/linksreader.h"
#include "core/storage/lockconflict.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using LinkOutcome = PaymentRepository::LinkOutcome;

/// What one link came to.
struct Linked
{
    LinkOutcome outcome = LinkOutcome::Linked;
    QString column;
    QString problem; ///< not "" when refused
};

/// Ties one order to one payment, or only tells what would happen.
class Linker
{
public:
    Linker(ShopContext &context, bool dryRun, QString operatorName)
        : m_context(context), m_dryRun(dryRun), m_operatorName(std::move(operatorName))
    {
    }

    StorageResult<Linked> link(OrderId order, const QString &gatewayOrderId,
                               std::optional<PaymentMethod> method)
    {
        const auto stored = m_context.orders.byId(order);
        if (!stored) {
            return failure(stored.error());
        }
        const PaymentMethod chosen = method.value_or(stored.value().method);
        if (!isGatewayMethod(chosen)) {
            return Linked{{},
                          u"支払方法"_s,
                          Sentence::tr("注文の支払方法「%1」は、GMOの決済ではありません。")
                              .arg(stored.value().methodName)};
        }
        const auto outcome = m_dryRun
                                 ? foresee(order, gatewayOrderId)
                                 : m_context.payments.link(order, m_context.shopId, gatewayOrderId, chosen);
        if (!outcome) {
            return failure(outcome.error());
        }
        if (*outcome == LinkOutcome::BelongsToOtherOrder) {
            return Linked{
                *outcome, u"決済オーダーID"_s,
                Sentence::tr("決済オーダーID「%1」は、別の注文に紐付いています。").arg(gatewayOrderId)};
        }
        if (*outcome == LinkOutcome::Linked && !m_dryRun) {
            const auto logged = log(order, gatewayOrderId);
            if (!logged) {
                return failure(logged.error());
            }
        }
        return Linked{*outcome, {}, {}};
    }

private:
    StorageResult<LinkOutcome> foresee(OrderId order, const QString &gatewayOrderId)
    {
        const auto known = m_context.payments.byGatewayOrderId(m_context.shopId, gatewayOrderId);
        if (!known) {
            return failure(known.error());
        }
        const std::optional<Payment> &payment = known.value();
        if (!payment || !payment->unlinkedReason.isEmpty()) {
            return LinkOutcome::Linked;
        }
        return payment->orderId == order ? LinkOutcome::AlreadyLinked : LinkOutcome::BelongsToOtherOrder;
    }

    StorageResult<Nothing> log(OrderId order, const QString &gatewayOrderId)
    {
        OrderRepository::Event event;
        event.orderId = order;
        event.at = m_context.clock.nowUtc();
        event.kind = u"LINK"_s;
        event.operatorName = m_operatorName;
        event.seat = m_context.seat.name;
        const QJsonObject content{{u"gatewayOrderId"_s, gatewayOrderId}};
        event.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
        return m_context.orders.addEvent(event);
    }

    ShopContext &m_context;
    bool m_dryRun;
    QString m_operatorName;
};

/// A links file, a transaction at a time.
class LinksImport
{
public:
    LinksImport(ShopContext &context, const LinkService::Options &options)
        : m_context(context)
        , m_linker(context, options.dryRun, options.operatorName)
        , m_file(options.file)
        , m_dryRun(options.dryRun)
    {
    }

    std::optional<ImportFailure> open()
    {
        if (!m_file.open(QIODevice::ReadOnly)) {
            return ImportFailure{
                ImportFailure::Kind::BadInput,
                Sentence::tr("ファイル「%1」を開けません: %2").arg(m_file.fileName(), m_file.errorString())};
        }
        auto reader = LinksReader::open(m_file);
        if (!reader) {
            return ImportFailure{ImportFailure::Kind::BadInput, reader.error()};
        }
        m_reader = std::move(*reader);
        return std::nullopt;
    }

    /// Whether there is more after these.
    bool readChunk()
    {
        constexpr int LinksAtOnce = 300; // each touches a few rows
        m_links.clear();
        std::optional<ImportedLink> link = m_reader->next();
        while (link) {
            m_links.append(*link);
            link = m_links.size() < LinksAtOnce ? m_reader->next() : std::nullopt;
        }
        return m_links.size() == LinksAtOnce;
    }

    /// Those that were read, in one transaction. After a failure it is as if it had not been called.
    StorageResult<Nothing> writeChunk()
    {
        const ImportReport report = m_report;
        const auto written = writeOnce();
        m_report = written ? m_report : report;
        return written;
    }

    [[nodiscard]] ImportProgress progress() const
    {
        return {m_reader->bytesConsumed(), m_file.size(), m_report.read};
    }
    [[nodiscard]] bool failed() const { return m_reader->failed(); }
    [[nodiscard]] ImportReport &report() { return m_report; }

private:
    StorageResult<Nothing> writeOnce()
    {
        auto transaction = Transaction::begin(m_context.database);
        if (!transaction) {
            return failure(transaction.error());
        }
        for (const ImportedLink &link : std::as_const(m_links)) {
            const auto taken = take(link);
            if (!taken) {
                return taken;
            }
        }
        return m_dryRun ? StorageResult<Nothing>(Nothing{}) : transaction->commit();
    }

    StorageResult<Nothing> take(const ImportedLink &link)
    {
        ++m_report.read;
        if (link.problem) {
            refuse(*link.problem);
            return Nothing{};
        }
        const auto order = m_context.orders.idByShopOrderId(link.shopOrderId);
        if (!order) {
            return failure(order.error());
        }
        if (!order.value()) {
            refuse({link.line, u"注文ID"_s, ImportProblem::Kind::Refused,
                    Sentence::tr("注文ID %1 の注文がありません。先に受注を取り込んでください。")
                        .arg(link.shopOrderId)});
            return Nothing{};
        }
        const auto linked = m_linker.link(*order.value(), link.gatewayOrderId, link.method);
        if (!linked) {
            return failure(linked.error());
        }
        if (!linked->problem.isEmpty()) {
            refuse({link.line, linked->column, ImportProblem::Kind::Refused, linked->problem});
        } else if (linked->outcome == LinkOutcome::Linked) {
            ++m_report.created;
        } else {
            ++m_report.unchanged;
        }
        return Nothing{};
    }

    void refuse(const ImportProblem &problem)
    {
        ++m_report.refused;
        m_report.add(problem);
    }

    ShopContext &m_context;
    Linker m_linker;
    QFile m_file;
    bool m_dryRun;
    std::unique_ptr<LinksReader> m_reader;
    QList<ImportedLink> m_links;
    ImportReport m_report;
};

StorageResult<Linked> linkOnce(ShopContext &context, OrderId order, const QString &gatewayOrderId,
                               std::optional<PaymentMethod> method, const QString &operatorName)
{
    auto transaction = Transaction::begin(context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto linked = Linker(context, false, operatorName).link(order, gatewayOrderId, method);
    if (!linked || !linked->problem.isEmpty()) {
        return linked;
    }
    const auto committed = transaction->commit();
    return committed ? linked : failure(committed.error());
}

} // namespace

QCoro::Task<Result<ImportReport, ImportFailure>> LinkService::importLinks(Options options)
{
    LinksImport import(m_context, options);
    const std::optional<ImportFailure> refused = import.open();
    if (refused) {
        co_return failure(*refused);
    }
    bool more = true;
    while (more && !(options.cancelled && options.cancelled())) {
        more = import.readChunk();
        auto written = import.writeChunk();
        for (int tries = 1; isBegunAgain(written, tries); ++tries) {
            co_await m_context.clock.sleep(ConflictPause);
            written = import.writeChunk();
        }
        if (!written) {
            co_return failure(ImportFailure{ImportFailure::Kind::Store, written.error().message});
        }
        if (options.progress) {
            options.progress(import.progress());
        }
        co_await m_context.clock.sleep(std::chrono::milliseconds(0));
    }
    if (import.failed()) {
        co_return failure(ImportFailure{ImportFailure::Kind::BadInput,
                                        Sentence::tr("ファイルを最後まで読めませんでした。")});
    }
    import.report().cancelled = more;
    if (!options.dryRun && import.report().created > 0) {
        emit m_context.notifier.ordersChanged();
    }
    co_return std::move(import.report());
}

StorageResult<QString> LinkService::link(OrderId order, const QString &gatewayOrderId,
                                         std::optional<PaymentMethod> method, const QString &operatorName)
{
    if (!isGatewayOrderId(gatewayOrderId)) {
        return Sentence::tr("決済オーダーIDは、半角の英数字とハイフンで27文字までです。");
    }
    const auto linked =
        begunAgain([&] { return linkOnce(m_context, order, gatewayOrderId, method, operatorName); });
    if (!linked) {
        return failure(linked.error());
    }
    if (!linked->problem.isEmpty()) {
        return linked->problem;
    }
    emit m_context.notifier.orderChanged(order);
    return QString();
}

StorageResult<QString> LinkService::unlink(PaymentId payment, const QString &reason,
                                           const QString &operatorName)
{
    if (reason.trimmed().isEmpty()) {
        return Sentence::tr("紐付けを外す理由を入力してください。");
    }
    const auto known = m_context.payments.byId(payment);
    if (!known) {
        return failure(known.error());
    }
    const auto unlinked = begunAgain(
        [&] { return m_context.payments.unlink(payment, reason, operatorName, m_context.seat.name); });
    if (!unlinked && unlinked.error().kind == StorageError::Kind::Unique) {
        return unlinked.error().message;
    }
    if (!unlinked) {
        return failure(unlinked.error());
    }
    emit m_context.notifier.orderChanged(known.value().orderId);
    return QString();
}

} // namespace kessai
