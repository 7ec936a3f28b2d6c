#pragma once

#include "ui/models/pagecache.h"
#include "ui/runs/previewsheet.h"

#include <QAbstractTableModel>

#include <memory>

namespace kessai {

class ShopSession;

/// One half of a preview: what runs, or what is left out, grouped by its reason. Holds numbers of rows only;
/// the rows are the sheet's, and their names are read when somebody looks at them.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Half { Runs, LeftOut };
    enum class Column { OrderNumber, Customer, Status, Action, Amount, Until, Remark, Count };
    /// Of the columns that depend on what is done.
    struct Titles
    {
        QString status;
        QString action;
    };

    explicit PreviewModel(Half half, QObject *parent = nullptr);

    /// Where the names come from; without it there are none.
    void setSession(ShopSession &session) { m_session = &session; }
    void setTitles(const Titles &titles);
    void setSheet(std::shared_ptr<const PreviewSheet> sheet);
    /// Only rows that are left out for this reason; none: all of them.
    void setReason(std::optional<int> reason);
    [[nodiscard]] OrderId orderAt(int row) const;
    /// Rows as they are copied, cells parted by tabs, whether or not anybody has looked at them.
    using Done = std::function<void(const QStringList &lines)>;
    void readLines(const QList<int> &rows, const QList<int> &columns, const Done &done);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void pick();
    [[nodiscard]] QFuture<StorageResult<QList<RowNames>>> readNames(const QList<int> &places) const;
    [[nodiscard]] QString textOf(int place, const RowNames &names, Column column) const;
    [[nodiscard]] QString detailsOf(int place, const RowNames &names) const;

    Half m_half;
    Titles m_titles;
    ShopSession *m_session = nullptr;
    std::shared_ptr<const PreviewSheet> m_sheet;
    std::optional<int> m_reason;
    QList<int> m_rows; ///< places in the sheet
    PageCache<RowNames> m_names;
};

} // namespace kessai
