#include "app/cli/orderfilteroptions.h"

#include "app/cli/orderjson.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

template <typename Value, typename Parse>
Result<QList<Value>, QString> parseNames(const CommandLine &line, const QString &option,
                                         const QStringList &known, Parse parse)
{
    QList<Value> values;
    for (const QString &name : line.values(option)) {
        const std::optional<Value> value = parse(name);
        if (!value) {
            return failure(
                u"--%1 の「%2」はありません。使える名前: %3"_s.arg(option, name, known.join(u"、"_s)));
        }
        values.append(*value);
    }
    return values;
}

template <typename Value>
QStringList labelsOf(const QList<Value> &values)
{
    QStringList labels;
    for (const Value value : values) {
        labels.append(labelOf(value));
    }
    return labels;
}

Result<qint64, QString> parseCount(const CommandLine &line, const QString &option, qint64 whenMissing)
{
    if (!line.has(option)) {
        return whenMissing;
    }
    bool isNumber = false;
    const qint64 count = line.value(option).toLongLong(&isNumber);
    if (!isNumber || count < 0) {
        return failure(u"--%1 の「%2」は件数ではありません。0以上の数字で指定してください。"_s.arg(
            option, line.value(option)));
    }
    return count;
}

Result<OrderSort, QString> parseSort(const CommandLine &line)
{
    OrderSort sort;
    if (!line.has(u"sort"_s)) {
        return sort;
    }
    const QStringList parts = line.value(u"sort"_s).split(u':');
    const QString direction = parts.value(1, u"asc"_s);
    const bool directionKnown = direction == u"asc"_s || direction == u"desc"_s;
    if (parts.size() > 2 || !directionKnown || !orderSortFields().contains(parts.first())) {
        return failure(u"--sort の「%1」では並べられません。項目名に :desc を付けられます: %2"_s.arg(
            line.value(u"sort"_s), orderSortFields().join(u"、"_s)));
    }
    sort.field = parts.first();
    sort.descending = direction == u"desc"_s;
    return sort;
}

QString readNames(const CommandLine &line, OrderFilter &filter)
{
    const auto orderStatuses =
        parseNames<OrderStatus>(line, u"order-status"_s, labelsOf(allOrderStatuses()), orderStatusFromText);
    const auto paymentStatuses = parseNames<PaymentStatus>(
        line, u"payment-status"_s, labelsOf(allPaymentStatuses()), paymentStatusFromText);
    const auto methods =
        parseNames<PaymentMethod>(line, u"method"_s, labelsOf(gatewayMethods()), paymentMethodFromLabel);
    if (!orderStatuses) {
        return orderStatuses.error();
    }
    if (!paymentStatuses) {
        return paymentStatuses.error();
    }
    if (!methods) {
        return methods.error();
    }
    filter.orderStatuses = *orderStatuses;
    filter.paymentStatuses = *paymentStatuses;
    filter.methods = *methods;
    return {};
}

/// design.md §8: also where a view of the window, which asks the same, would hide none.
void leaveOutUnfinished(OrderFilter &filter)
{
    for (const OrderStatus status : allOrderStatuses()) {
        if (!leftOutOfSearches(status)) {
            filter.orderStatuses.append(status);
        }
    }
}

QString readDays(const CommandLine &line, OrderFilter &filter)
{
    const auto from = dayOption(line, u"from"_s);
    const auto to = dayOption(line, u"to"_s);
    if (!from) {
        return from.error();
    }
    if (!to) {
        return to.error();
    }
    if (*from && *to && **from > **to) {
        return u"--from が --to より後の日付です。順番を確認してください。"_s;
    }
    filter.orderedFrom = *from;
    filter.orderedTo = *to;
    return {};
}

} // namespace

Result<std::optional<QDate>, QString> dayOption(const CommandLine &line, const QString &option)
{
    if (!line.has(option)) {
        return std::optional<QDate>();
    }
    const QDate day = QDate::fromString(line.value(option), u"yyyy-MM-dd"_s);
    if (!day.isValid()) {
        return failure(u"--%1 の「%2」は日付ではありません。2020-12-03 の形で指定してください。"_s.arg(
            option, line.value(option)));
    }
    return std::optional<QDate>(day);
}

QStringList filterWords()
{
    return {u"query"_s, u"order-status"_s, u"payment-status"_s, u"method"_s, u"from"_s,
            u"to"_s,    u"difference"_s,   u"unlinked"_s,       u"sort"_s};
}

Result<OrderQuery, QString> orderQueryOf(const CommandLine &line)
{
    OrderQuery query;
    query.filter.query = line.value(u"query"_s);
    query.filter.onlyDifference = line.has(u"difference"_s);
    query.filter.onlyUnlinked = line.has(u"unlinked"_s);
    for (const QString &problem : {readNames(line, query.filter), readDays(line, query.filter)}) {
        if (!problem.isEmpty()) {
            return failure(problem);
        }
    }
    if (query.filter.orderStatuses.isEmpty() && (query.filter.onlyDifference || query.filter.onlyUnlinked)) {
        leaveOutUnfinished(query.filter);
    }
    const Result<OrderSort, QString> sort = parseSort(line);
    const Result<qint64, QString> limit = parseCount(line, u"limit"_s, query.limit);
    const Result<qint64, QString> offset = parseCount(line, u"offset"_s, query.offset);
    if (!sort) {
        return failure(sort.error());
    }
    if (!limit) {
        return failure(limit.error());
    }
    if (!offset) {
        return failure(offset.error());
    }
    query.sort = *sort;
    query.limit = *limit;
    query.offset = *offset;
    return query;
}

} // namespace kessai::cli
