#include "core/storage/importfields.h"

#include "core/base/japantime.h"
#include "core/storage/storedvalues.h"

#include <QSet>
#include <QtEndian>
#include <QVarLengthArray>

#include <sodium.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace kessai::importfields {

using namespace Qt::StringLiterals;

namespace {

/// Collects a value's parts so that other parts never look the same: each text stands behind its length.
class Content
{
public:
    void add(const QString &text)
    {
        add(text.size());
        m_bytes.append(reinterpret_cast<const char *>(text.constData()),
                       text.size() * qsizetype(sizeof(char16_t)));
    }
    void add(qint64 number)
    {
        const qint64 stored = qToLittleEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&stored), sizeof stored);
    }
    void add(const std::optional<QDateTime> &instant) { add(instant ? instant->toMSecsSinceEpoch() : none); }
    void add(const std::optional<QDate> &day) { add(day ? day->toJulianDay() : none); }
    void add(const Addressee &person)
    {
        for (const QString *text :
             {&person.familyName, &person.givenName, &person.familyKana, &person.givenKana,
              &person.companyName, &person.postalCode, &person.prefecture, &person.address1, &person.address2,
              &person.phoneNumber}) {
            add(*text);
        }
    }

    /// The stamp of what was added since the last one.
    Stamp takeStamp()
    {
        // SipHash; its key needs no secret, but has to stay.
        static constexpr unsigned char key[crypto_shorthash_KEYBYTES] = "kessai-desk";
        unsigned char hash[crypto_shorthash_BYTES];
        crypto_shorthash(hash, reinterpret_cast<const unsigned char *>(m_bytes.constData()),
                         static_cast<unsigned long long>(m_bytes.size()), key);
        m_bytes.clear();
        return qFromBigEndian<Stamp>(hash);
    }

private:
    static constexpr qint64 none = std::numeric_limits<qint64>::min();
    QVarLengthArray<char, 4096> m_bytes;
};

void addItem(Content &content, const OrderItem &item)
{
    for (const QString *text : {&item.shopItemId, &item.productName, &item.productCode, &item.className1,
                                &item.className2, &item.classCategoryName1, &item.classCategoryName2}) {
        content.add(*text);
    }
    for (const qint64 number :
         {qint64(item.type), qint64(item.price.value), qint64(item.quantity), qint64(item.taxRatePercent),
          qint64(item.taxType), qint64(item.taxDisplay), qint64(item.rounding)}) {
        content.add(number);
    }
}

void addLines(Content &content, const Order &order)
{
    content.add(order.items.size());
    for (const OrderItem &item : order.items) {
        addItem(content, item);
    }
    const OrderTotals &totals = order.totals;
    for (const Yen yen : {totals.subtotal, totals.discount, totals.deliveryFee, totals.charge, totals.tax,
                          totals.total, totals.payableTotal}) {
        content.add(yen.value);
    }
    content.add(totals.usedPoints);
    content.add(totals.addedPoints);
}

void addShipments(Content &content, const Order &order)
{
    content.add(order.shipments.size());
    for (const Shipment &shipment : order.shipments) {
        content.add(shipment.shopShipmentId);
        content.add(shipment.recipient);
        content.add(shipment.deliveryName);
        content.add(shipment.deliveryTime);
        content.add(shipment.deliveryDate);
        content.add(shipment.note);
    }
}

template <typename Member>
void addOfEachParcel(Content &content, const Order &order, Member Shipment::*member)
{
    content.add(order.shipments.size());
    for (const Shipment &shipment : order.shipments) {
        content.add(shipment.*member);
    }
}

/// The same parcel in the other order: by 出荷ID, without one by its place.
const Shipment *counterpart(const QList<Shipment> &others, const Shipment &shipment, qsizetype place)
{
    for (const Shipment &other : others) {
        if (!shipment.shopShipmentId.isEmpty() && other.shopShipmentId == shipment.shopShipmentId) {
            return &other;
        }
    }
    const bool byPlace = shipment.shopShipmentId.isEmpty() && place < others.size();
    return byPlace ? &others[place] : nullptr;
}

void takeShipments(Order &to, const Order &from)
{
    QList<Shipment> shipments = from.shipments;
    for (qsizetype i = 0; i < shipments.size(); ++i) {
        const Shipment *present = counterpart(to.shipments, shipments[i], i);
        shipments[i].trackingNumber = present ? present->trackingNumber : QString();
        shipments[i].shippedAt = present ? present->shippedAt : std::nullopt;
    }
    to.shipments = shipments;
}

/// Whether one with a 発送日 or an お問い合わせ番号 would be gone after takeShipments().
bool losesMarkedParcel(const Order &to, const Order &from)
{
    QSet<const Shipment *> staying;
    for (qsizetype i = 0; i < from.shipments.size(); ++i) {
        staying.insert(counterpart(to.shipments, from.shipments[i], i));
    }
    return std::any_of(to.shipments.begin(), to.shipments.end(), [&staying](const Shipment &parcel) {
        return (parcel.shippedAt || !parcel.trackingNumber.isEmpty()) && !staying.contains(&parcel);
    });
}

template <typename Member>
void takeOfEachParcel(Order &to, const Order &from, Member Shipment::*member)
{
    for (qsizetype i = 0; i < to.shipments.size(); ++i) {
        if (const Shipment *incoming = counterpart(from.shipments, to.shipments[i], i)) {
            to.shipments[i].*member = incoming->*member;
        }
    }
}

