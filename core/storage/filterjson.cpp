#include "core/storage/filterjson.h"

#include "core/base/japantime.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BytesMaximum = 64 * 1024;
constexpr qsizetype TextMaximum = 1'000;
constexpr qsizetype ListMaximum = 100;

struct Flag
{
    QString name;
    bool OrderFilter::*member;
};

const QList<Flag> &flags()
{
    static const QList<Flag> list{
        {u"difference"_s, &OrderFilter::onlyDifference},
        {u"unlinked"_s, &OrderFilter::onlyUnlinked},
        {u"neverRead"_s, &OrderFilter::onlyNeverRead},
        {u"ambiguous"_s, &OrderFilter::onlyAmbiguous},
        {u"inDoubt"_s, &OrderFilter::onlyInDoubt},
        {u"conflict"_s, &OrderFilter::onlyConflict},
        {u"importConflict"_s, &OrderFilter::onlyImportConflict},
        {u"cancelledWithOpenPayment"_s, &OrderFilter::onlyCancelledWithOpenPayment},
        {u"captureNeeded"_s, &OrderFilter::onlyCaptureNeeded},
        {u"withUnfinished"_s, &OrderFilter::withUnfinished},
        {u"gatewayMethods"_s, &OrderFilter::onlyGatewayMethods},
    };
    return list;
}

struct Day
{
    QString name;
    std::optional<QDate> OrderFilter::*member;
};

const QList<Day> &days()
{
    static const QList<Day> list{
        {u"orderedFrom"_s, &OrderFilter::orderedFrom},
        {u"orderedTo"_s, &OrderFilter::orderedTo},
        {u"captureByUntil"_s, &OrderFilter::captureByUntil},
    };
    return list;
}

struct Text
{
    QString name;
    QString OrderFilter::*member;
};

const QList<Text> &texts()
{
    static const QList<Text> list{
        {u"query"_s, &OrderFilter::query},
        {u"shopMethodName"_s, &OrderFilter::shopMethodName},
    };
    return list;
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

    void readFlag(const Flag &flag, OrderFilter &filter)
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
    for (const Day &day : days()) {
        if (filter.*day.member) {
            object.insert(day.name, (filter.*day.member)->toString(Qt::ISODate));
        }
    }
    if (filter.stuckBefore) {
        object.insert(u"stuckBefore"_s, stored::instant(*filter.stuckBefore));
    }
    for (const Flag &flag : flags()) {
        if (filter.*flag.member) {
            object.insert(flag.name, true);
        }
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OrderFilter> filterFromJson(const QByteArray &json)
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
    for (const Day &day : days()) {
        reader.readDay(day, filter);
    }
    for (const Flag &flag : flags()) {
        reader.readFlag(flag, filter);
    }
    reader.readInstant(u"stuckBefore"_s, filter.stuckBefore);
    reader.readList(u"orderStatuses"_s, filter.orderStatuses,
                    [](const QJsonValue &value) { return orderStatusFromId(value.toInt(-1)); });
    reader.readList(u"paymentStatuses"_s, filter.paymentStatuses,
                    [](const QJsonValue &value) { return paymentStatusFromCode(value.toInt(-1)); });
    reader.readList(u"methods"_s, filter.methods, methodFrom);
    return reader.fits() ? std::optional(filter) : std::nullopt;
}

} // namespace kessai
