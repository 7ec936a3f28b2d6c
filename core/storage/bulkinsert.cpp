#include "core/storage/database.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"

#include <QStringEncoder>

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
    int insert(const QVariantList &row)
    {
        encodeTexts(row);
        const char *text = m_texts.constData();
        for (int i = 0; m_code == SQLITE_OK && i < row.size(); ++i) {
            m_code = bind(i + 1, row[i], text, m_lengths[i]);
            text += m_lengths[i];
        }
        if (m_code == SQLITE_OK) {
            sqlite3_step(m_statement);
            m_code = sqlite3_reset(m_statement);
        }
        return m_code;
    }

private:
    /// UTF-8 of the row's texts one behind the other: SQLite's own way from UTF-16 is several times slower.
    void encodeTexts(const QVariantList &row)
    {
        m_lengths.fill(0, row.size());
        m_texts.resize(0);
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (row[i].typeId() != QMetaType::QString) {
                continue;
            }
            const auto &text = *static_cast<const QString *>(row[i].constData());
            const qsizetype start = m_texts.size();
            m_texts.resize(start + m_encoder.requiredSpace(text.size()));
            const char *end = m_encoder.appendToBuffer(m_texts.data() + start, text);
            m_lengths[i] = end - (m_texts.constData() + start);
            m_texts.resize(start + m_lengths[i]);
        }
    }

    /// The texts stay where they are until the next row.
    int bind(int place, const QVariant &value, const char *text, qsizetype length)
    {
        switch (value.typeId()) {
        case QMetaType::UnknownType:
            return sqlite3_bind_null(m_statement, place);
        case QMetaType::Int:
        case QMetaType::LongLong:
            return sqlite3_bind_int64(m_statement, place, value.toLongLong());
        case QMetaType::QString:
            return sqlite3_bind_text(m_statement, place, text, int(length), SQLITE_STATIC);
        default:
            return SQLITE_MISMATCH;
        }
    }

    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringConverter::Flag::Stateless};
    QByteArray m_texts;
    QList<qsizetype> m_lengths;
    sqlite3_stmt *m_statement = nullptr;
    int m_code = SQLITE_OK;
};

} // namespace

StorageResult<Nothing> Database::insertRows(const QString &into, const QList<QVariantList> &rows)
{
    if (rows.isEmpty()) {
        return Nothing{};
    }
    return m_sqlite ? insertNatively(into, rows) : insertByStatements(into, rows);
}

StorageResult<Nothing> Database::insertNatively(const QString &into, const QList<QVariantList> &rows)
{
#ifdef KESSAI_TEST_SEAMS
    if (seams::databaseCallFails(false)) {
        return failure(storageErrorOf(m_spec, StorageError::Kind::Full, u"seam"_s, QString()));
    }
#endif
    NativeInsert statement(m_sqlite, insertStatement(into, rows.first().size(), 1));
    for (const QVariantList &row : rows) {
        const int code = statement.insert(row);
        if (code != SQLITE_OK) {
            const QString native = QString::number(code);
            return failure(storageErrorOf(m_spec, kindOfNativeCode(m_spec.dialect, native), native,
                                          QString::fromUtf8(sqlite3_errmsg(m_sqlite))));
        }
    }
    return Nothing{};
}

StorageResult<Nothing> Database::insertByStatements(const QString &into, const QList<QVariantList> &rows)
{
    const qsizetype columns = rows.first().size();
    qsizetype done = 0;
    while (done < rows.size()) {
        // Two forms only, so that both stay prepared.
        const qsizetype count = rows.size() - done >= rowsOfOneStatement ? rowsOfOneStatement : 1;
        QVariantList values;
        for (const QVariantList &row : rows.mid(done, count)) {
            values += row;
        }
        const auto inserted = run(insertStatement(into, columns, count), values);
        if (!inserted) {
            return failure(inserted.error());
        }
        done += count;
    }
    return Nothing{};
}

} // namespace kessai
