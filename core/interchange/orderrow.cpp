#include "core/interchange/orderrow.h"

#include "core/base/sentence.h"
#include "core/interchange/ordercolumnnames.h"

#include <algorithm>
#include <iterator>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using C = OrderColumn;

const QList<C> OrderTexts = {
    C::OrderNumber, C::CustomerId,  C::FamilyName,  C::GivenName,   C::FamilyKana,
    C::GivenKana,   C::CompanyName, C::PostalCode,  C::PostalCode2, C::Prefecture,
    C::Address1,    C::Address2,    C::MailAddress, C::Phone,       C::Phone2,
    C::Phone3,      C::Message,     C::Note,        C::StatusName,  C::MethodName,
};
const QList<C> OrderFigures = {
    C::Subtotal, C::Discount, C::DeliveryFee,  C::Charge,   C::UsedPoints, C::AddedPoints,
    C::Tax,      C::Total,    C::PayableTotal, C::StatusId, C::OrderedAt,  C::PaidAt,
};
const QList<C> ItemTexts = {
    C::ItemId,     C::ProductName,        C::ProductCode,        C::ClassName1,
    C::ClassName2, C::ClassCategoryName1, C::ClassCategoryName2, C::ItemTypeName,
};
const QList<C> ItemFigures = {C::Price, C::Quantity, C::TaxRate, C::ItemTypeId};
const QList<C> ShipmentTexts = {
    C::ShipmentId,         C::RecipientFamilyName,  C::RecipientGivenName,  C::RecipientFamilyKana,
    C::RecipientGivenKana, C::RecipientCompanyName, C::RecipientPostalCode, C::RecipientPrefecture,
    C::RecipientAddress1,  C::RecipientAddress2,    C::RecipientPhone,      C::DeliveryName,
    C::DeliveryTime,       C::TrackingNumber,       C::ShipmentNote,
};

const QList<C> ShipmentDays = {C::DeliveryDate, C::ShippedAt};

QList<C> inFile(const OrderColumns &columns, const QList<C> &wanted)
{
    QList<C> found;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(found),
                 [&columns](C column) { return columns.has(column); });
    return found;
}

/// mtb_order_status of EC-CUBE 2 (schema.md B): 入金待ち and 取り寄せ中 have no twin here.
std::optional<OrderStatus> statusOfEccube2(qint64 id)
{
    switch (id) {
    case 1: // 新規受付
    case 2: // 入金待ち: new, and not paid
        return OrderStatus::New;
    case 3:
        return OrderStatus::Cancelled;
    case 4: // 取り寄せ中
        return OrderStatus::InProgress;
    case 5:
        return OrderStatus::Delivered;
    case 6:
        return OrderStatus::Paid;
    case 7:
        return OrderStatus::Pending;
    default:
        return std::nullopt;
    }
}

std::optional<OrderItemType> itemTypeNamed(const QString &name)
{
    const qsizetype index = itemTypeNames().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<OrderItemType>(index + 1));
}

/// From a CSV goods and 割引 are 税抜, the rest 税込 (design.md §6).
TaxDisplay taxDisplayOf(OrderItemType type)
{
    const bool excluded = type == OrderItemType::Goods || type == OrderItemType::Discount;
    return excluded ? TaxDisplay::Excluded : TaxDisplay::Included;
}

TaxType taxTypeOf(OrderItemType type)
{
    const bool untaxed = type == OrderItemType::Point || type == OrderItemType::Tax;
    return untaxed ? TaxType::Untaxed : TaxType::Taxable;
}

} // namespace

OrderRow::OrderRow(const OrderColumns &columns, TextEncoding encoding, CsvDialect dialect, Rounding rounding)
    : m_columns(columns)
    , m_row(columns, encoding, dialect)
    , m_rounding(rounding)
    , m_orderColumns(inFile(columns, OrderTexts + OrderFigures))
    , m_orderTexts(inFile(columns, OrderTexts))
    , m_itemColumns(inFile(columns, ItemTexts + ItemFigures))
    , m_itemTexts(inFile(columns, ItemTexts))
    , m_shipmentColumns(inFile(columns, ShipmentTexts + ShipmentDays))
    , m_shipmentTexts(inFile(columns, ShipmentTexts))
{
}

