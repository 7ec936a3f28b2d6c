#pragma once

#include "core/services/importservice.h"
#include "core/services/shopsession.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace kessai {

/// One file, first tried (dry run), then taken in. The work is the engine's; this is how the window follows
/// it.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Orders, Links };

    ImportJob(ShopSession &session, Kind kind, QString file, QObject *parent = nullptr);

    /// Tells what would happen; answers with finished() or failed().
    void tryOut() { run(true); }
    void apply() { run(false); }
    /// What is in stays in; the report says that it was stopped.
    void cancel() { m_cancelled->store(true); }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &file() const { return m_file; }

signals:
    void progressed(const kessai::ImportProgress &progress);
    void finished(const kessai::ImportReport &report, bool dryRun);
    void failed(const QString &message);

private:
    void run(bool dryRun);

    ShopSession &m_session;
    Kind m_kind;
    QString m_file;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace kessai
