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
    const bool over = progress.run.state == RunStore::State::Finished;
    tellOther(RunWords::headline(progress), over ? RunWords::total(progress) : progress.run.reasonInWords(),
              [this, run = progress.run.id] { emit chosen(run); });
}

void RunNotice::tellOther(const QString &title, const QString &text, std::function<void()> open)
{
    if (m_window.isActiveWindow()) {
        return;
    }
    m_open = std::move(open);
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
    emit told(title, text);
}

} // namespace kessai
