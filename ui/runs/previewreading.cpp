#include "ui/runs/previewreading.h"

#include "core/storage/orderrepository.h"
#include "core/storage/runitems.h"
#include "ui/models/whendone.h"
#include "ui/runs/runwords.h"

namespace kessai {

namespace {

const QByteArray PreviewKind = QByteArrayLiteral("bulkPreview");
constexpr qsizetype ChunkSize = 500;

using Answer = StorageResult<std::shared_ptr<const PreviewAnswer>>;

/// Ticks that the list's conditions hide.
StorageResult<Nothing> markHidden(Database &database, const PreviewQuestion &question, BulkPreview &preview)
{
    if (question.again) {
        return Nothing{}; // no ticks, no list
    }
    const auto shown = OrderRepository(database).matching(question.shown, question.sort);
    if (!shown) {
        return failure(shown.error());
    }
    const QSet<OrderId> inSight(shown->begin(), shown->end());
    for (BulkPreviewRow &row : preview.rows) {
        row.hidden = !inSight.contains(row.order);
    }
    return Nothing{};
}

StorageResult<qint64> countPaired(Database &database, const BulkPreview &preview)
{
    const auto paired = RunWords::pairedStatus(preview.kind);
    QList<OrderId> orders;
    for (const BulkPreviewRow &row : preview.rows) {
        if (paired && row.runs()) {
            orders.append(row.order);
        }
    }
    qint64 allowed = 0;
    for (qsizetype at = 0; at < orders.size(); at += ChunkSize) {
        const auto rows = OrderRepository(database).page(orders.mid(at, ChunkSize));
        if (!rows) {
            return failure(rows.error());
        }
        for (const OrderSummary &order : *rows) {
            allowed += moveAllowed(order.status, *paired) ? 1 : 0;
        }
    }
    return allowed;
}

Answer readPreview(Database &database, const PreviewQuestion &question, const PaymentRules &rules,
                   const QDateTime &now, const QDate &today)
{
    const auto orders = question.again ? ordersToTryAgain(database, *question.again)
                                       : tickedIds(database, question.ticks, question.sort);
    if (!orders) {
        return failure(orders.error());
    }
    auto preview = bulkPreview(database, question.kind, *orders, rules, now, question.keepGatewayAmount);
    if (!preview) {
        return failure(preview.error());
    }
    const auto marked = markHidden(database, question, *preview);
    if (!marked) {
        return failure(marked.error());
    }
    const auto paired = countPaired(database, *preview);
    if (!paired) {
        return failure(paired.error());
    }
    auto answer = std::make_shared<PreviewAnswer>();
    answer->preview = *preview;
    answer->undoUntil = today.addDays(rules.changeDays);
    answer->madeOn = today;
    answer->pairedAllowed = *paired;
    return std::shared_ptr<const PreviewAnswer>(answer);
}

} // namespace

PreviewReading::PreviewReading(ShopSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void PreviewReading::ask(const PreviewQuestion &question)
{
    m_reading = true;
    const int generation = ++m_generation;
    const auto rules = [](Shop &shop) { return shop.context().rules; };
    whenDone(
        m_session.onEngine(rules), this,
        [this, question, generation](const PaymentRules &known) {
            if (generation == m_generation) {
                read(question, known);
            }
        },
        [this] { fail(tr("店舗を閉じています。")); });
}

void PreviewReading::read(const PreviewQuestion &question, const PaymentRules &rules)
{
    const auto job = [question, rules, now = m_session.gatewayNow(), today = m_session.today()](
                         Database &database) { return readPreview(database, question, rules, now, today); };
    whenDone(m_session.onReader(PreviewKind, job), this,
             [this, generation = m_generation](const Answer &answer) {
                 if (generation != m_generation) {
                     return;
                 }
                 if (!answer) {
                     fail(answer.error().message);
                     return;
                 }
                 m_reading = false;
                 emit answered(*answer);
             });
}

void PreviewReading::stop()
{
    ++m_generation;
    m_reading = false;
    m_session.stopReads(PreviewKind);
}

void PreviewReading::fail(const QString &message)
{
    m_reading = false;
    emit failed(message);
}

} // namespace kessai
