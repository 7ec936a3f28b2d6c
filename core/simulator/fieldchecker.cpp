#include "core/simulator/fieldchecker.h"

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr Yen LargestTotal{9'999'999};

template <typename Allowed>
bool everyCharacter(const QString &text, Allowed allowed)
{
    return std::all_of(text.begin(), text.end(),
                       [&allowed](QChar character) { return allowed(character.unicode()); });
}

bool isAsciiDigit(char16_t character)
{
    return character >= u'0' && character <= u'9';
}

bool isHexDigit(char16_t character)
{
    return isAsciiDigit(character) || (character >= u'a' && character <= u'f');
}

bool isOrderIdCharacter(char16_t character)
{
    return isAsciiDigit(character) || (character >= u'a' && character <= u'z') ||
           (character >= u'A' && character <= u'Z') || character == u'-';
}

bool isPlainCharacter(char16_t character)
{
    return character >= 0x20 && character != 0x7f && character != u'&' && character != u'<' &&
           character != u'>' && character != u'"' && character != u'\'';
}

} // namespace

bool isDigits(const QString &text)
{
    return everyCharacter(text, isAsciiDigit);
}

bool isOrderId(const QString &text)
{
    return everyCharacter(text, isOrderIdCharacter);
}

bool isPlainText(const QString &text)
{
    return everyCharacter(text, isPlainCharacter);
}

FieldChecker::FieldChecker(const FormFields &fields) : m_fields(fields) {}

void FieldChecker::required(const QString &name, const QString &number)
{
    if (!m_fields.has(name)) {
        add(number + u"001"_s);
    }
}

void FieldChecker::orderId()
{
    const QString value = m_fields.value(u"OrderID"_s);
    required(u"OrderID"_s, u"E01040"_s);
    if (value.size() > 27) {
        add(u"E01040003"_s);
    }
    if (!isOrderId(value)) {
        add(u"E01040013"_s);
    }
}

void FieldChecker::handlePart(const QString &name, const QString &number)
{
    const QString value = m_fields.value(name);
    required(name, number);
    if (!value.isEmpty() && (value.size() != 32 || !everyCharacter(value, isHexDigit))) {
        add(number + u"008"_s);
    }
}

std::optional<CardStatus> FieldChecker::jobCd(const QList<CardStatus> &allowed)
{
    const QString word = m_fields.value(u"JobCd"_s);
    const auto status = cardStatusFromWord(word);
    if (status && allowed.contains(*status)) {
        return status;
    }
    if (word.isEmpty()) {
        add(u"E01050001"_s);
    } else if (word == "FORCERETURN"_L1) {
        add(u"E01030061"_s); // needs a contract that this shop does not have
    } else {
        const bool known = word == "CANCEL"_L1 || (status && *status != CardStatus::Unprocessed &&
                                                   *status != CardStatus::Authenticated);
        add(known ? u"E01050004"_s : u"E01050002"_s);
    }
    return std::nullopt;
}

std::optional<Yen> FieldChecker::number(const QString &name, const QString &number, int longest)
{
    const QString value = m_fields.value(name);
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (value.size() > longest) {
        add(number + u"005"_s);
    }
    if (!isDigits(value)) {
        add(number + u"006"_s);
    }
    return value.size() <= longest ? yenFromDigits(value) : std::nullopt;
}

std::optional<Yen> FieldChecker::amount(bool needed)
{
    if (needed) {
        required(u"Amount"_s, u"E01060"_s);
    }
    const auto amount = number(u"Amount"_s, u"E01060"_s, 8);
    if (needed && amount && amount->value == 0) {
        add(u"E01060011"_s);
    }
    return amount;
}

Yen FieldChecker::tax()
{
    return number(u"Tax"_s, u"E01070"_s, 7).value_or(Yen{});
}

void FieldChecker::total(std::optional<Yen> amount, Yen tax)
{
    if (amount && *amount + tax > LargestTotal) {
        add(u"E01490005"_s);
    }
}

void FieldChecker::methodAndPayTimes()
{
    const QString method = m_fields.value(u"Method"_s);
    const QString payTimes = m_fields.value(u"PayTimes"_s);
    required(u"Method"_s, u"E01260"_s);
    if (!method.isEmpty() && (method.size() != 1 || method < u"1"_s || method > u"5"_s)) {
        add(u"E01260002"_s);
    }
    if (method == "2"_L1 || method == "4"_L1) {
        required(u"PayTimes"_s, u"E01270"_s);
    }
    if (payTimes.size() > 3) {
        add(u"E01270005"_s);
    }
    if (!isDigits(payTimes)) {
        add(u"E01270006"_s);
    }
}

void FieldChecker::flag(const QString &name, const QString &errorInfo)
{
    const QString value = m_fields.value(name);
    if (!value.isEmpty() && value != "0"_L1 && value != "1"_L1) {
        add(errorInfo);
    }
}

void FieldChecker::itemCode()
{
    const QString value = m_fields.value(u"ItemCode"_s);
    if (!value.isEmpty() && (value.size() != 7 || !isDigits(value))) {
        add(u"E01450008"_s);
    }
}

void FieldChecker::clientFields()
{
    clientField(u"ClientField1"_s, u"E01320"_s);
    clientField(u"ClientField2"_s, u"E01330"_s);
    clientField(u"ClientField3"_s, u"E01340"_s);
}

void FieldChecker::clientField(const QString &name, const QString &number)
{
    const QString value = m_fields.value(name);
    if (windows31JSize(value) > 100) {
        add(number + u"012"_s);
    }
    if (!m_fields.readable(name) || !isPlainText(value)) {
        add(number + u"013"_s);
    }
}

} // namespace kessai::simulator
