#include "core/storage/sqlitestatement.h"

#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QSqlError sqlError(sqlite3 *handle, QSqlError::ErrorType type)
{
    return QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(handle)), type,
                     QString::number(sqlite3_extended_errcode(handle)));
}

QByteArrayView utf8Of(sqlite3_value *text)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(text));
    return {bytes, sqlite3_value_bytes(text)};
}

} // namespace

std::unique_ptr<SqliteStatement> SqliteStatement::prepare(sqlite3 *handle, const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(handle, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, &rest);
    const bool isOne = code == SQLITE_OK && statement && QByteArray(rest).trimmed().isEmpty();
    if (!isOne) { // SQLite would leave out what follows the first, and say nothing
        sqlite3_finalize(statement);
        return nullptr;
    }
    return std::unique_ptr<SqliteStatement>(new SqliteStatement(handle, statement));
}

QSqlError SqliteStatement::errorOn(sqlite3 *handle)
{
    if (sqlite3_errcode(handle) == SQLITE_OK) {
        return QSqlError(u"not exactly one statement"_s, QString(), QSqlError::StatementError);
    }
    return sqlError(handle, QSqlError::StatementError);
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

bool SqliteStatement::execute(const QVariantList &values)
{
    finish();
    m_isUsed = true;
    if (m_error.isValid()) {
        m_error = QSqlError();
    }
    const int wanted = sqlite3_bind_parameter_count(m_statement);
    if (wanted != int(values.size())) { // SQLite would take NULL for what is missing, and say nothing
        m_error = QSqlError(QString(),
                            u"%1 values for %2 parameters: %3"_s.arg(values.size())
                                .arg(wanted)
                                .arg(QString::fromUtf8(sqlite3_sql(m_statement))),
                            QSqlError::StatementError);
        return false;
    }
    for (int position = 0; position < int(values.size()); ++position) {
        if (bind(position + 1, values[position]) != SQLITE_OK) {
            m_error = sqlError(m_handle, QSqlError::StatementError);
            return false;
        }
    }
    if (step()) {
        m_position = Position::BeforeFirst;
    }
    return !m_error.isValid();
}

int SqliteStatement::bind(int position, const QVariant &value)
{
    const int type = value.metaType().id();
    if (type != QMetaType::QString && value.isNull()) {
        return SQLITE_OK; // NULL already
    }
    switch (type) {
    case QMetaType::QString: // without a copy of it
        m_values.append(static_cast<const QString *>(value.constData())->toUtf8());
        break;
    case QMetaType::QByteArray:
        m_values.append(value.toByteArray());
        return sqlite3_bind_blob(m_statement, position, m_values.last().constData(),
                                 int(m_values.last().size()), SQLITE_STATIC);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(m_statement, position, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(m_statement, position, value.toDouble());
    default:
        m_values.append(value.toString().toUtf8());
        break;
    }
    return sqlite3_bind_text(m_statement, position, m_values.last().constData(), int(m_values.last().size()),
                             SQLITE_STATIC);
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        m_position = Position::OnRow;
        return true;
    }
    m_position = Position::AtEnd;
    if (code != SQLITE_DONE) {
        m_error = sqlError(m_handle, QSqlError::ConnectionError);
        sqlite3_reset(m_statement);
    }
    return false;
}

bool SqliteStatement::next()
{
    switch (m_position) {
    case Position::BeforeFirst:
        m_position = Position::OnRow;
        return true;
    case Position::OnRow:
        return step();
    case Position::AtEnd: // another step would execute it again
        break;
    }
    return false;
}

void SqliteStatement::finish()
{
    if (!m_isUsed) {
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_values.clear();
    m_position = Position::AtEnd;
    m_isUsed = false;
}

int SqliteStatement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

/// Null where there is no row. QtSql opens without mutexes, so that the value itself may be read; asking the
/// statement for its type, text and length one by one takes a quarter longer.
sqlite3_value *SqliteStatement::cell(int column) const
{
    return m_position == Position::OnRow ? sqlite3_column_value(m_statement, column) : nullptr;
}

bool SqliteStatement::isNull(int column) const
{
    sqlite3_value *cell = this->cell(column);
    return !cell || sqlite3_value_type(cell) == SQLITE_NULL;
}

QVariant SqliteStatement::value(int column) const
{
    sqlite3_value *cell = this->cell(column);
    if (!cell) {
        return {};
    }
    switch (sqlite3_value_type(cell)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_value_int64(cell));
    case SQLITE_FLOAT:
        return sqlite3_value_double(cell);
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_value_blob(cell)), sqlite3_value_bytes(cell));
    case SQLITE_NULL:
        return QVariant(QMetaType(QMetaType::QString));
    default:
        return QString::fromUtf8(utf8Of(cell));
    }
}

QString SqliteStatement::text(int column) const
{
    sqlite3_value *cell = this->cell(column);
    if (!cell || sqlite3_value_type(cell) != SQLITE_TEXT) {
        return value(column).toString();
    }
    return QString::fromUtf8(utf8Of(cell));
}

QByteArrayView SqliteStatement::utf8(int column) const
{
    sqlite3_value *cell = this->cell(column);
    return cell && sqlite3_value_type(cell) == SQLITE_TEXT ? utf8Of(cell) : QByteArrayView();
}

qint64 SqliteStatement::number(int column) const
{
    sqlite3_value *cell = this->cell(column);
    if (cell && sqlite3_value_type(cell) == SQLITE_INTEGER) {
        return sqlite3_value_int64(cell);
    }
    return value(column).toLongLong();
}

int SqliteStatement::changed() const
{
    return sqlite3_changes(m_handle);
}

} // namespace kessai
