#include "core/interchange/ordercolumns.h"

#include "core/base/sentence.h"
#include "core/interchange/ordercolumnnames.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isKnown(OrderFileFormat format, const QString &header)
{
    return columnByHeader(format).contains(header);
}

/// 注文ID is a column of EC-CUBE 4 alone; without it the headers that only one system has decide.
OrderFileFormat detect(const QStringList &headers)
{
    if (headers.contains(u"注文ID"_s)) {
        return OrderFileFormat::Eccube4;
    }
    const auto knownTo = [&headers](OrderFileFormat format) {
        return std::count_if(headers.begin(), headers.end(),
                             [format](const QString &header) { return isKnown(format, header); });
    };
    const bool two = knownTo(OrderFileFormat::Eccube2) > knownTo(OrderFileFormat::Eccube4);
    return two ? OrderFileFormat::Eccube2 : OrderFileFormat::Eccube4;
}

QString unknownHeaders(const QStringList &headers, OrderFileFormat format)
{
    constexpr int MostNamed = 5;
    QStringList unknown;
    for (const QString &header : headers) {
        if (!isKnown(format, header)) {
            unknown.append(Sentence::tr("「%1」").arg(header.left(60)));
        }
    }
    if (unknown.isEmpty()) {
        return {};
    }
    const QString rest =
        unknown.size() > MostNamed ? Sentence::tr("など %1 列").arg(unknown.size()) : QString();
    return unknown.mid(0, MostNamed).join(Sentence::tr("、")) + rest;
}

} // namespace

OrderColumns::OrderColumns(OrderFileFormat format, QStringList headers)
    : m_format(format), m_headers(std::move(headers))
{
    m_positions.fill(-1);
}

Result<OrderColumns, QString> OrderColumns::map(const QStringList &headers, OrderFileFormat format)
{
    const OrderFileFormat chosen = format == OrderFileFormat::Auto ? detect(headers) : format;
    const QString unknown = unknownHeaders(headers, chosen);
    if (!unknown.isEmpty()) {
        return failure(Sentence::tr("見出しの列%1は、受注CSVにない列です。見出しを元の名前に戻してください。")
                           .arg(unknown));
    }
    OrderColumns columns(chosen, headers);
    const QString problem = columns.place();
    if (!problem.isEmpty()) {
        return failure(problem);
    }
    return columns;
}

/// Gives every meaning its position; a sentence when that is not possible.
QString OrderColumns::place()
{
    for (int position = 0; position < m_headers.size(); ++position) {
        OrderColumn column = columnByHeader(m_format).value(m_headers[position]);
        if (column == OrderColumn::DeliveryFee && has(column) && m_format == OrderFileFormat::Eccube4) {
            column = OrderColumn::ShipmentFee;
        }
        const bool ignoredTwice =
            column == OrderColumn::Ignored && m_headers.indexOf(m_headers[position]) < position;
        if (ignoredTwice || (column != OrderColumn::Ignored && has(column))) {
            return Sentence::tr("見出しの列「%1」が重複しています。").arg(m_headers[position]);
        }
        m_positions[static_cast<size_t>(column)] = position;
    }
    if (!has(OrderColumn::ShopOrderId)) {
        const QString needed = m_format == OrderFileFormat::Eccube4 ? u"注文ID"_s : u"注文番号"_s;
        return Sentence::tr("見出しに列「%1」がありません。この列を含めて出力し直してください。").arg(needed);
    }
    return {};
}

} // namespace kessai
