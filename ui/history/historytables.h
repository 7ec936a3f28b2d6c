#pragma once

#include "core/storage/operationhistory.h"
#include "ui/history/reporttable.h"

#include <QCoreApplication>

namespace kessai {

/// 一括処理: the runs, newest first.
class RunsTable : public ReportTable
{
    Q_DECLARE_TR_FUNCTIONS(RunsTable)

public:
    explicit RunsTable(HistoryFilter filter) : m_filter(std::move(filter)) {}

    [[nodiscard]] QList<ReportColumn> columns() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] ReportHeading heading() const override;

private:
    HistoryFilter m_filter;
    QList<RunId> m_runs;
};

/// 操作: runs' items and single operations, newest first.
class OperationsTable : public ReportTable
{
    Q_DECLARE_TR_FUNCTIONS(OperationsTable)

public:
    explicit OperationsTable(HistoryFilter filter) : m_filter(std::move(filter)) {}

    [[nodiscard]] QList<ReportColumn> columns() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] ReportHeading heading() const override;

private:
    HistoryFilter m_filter;
    QList<qint64> m_numbers;
};

/// 日計: per day of the gateway, kind and sent word.
class DayTotalsTable : public ReportTable
{
    Q_DECLARE_TR_FUNCTIONS(DayTotalsTable)

public:
    explicit DayTotalsTable(HistoryFilter filter) : m_filter(std::move(filter)) {}

    [[nodiscard]] QList<ReportColumn> columns() const override;
    StorageResult<qint64> open(Database &database) override;
    StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] ReportHeading heading() const override;
    /// By which day it counts, for the page and for paper.
    static QString explanation();

private:
    HistoryFilter m_filter;
    QList<DayTotal> m_totals;
};

} // namespace kessai