void OrderRow::readOrder(Order &order)
{
    m_row.decode(m_orderTexts);
    readPerson(order);
    order.mailAddress = text(C::MailAddress);
    order.message = text(C::Message);
    order.note = text(C::Note);
    if (m_columns.has(C::StatusId) || m_columns.has(C::StatusName)) {
        order.status = readStatus();
    }
    order.methodName = text(C::MethodName);
    order.method = methodNamed(order.methodName);
    order.orderedAt = m_row.instant(C::OrderedAt);
    order.paidAt = m_row.instant(C::PaidAt);
    readTotals(order.totals);
}

bool OrderRow::hasAny(const QList<OrderColumn> &columns) const
{
    return std::any_of(columns.begin(), columns.end(), [this](C column) { return !raw(column).isEmpty(); });
}

void OrderRow::keepOrderBytes()
{
    m_orderBytes.resize(0);
    m_orderSizes.clear();
    for (const C column : m_orderColumns) {
        const QByteArrayView bytes = raw(column);
        m_orderBytes += bytes;
        m_orderSizes.append(bytes.size());
    }
}

bool OrderRow::sameOrderBytes() const
{
    QByteArrayView kept = m_orderBytes;
    for (qsizetype i = 0; i < m_orderColumns.size(); ++i) {
        if (raw(m_orderColumns[i]) != kept.first(m_orderSizes[i])) {
            return false;
        }
        kept = kept.sliced(m_orderSizes[i]);
    }
    return true;
}

void OrderRow::readPerson(Order &order)
{
    order.orderNumber =
        text(C::OrderNumber).isEmpty() ? QString::number(order.shopOrderId) : text(C::OrderNumber);
    // EC-CUBE 2 writes 0 for a guest.
    order.shopCustomerId = text(C::CustomerId) == u"0"_s ? QString() : text(C::CustomerId);
    Addressee &customer = order.customer;
    customer.familyName = text(C::FamilyName);
    customer.givenName = text(C::GivenName);
    customer.familyKana = text(C::FamilyKana);
    customer.givenKana = text(C::GivenKana);
    customer.companyName = text(C::CompanyName);
    customer.postalCode = text(C::PostalCode) + text(C::PostalCode2);
    customer.prefecture = text(C::Prefecture);
    customer.address1 = text(C::Address1);
    customer.address2 = text(C::Address2);
    customer.phoneNumber = text(C::Phone) + text(C::Phone2) + text(C::Phone3);
}

void OrderRow::readTotals(OrderTotals &totals)
{
    constexpr qint64 MostPoints = 999'999'999'999;
    totals.subtotal = m_row.money(C::Subtotal);
    totals.discount = m_row.money(C::Discount);
    // Two columns are called 送料. In 4.1 and later the parcel's is empty: the one with a value is the
    // order's, whichever stands first.
    totals.deliveryFee = m_row.money(m_row.isEmpty(C::DeliveryFee) ? C::ShipmentFee : C::DeliveryFee);
    totals.charge = m_row.money(C::Charge);
    totals.tax = m_row.money(C::Tax);
    totals.total = m_row.money(C::Total);
    totals.usedPoints = m_row.number(C::UsedPoints, 0, MostPoints, 0);
    totals.addedPoints = m_row.number(C::AddedPoints, 0, MostPoints, 0);
    if (!m_columns.has(C::PayableTotal)) {
        return;
    }
    totals.payableTotal = m_row.requiredMoney(C::PayableTotal);
    if (totals.payableTotal < Yen{}) {
        m_row.refuse(C::PayableTotal, Sentence::tr("支払合計が負の金額です。"));
    }
}

