#include "core/services/runitempages.h"

#include "core/storage/runitems.h"
#include "core/storage/runrows.h"
#include "core/storage/runwork.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ItemsAtOnce = 500;

/// Older rejections have no position: last.
qint64 positionIn(const QJsonObject &content)
{
    return content.value(u"position"_s).toInteger(std::numeric_limits<qint64>::max());
}

} // namespace

StorageResult<Nothing> RunItemPages::readRejected()
{
    const auto events = OrderRepository(m_database).rejectedOf(m_run);
    if (!events) {
        return failure(events.error());
    }
    QList<Rejected> rejected;
    for (const OrderRepository::Event &event : *events) {
        const QJsonObject content = QJsonDocument::fromJson(event.content.toUtf8()).object();
        const auto reason = endReasonFromCode(content.value(u"reason"_s).toString());
        rejected.append({positionIn(content), event.orderId, reason.value_or(EndReason::NoPayment)});
    }
    std::stable_sort(rejected.begin(), rejected.end(), [](const Rejected &one, const Rejected &other) {
        return one.position < other.position;
    });
    m_rejected = std::move(rejected);
    return Nothing{};
}

/// Those whose place has come, or all that are left.
StorageResult<Nothing> RunItemPages::appendRejected(QList<OperationItem> &items, bool all)
{
    while (!m_rejected->isEmpty() && (all || m_rejected->first().position <= m_told)) {
        const Rejected rejected = m_rejected->takeFirst();
        const auto order = OrderRepository(m_database).headingOf(rejected.order);
        if (!order) {
            return failure(order.error());
        }
        OperationItem item;
        item.order = rejected.order;
        item.orderNumber = order->orderNumber;
        item.state = OperationState::Cancelled;
        item.reason = rejected.reason;
        items.append(item);
        ++m_told;
    }
    return Nothing{};
}

StorageResult<QList<OperationItem>> RunItemPages::nextOfMoneyless()
{
    const auto page = runItems(m_database, m_run, {}, m_told, ItemsAtOnce);
    if (!page) {
        return failure(page.error());
    }
    m_told += page->size();
    QList<OperationItem> items;
    for (const RunItem &item : *page) {
        items.append(operationItemOf(item));
    }
    return items;
}

StorageResult<QList<OperationItem>> RunItemPages::next()
{
    if (!m_moneyless) {
        const auto moneyless = runrows::movesNoMoney(m_database, m_run);
        if (!moneyless) {
            return failure(moneyless.error());
        }
        m_moneyless = *moneyless;
    }
    if (*m_moneyless) {
        return nextOfMoneyless();
    }
    const auto known = m_rejected ? StorageResult<Nothing>(Nothing{}) : readRejected();
    if (!known) {
        return failure(known.error());
    }
    const auto numbered = operationsOfRun(m_database, m_run, m_number, ItemsAtOnce);
    if (!numbered) {
        return failure(numbered.error());
    }
    QList<OperationId> ids;
    for (const NumberedOperation &operation : *numbered) {
        ids.append(operation.id);
    }
    m_number = numbered->isEmpty() ? m_number : numbered->last().number;
    const auto operations = itemsOf(m_database, ids);
    if (!operations) {
        return operations;
    }
    QList<OperationItem> items;
    for (const OperationItem &item : *operations) {
        const auto before = appendRejected(items, false);
        if (!before) {
            return failure(before.error());
        }
        items.append(item);
        ++m_told;
    }
    const auto after = appendRejected(items, numbered->size() < ItemsAtOnce);
    return after ? StorageResult<QList<OperationItem>>(items) : failure(after.error());
}

StorageResult<QList<OperationItem>> itemsOfRun(Database &database, const PaymentRules &, const RunId &run)
{
    RunItemPages pages(database, run);
    QList<OperationItem> items;
    for (;;) {
        const auto page = pages.next();
        if (!page || page->isEmpty()) {
            return page ? StorageResult<QList<OperationItem>>(items) : page;
        }
        items += *page;
    }
}

} // namespace kessai
