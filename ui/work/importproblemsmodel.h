#pragma once

#include "core/interchange/importproblem.h"

#include <QAbstractTableModel>

namespace kessai {

/// What an import did not take as it stands, line by line. All of it: staff must be able to mend every line.
class ImportProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Line, Kind, Field, Message, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(const QList<ImportProblem> &problems);
    [[nodiscard]] int countOf(ImportProblem::Kind kind) const;
    /// A row as it is copied.
    [[nodiscard]] QString lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString textOf(const ImportProblem &problem, Column column);

    QList<ImportProblem> m_problems;
};

} // namespace kessai
