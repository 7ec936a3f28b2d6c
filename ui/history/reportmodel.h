#pragma once

#include "core/services/shopsession.h"
#include "ui/history/reporttable.h"

#include <QAbstractTableModel>
#include <QHash>

namespace kessai {

/// The rows of a ReportTable, a page at a time: rows that are not read yet say so by LoadingRole and are read
/// when somebody asks for them.
class ReportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// @param kind of the reads that find the rows out: a newer one drops the one before
    ReportModel(ShopSession &session, const QByteArray &kind, const QList<ReportColumn> &columns,
                QObject *parent = nullptr);

    /// Opens the table in place of the one before, which stays until then.
    /// @param sameRows it is the same question again: what is new stands on top, the rest keeps its place
    void show(const std::shared_ptr<ReportTable> &table, bool sameRows);
    void stop();

    [[nodiscard]] bool isOpening() const { return m_opening; }
    [[nodiscard]] const QList<ReportColumn> &columns() const { return m_columns; }
    /// The table that is shown; none before the first answer.
    [[nodiscard]] const std::shared_ptr<ReportTable> &table() const { return m_table; }
    /// None while the row is not read yet.
    [[nodiscard]] std::optional<ReportRow> rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void openingChanged(bool opening);
    void opened(int count);
    void failed(const QString &message);

private:
    void take(std::shared_ptr<ReportTable> table, int count, bool sameRows);
    [[nodiscard]] QString detailsOf(const ReportRow &row) const;
    void want(int page) const;
    void readWanted();
    void storePage(int page, const QList<ReportRow> &rows);
    void setOpening(bool opening);

    ShopSession &m_session;
    QByteArray m_kind;
    QList<ReportColumn> m_columns;
    std::shared_ptr<ReportTable> m_table;
    int m_count = 0;
    QHash<int, QList<ReportRow>> m_pages;
    mutable QList<int> m_wanted; ///< pages that were looked at and are not there, newest last
    mutable bool m_readScheduled = false;
    bool m_reading = false;
    bool m_opening = false;
    int m_generation = 0;
};

} // namespace kessai
