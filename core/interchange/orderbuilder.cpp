#include "core/interchange/orderbuilder.h"

#include "core/base/sentence.h"
#include "core/domain/totals.h"

namespace kessai {

namespace {

using C = OrderColumn;

/// No shop's order has so many; a file that says so is refused instead of filling the memory.
constexpr qsizetype MostLines = 10'000;

} // namespace

OrderFileContent OrderFileContent::of(const OrderColumns &columns)
{
    OrderFileContent content;
    content.lines = columns.has(C::ProductName) && columns.has(C::Price) && columns.has(C::Quantity) &&
                    (columns.has(C::ItemTypeId) || columns.has(C::ItemTypeName));
    for (int column = int(C::ShipmentId); column < int(C::Count); ++column) {
        content.shipments = content.shipments || (C(column) != C::ShipmentFee && columns.has(C(column)));
    }
    return content;
}

OrderBuilder::OrderBuilder(const OrderColumns &columns, TextEncoding encoding, CsvDialect dialect,
                           Rounding rounding)
    : m_columns(columns)
    , m_content(OrderFileContent::of(columns))
    , m_row(columns, encoding, dialect, rounding)
{
}

void OrderBuilder::begin(qint64 shopOrderId, qint64 line)
{
    m_result = ImportedOrder{};
    m_result.line = line;
    m_result.order.shopOrderId = shopOrderId;
    m_orderRead = false;
    m_itemIds.clear();
    m_shipmentIds.clear();
    m_lastShipmentId.clear();
}

void OrderBuilder::refuse(ImportProblem problem)
{
    m_result.refused = true;
    m_result.problems.append(std::move(problem));
}

void OrderBuilder::addLine(const CsvRecord &record)
{
    m_row.turnTo(record);
    readOrderOnce(record);
    if (m_content.lines && m_row.hasItem()) { // one of EC-CUBE 2 has none
        readItem(record);
    }
    if (m_content.shipments) {
        readShipment();
    }
    for (ImportProblem &problem : m_row.takeProblems()) {
        refuse(std::move(problem));
    }
}

void OrderBuilder::readOrderOnce(const CsvRecord &record)
{
    if (!m_orderRead) {
        m_orderRead = true;
        m_row.keepOrderBytes();
        m_row.readOrder(m_result.order);
        return;
    }
    if (!m_row.sameOrderBytes()) {
        refuse({record.line, m_columns.headerOf(C::ShopOrderId), ImportProblem::Kind::Refused,
                Sentence::tr("同じ注文ID %1 の前の行と、注文の内容が違います。")
                    .arg(m_result.order.shopOrderId)});
    }
}

void OrderBuilder::readItem(const CsvRecord &record)
{
    OrderItem item = m_row.readItem();
    const QByteArray id = m_row.raw(C::ItemId).toByteArray();
    if (!id.isEmpty() && m_itemIds.contains(id)) {
        refuse({record.line, m_columns.headerOf(C::ItemId), ImportProblem::Kind::Refused,
                Sentence::tr("注文詳細ID %1 の行が重複しています。").arg(item.shopItemId)});
        return;
    }
    if (m_result.order.items.size() == MostLines) {
        refuse({record.line, {}, ImportProblem::Kind::Refused, Sentence::tr("一つの注文の行が多すぎます。")});
    }
    if (m_result.order.items.size() < MostLines) {
        m_itemIds.insert(id);
        m_result.order.items.append(std::move(item));
    }
}

/// A line without 出荷ID belongs to no parcel (discounts, points), unless the file has no such column, or the
/// order's only parcel has no id (as those of EC-CUBE 2).
void OrderBuilder::readShipment()
{
    const QByteArrayView id = m_row.raw(C::ShipmentId);
    const bool nothing = m_columns.has(C::ShipmentId) && !m_row.hasShipment();
    const bool known =
        id.isEmpty() ? nothing || !m_shipmentIds.isEmpty() : id == QByteArrayView(m_lastShipmentId);
    if (known) {
        return;
    }
    m_lastShipmentId = id.toByteArray();
    if (m_shipmentIds.contains(m_lastShipmentId) || m_shipmentIds.size() == MostLines) {
        return;
    }
    m_shipmentIds.insert(m_lastShipmentId);
    m_result.order.shipments.append(m_row.readShipment());
}

ImportedOrder OrderBuilder::finish()
{
    completeTotals();
    return std::move(m_result);
}

/// What the file has no column for is told by its lines: 手数料 and points always in EC-CUBE 4.
void OrderBuilder::completeTotals()
{
    OrderTotals &totals = m_result.order.totals;
    if (!m_columns.has(C::Total)) {
        totals.total = totals.payableTotal;
    }
    if (!m_content.lines || m_result.refused) {
        return;
    }
    const ComputedTotals computed = computeTotals(m_result.order.items);
    if (!m_columns.has(C::Subtotal)) {
        totals.subtotal = computed.subtotal;
    }
    if (!m_columns.has(C::Discount)) {
        totals.discount = -computed.discount;
    }
    if (!m_columns.has(C::DeliveryFee)) {
        totals.deliveryFee = computed.deliveryFee;
    }
    if (!m_columns.has(C::Charge)) {
        totals.charge = computed.charge;
    }
    if (!m_columns.has(C::UsedPoints)) {
        totals.usedPoints = -computed.points.value;
    }
}

} // namespace kessai
