#include "core/storage/filterjson.h"

#include "core/base/japantime.h"
#include "core/storage/filterfields.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace filterfields;

namespace {

constexpr qsizetype BytesMaximum = 64 * 1024;
constexpr qsizetype TextMaximum = 1'000;
constexpr qsizetype ListMaximum = 100;
/// As many digits as an amount can be typed with.
constexpr Yen AmountMaximum{999'999'999'999};

QString textOf(const DayOrTime &moment)
{
    const QString day = moment.day.toString(Qt::ISODate);
    return moment.time ? day + u'T' + moment.time->toString(u"HH:mm"_s) : day;
}

template <typename Enum>
void insertNumbers(QJsonObject &object, const QString &name, const QList<Enum> &values)
{
    QJsonArray array;
    for (const Enum value : values) {
        array.append(int(value));
    }
    if (!array.isEmpty()) {
        object.insert(name, array);
    }
}

/// Takes names out of an object that may come from anybody; what is left over or does not fit spoils it.
class Reader
{
public:
    explicit Reader(QJsonObject object) : m_object(std::move(object)) {}

    void readText(const Text &text, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(text.name);
        if (value.isUndefined()) {
            return;
        }
        filter.*text.member = value.toString();
        m_fits = m_fits && value.isString() && (filter.*text.member).size() <= TextMaximum;
    }

    void readFlag(const FilterFlag &flag, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(flag.name);
        if (!value.isUndefined()) {
            filter.*flag.member = value.toBool();
            m_fits = m_fits && value.isBool();
        }
    }

    void readDay(const Day &day, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(day.name);
        if (value.isUndefined()) {
            return;
        }
        const QString text = value.toString();
        const QDate read = QDate::fromString(text, Qt::ISODate);
        filter.*day.member = read;
        m_fits = m_fits && read.isValid() && text.size() == 10;
    }

    void readMoment(const Moment &moment, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(moment.name);
        if (value.isUndefined()) {
            return;
        }
        const QString text = value.toString();
        DayOrTime read(QDate::fromString(text.left(10), Qt::ISODate));
        if (text.size() > 10) {
            read.time = QTime::fromString(text.mid(10), u"'T'HH:mm"_s);
        }
        filter.*moment.member = read;
        m_fits = m_fits && read.day.isValid() && (!read.time || read.time->isValid()) && textOf(read) == text;
    }

    void readAmount(const Amount &amount, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(amount.name);
        if (value.isUndefined()) {
            return;
        }
        const Yen read{value.toInteger(-1)}; // also for fractions and what is no number
        filter.*amount.member = read;
        m_fits = m_fits && read >= Yen{0} && read <= AmountMaximum;
    }

    void readDistance(const Distance &distance, OrderFilter &filter)
    {
        const QJsonValue value = m_object.take(distance.name);
        if (value.isUndefined()) {
            return;
        }
        const int read = value.toInt(distance.maximum + 1); // also for fractions and what is no number
        filter.*distance.member = read;
        m_fits = m_fits && qAbs(qint64(read)) <= distance.maximum;
    }

    void readInstant(const QString &name, std::optional<QDateTime> &instant)
    {
        const QJsonValue value = m_object.take(name);
        if (value.isUndefined()) {
            return;
        }
        instant = value.toString().size() <= 32 ? japantime::fromStoredText(value.toString()) : std::nullopt;
        m_fits = m_fits && instant;
    }

    template <typename T, typename Read>
    void readList(const QString &name, QList<T> &list, Read read)
    {
        const QJsonValue value = m_object.take(name);
        if (value.isUndefined()) {
            return;
        }
        const QJsonArray array = value.toArray();
        m_fits = m_fits && value.isArray() && array.size() <= ListMaximum;
        for (qsizetype at = 0; m_fits && at < array.size(); ++at) {
            const std::optional<T> item = read(array.at(at));
            m_fits = item.has_value();
            if (item && !list.contains(*item)) {
                list.append(*item);
            }
        }
    }

    [[nodiscard]] bool fits() const { return m_fits && m_object.isEmpty(); }

private:
    QJsonObject m_object;
    bool m_fits = true;
};

std::optional<QString> textFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    return !text.isEmpty() && text.size() <= TextMaximum ? std::optional(text) : std::nullopt;
}

std::optional<PaymentMethod> methodFrom(const QJsonValue &value)
{
    const PaymentMethod method = stored::methodFromCode(value.toString());
    return stored::codeOf(method) == value.toString() ? std::optional(method) : std::nullopt;
}

} // namespace

