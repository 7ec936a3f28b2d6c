#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace kessai {

/// Which shop system wrote an order file.
enum class OrderFileFormat { Auto, Eccube4, Eccube2 };

/// What a column of an order file means to us.
enum class OrderColumn {
    Ignored, ///< known, but nothing we keep
    ShopOrderId,
    OrderNumber,
    CustomerId,
    FamilyName,
    GivenName,
    FamilyKana,
    GivenKana,
    CompanyName,
    PostalCode,
    PostalCode2,
    Prefecture,
    Address1,
    Address2,
    MailAddress,
    Phone,
    Phone2,
    Phone3,
    Message,
    Note,
    Subtotal,
    Discount,
    DeliveryFee,
    Charge,
    UsedPoints,
    AddedPoints,
    Tax,
    Total,
    PayableTotal,
    StatusId,
    StatusName,
    MethodName,
    OrderedAt,
    PaidAt,
    ItemId,
    ProductName,
    ProductCode,
    ClassName1,
    ClassName2,
    ClassCategoryName1,
    ClassCategoryName2,
    Price,
    Quantity,
    TaxRate,
    ItemTypeId,
    ItemTypeName,
    ShipmentId,
    RecipientFamilyName,
    RecipientGivenName,
    RecipientFamilyKana,
    RecipientGivenKana,
    RecipientCompanyName,
    RecipientPostalCode,
    RecipientPrefecture,
    RecipientAddress1,
    RecipientAddress2,
    RecipientPhone,
    DeliveryName,
    DeliveryTime,
    DeliveryDate,
    ShipmentFee, ///< the second 送料: the parcel's
    ShippedAt,
    TrackingNumber,
    ShipmentNote,
    Count
};

/// Which column of a file means what, found by the text of its header.
class OrderColumns
{
public:
    /// Any order and any subset of the columns of one shop system. Refused, in a sentence that names the
    /// column: a header that the system does not have, one that stands twice (送料 may: first the order's,
    /// then the parcel's), a file without its order id.
    static Result<OrderColumns, QString> map(const QStringList &headers, OrderFileFormat format);

    [[nodiscard]] OrderFileFormat format() const { return m_format; }
    [[nodiscard]] qsizetype count() const { return m_headers.size(); }
    [[nodiscard]] bool has(OrderColumn column) const { return positionOf(column) >= 0; }
    /// Where the column stands, -1 when it is not in the file.
    [[nodiscard]] int positionOf(OrderColumn column) const
    {
        return m_positions[static_cast<size_t>(column)];
    }
    [[nodiscard]] const QString &headerAt(qsizetype position) const { return m_headers[position]; }
    /// The header of a column that is in the file.
    [[nodiscard]] QString headerOf(OrderColumn column) const { return m_headers[positionOf(column)]; }

private:
    OrderColumns(OrderFileFormat format, QStringList headers);
    QString place();

    OrderFileFormat m_format;
    QStringList m_headers;
    std::array<int, static_cast<size_t>(OrderColumn::Count)> m_positions;
};

} // namespace kessai