/// By id; by name only where the file has no id column or an empty one.
OrderStatus OrderRow::readStatus()
{
    const bool byId = !m_row.isEmpty(C::StatusId);
    std::optional<OrderStatus> status;
    if (byId) {
        constexpr qint64 LargestId = 99;
        const qint64 id = m_row.number(C::StatusId, 1, LargestId, std::nullopt);
        status =
            m_columns.format() == OrderFileFormat::Eccube2 ? statusOfEccube2(id) : orderStatusFromId(int(id));
    } else {
        status = orderStatusFromText(text(C::StatusName));
    }
    if (!status) {
        const C column = byId || !m_columns.has(C::StatusName) ? C::StatusId : C::StatusName;
        m_row.refuse(column, Sentence::tr("この対応状況は扱えません。"));
    }
    return status.value_or(OrderStatus::New);
}

PaymentMethod OrderRow::methodNamed(const QString &name)
{
    constexpr qsizetype MostKept = 100; // a shop has a handful; telling one costs a folding
    const auto known = m_methods.constFind(name);
    if (known != m_methods.constEnd()) {
        return *known;
    }
    if (m_methods.size() == MostKept) {
        m_methods.clear();
    }
    return *m_methods.insert(name, paymentMethodFromShopName(name));
}

OrderItemType OrderRow::readItemType()
{
    if (!m_row.isEmpty(C::ItemTypeId)) {
        return static_cast<OrderItemType>(m_row.number(C::ItemTypeId, 1, 6, std::nullopt));
    }
    const std::optional<OrderItemType> type = itemTypeNamed(text(C::ItemTypeName));
    if (!type) {
        const C column = m_columns.has(C::ItemTypeId) ? C::ItemTypeId : C::ItemTypeName;
        m_row.refuse(column, Sentence::tr("明細区分がありません。"));
    }
    return type.value_or(OrderItemType::Goods);
}

OrderItem OrderRow::readItem()
{
    constexpr qint64 MostPieces = 9'999'999'999;
    m_row.decode(m_itemTexts);
    OrderItem item;
    item.shopItemId = text(C::ItemId);
    item.type = readItemType();
    item.productName = text(C::ProductName);
    item.productCode = text(C::ProductCode);
    item.className1 = text(C::ClassName1);
    item.className2 = text(C::ClassName2);
    item.classCategoryName1 = text(C::ClassCategoryName1);
    item.classCategoryName2 = text(C::ClassCategoryName2);
    item.price = m_row.requiredMoney(C::Price);
    item.quantity = m_row.number(C::Quantity, -MostPieces, MostPieces, std::nullopt);
    item.taxRatePercent = int(m_row.number(C::TaxRate, 0, 100, 0));
    item.taxType = taxTypeOf(item.type);
    item.taxDisplay = taxDisplayOf(item.type);
    item.rounding = m_rounding;
    return item;
}

Shipment OrderRow::readShipment()
{
    m_row.decode(m_shipmentTexts);
    Shipment shipment;
    shipment.shopShipmentId = text(C::ShipmentId);
    Addressee &recipient = shipment.recipient;
    recipient.familyName = text(C::RecipientFamilyName);
    recipient.givenName = text(C::RecipientGivenName);
    recipient.familyKana = text(C::RecipientFamilyKana);
    recipient.givenKana = text(C::RecipientGivenKana);
    recipient.companyName = text(C::RecipientCompanyName);
    recipient.postalCode = text(C::RecipientPostalCode);
    recipient.prefecture = text(C::RecipientPrefecture);
    recipient.address1 = text(C::RecipientAddress1);
    recipient.address2 = text(C::RecipientAddress2);
    recipient.phoneNumber = text(C::RecipientPhone);
    shipment.deliveryName = text(C::DeliveryName);
    shipment.deliveryTime = text(C::DeliveryTime);
    shipment.deliveryDate = m_row.day(C::DeliveryDate);
    shipment.shippedAt = m_row.instant(C::ShippedAt);
    shipment.trackingNumber = text(C::TrackingNumber);
    shipment.note = text(C::ShipmentNote);
    return shipment;
}

} // namespace kessai
