#include "ui/widgets/emptystate.h"
#include "ui/work/mainwindow.h"
#include "ui/work/restoreoffer.h"
#include "ui/work/sidebar.h"

#include <QStackedWidget>

namespace kessai {

using namespace Qt::StringLiterals;

void MainWindow::onOpenFailed(const ShopError &error)
{
    if (error.kind == ShopError::Kind::NotSetUp) {
        showStart(u"configure"_s, tr("店舗の設定がまだありません"),
                  tr("GMOの接続先とショップIDを設定するか、見本の受注で練習してください。"));
        // Only here: elsewhere a shop would be set up over the one that cannot be opened.
        if (m_openAssistant) {
            m_start->addButton(tr("初期設定をはじめる"), u"assistantButton"_s, true, m_openAssistant);
        }
        offerOtherShops(!m_openAssistant);
        return;
    }
    if (error.kind == ShopError::Kind::Damaged && !error.backup.isEmpty()) {
        offerRestore(tr("店舗を開けません"), error.message, error.backup);
        return;
    }
    showProblem(tr("店舗を開けません"), error.message);
}

void MainWindow::showProblem(const QString &title, const QString &text)
{
    showStart(u"dialog-warning"_s, title, text);
    offerOtherShops(true);
}

void MainWindow::showStart(const QString &icon, const QString &title, const QString &text)
{
    m_sideBar->hide(); // nothing to choose from yet
    m_start->setMessage(icon, title, text);
    m_start->clearButtons();
    m_pages->setCurrentWidget(m_start);
}

void MainWindow::offerOtherShops(bool primary)
{
    m_start->addButton(tr("練習モードを開く"), u"practiceButton"_s, primary,
                       [this] { emit practiceChosen(); });
    m_start->addButton(tr("別の店舗を開く"), u"openFolderButton"_s, false, [this] { chooseFolder(); });
}

void MainWindow::offerRestore(const QString &title, const QString &text, const QString &backup)
{
    delete m_restore;
    m_restore = new RestoreOffer(m_options.dataFolder, backup, this);
    connect(m_restore, &RestoreOffer::begun, this, [this] {
        showStart(u"folder-open"_s, tr("バックアップから復元しています"),
                  tr("終わるまで、アプリを終了しないでください。"));
    });
    connect(
        m_restore, &RestoreOffer::failed, this,
        [this, backup](const QString &problem) { offerRestore(tr("復元できませんでした"), problem, backup); },
        Qt::QueuedConnection); // it is replaced by another
    connect(m_restore, &RestoreOffer::restored, this, [this] {
        showStart(u"folder-open"_s, tr("店舗を開いています"), {});
        openShop(m_options);
    });
    showStart(u"dialog-warning"_s, title, text);
    m_start->addButton(tr("バックアップから復元する"), u"restoreButton"_s, true,
                       [this] { m_restore->ask(); });
    offerOtherShops(false);
}

} // namespace kessai
