#pragma once

#include "core/storage/orderticks.h"
#include "ui/history/exportedtable.h"
#include "ui/orders/ordervalues.h"

namespace kessai {

/// Which orders of a list are written, in the list's order.
struct WantedOrders
{
    OrderFilter filter;
    OrderSort sort;
    std::optional<QList<OrderId>> found; ///< what the filter matches, where the list has it
    std::optional<OrderTicks> ticks;     ///< these instead
};

/// Orders of a list, some hundreds at a time.
class ExportedOrders : public ExportedTable
{
public:
    StorageResult<qint64> open(Database &database) override;
    StorageResult<Piece> next(Database &database) override;

protected:
    explicit ExportedOrders(WantedOrders wanted) : m_wanted(std::move(wanted)) {}
    virtual StorageResult<QList<QList<TableValue>>> rowsOf(Database &database, const QList<OrderId> &ids) = 0;

private:
    WantedOrders m_wanted;
    QList<OrderId> m_ids;
    qsizetype m_told = 0;
};

/// In columns of the list, a row for each.
class ExportedList : public ExportedOrders
{
public:
    ExportedList(WantedOrders wanted, OrderValues values)
        : ExportedOrders(std::move(wanted)), m_values(std::move(values))
    {
    }

    [[nodiscard]] QStringList titles() const override { return m_values.titles(); }

protected:
    StorageResult<QList<QList<TableValue>>> rowsOf(Database &database, const QList<OrderId> &ids) override;

private:
    OrderValues m_values;
};

/// As EC-CUBE 4 has them: 受注CSV, or what its 出荷CSV登録 takes.
class ExportedShopFile : public ExportedOrders
{
public:
    enum class File { Orders, Shipping };
    ExportedShopFile(WantedOrders wanted, File file) : ExportedOrders(std::move(wanted)), m_file(file) {}

    [[nodiscard]] QStringList titles() const override;
    [[nodiscard]] ValueStyle style() const override { return ValueStyle::Shop; }

protected:
    StorageResult<QList<QList<TableValue>>> rowsOf(Database &database, const QList<OrderId> &ids) override;

private:
    File m_file;
};

} // namespace kessai
