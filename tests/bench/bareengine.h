#pragma once

#include <QByteArray>
#include <QString>

struct sqlite3;

namespace kessai {

/// SQLite without anything of ours in front of it, for what the same work costs at least. Ends the program
/// where it cannot.
class BareEngine
{
public:
    explicit BareEngine(const QString &file);
    ~BareEngine();
    Q_DISABLE_COPY_MOVE(BareEngine)

    struct Answer
    {
        qint64 rows = 0;
        qint64 first = 0; ///< first column of the last row, as a number
        double tookMs = 0;
    };
    /// Goes through all rows, and through all columns of each as texts.
    /// @param text for the only place in the statement; null: it has none
    [[nodiscard]] Answer run(const char *sql, const QByteArray &text = {}) const;

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace kessai