QByteArray jsonOf(const OrderFilter &filter)
{
    QJsonObject object;
    for (const Text &text : texts()) {
        if (!(filter.*text.member).isEmpty()) {
            object.insert(text.name, filter.*text.member);
        }
    }
    insertNumbers(object, u"orderStatuses"_s, filter.orderStatuses);
    insertNumbers(object, u"paymentStatuses"_s, filter.paymentStatuses);
    QJsonArray methods;
    for (const PaymentMethod method : filter.methods) {
        methods.append(stored::codeOf(method));
    }
    if (!methods.isEmpty()) {
        object.insert(u"methods"_s, methods);
    }
    for (const TextList &list : textLists()) {
        if (!(filter.*list.member).isEmpty()) {
            object.insert(list.name, QJsonArray::fromStringList(filter.*list.member));
        }
    }
    for (const Moment &moment : moments()) {
        if (filter.*moment.member) {
            object.insert(moment.name, textOf(*(filter.*moment.member)));
        }
    }
    for (const Amount &amount : amounts()) {
        if (filter.*amount.member) {
            object.insert(amount.name, (filter.*amount.member)->value);
        }
    }
    for (const Day &day : days()) {
        const bool counted = day.counted && filter.*day.counted;
        if (filter.*day.member && !counted) {
            object.insert(day.name, (filter.*day.member)->toString(Qt::ISODate));
        }
    }
    if (filter.stuckBefore && !filter.stuckMinutes) {
        object.insert(u"stuckBefore"_s, stored::instant(*filter.stuckBefore));
    }
    for (const Distance &distance : distances()) {
        if (filter.*distance.member) {
            object.insert(distance.name, *(filter.*distance.member));
        }
    }
    for (const FilterFlag &flag : filterFlags()) {
        if (filter.*flag.member) {
            object.insert(flag.name, true);
        }
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OrderFilter> filterFromJson(const QByteArray &json, const QDateTime &now)
{
    if (json.size() > BytesMaximum) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return std::nullopt;
    }
    OrderFilter filter;
    Reader reader(document.object());
    for (const Text &text : texts()) {
        reader.readText(text, filter);
    }
    for (const TextList &list : textLists()) {
        reader.readList(list.name, filter.*list.member, textFrom);
    }
    for (const Moment &moment : moments()) {
        reader.readMoment(moment, filter);
    }
    for (const Amount &amount : amounts()) {
        reader.readAmount(amount, filter);
    }
    for (const Day &day : days()) {
        reader.readDay(day, filter);
    }
    for (const Distance &distance : distances()) {
        reader.readDistance(distance, filter);
    }
    for (const FilterFlag &flag : filterFlags()) {
        reader.readFlag(flag, filter);
    }
    reader.readInstant(u"stuckBefore"_s, filter.stuckBefore);
    reader.readList(u"orderStatuses"_s, filter.orderStatuses,
                    [](const QJsonValue &value) { return orderStatusFromId(value.toInt(-1)); });
    reader.readList(u"paymentStatuses"_s, filter.paymentStatuses,
                    [](const QJsonValue &value) { return paymentStatusFromCode(value.toInt(-1)); });
    reader.readList(u"methods"_s, filter.methods, methodFrom);
    return reader.fits() ? std::optional(askedAt(filter, now)) : std::nullopt;
}

} // namespace kessai
