#pragma once

#include "ui/history/reporttable.h"
#include "ui/models/runparts.h"

#include <QCoreApplication>

namespace kessai {

/// The report of one bulk run: its items in the order asked, under sums that add up to all of them.
class RunReportTable : public ReportTable
{
    Q_DECLARE_TR_FUNCTIONS(RunReportTable)

public:
    /// @param kind of the run: the columns go by it
    RunReportTable(RunId run, RunKind kind) : m_id(std::move(run)), m_kind(kind) {}

    [[nodiscard]] QList<ReportColumn> columns() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) override;
    /// Every state that there is, so that the numbers add up to the first one.
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] ReportHeading heading() const override;

private:
    [[nodiscard]] QString countsOfMoney() const;

    RunId m_id;
    RunKind m_kind;
    RunStore::Run m_run;
    RunSums m_sums;
    qint64 m_count = 0;
};

} // namespace kessai
