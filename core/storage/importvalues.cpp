#include "core/storage/importvalues.h"

#include "core/base/japantime.h"
#include "core/storage/importfields.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai::importfields {

using namespace Qt::StringLiterals;

namespace {

/// Puts values one after the other into a JSON array.
class Writer
{
public:
    void operator()(QString &text) { m_values.append(text); }
    void operator()(qint64 &number) { m_values.append(number); }
    qsizetype count(qsizetype size)
    {
        m_values.append(qint64(size));
        return size;
    }
    [[nodiscard]] QString text() const
    {
        return QString::fromUtf8(QJsonDocument(m_values).toJson(QJsonDocument::Compact));
    }

private:
    QJsonArray m_values;
};

/// Takes them out again in the same order.
class Reader
{
public:
    explicit Reader(const QString &text) : m_values(QJsonDocument::fromJson(text.toUtf8()).array()) {}

    void operator()(QString &text)
    {
        m_good = m_good && m_values.at(m_next).isString();
        text = m_values.at(m_next++).toString();
    }
    void operator()(qint64 &number)
    {
        m_good = m_good && m_values.at(m_next).isDouble();
        number = m_values.at(m_next++).toInteger();
    }
    /// Never more than there can be values.
    qsizetype count(qsizetype)
    {
        qint64 size = 0;
        (*this)(size);
        m_good = m_good && size >= 0 && size <= m_values.size();
        return m_good ? qsizetype(size) : 0;
    }
    /// All were there, and no more.
    [[nodiscard]] bool good() const { return m_good && m_next == m_values.size(); }

private:
    QJsonArray m_values;
    qsizetype m_next = 0;
    bool m_good = true;
};

// Each of these writes a value with a Writer, and reads the same with a Reader.

template <typename Archive>
void pass(Archive &archive, Yen &amount)
{
    archive(amount.value);
}

template <typename Archive, typename Enum>
requires std::is_enum_v<Enum>
void pass(Archive &archive, Enum &value)
{
    qint64 number = qint64(value);
    archive(number);
    value = Enum(number);
}

template <typename Archive>
void pass(Archive &archive, int &number)
{
    qint64 wide = number;
    archive(wide);
    number = int(wide);
}

template <typename Archive>
void pass(Archive &archive, std::optional<QDateTime> &instant)
{
    QString text = instant ? japantime::toStoredText(*instant) : QString();
    archive(text);
    instant = japantime::fromStoredText(text);
}

template <typename Archive>
void pass(Archive &archive, std::optional<QDate> &day)
{
    QString text = day ? day->toString(Qt::ISODate) : QString();
    archive(text);
    day = stored::dayFrom(text);
}

template <typename Archive>
void pass(Archive &archive, Addressee &person)
{
    for (QString *text :
         {&person.familyName, &person.givenName, &person.familyKana, &person.givenKana, &person.companyName,
          &person.postalCode, &person.prefecture, &person.address1, &person.address2, &person.phoneNumber}) {
        archive(*text);
    }
}

template <typename Archive>
void pass(Archive &archive, OrderItem &item)
{
    for (QString *text : {&item.shopItemId, &item.productName, &item.productCode, &item.className1,
                          &item.className2, &item.classCategoryName1, &item.classCategoryName2}) {
        archive(*text);
    }
    pass(archive, item.type);
    pass(archive, item.price);
    archive(item.quantity);
    pass(archive, item.taxRatePercent);
    pass(archive, item.taxType);
    pass(archive, item.taxDisplay);
    pass(archive, item.rounding);
}

template <typename Archive>
void passLines(Archive &archive, Order &order)
{
    order.items.resize(archive.count(order.items.size()));
    for (OrderItem &item : order.items) {
        pass(archive, item);
    }
    OrderTotals &totals = order.totals;
    for (Yen *yen : {&totals.subtotal, &totals.discount, &totals.deliveryFee, &totals.charge, &totals.tax,
                     &totals.total, &totals.payableTotal}) {
        pass(archive, *yen);
    }
    archive(totals.usedPoints);
    archive(totals.addedPoints);
}

/// Each parcel by its 出荷ID, with what `passOne` says of it.
template <typename Archive, typename PassOne>
void passParcels(Archive &archive, Order &order, PassOne passOne)
{
    order.shipments.resize(archive.count(order.shipments.size()));
    for (Shipment &parcel : order.shipments) {
        archive(parcel.shopShipmentId);
        passOne(parcel);
    }
}

template <typename Archive>
void passMethod(Archive &archive, Order &order)
{
    QString code = stored::codeOf(order.method);
    archive(code);
    order.method = stored::methodFromCode(code);
    archive(order.methodName);
}

template <typename Archive>
void passParcelTexts(Archive &archive, Shipment &parcel)
{
    pass(archive, parcel.recipient);
    archive(parcel.deliveryName);
    archive(parcel.deliveryTime);
    pass(archive, parcel.deliveryDate);
    archive(parcel.note);
}

template <typename Archive>
using PassField = void (*)(Archive &archive, Order &order);

/// In the order of all().
template <typename Archive>
constexpr PassField<Archive> Fields[] = {
    [](Archive &archive, Order &order) { archive(order.orderNumber); },
    [](Archive &archive, Order &order) { archive(order.shopCustomerId); },
    [](Archive &archive, Order &order) { pass(archive, order.customer); },
    [](Archive &archive, Order &order) { archive(order.mailAddress); },
    [](Archive &archive, Order &order) { archive(order.message); },
    [](Archive &archive, Order &order) { archive(order.note); },
    [](Archive &archive, Order &order) { pass(archive, order.status); },
    passMethod<Archive>,
    [](Archive &archive, Order &order) { pass(archive, order.orderedAt); },
    [](Archive &archive, Order &order) { pass(archive, order.paidAt); },
    passLines<Archive>,
    [](Archive &archive, Order &order) {
        passParcels(archive, order, [&](Shipment &parcel) { passParcelTexts(archive, parcel); });
    },
    [](Archive &archive, Order &order) {
        passParcels(archive, order, [&](Shipment &parcel) { archive(parcel.trackingNumber); });
    },
    [](Archive &archive, Order &order) {
        passParcels(archive, order, [&](Shipment &parcel) { pass(archive, parcel.shippedAt); });
    },
};

} // namespace

QString valueText(const Order &order, qsizetype place)
{
    Order copy = order; // shared; the value is only read
    Writer writer;
    Fields<Writer>[place](writer, copy);
    return writer.text();
}

bool takeValue(Order &order, qsizetype place, const QString &text)
{
    Order value;
    Reader reader(text);
    Fields<Reader>[place](reader, value);
    if (!reader.good()) {
        return false;
    }
    if (order.shipments.isEmpty() && !value.shipments.isEmpty()) {
        order.shipments = value.shipments;
    } else {
        take(order, value, place);
    }
    return true;
}

} // namespace kessai::importfields
