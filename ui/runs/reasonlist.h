#pragma once

#include "core/base/yen.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <optional>

namespace kessai {

/// Why some rows are left out: one line of a group.
struct LeftOutReason
{
    int key = 0; ///< whatever the rows know it by
    QString text;
    qint64 count = 0;
    Yen total;
};

/// The rows of ReasonList: first all reasons together.
class ReasonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Reason, Orders, Total, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setReasons(const QList<LeftOutReason> &reasons);
    /// None: all of them.
    [[nodiscard]] std::optional<int> keyAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LeftOutReason> m_reasons;
    LeftOutReason m_all;
};

/// Reason — count — yen of what is left out, all in sight at once; the line that is chosen filters the rows
/// below it.
class ReasonList : public QTableView
{
    Q_OBJECT

public:
    explicit ReasonList(QWidget *parent = nullptr);

    void setReasons(const QList<LeftOutReason> &reasons);

signals:
    /// @param key none: all of them
    void chosen(std::optional<int> key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    ReasonModel m_model;
};

} // namespace kessai
