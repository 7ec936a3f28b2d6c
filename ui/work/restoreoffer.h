#pragma once

#include "core/services/shop.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

class QWidget;

namespace kessai {

/// A backup for a shop whose database file is broken (journal.md §12): asks in words, and restores as `kessai
/// restore` does, on a thread of its own.
class RestoreOffer : public QObject
{
    Q_OBJECT

public:
    RestoreOffer(QString dataFolder, QString backup, QWidget *window);
    /// Waits for a restore that runs: the database lies elsewhere for a moment.
    ~RestoreOffer() override;

    void ask();

signals:
    void begun();
    void restored();
    void failed(const QString &problem);

private:
    void restore();
    void onFinished();

    QString m_dataFolder;
    QString m_backup;
    QWidget *m_window;
    std::unique_ptr<QThread> m_thread; ///< none: nothing runs
    std::optional<ShopError> m_error;  ///< written by the thread, read when it has ended
};

} // namespace kessai
