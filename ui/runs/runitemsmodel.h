#pragma once

#include "core/services/shopsession.h"
#include "core/storage/runitems.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace kessai {

/// The rows of a run: read by the page when somebody looks at them, kept for as long as they are near. A run
/// of a hundred thousand never lies in the window's memory.
class RunItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { OrderNumber, Customer, State, Word, Amount, EndedAt, Reason, Count };

    explicit RunItemsModel(ShopSession &session, QObject *parent = nullptr);

    /// @param states which of its items; empty: all of them
    /// @param count how many these are by now
    void showRun(const RunId &run, OperationKind kind, const QList<OperationState> &states, qint64 count);
    /// The same again: what is in sight is read anew and stays to be seen until it is there.
    void refresh(qint64 count);
    /// Not valid while the row is not read yet.
    [[nodiscard]] OrderId orderAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void failed(const QString &message);

private:
    [[nodiscard]] const RunItem *itemAt(int row) const;
    [[nodiscard]] QString textOf(const RunItem &item, Column column) const;
    [[nodiscard]] QString detailsOf(const RunItem &item) const;
    void want(int page) const;
    void readWanted();
    void storePage(int page, const QList<RunItem> &items);
    void setCount(int count);

    ShopSession &m_session;
    RunId m_run;
    OperationKind m_kind = OperationKind::Capture;
    QList<OperationState> m_states;
    int m_count = 0;
    QHash<int, QList<RunItem>> m_pages;
    mutable QSet<int> m_stale;   ///< shown still, to be read again when looked at
    mutable QList<int> m_wanted; ///< pages that were looked at, newest last
    mutable bool m_readScheduled = false;
    bool m_reading = false;
    int m_generation = 0;
    int m_refreshes = 0; ///< what was asked before the last one is stale
};

} // namespace kessai
