#include "core/domain/orderfieldtable.h"

#include "core/base/japantime.h"
#include "core/domain/orderlinewords.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString shownText(const QString &text)
{
    return text;
}

QString shownText(const std::optional<QDateTime> &instant)
{
    return instant ? japantime::fromInstant(*instant).toString(u"yyyy/MM/dd HH:mm:ss"_s) : QString();
}

QString shownText(const std::optional<QDate> &day)
{
    return day ? day->toString(u"yyyy/MM/dd"_s) : QString();
}

/// The labels of the core are translated in ui/text/words.
QString shownText(OrderStatus status)
{
    return QCoreApplication::translate("Words", labelOf(status).toUtf8().constData());
}

/// A person's halves and an address's parts as one text.
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// 123-4567 of seven digits, else as it is.
QString postalCodeText(const QString &code)
{
    constexpr qsizetype Digits = 7;
    return code.size() == Digits ? code.first(3) + u'-' + code.sliced(3) : code;
}

QString addressText(const Addressee &person)
{
    return joined({postalCodeText(person.postalCode), person.prefecture + person.address1 + person.address2});
}

QString parcelText(const Shipment &parcel)
{
    return joined({parcel.shopShipmentId, parcel.recipient.fullName(), addressText(parcel.recipient),
                   parcel.recipient.phoneNumber, parcel.deliveryName, shownText(parcel.deliveryDate),
                   parcel.deliveryTime, parcel.trackingNumber, shownText(parcel.shippedAt), parcel.note});
}

QString shownText(const QList<Shipment> &parcels)
{
    QStringList lines;
    lines.reserve(parcels.size());
    for (const Shipment &parcel : parcels) {
        lines.append(parcelText(parcel));
    }
    return lines.join(u'\n');
}

const Shipment &parcelOf(const Order &order, int parcel)
{
    static const Shipment none;
    return parcel >= 0 && parcel < order.shipments.size() ? order.shipments.at(parcel) : none;
}

const Addressee &personOf(const Order &order, int parcel)
{
    return parcel < 0 ? order.customer : parcelOf(order, parcel).recipient;
}

/// A member of Order.
template <auto Member>
FieldRow own(OrderField field, const char *label, bool editable)
{
    return {field,
            label,
            false,
            editable,
            [](const Order &one, const Order &other, int) { return one.*Member == other.*Member; },
            [](Order &to, const Order &from, int) { to.*Member = from.*Member; },
            [](const Order &order, int) { return shownText(order.*Member); }};
}

/// A member of Shipment.
template <auto Member>
FieldRow ofParcel(OrderField field, const char *label)
{
    return {field,
            label,
            true,
            true,
            [](const Order &one, const Order &other, int parcel) {
                return parcelOf(one, parcel).*Member == parcelOf(other, parcel).*Member;
            },
            [](Order &to, const Order &from, int parcel) {
                if (parcel < to.shipments.size()) {
                    to.shipments[parcel].*Member = parcelOf(from, parcel).*Member;
                }
            },
            [](const Order &order, int parcel) { return shownText(parcelOf(order, parcel).*Member); }};
}

/// Members of the buyer's Addressee, or of each recipient's.
template <auto... Members>
FieldRow ofPerson(OrderField field, const char *label, bool ofParcel, QString (*shown)(const Order &, int))
{
    return {field,
            label,
            ofParcel,
            true,
            [](const Order &one, const Order &other, int parcel) {
                const Addressee &left = personOf(one, parcel);
                const Addressee &right = personOf(other, parcel);
                return ((left.*Members == right.*Members) && ...);
            },
            [](Order &to, const Order &from, int parcel) {
                if (parcel < to.shipments.size()) {
                    Addressee &person = parcel < 0 ? to.customer : to.shipments[parcel].recipient;
                    ((person.*Members = personOf(from, parcel).*Members), ...);
                }
            },
            shown};
}

