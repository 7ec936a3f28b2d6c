#include "core/services/journalrecord.h"

#include "core/base/japantime.h"
#include "core/storage/compactjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString keptCodes(const QString &list)
{
    QStringList codes = list.split(u'|');
    std::transform(codes.begin(), codes.end(), codes.begin(), keptCode);
    return codes.join(u'|');
}

QString classOf(InquiryAnswer::Outcome outcome)
{
    switch (outcome) {
    case InquiryAnswer::Outcome::Read:
        return u"READ"_s;
    case InquiryAnswer::Outcome::UnknownOrder:
        return u"UNKNOWN_ORDER"_s;
    case InquiryAnswer::Outcome::ShopRefused:
        return u"SHOP_REFUSED"_s;
    case InquiryAnswer::Outcome::Busy:
    case InquiryAnswer::Outcome::NotSent:
    case InquiryAnswer::Outcome::Unreadable:
        break;
    }
    return u"UNREADABLE"_s;
}

Evidence evidenceOf(const Operation &operation, const ExchangeRecord &record, const QDateTime &at)
{
    Evidence evidence;
    evidence.operationId = operation.id;
    evidence.epoch = operation.epoch;
    evidence.attempt = operation.attempt;
    evidence.at = at;
    evidence.httpStatus = record.httpStatus;
    evidence.bodyOffered = record.bodyOffered;
    evidence.errInfo = joinedCodes(record.errors);
    return evidence;
}

QString fieldsOf(const ExchangeRecord &record)
{
    QMap<QString, QString> fields; // in the order of JSON's keys
    for (const auto &[name, value] : record.fields) {
        const bool isCode = name == u"ErrCode"_s || name == u"ErrInfo"_s;
        fields.insert(name, isCode ? keptCodes(value) : value);
    }
    if (!record.detail.isEmpty()) {
        fields.insert(u"detail"_s, record.detail);
    }
    CompactObject object;
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        object.add(field.key().toLatin1().constData(), field.value());
    }
    return object.text();
}

/// @param gatewayDate of the answer that shows the snapshot: the day on which it stood so at the latest
QString fieldsOf(const Snapshot &snapshot, const std::optional<QDateTime> &gatewayDate)
{
    CompactObject object;
    object.add("Amount", QString::number(snapshot.amount.value)).add("Approve", snapshot.approve);
    if (snapshot.cancelledAmount) {
        object.add("CancelAmount", QString::number(snapshot.cancelledAmount->value));
    }
    if (gatewayDate) {
        object.add("GatewayDate", japantime::toGatewayText(*gatewayDate));
    }
    return object.add("ProcessDate", snapshot.processDate)
        .add("Status", snapshot.status)
        .add("Tax", QString::number(snapshot.tax.value))
        .add("TranID", snapshot.tranId)
        .text();
}

/// Of our own snapshot the sum; of what the gateway sent as it came, amount and tax of the one carrier.
std::optional<Yen> cancelledAmountIn(const QJsonObject &fields)
{
    const auto own = yenFromDigits(fields.value(u"CancelAmount"_s).toString());
    if (own) {
        return own;
    }
    for (const QString &carrier : {u"Au"_s, u"Docomo"_s, u"Sb"_s}) {
        const auto amount = yenFromDigits(fields.value(carrier + u"CancelAmount"_s).toString());
        const auto tax = yenFromDigits(fields.value(carrier + u"CancelTax"_s).toString());
        if (amount || tax) {
            return amount.value_or(Yen{}) + tax.value_or(Yen{});
        }
    }
    return std::nullopt;
}

} // namespace

StorageResult<bool> moveOperation(ShopContext &context, const Move &move, const QString &source,
                                  const std::optional<SeenPayment> &seen)
{
    const auto operation = context.journal.byId(move.id);
    if (!operation) {
        return failure(operation.error());
    }
    const auto payment = context.payments.byId(operation->paymentId);
    if (!payment) {
        return failure(payment.error());
    }
    const auto moved = moveStep(context, move, payment->id, source, seen);
    if (moved && *moved) {
        emit context.notifier.paymentChanged(payment->id, payment->orderId);
    }
    return moved;
}