struct Field
{
    QString name;
    std::function<void(Content &, const Order &)> add;
    std::function<void(Order &, const Order &)> take;
};

template <typename Member>
Field plainField(const QString &name, Member Order::*member)
{
    return {name, [member](Content &content, const Order &order) { content.add(order.*member); },
            [member](Order &to, const Order &from) { to.*member = from.*member; }};
}

template <typename Member>
Field parcelField(const QString &name, Member Shipment::*member)
{
    return {name, [member](Content &content, const Order &order) { addOfEachParcel(content, order, member); },
            [member](Order &to, const Order &from) { takeOfEachParcel(to, from, member); }};
}

const QList<Field> &fields()
{
    // Parcels stand before their 発送日 and お問い合わせ番号, which hang on them.
    static const QList<Field> list{
        plainField(u"orderNumber"_s, &Order::orderNumber),
        plainField(u"shopCustomerId"_s, &Order::shopCustomerId),
        plainField(u"customer"_s, &Order::customer),
        plainField(u"mailAddress"_s, &Order::mailAddress),
        plainField(u"message"_s, &Order::message),
        plainField(u"note"_s, &Order::note),
        {u"status"_s, [](Content &content, const Order &order) { content.add(qint64(order.status)); },
         [](Order &to, const Order &from) { to.status = from.status; }},
        {u"method"_s,
         [](Content &content, const Order &order) {
             content.add(stored::codeOf(order.method));
             content.add(order.methodName);
         },
         [](Order &to, const Order &from) {
             to.method = from.method;
             to.methodName = from.methodName;
         }},
        plainField(u"orderedAt"_s, &Order::orderedAt),
        // By the day: an order that was set to 入金済み here and, minutes later, in the shop is no conflict.
        {u"paidAt"_s,
         [](Content &content, const Order &order) {
             content.add(order.paidAt ? std::optional(japantime::dayOf(*order.paidAt)) : std::nullopt);
         },
         [](Order &to, const Order &from) { to.paidAt = from.paidAt; }},
        {u"lines"_s, addLines,
         [](Order &to, const Order &from) {
             to.items = from.items;
             to.totals = from.totals;
         }},
        {u"shipments"_s, addShipments, takeShipments},
        parcelField(u"trackingNumber"_s, &Shipment::trackingNumber),
        parcelField(u"shippedAt"_s, &Shipment::shippedAt),
    };
    return list;
}

constexpr int digits = 16; // of a stamp as text

} // namespace

const QStringList &all()
{
    static const QStringList names = [] {
        QStringList list;
        for (const Field &field : fields()) {
            list.append(field.name);
        }
        return list;
    }();
    return names;
}

Stamp stampOf(const Order &order, qsizetype place)
{
    Content content;
    fields().at(place).add(content, order);
    return content.takeStamp();
}

Stamps stampsOf(const Order &order, const QList<qsizetype> &places)
{
    Content content;
    Stamps stamps(all().size());
    for (const qsizetype place : places) {
        fields().at(place).add(content, order);
        stamps[place] = content.takeStamp();
    }
    return stamps;
}

bool isStampOf(const Order &order, qsizetype place, Stamp stamp)
{
    if (stamp == stampOf(order, place)) {
        return true;
    }
    if (all().at(place) != u"paidAt"_s) {
        return false;
    }
    Content byInstant;
    byInstant.add(order.paidAt);
    return stamp == byInstant.takeStamp();
}

Stamp blankStampOf(const Order &order, qsizetype place)
{
    Order blank;
    if (all().at(place) != u"shipments"_s) {
        blank.shipments.resize(order.shipments.size());
    }
    return stampOf(blank, place);
}

bool isAsImported(const Order &order, qsizetype place, const Stamps &imported)
{
    return imported[place] ? isStampOf(order, place, *imported[place])
                           : stampOf(order, place) == blankStampOf(order, place);
}

bool losesParcelEdits(const Order &order, const Order &incoming, qsizetype place, const Stamps &imported)
{
    const auto isOurs = [&](const QString &field) {
        return !isAsImported(order, all().indexOf(field), imported);
    };
    return all().at(place) == u"shipments"_s && losesMarkedParcel(order, incoming) &&
           (isOurs(u"trackingNumber"_s) || isOurs(u"shippedAt"_s));
}

void take(Order &to, const Order &from, qsizetype place)
{
    fields().at(place).take(to, from);
}

QString toText(const Stamps &stamps)
{
    QString text(stamps.size() * digits, u'-');
    auto character = text.begin();
    for (const std::optional<Stamp> &stamp : stamps) {
        for (int shift = 4 * (digits - 1); stamp && shift >= 0; shift -= 4) {
            character[digits - 1 - shift / 4] = QChar(u"0123456789abcdef"[(*stamp >> shift) & 15]);
        }
        character += digits;
    }
    return text;
}

Stamps stampsFrom(const QString &text)
{
    Stamps stamps(all().size());
    for (qsizetype place = 0; place < stamps.size(); ++place) {
        bool isStamp = false;
        const Stamp stamp = QStringView(text).mid(place * digits, digits).toULongLong(&isStamp, 16);
        if (isStamp) {
            stamps[place] = stamp;
        }
    }
    return stamps;
}

} // namespace kessai::importfields
