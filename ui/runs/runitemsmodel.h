#pragma once

#include "core/services/shopsession.h"
#include "ui/help/gatewayinquiry.h"
#include "ui/models/pagecache.h"
#include "ui/models/runparts.h"

#include <QAbstractTableModel>

namespace kessai {

/// The rows of a run: read by the page when somebody looks at them, kept for as long as they are near. A run
/// of a hundred thousand never lies in the window's memory.
class RunItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { OrderNumber, Customer, State, Word, Amount, EndedAt, Before, After, Reason, Count };

    explicit RunItemsModel(ShopSession &session, QObject *parent = nullptr);

    /// @param part which of its items; none: all of them
    /// @param count how many these are by now
    void showRun(const RunId &run, RunKind kind, const std::optional<RunPart> &part, qint64 count);
    /// What there is to say of the items of such a run.
    static bool hasColumn(RunKind kind, Column column);
    /// The same again: what is in sight is read anew and stays to be seen until it is there.
    void refresh(qint64 count);
    /// Not valid while the row is not read yet.
    [[nodiscard]] OrderId orderAt(int row) const;
    /// None where the row has no error code of the gateway, or is not read yet.
    [[nodiscard]] std::optional<InquiryAbout> inquiryAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void failed(const QString &message);

private:
    QFuture<StorageResult<QList<RunItem>>> readItems(int first, int count);
    [[nodiscard]] QString textOf(const RunItem &item, Column column) const;
    [[nodiscard]] QString wordOf(const RunItem &item) const;
    [[nodiscard]] QString detailsOf(const RunItem &item) const;
    void setCount(int count);

    ShopSession &m_session;
    RunId m_run;
    RunKind m_kind = RunKind::Capture;
    std::optional<RunPart> m_part;
    int m_count = 0;
    PageCache<RunItem> m_items;
};

} // namespace kessai
