#pragma once

#include "core/domain/order.h"

namespace kessai {

/// What a new line of an order begins with, and what 計算結果を更新 needs to know of the shop.
struct LineDefaults
{
    Rounding rounding = Rounding::HalfUp; ///< `rules.rounding`
    int taxRatePercent = 10;              ///< the ordinary rate
    int pointRatePercent = 1;             ///< 加算ポイント of a member: yen × this / 100
};

/// 税抜 or 税込 of a line whose file does not say it, and of a new one (design.md §6): goods and 割引 are
/// 税抜, the rest is 税込.
TaxDisplay taxDisplayOf(OrderItemType type);
/// 課税; points and 税 are 不課税.
TaxType taxTypeOf(OrderItemType type);

/// How staff call it: 商品, 送料, 手数料, 割引, 税, ポイント (S72).
QString labelOf(OrderItemType type);

/// A new line of this order: one unit at 0 yen, taxed as lines of its kind are. Goods have the rate of the
/// order's last taxed goods, else the ordinary one; a fee, a discount and points have their kind as name.
OrderItem newLine(const Order &order, OrderItemType type, const LineDefaults &defaults);

/// Where in the window of an order something is wrong.
enum class EditSpot {
    FamilyName,
    GivenName,
    FamilyKana,
    GivenKana,
    CompanyName,
    PostalCode,
    Prefecture,
    Address1,
    Address2,
    PhoneNumber,
    MailAddress,
    Message,
    Note,  ///< ショップ用メモ欄; of a parcel 配達用メモ
    Lines, ///< the table as a whole
    LineName,
    LineCode,
    LinePrice,
    LineQuantity,
    LineTaxRate,
    PayableTotal,
    DeliveryName,
    DeliveryTime,
    TrackingNumber,
};

struct EditPlace
{
    enum class Part { Order, Line, Parcel };
    Part part = Part::Order;
    int row = -1; ///< of lines or parcels, from 0
    EditSpot spot = EditSpot::FamilyName;

    bool operator==(const EditPlace &) const = default;
};

/// Why an edited order cannot be stored.
struct EditProblem
{
    EditPlace place;
    QString sentence; ///< what is wrong and what to do, for staff

    bool operator==(const EditProblem &) const = default;
};

/// As the shop's system keeps what staff type: outer white space off, postal code, phone and tracking
/// numbers narrow, the first two without hyphens, kana as full-width katakana, 入力 of several lines with
/// plain line feeds. Only what differs from `opened` is touched.
Order tidied(Order edited, const Order &opened);

/// The 47 都道府県 in the order of the shop's master (schema.md A.2), for a choice.
const QStringList &prefectures();

/// What of an edited order is wrong, of its tidied() form and in the order of the window; empty: it can be
/// stored. Only what differs from `opened` is looked at: a person who mends a line need not answer for what
/// the shop's system has let in.
///
/// Lines that were changed must give お支払い合計: 計算結果を更新 comes before 登録. For a GMO method it is
/// from 1 to 9,999,999 yen (design.md §6).
QList<EditProblem> problemsOf(const Order &edited, const Order &opened);

} // namespace kessai
