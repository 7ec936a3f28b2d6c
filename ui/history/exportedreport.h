#pragma once

#include "ui/history/exportedtable.h"
#include "ui/history/reporttable.h"

namespace kessai {

/// All columns of a report, those that a list hides too.
class ExportedReport : public ExportedTable
{
public:
    explicit ExportedReport(std::shared_ptr<ReportTable> table) : m_table(std::move(table)) {}

    [[nodiscard]] QStringList titles() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<Piece> next(Database &database) override;

private:
    std::shared_ptr<ReportTable> m_table;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

} // namespace kessai
