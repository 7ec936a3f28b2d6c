#include "ui/runs/runnotice.h"

#include "ui/runs/runwords.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace kessai {

namespace {

constexpr int ShownMs = 15'000;

} // namespace

RunNotice::RunNotice(QWidget &window) : QObject(&window), m_window(window) {}

void RunNotice::tell(const RunProgress &progress)
{
    if (m_window.isActiveWindow()) {
        return;
    }
    m_run = progress.run.id;
    const QString title = RunWords::headline(progress);
    const QString text =
        progress.run.state == RunStore::State::Finished ? RunWords::total(progress) : progress.run.reason;
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
        if (!m_tray) {
            m_tray = new QSystemTrayIcon(QGuiApplication::windowIcon(), this);
            connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
                m_tray->hide();
                emit chosen(m_run);
            });
            connect(m_tray, &QSystemTrayIcon::activated, this, [this] {
                m_tray->hide();
                emit chosen(m_run);
            });
        }
        m_tray->show();
        m_tray->showMessage(title, text, QSystemTrayIcon::Information, ShownMs);
    } else {
        QApplication::alert(&m_window);
    }
    emit told(title, text);
}

} // namespace kessai
