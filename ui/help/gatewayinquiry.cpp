#include "ui/help/gatewayinquiry.h"

#include "core/domain/methodrules.h"
#include "core/gmo/errortable.h"
#include "ui/help/programfacts.h"
#include "ui/models/codewords.h"
#include "ui/text/formats.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// AlterTran SALES; SearchTrade of what was only read.
QString callOf(const Payment &payment, const Operation &operation, const Evidence &row)
{
    const bool card = payment.method == PaymentMethod::Card;
    if (row.source == "READ"_L1) {
        return card ? u"SearchTrade"_s : u"SearchTradeMulti"_s;
    }
    for (const MethodRule &rule : methodRules()) {
        if (rule.method == ruledAs(payment.method) && rule.kind == operation.kind) {
            return (nameOf(rule.call) + u' ' + operation.jobCd).trimmed();
        }
    }
    return operation.jobCd;
}

/// Takes over the row where it is a later error than the one that is known.
void takeRow(GatewayInquiry &inquiry, const Payment &payment, const Operation &operation, const Evidence &row)
{
    if (row.errInfo.isEmpty() || (inquiry.at.isValid() && row.at < inquiry.at)) {
        return;
    }
    inquiry.at = row.at;
    inquiry.gatewayOrderId = payment.gatewayOrderId;
    inquiry.method = labelOf(payment.method);
    inquiry.call = callOf(payment, operation, row);
    inquiry.codes = gatewayCodes(row.errInfo);
}

StorageResult<Nothing> takePayment(GatewayInquiry &inquiry, ShopContext &context, const Payment &payment,
                                   const InquiryAbout &about)
{
    if (inquiry.gatewayOrderId.isEmpty()) {
        inquiry.gatewayOrderId = payment.gatewayOrderId;
        inquiry.method = labelOf(payment.method);
    }
    const auto operations = context.journal.ofPayment(payment.id);
    if (!operations) {
        return failure(operations.error());
    }
    for (const Operation &operation : *operations) {
        if (about.operation && *about.operation != operation.id) {
            continue;
        }
        const auto rows = context.journal.evidenceOf(operation.id);
        if (!rows) {
            return failure(rows.error());
        }
        for (const Evidence &row : *rows) {
            takeRow(inquiry, payment, operation, row);
        }
    }
    return Nothing{};
}

} // namespace

StorageResult<GatewayInquiry> gatewayInquiry(Shop &shop, const InquiryAbout &about)
{
    ShopContext &context = shop.context();
    GatewayInquiry inquiry;
    inquiry.shopId = shop.settings().shopId();
    inquiry.link = shop.settings().supportContact().gatewayLink;
    if (about.order.value != 0) {
        const auto heading = context.orders.headingOf(about.order);
        const auto payments = context.payments.ofOrder(about.order);
        if (!heading || !payments) {
            return failure(heading ? payments.error() : heading.error());
        }
        inquiry.orderNumber = heading->orderNumber;
        for (const Payment &payment : *payments) {
            const auto taken = takePayment(inquiry, context, payment, about);
            if (!taken) {
                return failure(taken.error());
            }
        }
    }
    if (inquiry.codes.isEmpty()) {
        inquiry.codes = about.codes;
        inquiry.at = about.at;
    }
    return inquiry;
}

QString GatewayInquiry::text() const
{
    const auto line = [](const QString &caption, const QString &value) {
        return value.isEmpty() ? QString() : tr("%1: %2").arg(caption, value);
    };
    QStringList lines{
        line(tr("日時（日本時間）"), at.isValid() ? Formats::second(at) : QString()),
        line(tr("ショップID"), shopId),
        line(tr("決済オーダーID"), gatewayOrderId),
        line(tr("注文番号"), orderNumber),
        line(tr("支払方法"), method),
        line(tr("呼び出し"), call),
    };
    for (const QString &code : codes) {
        lines.append(line(tr("エラーコード"), tr("%1（%2）").arg(code, gatewayCodeMeaning(code))));
    }
    lines.append(line(tr("送信したアプリ"), ProgramWords::program()));
    lines.removeAll({});
    return lines.join(u'\n');
}

QStringList gatewayCodesIn(const QString &sentence)
{
    static const QRegularExpression word(
        u"(?<![0-9A-Za-z])(?=[0-9A-Z]*[0-9]{4})[0-9A-Z]{9}(?![0-9A-Za-z])"_s);
    QStringList codes;
    auto found = word.globalMatch(sentence);
    while (found.hasNext()) {
        const QString code = found.next().captured();
        if (!ErrorTable::embedded().meaningOf(code).catchAll && !codes.contains(code)) {
            codes.append(code);
        }
    }
    return codes;
}

} // namespace kessai
