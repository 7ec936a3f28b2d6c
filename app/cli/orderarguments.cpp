#include "app/cli/orderarguments.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

constexpr qint64 largestFileBytes = 16 * 1024 * 1024;

Result<QStringList, QString> readOrderFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(u"ファイル %1 を開けません。名前と権限を確認してください。"_s.arg(name));
    }
    const QByteArray bytes = file.read(largestFileBytes + 1);
    if (bytes.size() > largestFileBytes) {
        return failure(u"ファイル %1 が大きすぎます（16MBまで）。分けて指定してください。"_s.arg(name));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        return failure(u"ファイル %1 がUTF-8ではありません。UTF-8で保存し直してください。"_s.arg(name));
    }
    QStringList numbers;
    for (const QStringView row : QStringView(text).tokenize(u'\n')) {
        const QStringView number = row.trimmed();
        if (!number.isEmpty() && !number.startsWith(u'#')) {
            numbers.append(number.toString());
        }
    }
    return numbers;
}

} // namespace

Result<QStringList, QString> orderNumbersOf(const CommandLine &line, const QStringList &words)
{
    const bool fromFile = line.has(u"from-file"_s);
    if (fromFile == !words.isEmpty()) {
        return failure(
            fromFile
                ? u"注文番号と --from-file は同時に指定できません。どちらかにしてください。"_s
                : u"注文番号がありません。kessai %1 --help で使い方を確認してください。"_s.arg(line.command));
    }
    QStringList numbers = words;
    if (fromFile) {
        Result<QStringList, QString> read = readOrderFile(line.value(u"from-file"_s));
        if (!read) {
            return read;
        }
        numbers = *read;
        if (numbers.isEmpty()) {
            return failure(u"ファイル %1 に注文番号がありません。"_s.arg(line.value(u"from-file"_s)));
        }
    }
    numbers.removeDuplicates();
    return numbers;
}

namespace {

/// Of orders that share their number, the one whose payment this is; nothing when it belongs to none of them.
StorageResult<std::optional<OrderId>> orderOfPayment(ShopContext &context, const QString &number,
                                                     const QString &gatewayOrderId)
{
    const auto payment = context.payments.byGatewayOrderId(context.shopId, gatewayOrderId);
    if (!payment) {
        return failure(payment.error());
    }
    if (!*payment) {
        return std::optional<OrderId>();
    }
    const auto order = context.orders.byId((*payment)->orderId);
    if (!order) {
        return failure(order.error());
    }
    return order->orderNumber == number ? std::optional(order->id) : std::nullopt;
}

CommandResult ambiguousNumbers(const QStringList &numbers)
{
    return usageError(
        u"同じ注文番号の受注が二つ以上あります（何も実行していません）: %1。--payment 決済オーダーID を付けるか、画面で操作してください。"_s
            .arg(numbers.join(u"、"_s)));
}

} // namespace

Result<QList<OrderId>, CommandResult> findOrders(ShopContext &context, const QStringList &orderNumbers,
                                                 const QString &gatewayOrderId)
{
    QList<OrderId> ids;
    QStringList unknown;
    QStringList ambiguous;
    for (const QString &number : orderNumbers) {
        const StorageResult<OrderId> id = context.orders.idByNumber(number);
        if (id) {
            ids.append(*id);
        } else if (id.error().kind == StorageError::Kind::Unique) {
            const auto meant = orderOfPayment(context, number, gatewayOrderId);
            if (!meant) {
                return failure(storeError(meant.error()));
            }
            *meant ? ids.append(**meant) : ambiguous.append(number);
        } else if (id.error().kind == StorageError::Kind::NotFound) {
            unknown.append(number);
        } else {
            return failure(storeError(id.error()));
        }
    }
    if (!unknown.isEmpty()) {
        return failure(
            usageError(u"次の注文番号はありません（何も実行していません）: %1"_s.arg(unknown.join(u"、"_s))));
    }
    if (!ambiguous.isEmpty()) {
        return failure(ambiguousNumbers(ambiguous));
    }
    return ids;
}

Result<Nothing, CommandResult> checkPaymentOption(ShopContext &context, const CommandLine &line,
                                                  const QList<OrderId> &orders)
{
    if (!line.has(u"payment"_s)) {
        return Nothing{};
    }
    if (orders.size() != 1) {
        return failure(usageError(u"--payment は注文番号を1件だけ指定したときに使えます。"_s));
    }
    const QString wanted = line.value(u"payment"_s);
    const StorageResult<QList<Payment>> payments = context.payments.ofOrder(orders.first());
    if (!payments) {
        return failure(storeError(payments.error()));
    }
    const bool known = std::any_of(payments->cbegin(), payments->cend(), [&](const Payment &payment) {
        return payment.gatewayOrderId == wanted && payment.unlinkedReason.isEmpty();
    });
    if (!known) {
        return failure(usageError(
            u"決済オーダーID %1 はこの注文にありません。kessai show で確認してください。"_s.arg(wanted)));
    }
    return Nothing{};
}

} // namespace kessai::cli
