#include "tests/bench/bareengine.h"

#include "tests/bench/benchorders.h"

#include <QElapsedTimer>

#include <sqlite3.h>

namespace kessai {

BareEngine::BareEngine(const QString &file)
{
    require(sqlite3_open_v2(file.toUtf8().constData(), &m_handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK,
            "bare engine");
}

BareEngine::~BareEngine()
{
    sqlite3_close(m_handle);
}

BareEngine::Answer BareEngine::run(const char *sql, const QByteArray &text) const
{
    QElapsedTimer timer;
    timer.start();
    sqlite3_stmt *statement = nullptr;
    require(sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
    if (!text.isNull()) {
        sqlite3_bind_text(statement, 1, text.constData(), int(text.size()), SQLITE_STATIC);
    }
    Answer answer;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        ++answer.rows;
        answer.first = sqlite3_column_int64(statement, 0);
        for (int column = 1; column < sqlite3_column_count(statement); ++column) {
            static_cast<void>(sqlite3_column_text(statement, column));
        }
    }
    require(sqlite3_finalize(statement) == SQLITE_OK, sql);
    answer.tookMs = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

} // namespace kessai
