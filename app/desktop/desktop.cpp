#include "app/desktop/desktop.h"

#include "app/desktop/practicefolder.h"
#include "core/settings/settings.h"
#include "ui/settings/assistantdialog.h"
#include "ui/settings/settingsdialog.h"

#include <QAction>
#include <QDir>
#include <QMessageBox>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void sayItIsOpen(const QString &dataFolder, QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"openElsewhereBox"_s);
    box->setWindowTitle(Desktop::tr("別の店舗を開く"));
    box->setTextFormat(Qt::PlainText); // a folder's name is no markup
    box->setText(
        Desktop::tr("この店舗は、ほかの KessaiDesk ですでに開いています。その画面を前に出しました。"));
    box->setInformativeText(dataFolder);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

/// Each shop has its own people: whoever sat there last, else the account.
QString lastOperatorOf(const QString &dataFolder)
{
    const auto settings = Settings::load(dataFolder + u"/settings.ini"_s);
    const QString last = settings && settings->existed() ? settings->lastOperator() : QString();
    return last.isEmpty() ? qEnvironmentVariable("USER", u"担当者"_s) : last;
}

} // namespace

Desktop::Desktop(QString operatorName, bool asksOperator, QObject *parent)
    : QObject(parent), m_operatorName(std::move(operatorName)), m_asksOperator(asksOperator)
{
}

Desktop::~Desktop() = default;

Desktop::Place &Desktop::addPlace(const QString &dataFolder)
{
    auto place = std::make_unique<Place>();
    place->dataFolder = dataFolder;
    place->session = std::make_unique<ShopSession>();
    place->window = std::make_unique<MainWindow>(*place->session);
    place->orders = std::make_unique<OrderWindows>(*place->session);
    MainWindow *window = place->window.get();
    window->setOrderWindowFactory([orders = place->orders.get()](OrderId id) { orders->open(id); });
    window->setCloseGuard([orders = place->orders.get()] { return orders->closeAsking(); });
    window->setHelpOpener([this](const QString &page) { m_help.open(page); });
    m_help.setKeys(window->keys());
    connect(window, &MainWindow::folderChosen, this,
            [this, window](const QString &folder) { openFolder(folder, window); });
    connect(window, &MainWindow::practiceChosen, this, &Desktop::openPractice);
    connect(window, &MainWindow::forcedQuit, this, &Desktop::forcedQuit);
    connect(
        window, &MainWindow::closedForGood, this, [this, window] { remove(window); }, Qt::QueuedConnection);
    if (m_asksOperator) {
        window->setAsksOperator();
    }
    window->setOpensToday();
    m_places.push_back(std::move(place));
    offerDialogs(*m_places.back());
    window->show();
    return *m_places.back();
}

void Desktop::offerDialogs(Place &place)
{
    MainWindow *window = place.window.get();
    window->setSettingsOpener([session = place.session.get(), window] {
        auto *dialog = new SettingsDialog(*session, window);
        connect(dialog, &SettingsDialog::themeChosen, window,
                [](ThemeChoice choice) { applyTheme(*qApp, choice); });
        connect(dialog, &SettingsDialog::saved, window, &MainWindow::reloadFacts);
        dialog->open();
    });
    window->setSetupAssistant([this, &place] { openAssistant(place); });
}

void Desktop::openAssistant(Place &place)
{
    MainWindow *window = place.window.get();
    auto *dialog = new AssistantDialog(place.dataFolder, window);
    connect(dialog, &AssistantDialog::practiceChosen, this, &Desktop::openPractice);
    connect(dialog, &AssistantDialog::shopReady, window, [this, &place, window](bool thenImport) {
        if (thenImport) {
            QAction *import = window->findChild<QAction *>(u"importOrdersAction"_s);
            connect(place.session.get(), &ShopSession::opened, import, &QAction::trigger,
                    Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        }
        open(place);
    });
    dialog->open();
}

void Desktop::open(Place &place)
{
    Shop::Options options;
    options.dataFolder = place.dataFolder;
    options.operatorName = m_operatorName.isEmpty() ? lastOperatorOf(place.dataFolder) : m_operatorName;
    place.window->openShop(options);
}

void Desktop::openFolder(const QString &dataFolder, MainWindow *asking)
{
    const QString wanted = QDir(dataFolder).canonicalPath();
    const auto known = std::find_if(m_places.cbegin(), m_places.cend(), [&](const auto &place) {
        return !wanted.isEmpty() && QDir(place->dataFolder).canonicalPath() == wanted;
    });
    if (known != m_places.cend()) {
        bringToFront(*(*known)->window);
        return;
    }
    auto instance = std::make_unique<SingleInstance>(dataFolder);
    if (!instance->becomeFirst()) {
        if (asking) {
            sayItIsOpen(dataFolder, asking);
        } else if (m_places.empty()) {
            emit lastClosed();
        }
        return;
    }
    Place &place = addPlace(dataFolder);
    place.instance = std::move(instance);
    connect(place.instance.get(), &SingleInstance::showRequested, place.window.get(),
            [window = place.window.get()] { bringToFront(*window); });
    open(place);
}

void Desktop::openPractice()
{
    practicefolder::removeAbandoned();
    auto practice = std::make_unique<PracticeShop>();
    Place &place = addPlace(practice->dataFolder());
    place.practice = std::move(practice);
    place.window->setPractice();
    connect(place.practice.get(), &PracticeShop::ready, place.window.get(), [this, &place] { open(place); });
    connect(place.practice.get(), &PracticeShop::failed, place.window.get(),
            [window = place.window.get()](const QString &message) {
                window->showProblem(tr("練習モードを準備できません"), message);
            });
    place.practice->prepare();
}

void Desktop::closeAll()
{
    for (const auto &place : m_places) {
        place->window->close();
    }
}

void Desktop::remove(const MainWindow *window)
{
    std::erase_if(m_places, [window](const auto &place) { return place->window.get() == window; });
    if (m_places.empty()) {
        emit lastClosed();
    }
}

} // namespace kessai
