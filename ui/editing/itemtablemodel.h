#pragma once

#include "core/domain/order.h"

#include <QAbstractTableModel>

namespace kessai {

class OrderDraft;

/// The lines of an order to edit (S69–S72), one row each. What cannot be stored is marked in its cell: with
/// an icon, and the sentence as tool tip and for screen readers.
class ItemTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Code, Type, Price, Quantity, TaxRate, Taxation, Subtotal, ColumnCount };

    explicit ItemTableModel(OrderDraft &draft, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Text as typed, full-width digits too; of Taxation the number of the TaxType. False: refused() has said
    /// why, and the cell stays as it was.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    static QString labelOf(TaxType type);

signals:
    /// What was typed is no value for the cell.
    void refused(const QString &sentence);
    /// A value was taken.
    void accepted();

private:
    void follow();
    [[nodiscard]] QString shownText(const QModelIndex &index) const;
    [[nodiscard]] QVariant editedValue(const QModelIndex &index) const;
    [[nodiscard]] QString problemAt(const QModelIndex &index) const;

    OrderDraft &m_draft;
    QList<OrderItem> m_lines; ///< as the views know them
};

} // namespace kessai
