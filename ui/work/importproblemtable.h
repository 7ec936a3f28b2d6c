#pragma once

#include "ui/work/importproblemsmodel.h"

#include <QTableView>

namespace kessai {

/// The list of an import's problems, to read and to copy.
class ImportProblemTable : public QTableView
{
    Q_OBJECT

public:
    explicit ImportProblemTable(QWidget *parent = nullptr);

    [[nodiscard]] ImportProblemsModel &problems() { return m_problems; }
    void copyAll() const;
    void copySelected() const;

private:
    ImportProblemsModel m_problems;
};

} // namespace kessai
