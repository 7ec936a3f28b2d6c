#pragma once

#include "core/services/runprogress.h"
#include "ui/widgets/desktopnotice.h"

#include <QObject>

#include <functional>

class QSystemTrayIcon;
class QWidget;

namespace kessai {

/// Tells the desktop that a run came to rest while its window is not in front: a message where the desktop
/// or its tray has a place for one, else the window asks for attention.
class RunNotice : public QObject
{
    Q_OBJECT

public:
    explicit RunNotice(QWidget &window);

    void tell(const RunProgress &progress);

signals:
    /// What was told; nothing is while the window is in front.
    void told(const QString &title, const QString &text);
    /// The message was clicked.
    void chosen(const kessai::RunId &run);

private:
    void tellInTray(const QString &title, const QString &text, const std::function<void()> &open);

    QWidget &m_window;
    DesktopNotice m_desktop;
    QSystemTrayIcon *m_tray = nullptr; ///< only while there is a message to show
    std::function<void()> m_open;      ///< of the message that is shown
};

} // namespace kessai
