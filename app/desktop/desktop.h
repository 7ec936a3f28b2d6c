#pragma once

#include "app/desktop/practiceshop.h"
#include "app/desktop/singleinstance.h"
#include "ui/help/helpdesk.h"
#include "ui/payments/orderwindows.h"
#include "ui/work/mainwindow.h"

#include <memory>
#include <vector>

namespace kessai {

/// The windows of this program, each with its shop. The program ends with the last of them.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// @param asksOperator at the start of a shop with several; not where the command line names one
    Desktop(QString operatorName, bool asksOperator, QObject *parent = nullptr);
    ~Desktop() override;

    /// @param asking where to say that another program has the shop open; none: there is nothing to say it in
    void openFolder(const QString &dataFolder, MainWindow *asking = nullptr);
    void openPractice();

    /// As 終了 in every window.
    void closeAll();

signals:
    void lastClosed();
    /// Without waiting for open requests; what was sent is settled at the next start.
    void forcedQuit();

private:
    /// In the order in which they must go: the windows before their session, the gateway last.
    struct Place
    {
        QString dataFolder;
        std::unique_ptr<PracticeShop> practice;
        std::unique_ptr<SingleInstance> instance;
        std::unique_ptr<ShopSession> session;
        std::unique_ptr<OrderWindows> orders;
        std::unique_ptr<MainWindow> window;
    };
    Place &addPlace(const QString &dataFolder);
    void open(Place &place);
    void offerDialogs(Place &place);
    void openAssistant(Place &place);
    void remove(const MainWindow *window);

    QString m_operatorName;
    bool m_asksOperator;
    HelpDesk m_help;
    std::vector<std::unique_ptr<Place>> m_places;
};

} // namespace kessai
