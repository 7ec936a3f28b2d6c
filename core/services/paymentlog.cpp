#include "core/services/paymentlog.h"

#include "core/services/editevent.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// {"Status":"AUTH","Amount":"3200"} → "Status=AUTH Amount=3200"; nested objects in brackets.
QString asText(const QJsonObject &fields)
{
    QStringList parts;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString value =
            field->isObject() ? u"(%1)"_s.arg(asText(field->toObject())) : field->toVariant().toString();
        if (!value.isEmpty()) {
            parts.append(u"%1=%2"_s.arg(field.key(), value));
        }
    }
    return parts.join(u' ');
}

QString plannedContent(const Operation &operation)
{
    QJsonObject content;
    if (operation.wantAmount) {
        content.insert(u"Amount"_s, QString::number(operation.wantAmount->value));
    }
    if (operation.wantTax) {
        content.insert(u"Tax"_s, QString::number(operation.wantTax->value));
    }
    return asText(content);
}

LogEntry entryOf(const Operation &operation, const Evidence &row)
{
    LogEntry entry;
    entry.at = row.at;
    entry.operation = operation.id;
    entry.kind = operation.kind;
    entry.source = row.source;
    entry.attempt = row.attempt;
    entry.state = row.state;
    const QJsonObject fields = QJsonDocument::fromJson(row.fields.toUtf8()).object();
    entry.content = row.source == u"PLAN"_s ? plannedContent(operation) : asText(fields);
    entry.result = row.classCode;
    const bool lastState = !row.state.isEmpty() && row.state == codeOf(operation.state);
    if (lastState && operation.endReason != EndReason::None) {
        entry.result = codeOf(operation.endReason);
    }
    entry.operatorName = fields.value(u"operator"_s).toString(operation.askedBy);
    entry.seat = row.seat;
    const bool wordDecided = row.attempt > 0 || operation.kind == OperationKind::Reauthorize;
    entry.jobCd = wordDecided ? operation.jobCd : QString();
    if (!row.errInfo.isEmpty()) {
        entry.codes = row.errInfo.split(u'|');
    }
    return entry;
}

LogEntry entryOf(const OrderRepository::Event &event)
{
    LogEntry entry;
    entry.at = event.at;
    entry.source = event.kind;
    QJsonObject content = QJsonDocument::fromJson(event.content.toUtf8()).object();
    content.remove(u"position"_s); // in the run, for its report alone
    entry.kind = operationKindFromCode(content.value(u"operation"_s).toString());
    entry.result = content.value(u"reason"_s).toString();
    entry.content = asText(content);
    if (event.kind == u"EDIT"_s) {
        entry.content = editInWords(event.content);
    }
    entry.operatorName = event.operatorName;
    entry.seat = event.seat;
    return entry;
}

} // namespace

StorageResult<QList<LogEntry>> paymentLog(Database &database, OrderId order)
{
    OrderRepository orders(database);
    PaymentRepository payments(database, PaymentRules{});
    JournalStore journal(database, Seat{});
    QList<LogEntry> entries;
    const auto events = orders.eventsOf(order);
    const auto all = payments.ofOrder(order);
    if (!events || !all) {
        return failure(events ? all.error() : events.error());
    }
    for (const OrderRepository::Event &event : *events) {
        entries.append(entryOf(event));
    }
    for (const Payment &payment : *all) {
        const auto operations = journal.ofPayment(payment.id);
        if (!operations) {
            return failure(operations.error());
        }
        for (const Operation &operation : *operations) {
            const auto rows = journal.evidenceOf(operation.id);
            if (!rows) {
                return failure(rows.error());
            }
            for (const Evidence &row : *rows) {
                entries.append(entryOf(operation, row));
            }
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const LogEntry &left, const LogEntry &right) { return left.at < right.at; });
    return entries;
}

} // namespace kessai
