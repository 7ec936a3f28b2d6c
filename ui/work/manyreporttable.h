#pragma once

#include "ui/history/reporttable.h"
#include "ui/runs/manyresults.h"

#include <QCoreApplication>

class QWidget;

namespace kessai {

class ShopSession;

/// The report of work on many orders, for export and print; as it stood when it was asked for.
class ManyReportTable : public ReportTable
{
    Q_DECLARE_TR_FUNCTIONS(ManyReportTable)

public:
    explicit ManyReportTable(ManyOutcome outcome) : m_outcome(std::move(outcome)) {}

    [[nodiscard]] QList<ReportColumn> columns() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] ReportHeading heading() const override;

private:
    ManyOutcome m_outcome;
};

void exportMany(QWidget *parent, ShopSession &session, const ManyOutcome &outcome);
void printMany(QWidget *parent, ShopSession &session, const ManyOutcome &outcome);

} // namespace kessai