QList<FieldRow> personRows(bool ofParcel)
{
    using A = Addressee;
    using F = OrderField;
    return {
        ofPerson<&A::familyName, &A::givenName>(
            ofParcel ? F::RecipientName : F::Name, QT_TRANSLATE_NOOP("Sentence", "お名前"), ofParcel,
            [](const Order &order, int parcel) { return personOf(order, parcel).fullName(); }),
        ofPerson<&A::familyKana, &A::givenKana>(ofParcel ? F::RecipientKana : F::Kana,
                                                QT_TRANSLATE_NOOP("Sentence", "お名前（カナ）"), ofParcel,
                                                [](const Order &order, int parcel) {
                                                    const Addressee &person = personOf(order, parcel);
                                                    return joined({person.familyKana, person.givenKana});
                                                }),
        ofPerson<&A::companyName>(
            ofParcel ? F::RecipientCompanyName : F::CompanyName, QT_TRANSLATE_NOOP("Sentence", "会社名"),
            ofParcel, [](const Order &order, int parcel) { return personOf(order, parcel).companyName; }),
        ofPerson<&A::postalCode, &A::prefecture, &A::address1, &A::address2>(
            ofParcel ? F::RecipientAddress : F::Address, QT_TRANSLATE_NOOP("Sentence", "住所"), ofParcel,
            [](const Order &order, int parcel) { return addressText(personOf(order, parcel)); }),
        ofPerson<&A::phoneNumber>(
            ofParcel ? F::RecipientPhoneNumber : F::PhoneNumber, QT_TRANSLATE_NOOP("Sentence", "電話番号"),
            ofParcel, [](const Order &order, int parcel) { return personOf(order, parcel).phoneNumber; }),
    };
}

FieldRow methodRow()
{
    return {OrderField::Method,
            QT_TRANSLATE_NOOP("Sentence", "支払方法"),
            false,
            false,
            [](const Order &one, const Order &other, int) {
                return one.method == other.method && one.methodName == other.methodName;
            },
            [](Order &to, const Order &from, int) {
                to.method = from.method;
                to.methodName = from.methodName;
            },
            [](const Order &order, int) { return order.methodName; }};
}

FieldRow linesRow()
{
    return {OrderField::Lines,
            QT_TRANSLATE_NOOP("Sentence", "明細と金額"),
            false,
            true,
            [](const Order &one, const Order &other, int) {
                return one.items == other.items && one.totals == other.totals;
            },
            [](Order &to, const Order &from, int) {
                to.items = from.items;
                to.totals = from.totals;
            },
            [](const Order &order, int) { return linesInWords(order).join(u'\n'); }};
}

QList<FieldRow> ownRows()
{
    using F = OrderField;
    return {own<&Order::orderNumber>(F::OrderNumber, QT_TRANSLATE_NOOP("Sentence", "注文番号"), false),
            own<&Order::shopCustomerId>(F::ShopCustomerId, QT_TRANSLATE_NOOP("Sentence", "会員ID"), false),
            own<&Order::status>(F::Status, QT_TRANSLATE_NOOP("Sentence", "対応状況"), false),
            methodRow(),
            own<&Order::orderedAt>(F::OrderedAt, QT_TRANSLATE_NOOP("Sentence", "受注日時"), false),
            own<&Order::paidAt>(F::PaidAt, QT_TRANSLATE_NOOP("Sentence", "入金日"), true)};
}

} // namespace

const QList<FieldRow> &fieldRows()
{
    using F = OrderField;
    static const QList<FieldRow> rows =
        ownRows() + personRows(false) +
        QList<FieldRow>{
            own<&Order::mailAddress>(F::MailAddress, QT_TRANSLATE_NOOP("Sentence", "メールアドレス"), true),
            own<&Order::message>(F::Message, QT_TRANSLATE_NOOP("Sentence", "要望等"), true),
            own<&Order::note>(F::Note, QT_TRANSLATE_NOOP("Sentence", "ショップ用メモ欄"), true), linesRow(),
            own<&Order::shipments>(F::Parcels, QT_TRANSLATE_NOOP("Sentence", "配送先"), true)} +
        personRows(true) +
        QList<FieldRow>{
            ofParcel<&Shipment::deliveryName>(F::DeliveryName, QT_TRANSLATE_NOOP("Sentence", "配送業者")),
            ofParcel<&Shipment::deliveryDate>(F::DeliveryDate, QT_TRANSLATE_NOOP("Sentence", "お届け希望日")),
            ofParcel<&Shipment::deliveryTime>(F::DeliveryTime, QT_TRANSLATE_NOOP("Sentence", "お届け時間")),
            ofParcel<&Shipment::note>(F::ParcelNote, QT_TRANSLATE_NOOP("Sentence", "配達用メモ")),
            ofParcel<&Shipment::trackingNumber>(F::TrackingNumber,
                                                QT_TRANSLATE_NOOP("Sentence", "お問い合わせ番号")),
            ofParcel<&Shipment::shippedAt>(F::ShippedAt, QT_TRANSLATE_NOOP("Sentence", "発送日"))};
    return rows;
}

} // namespace kessai
