#include "ui/work/importproblemsmodel.h"

#include "ui/text/cardnumbers.h"

#include <QStringList>

#include <algorithm>

namespace kessai {

void ImportProblemsModel::setProblems(const QList<ImportProblem> &problems)
{
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

int ImportProblemsModel::countOf(ImportProblem::Kind kind) const
{
    return int(std::count_if(m_problems.begin(), m_problems.end(),
                             [kind](const ImportProblem &problem) { return problem.kind == kind; }));
}

QString ImportProblemsModel::lineAt(int row) const
{
    QStringList cells;
    for (int column = 0; column < int(Column::Count); ++column) {
        cells.append(textOf(m_problems.at(row), Column(column)).simplified()); // one line, four cells
    }
    return cells.join(u'\t');
}

int ImportProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ImportProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ImportProblemsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return textOf(m_problems.at(index.row()), Column(index.column()));
}

QString ImportProblemsModel::textOf(const ImportProblem &problem, Column column)
{
    switch (column) {
    case Column::Line:
        return QString::number(problem.line);
    case Column::Kind:
        return problem.kind == ImportProblem::Kind::Refused    ? tr("取り込めない")
               : problem.kind == ImportProblem::Kind::Conflict ? tr("取込と相違")
                                                               : tr("注意");
    case Column::Field:
        return problem.column;
    case Column::Message:
        return withoutCardNumbers(problem.message);
    case Column::Count:
        return {};
    }
    return {};
}

QVariant ImportProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Line:
        return tr("行");
    case Column::Kind:
        return tr("種類");
    case Column::Field:
        return tr("項目");
    case Column::Message:
        return tr("内容");
    case Column::Count:
        return {};
    }
    return {};
}

} // namespace kessai
