#pragma once

#include "core/domain/order.h"

namespace kessai {

/// A part of an order that is compared, shown to staff and taken over as a whole. A name with its halves is
/// one, and so is an address with its postal code, for halves of two people's work fit no letter. Lines and
/// totals are one (design.md §4).
enum class OrderField {
    OrderNumber,
    ShopCustomerId,
    Status, ///< 対応状況
    Method, ///< 支払方法
    OrderedAt,
    PaidAt, ///< 入金日
    Name,
    Kana,
    CompanyName,
    Address,
    PhoneNumber,
    MailAddress,
    Message, ///< 要望等 of the buyer
    Note,    ///< ショップ用メモ欄
    Lines,   ///< lines and totals
    Parcels, ///< all of every parcel, where there are others than before
    RecipientName,
    RecipientKana,
    RecipientCompanyName,
    RecipientAddress,
    RecipientPhoneNumber,
    DeliveryName,
    DeliveryDate, ///< お届け希望日
    DeliveryTime,
    ParcelNote,
    TrackingNumber, ///< お問い合わせ番号
    ShippedAt,      ///< 発送日
};

/// A field of an order, or of one of its parcels.
struct FieldPlace
{
    OrderField field = OrderField::OrderNumber;
    int parcel = -1; ///< from 0; −1: the order's own

    bool operator==(const FieldPlace &) const = default;
};

/// How staff call it: 「お名前」, of the second parcel and so on 「配送先2：住所」.
QString labelOf(const FieldPlace &place);

/// Whether staff change it in the order's window by 登録. 対応状況 has its own moves (OrderService), and what
/// the shop's system gives out (注文番号, 会員ID, 支払方法, 受注日時) stays.
bool isEditable(OrderField field);

/// Whether both orders have the same value there. A parcel that one of them lacks has none.
bool isSameField(const Order &one, const Order &other, const FieldPlace &place);
/// Puts the field's value of `from` into `to`.
void takeField(Order &to, const Order &from, const FieldPlace &place);
/// The fields of both, in the order of OrderField, the parcels' fields parcel by parcel. Where they have not
/// the same parcels (as many, by 出荷ID the same), their parcels are one field.
QList<FieldPlace> fieldPlacesOf(const Order &one, const Order &other);

/// The value as plain text for staff; "" when there is none. Lines and parcels: one text line each.
QString shownValue(const Order &order, const FieldPlace &place);

/// One field that differs between two versions of an order, in words: plain text, foreign values among them.
struct FieldDifference
{
    FieldPlace place;
    QString label;  ///< labelOf(place)
    QString before; ///< of Lines only what differs: the lines and the totals that the other side has not
    QString after;

    bool operator==(const FieldDifference &) const = default;
};

/// What differs, in the order of fieldPlacesOf(); empty: nothing.
QList<FieldDifference> differencesOf(const Order &before, const Order &after);

/// A field that two people changed and that differs now.
struct FieldConflict
{
    FieldPlace place;
    QString label;
    QString opened; ///< as both of them began with it
    QString theirs; ///< as it is stored
    QString ours;

    bool operator==(const FieldConflict &) const = default;
};

/// Two people's work on one order put together.
struct OrderMerge
{
    /// `theirs` with each editable field that only we changed as we have it. Has no say where there are
    /// conflicts.
    Order merged;
    QList<FieldDifference> theirs;  ///< what changed since `opened` without us
    QList<FieldConflict> conflicts; ///< both changed the field, to different values
};

/// Puts together what we changed and what others stored since we opened the order. What is not isEditable()
/// is theirs.
OrderMerge mergeEdits(const Order &opened, const Order &theirs, const Order &ours);

/// The same when a person has chosen: of the fields in conflict those in `ours` are ours, the others theirs.
/// To be saved as an edit of `theirs`.
Order resolvedEdits(const Order &opened, const Order &theirs, const Order &ours,
                    const QList<FieldPlace> &takeOurs);

} // namespace kessai
