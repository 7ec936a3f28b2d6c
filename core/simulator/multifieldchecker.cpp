#include "core/simulator/multifieldchecker.h"

#include <QRegularExpression>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

bool hasForm(const QString &text, TextForm form)
{
    static const QRegularExpression phone(u"\\A[0-9-]*\\z"_s);
    static const QRegularExpression hours(u"\\A[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]\\z"_s);
    static const QRegularExpression mail(u"\\A[!-~]+@[!-~]+\\z"_s);
    switch (form) {
    case TextForm::Plain:
        return isPlainText(text);
    case TextForm::Phone:
        return phone.match(text).hasMatch();
    case TextForm::Hours:
        return hours.match(text).hasMatch();
    case TextForm::Mail:
        return mail.match(text).hasMatch();
    }
    return false;
}

} // namespace

TextRule plainText(const QString &name, const QString &number, int longestBytes, bool isNeeded)
{
    return {.name = name,
            .number = number,
            .isNeeded = isNeeded,
            .longestBytes = longestBytes,
            .tooLong = u"012"_s,
            .malformed = u"013"_s};
}

bool MultiFieldChecker::shop(const GatewayContract &contract)
{
    const QString id = fields().value(u"ShopID"_s);
    const QString pass = fields().value(u"ShopPass"_s);
    const bool right = id == contract.shopId && pass == contract.shopPass;
    required(u"ShopID"_s, u"M01002"_s);
    if (id.size() > 13) {
        add(u"M01002008"_s);
    }
    required(u"ShopPass"_s, u"M01003"_s);
    if (pass.size() > 20) {
        add(u"M01003008"_s);
    }
    if (!right && !id.isEmpty() && !pass.isEmpty()) {
        add(u"M01002002"_s);
    }
    return right;
}

void MultiFieldChecker::handle()
{
    handlePart(u"AccessID"_s, u"M01007"_s);
    handlePart(u"AccessPass"_s, u"M01008"_s);
}

void MultiFieldChecker::orderId()
{
    const QString value = fields().value(u"OrderID"_s);
    required(u"OrderID"_s, u"M01004"_s);
    if (value.size() > 27) {
        add(u"M01004012"_s);
    }
    if (!isOrderId(value)) {
        add(u"M01004013"_s);
    }
}

std::optional<MultiStatus> MultiFieldChecker::jobCd()
{
    const QString word = fields().value(u"JobCd"_s);
    required(u"JobCd"_s, u"M01054"_s);
    const auto job = multiStatusFromWord(word);
    if (job == MultiStatus::Auth || job == MultiStatus::Capture) {
        return job;
    }
    if (!word.isEmpty()) {
        add(u"M01054010"_s);
    }
    return std::nullopt;
}

Yen MultiFieldChecker::yen(const QString &name, const QString &number, int longest, bool isNeeded)
{
    if (isNeeded) {
        required(name, number);
    }
    return FieldChecker::number(name, number, longest).value_or(Yen{});
}

void MultiFieldChecker::amountAndTax(PayType payType)
{
    const PayTypeLimits limits = limitsOf(payType);
    const qsizetype before = errors().size();
    const Yen amount = yen(u"Amount"_s, u"M01005"_s, limits.amountDigits, true);
    const Yen total = amount + yen(u"Tax"_s, u"M01006"_s, limits.taxDigits, false);
    if (errors().size() == before && (total < limits.smallest || limits.largest < total)) {
        add(u"M01005011"_s);
    }
}

void MultiFieldChecker::range(const QString &name, const QString &number, int longest, qint64 from, qint64 to)
{
    const auto value = FieldChecker::number(name, number, longest);
    if (value && (value->value < from || value->value > to)) {
        add(number + u"011"_s);
    }
}

void MultiFieldChecker::text(const TextRule &rule)
{
    const QString value = fields().value(rule.name);
    if (rule.isNeeded) {
        required(rule.name, rule.number);
    }
    if (value.isEmpty()) {
        return;
    }
    if (rule.longestBytes > 0 && windows31JSize(value) > rule.longestBytes) {
        add(rule.number + rule.tooLong);
    }
    if (!rule.malformed.isEmpty() && (!fields().readable(rule.name) || !hasForm(value, rule.form))) {
        add(rule.number + rule.malformed);
    }
}

void MultiFieldChecker::texts(const QList<TextRule> &rules)
{
    for (const TextRule &rule : rules) {
        text(rule);
    }
}

void MultiFieldChecker::clientFields()
{
    clientField(u"ClientField1"_s, u"M01039"_s);
    clientField(u"ClientField2"_s, u"M01040"_s);
    clientField(u"ClientField3"_s, u"M01041"_s);
    flag(u"ClientFieldFlag"_s, u"M01042011"_s);
}

} // namespace kessai::simulator
