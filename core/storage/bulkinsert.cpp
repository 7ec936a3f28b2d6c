#include "core/storage/database.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"

#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rowsOfOneStatement = 50;

QString insertStatement(const QString &into, qsizetype columns, qsizetype rows)
{
    const QString row = u'(' + QStringList(columns, u"?"_s).join(u',') + u')';
    return u"INSERT INTO %1 VALUES %2"_s.arg(into, QStringList(rows, row).join(u','));
}

/// A statement of SQLite's own. QSQLITE spends more time on each value that it binds than SQLite on storing
/// it.
class NativeInsert
{
public:
    NativeInsert(sqlite3 *handle, const QString &sql)
    {
        const QByteArray text = sql.toUtf8();
        m_code = sqlite3_prepare_v2(handle, text.constData(), int(text.size()), &m_statement, nullptr);
    }
    ~NativeInsert() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(NativeInsert)

    /// SQLite's result code: SQLITE_OK, or why the row is not in.
    int insert(const RowBatch &batch, qsizetype row)
    {
        const auto columns = int(batch.columnCount());
        for (int column = 0; m_code == SQLITE_OK && column < columns; ++column) {
            m_code = bind(batch, row, column);
        }
        if (m_code == SQLITE_OK) {
            sqlite3_step(m_statement);
            m_code = sqlite3_reset(m_statement);
        }
        return m_code;
    }

private:
    /// A text stays where it is in the batch.
    int bind(const RowBatch &batch, qsizetype row, int column)
    {
        if (batch.isNull(row, column)) {
            return sqlite3_bind_null(m_statement, column + 1);
        }
        if (batch.isNumber(row, column)) {
            return sqlite3_bind_int64(m_statement, column + 1, batch.number(row, column));
        }
        const QByteArrayView text = batch.text(row, column);
        return sqlite3_bind_text(m_statement, column + 1, text.data(), int(text.size()), SQLITE_STATIC);
    }

    sqlite3_stmt *m_statement = nullptr;
    int m_code = SQLITE_OK;
};

qsizetype rowsOf(const QList<const RowBatch *> &batches)
{
    qsizetype rows = 0;
    for (const RowBatch *batch : batches) {
        rows += batch->rowCount();
    }
    return rows;
}

} // namespace

StorageResult<Nothing> Database::insertRows(const QString &into, const QList<const RowBatch *> &batches)
{
    if (rowsOf(batches) == 0) {
        return Nothing{};
    }
    return m_sqlite ? insertNatively(into, batches) : insertByStatements(into, batches);
}

StorageResult<Nothing> Database::insertNatively(const QString &into, const QList<const RowBatch *> &batches)
{
#ifdef KESSAI_TEST_SEAMS
    if (seams::databaseCallFails(false)) {
        return failure(storageErrorOf(m_spec, StorageError::Kind::Full, u"seam"_s, QString()));
    }
#endif
    NativeInsert statement(m_sqlite, insertStatement(into, batches.first()->columnCount(), 1));
    for (const RowBatch *batch : batches) {
        for (qsizetype row = 0; row < batch->rowCount(); ++row) {
            const int code = statement.insert(*batch, row);
            if (code != SQLITE_OK) {
                const QString native = QString::number(code);
                return failure(storageErrorOf(m_spec, kindOfNativeCode(m_spec.dialect, native), native,
                                              QString::fromUtf8(sqlite3_errmsg(m_sqlite))));
            }
        }
    }
    return Nothing{};
}

StorageResult<Nothing> Database::insertByStatements(const QString &into,
                                                    const QList<const RowBatch *> &batches)
{
    const qsizetype columns = batches.first()->columnCount();
    qsizetype left = rowsOf(batches);
    // Two forms only, so that both stay prepared.
    qsizetype atOnce = left >= rowsOfOneStatement ? rowsOfOneStatement : 1;
    QVariantList values;
    for (const RowBatch *batch : batches) {
        for (qsizetype row = 0; row < batch->rowCount(); ++row) {
            values += batch->row(row);
            if (values.size() < atOnce * columns) {
                continue;
            }
            const auto inserted = run(insertStatement(into, columns, atOnce), values);
            if (!inserted) {
                return failure(inserted.error());
            }
            values.clear();
            left -= atOnce;
            atOnce = left >= rowsOfOneStatement ? rowsOfOneStatement : 1;
        }
    }
    return Nothing{};
}

} // namespace kessai
