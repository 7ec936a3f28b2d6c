#include "ui/history/tableexport.h"

#include "ui/models/whendone.h"

namespace kessai {

struct TableExport::Step
{
    qint64 done = 0;
    qint64 total = 0;
    qint64 rows = 0;
    QString problem;
    qint64 unwritableCount = 0;
    QList<UnwritableCharacter> unwritable;
    bool saved = false;
};

struct TableExport::State
{
    std::shared_ptr<ExportedTable> table;
    std::unique_ptr<TableWriter> writer;
    qint64 done = 0;
    qint64 total = 0;
    qint64 rows = 0;

    Step begin(Database &database)
    {
        const auto count = table->open(database);
        if (!count) {
            return problem(count.error().message);
        }
        total = *count;
        const auto begun = writer->begin(table->titles());
        return begun ? now() : problem(begun.error().message);
    }

    Step writePiece(Database &database)
    {
        const auto piece = table->next(database);
        if (!piece) {
            return problem(piece.error().message);
        }
        for (const QList<TableValue> &row : piece->rows) {
            const auto written = writer->addRow(row);
            if (!written) {
                return problem(written.error().message);
            }
        }
        rows += piece->rows.size();
        done += piece->done;
        if (piece->done == 0) {
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
        step.rows = rows;
        step.unwritableCount = writer->unwritableCount();
        if (done >= total) {
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

TableExport::TableExport(ShopSession &session, std::shared_ptr<ExportedTable> table, TableFormat format,
                         const QString &file, QObject *parent)
    : QObject(parent), m_session(session), m_file(file), m_state(std::make_shared<State>())
{
    m_state->writer = makeTableWriter(format, file, table->style());
    m_state->table = std::move(table);
}

/// What is written so far is thrown away where it was written: that takes a while for a large workbook.
TableExport::~TableExport()
{
    static_cast<void>(m_session.onReader({}, [state = std::move(m_state)](Database &) {
        state->writer.reset();
        return true;
    }));
}

template <typename Work>
void TableExport::onReader(Work work)
{
    const auto job = [state = m_state, work](Database &database) { return work(*state, database); };
    whenDone(m_session.onReader({}, job), this, [this](const Step &step) { take(step); });
}

void TableExport::start()
{
    onReader([](State &state, Database &database) { return state.begin(database); });
}

void TableExport::finishAnyway()
{
    onReader([](State &state, Database &) { return state.finish(); });
}

void TableExport::take(const Step &step)
{
    if (!step.problem.isEmpty()) {
        emit failed(step.problem);
        return;
    }
    if (step.saved) {
        emit finished(step.done, step.rows);
        return;
    }
    emit progressed(step.done, step.total);
    if (step.done < step.total) {
        onReader([](State &state, Database &database) { return state.writePiece(database); });
    } else if (step.unwritableCount > 0) {
        emit unwritableFound(step.unwritableCount, step.unwritable);
    } else {
        finishAnyway();
    }
}

} // namespace kessai
