#include "core/storage/storedvalues.h"

#include "core/base/japantime.h"

#include <array>

namespace kessai::stored {

using namespace Qt::StringLiterals;

namespace {

struct MethodCode
{
    PaymentMethod method;
    const char *code;
};

constexpr std::array methodCodes{
    MethodCode{PaymentMethod::Card, "CARD"},
    MethodCode{PaymentMethod::ConvenienceStore, "CVS"},
    MethodCode{PaymentMethod::PayEasyAtm, "PAYEASY_ATM"},
    MethodCode{PaymentMethod::PayEasyNet, "PAYEASY_NET"},
    MethodCode{PaymentMethod::Au, "AU"},
    MethodCode{PaymentMethod::Docomo, "DOCOMO"},
    MethodCode{PaymentMethod::SoftBank, "SOFTBANK"},
    MethodCode{PaymentMethod::Rakuten, "RAKUTEN"},
    MethodCode{PaymentMethod::Other, "OTHER"},
};

} // namespace

QVariant of(const std::optional<QDateTime> &instant)
{
    return instant ? QVariant(japantime::toStoredText(*instant)) : QVariant();
}

QVariant of(const std::optional<QDate> &day)
{
    return day ? QVariant(day->toString(Qt::ISODate)) : QVariant();
}

QVariant of(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QVariant of(const std::optional<Yen> &amount)
{
    return amount ? QVariant(amount->value) : QVariant();
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString instant(const QDateTime &instant)
{
    return japantime::toStoredText(instant);
}

std::optional<QDate> dayFrom(const QVariant &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString codeOf(PaymentMethod method)
{
    for (const MethodCode &entry : methodCodes) {
        if (entry.method == method) {
            return QString::fromLatin1(entry.code);
        }
    }
    return u"OTHER"_s;
}

PaymentMethod methodFromCode(const QString &code)
{
    for (const MethodCode &entry : methodCodes) {
        if (code == QLatin1StringView(entry.code)) {
            return entry.method;
        }
    }
    return PaymentMethod::Other;
}

} // namespace kessai::stored
