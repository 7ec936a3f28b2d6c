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
    const bool over = progress.run.state == RunStore::State::Finished;
    const QString title = RunWords::headline(progress);
    const QString text = over ? RunWords::total(progress) : progress.run.reasonInWords();
    const auto open = [this, run = progress.run.id] { emit chosen(run); };
    m_desktop.show({.title = title,
                    .text = text,
                    .action = tr("開く"),
                    .open = open,
                    .untold = [this, title, text, open] { tellInTray(title, text, open); }});
    emit told(title, text);
}

void RunNotice::tellInTray(const QString &title, const QString &text, const std::function<void()> &open)
{
    m_open = open;
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
        if (!m_tray) {
            m_tray = new QSystemTrayIcon(QGuiApplication::windowIcon(), this);
            const auto clicked = [this] {
                m_tray->hide();
                m_open();
            };
            connect(m_tray, &QSystemTrayIcon::messageClicked, this, clicked);
            connect(m_tray, &QSystemTrayIcon::activated, this, clicked);
        }
        m_tray->show();
        m_tray->showMessage(title, text, QSystemTrayIcon::Information, ShownMs);
    } else {
        QApplication::alert(&m_window);
    }
}

} // namespace kessai
