#pragma once

#include "ui/help/errorcodemodel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace kessai {

class RowDetails;

/// The table of GMO's error codes on its page of the help: to look up, to read in full below, and to copy.
class ErrorCodesView : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorCodesView(QWidget *parent = nullptr);

    /// Leaves the codes in which all words stand.
    void setSearch(const QString &typed);

private:
    void buildTable();
    void copySelected() const;

    ErrorCodeModel m_model;
    QLabel *m_count;
    QTableView *m_table;
    RowDetails *m_details;
};

} // namespace kessai
