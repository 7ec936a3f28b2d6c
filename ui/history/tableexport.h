#pragma once

#include "core/services/shopsession.h"
#include "ui/history/exportedtable.h"

#include <QObject>

namespace kessai {

/// Writes a table into a file on the reader's thread, a chunk at a time, so that lists go on being read
/// between two of them. The file appears at the end, in one step.
class TableExport : public QObject
{
    Q_OBJECT

public:
    TableExport(ShopSession &session, std::shared_ptr<ExportedTable> table, TableFormat format,
                const QString &file, QObject *parent);
    /// What is not finished leaves nothing behind.
    ~TableExport() override;

    void start();
    /// After unwritableFound(): with 〓 in place of what could not be written.
    void finishAnyway();

    [[nodiscard]] const QString &file() const { return m_file; }

signals:
    void progressed(qint64 done, qint64 total);
    /// All rows are there; nothing is saved until finishAnyway().
    void unwritableFound(qint64 count, const QList<kessai::UnwritableCharacter> &first);
    /// @param counted of what the table counts @param rows of the file, without its header
    void finished(qint64 counted, qint64 rows);
    /// Nothing was saved; a sentence for staff.
    void failed(const QString &message);

private:
    struct State;
    struct Step;
    template <typename Work>
    void onReader(Work work);
    void take(const Step &step);

    ShopSession &m_session;
    QString m_file;
    std::shared_ptr<State> m_state; ///< used on the reader's thread alone
};

} // namespace kessai
