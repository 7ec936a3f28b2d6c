#include "app/cli/operationjson.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/operationtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

constexpr std::initializer_list<OperationState> allStates{
    OperationState::Planned,  OperationState::Claimed, OperationState::Armed,   OperationState::InDoubt,
    OperationState::Conflict, OperationState::Done,    OperationState::Refused, OperationState::Cancelled};

qint64 sum(const QMap<OperationState, qint64> &counts, std::initializer_list<OperationState> states)
{
    qint64 total = 0;
    for (const OperationState state : states) {
        total += counts.value(state);
    }
    return total;
}

} // namespace

QJsonObject itemJson(const OperationItem &item)
{
    const auto &status = item.paymentStatus;
    return {
        {u"order"_s, item.orderNumber},
        {u"gatewayOrderId"_s, textOrNull(item.gatewayOrderId)},
        {u"state"_s, codeOf(item.state)},
        {u"proof"_s, item.proof ? QJsonValue(codeOf(*item.proof)) : QJsonValue()},
        {u"jobCd"_s, textOrNull(item.jobCd)},
        {u"reason"_s, codeOf(item.reason)},
        {u"codes"_s, QJsonArray::fromStringList(item.codes)},
        {u"paymentStatus"_s, status ? QJsonValue(labelOf(*status)) : QJsonValue()},
        {u"amount"_s, jsonOf(item.amount)},
    };
}

QMap<OperationState, qint64> countsOf(const QList<OperationItem> &items)
{
    QMap<OperationState, qint64> counts;
    for (const OperationItem &item : items) {
        ++counts[item.state];
    }
    return counts;
}

qint64 begunCount(const QMap<OperationState, qint64> &counts)
{
    using State = OperationState;
    return sum(counts,
               {State::Claimed, State::Armed, State::InDoubt, State::Conflict, State::Done, State::Refused});
}

QJsonObject summaryJson(const QMap<OperationState, qint64> &counts)
{
    using State = OperationState;
    return {
        {u"total"_s, sum(counts, allStates)},
        {u"done"_s, counts.value(State::Done)},
        {u"refused"_s, counts.value(State::Refused)},
        {u"cancelled"_s, counts.value(State::Cancelled)},
        {u"inDoubt"_s, sum(counts, {State::InDoubt, State::Armed})},
        {u"conflict"_s, counts.value(State::Conflict)},
        {u"waiting"_s, sum(counts, {State::Planned, State::Claimed})},
    };
}

ExitStatus statusOf(const QList<OperationItem> &items, bool gatewayUnusable)
{
    return statusOf(countsOf(items), gatewayUnusable);
}

ExitStatus statusOf(const QMap<OperationState, qint64> &counts, bool gatewayUnusable)
{
    using State = OperationState;
    const qint64 done = counts.value(State::Done);
    if (sum(counts, {State::Armed, State::InDoubt, State::Conflict}) > 0) {
        return ExitStatus::InDoubt;
    }
    if (gatewayUnusable && done == 0) {
        return ExitStatus::Gateway;
    }
    return done == sum(counts, allStates) ? ExitStatus::AllDone : ExitStatus::Partly;
}

CommandResult resultOf(const OperationReport &report)
{
    QJsonArray items;
    for (const OperationItem &item : report.items) {
        items.append(itemJson(item));
    }
    CommandResult result = resultWithoutItems(report, countsOf(report.items));
    result.document.insert(u"items"_s, items);
    result.text = operationText(report);
    return result;
}

CommandResult resultWithoutItems(const OperationReport &report, const QMap<OperationState, qint64> &counts)
{
    CommandResult result;
    result.status = statusOf(counts, report.gatewayUnusable);
    result.document = {
        {u"operation"_s, report.operation},
        {u"run"_s, report.run ? QJsonValue(report.run->value) : QJsonValue()},
        {u"summary"_s, summaryJson(counts)},
    };
    result.messages = report.messages;
    if (result.status == ExitStatus::Gateway && result.messages.isEmpty()) {
        result.messages = {
            u"GMOから使える回答がありません（接続できない、障害や混雑、ショップID・パスワード・契約の拒否のどれか）。kessai setup の設定とGMOの稼働状況を確認してください。"_s};
    }
    return result;
}

} // namespace kessai::cli
