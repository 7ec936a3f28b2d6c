#include "app/cli/operationjson.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/operationtext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

qint64 sum(const QMap<OperationState, qint64> &counts, std::initializer_list<OperationState> states)
{
    qint64 total = 0;
    for (const OperationState state : states) {
        total += counts.value(state);
    }
    return total;
}

bool isDoubtful(OperationState state)
{
    return state == OperationState::Armed || state == OperationState::InDoubt ||
           state == OperationState::Conflict;
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
        {u"total"_s, sum(counts, {State::Planned, State::Claimed, State::Armed, State::InDoubt,
                                  State::Conflict, State::Done, State::Refused, State::Cancelled})},
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
    const auto isDone = [](const OperationItem &item) { return item.state == OperationState::Done; };
    const auto inDoubt = [](const OperationItem &item) { return isDoubtful(item.state); };
    if (std::any_of(items.cbegin(), items.cend(), inDoubt)) {
        return ExitStatus::InDoubt;
    }
    if (gatewayUnusable && std::none_of(items.cbegin(), items.cend(), isDone)) {
        return ExitStatus::Gateway;
    }
    return std::all_of(items.cbegin(), items.cend(), isDone) ? ExitStatus::AllDone : ExitStatus::Partly;
}

CommandResult resultOf(const OperationReport &report)
{
    QJsonArray items;
    for (const OperationItem &item : report.items) {
        items.append(itemJson(item));
    }
    CommandResult result;
    result.status = statusOf(report.items, report.gatewayUnusable);
    result.document = {
        {u"operation"_s, report.operation},
        {u"run"_s, report.run ? QJsonValue(report.run->value) : QJsonValue()},
        {u"items"_s, items},
        {u"summary"_s, summaryJson(countsOf(report.items))},
    };
    result.text = operationText(report);
    result.messages = report.messages;
    if (result.status == ExitStatus::Gateway && result.messages.isEmpty()) {
        result.messages = {
            u"GMOから使える回答がありません（接続できない、障害や混雑、ショップID・パスワード・契約の拒否のどれか）。kessai setup の設定とGMOの稼働状況を確認してください。"_s};
    }
    return result;
}

} // namespace kessai::cli