StorageResult<bool> moveStep(ShopContext &context, const Move &move, PaymentId payment, const QString &source,
                             const std::optional<SeenPayment> &seen, const std::optional<Evidence> &answer)
{
    auto transaction = Transaction::beginOrJoin(context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const QDateTime now = context.clock.nowUtc();
    Evidence evidence;
    evidence.operationId = move.id;
    evidence.source = source;
    const auto moved = context.journal.move(move, evidence, now, answer);
    if (!moved || !*moved) {
        return moved;
    }
    if (seen) {
        const auto stored = context.payments.storeSnapshot(payment, seen->snapshot, now, seen->details);
        if (!stored) {
            return failure(stored.error());
        }
    }
    const auto watched = move.reason == EndReason::NoEffect ? context.watch.start(payment, move.id, now)
                                                            : StorageResult<Nothing>(Nothing{});
    if (!watched) {
        return failure(watched.error());
    }
    const auto committed = transaction->commit();
    return committed ? StorageResult<bool>(true) : failure(committed.error());
}

StorageResult<Nothing> storeSeen(ShopContext &context, PaymentId id, const SeenPayment &seen)
{
    const auto stored =
        context.payments.storeSnapshot(id, seen.snapshot, context.clock.nowUtc(), seen.details);
    if (!stored) {
        return stored;
    }
    const auto payment = context.payments.byId(id);
    if (!payment) {
        return failure(payment.error());
    }
    emit context.notifier.paymentChanged(id, payment->orderId);
    return Nothing{};
}

SeenPayment seenIn(const InquiryAnswer &answer)
{
    return {answer.snapshot,
            PaymentRepository::ReadDetails{answer.methodCode, answer.payTimes, answer.forward,
                                           answer.maskedCardNumber, answer.facts, answer.numbers}};
}

Evidence readEvidence(const Operation &operation, const InquiryAnswer &answer, const QDateTime &at)
{
    Evidence evidence = evidenceOf(operation, answer.record, at);
    evidence.source = u"READ"_s;
    evidence.classCode = classOf(answer.outcome);
    const bool isRead = answer.outcome == InquiryAnswer::Outcome::Read;
    evidence.fields = isRead ? fieldsOf(answer.snapshot, answer.record.gatewayDate) : fieldsOf(answer.record);
    return evidence;
}

Evidence answerEvidence(const Operation &operation, const MutationAnswer &answer, const QDateTime &at)
{
    Evidence evidence = evidenceOf(operation, answer.record, at);
    evidence.source = answer.answerClass == AnswerClass::Unsent ? u"SEND"_s : u"ANSWER"_s;
    evidence.classCode = codeOf(answer.answerClass);
    evidence.fields = fieldsOf(answer.record);
    return evidence;
}

QString snapshotFields(const Snapshot &snapshot)
{
    return fieldsOf(snapshot, std::nullopt);
}

std::optional<Snapshot> snapshotFromFields(const QString &fields)
{
    const QJsonObject object = QJsonDocument::fromJson(fields.toUtf8()).object();
    const auto amount = yenFromDigits(object.value(u"Amount"_s).toString());
    const auto tax = yenFromDigits(object.value(u"Tax"_s).toString());
    const QString status = object.value(u"Status"_s).toString();
    if (!amount || !tax || status.isEmpty()) {
        return std::nullopt;
    }
    return Snapshot{status,
                    *amount,
                    *tax,
                    object.value(u"ProcessDate"_s).toString(),
                    object.value(u"TranID"_s).toString(),
                    object.value(u"Approve"_s).toString(),
                    cancelledAmountIn(object)};
}

QString keptCode(const QString &code)
{
    static const QRegularExpression shape(u"\\A[A-Z0-9]{3,9}\\z"_s);
    return code.isEmpty() || shape.match(code).hasMatch() ? code : u"?"_s;
}

QString joinedCodes(const QList<GatewayError> &errors)
{
    QStringList codes;
    for (const GatewayError &error : errors) {
        codes.append(keptCode(error.info));
    }
    return codes.join(u'|');
}

} // namespace kessai
