#pragma once

#include "ui/runs/previewreading.h"

#include <QAbstractTableModel>

namespace kessai {

/// One half of a preview: what runs, or what is left out, grouped by its reason. Holds numbers of rows only;
/// the rows are the preview's.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Half { Runs, LeftOut };
    enum class Column { OrderNumber, Customer, Status, Word, Amount, Until, Remark, Count };

    explicit PreviewModel(Half half, QObject *parent = nullptr);

    void setPreview(std::shared_ptr<const PreviewAnswer> answer);
    /// Only rows that are left out for this reason; none: all of them.
    void setReason(std::optional<RuleReason> reason);
    [[nodiscard]] OrderId orderAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void pick();
    [[nodiscard]] const BulkPreviewRow &rowAt(int row) const;
    [[nodiscard]] QString textOf(const BulkPreviewRow &row, Column column) const;
    [[nodiscard]] QString remarkOf(const BulkPreviewRow &row) const;
    [[nodiscard]] QString detailsOf(const BulkPreviewRow &row) const;

    Half m_half;
    std::shared_ptr<const PreviewAnswer> m_answer;
    std::optional<RuleReason> m_reason;
    QList<int> m_rows; ///< places in the preview
};

} // namespace kessai
