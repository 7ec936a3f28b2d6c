#pragma once

#include "core/services/shopsession.h"
#include "ui/history/reporttable.h"

#include <QObject>

namespace kessai {

/// Reads rows of an opened table in the background, a chunk at a time, whether or not a list has shown them.
/// Deletes itself at the end; deleting it before stops it.
class ReportReading : public QObject
{
    Q_OBJECT

public:
    struct Range
    {
        qint64 first = 0;
        qint64 count = 0;
    };

    ReportReading(ShopSession &session, std::shared_ptr<ReportTable> table, QList<Range> ranges,
                  QObject *parent);

    void start() { next(); }

signals:
    void rowsRead(const QList<kessai::ReportRow> &rows);
    void finished();
    void failed(const QString &message);

private:
    void next();
    void take(const StorageResult<QList<ReportRow>> &rows);

    ShopSession &m_session;
    std::shared_ptr<ReportTable> m_table;
    QList<Range> m_ranges; ///< what is left
};

} // namespace kessai
