#include "ui/history/reportexport.h"

#include "ui/models/whendone.h"

namespace kessai {

namespace {

constexpr qint64 ChunkRows = 500;

} // namespace

struct ReportExport::Step
{
    qint64 done = 0;
    qint64 total = 0;
    QString problem;
    qint64 unwritableCount = 0;
    QList<UnwritableCharacter> unwritable;
    bool saved = false;
};

struct ReportExport::State
{
    std::shared_ptr<ReportTable> table;
    std::unique_ptr<TableWriter> writer;
    qint64 done = 0;
    qint64 total = 0;

    Step begin(Database &database)
    {
        const auto count = table->open(database);
        if (!count) {
            return problem(count.error().message);
        }
        total = *count;
        QStringList titles;
        for (const ReportColumn &column : table->columns()) {
            titles.append(column.title);
        }
        const auto begun = writer->begin(titles);
        return begun ? now() : problem(begun.error().message);
    }

    Step writeChunk(Database &database)
    {
        const auto rows = table->rows(database, done, qMin(ChunkRows, total - done));
        if (!rows) {
            return problem(rows.error().message);
        }
        for (const ReportRow &row : *rows) {
            QList<TableValue> values;
            for (const ReportCell &cell : row.cells) {
                values.append(cell.value);
            }
            const auto written = writer->addRow(values);
            if (!written) {
                return problem(written.error().message);
            }
        }
        done += rows->size();
        if (rows->isEmpty()) {
            total = done; // some are gone since the table was opened
        }
        return now();
    }

    Step finish()
    {
        const auto finished = writer->finish();
        if (!finished) {
            return problem(finished.error().message);
        }
        Step step = now();
        step.saved = true;
        return step;
    }

private:
    [[nodiscard]] Step now() const
    {
        Step step;
        step.done = done;
        step.total = total;
        step.unwritableCount = writer->unwritableCount();
        if (done == total) {
            step.unwritable = writer->unwritable();
        }
        return step;
    }

    Step problem(const QString &message)
    {
        writer.reset();
        Step step;
        step.problem = message;
        return step;
    }
};

ReportExport::ReportExport(ShopSession &session, std::shared_ptr<ReportTable> table, TableFormat format,
                           const QString &file, QObject *parent)
    : QObject(parent), m_session(session), m_file(file), m_state(std::make_shared<State>())
{
    m_state->table = std::move(table);
    m_state->writer = makeTableWriter(format, file);
}

/// What is written so far is thrown away where it was written: that takes a while for a large workbook.
ReportExport::~ReportExport()
{
    static_cast<void>(m_session.onReader({}, [state = std::move(m_state)](Database &) {
        state->writer.reset();
        return true;
    }));
}

template <typename Work>
void ReportExport::onReader(Work work)
{
    const auto job = [state = m_state, work](Database &database) { return work(*state, database); };
    whenDone(m_session.onReader({}, job), this, [this](const Step &step) { take(step); });
}

void ReportExport::start()
{
    onReader([](State &state, Database &database) { return state.begin(database); });
}

void ReportExport::finishAnyway()
{
    onReader([](State &state, Database &) { return state.finish(); });
}

void ReportExport::take(const Step &step)
{
    if (!step.problem.isEmpty()) {
        emit failed(step.problem);
        return;
    }
    if (step.saved) {
        emit finished(step.done);
        return;
    }
    emit progressed(step.done, step.total);
    if (step.done < step.total) {
        onReader([](State &state, Database &database) { return state.writeChunk(database); });
    } else if (step.unwritableCount > 0) {
        emit unwritableFound(step.unwritableCount, step.unwritable);
    } else {
        finishAnyway();
    }
}

} // namespace kessai
