#include "app/desktop/practiceshop.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/text/language.h"
#include "ui/work/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <deque>

using namespace kessai;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Takes pictures of the practice shop's window: kessai-screenshots FOLDER [ja|en] [light|dark] [ORDERS.csv]
class Photographer : public QObject
{
public:
    Photographer(QString folder, QString prefix, QString ordersFile)
        : m_folder(std::move(folder)), m_prefix(std::move(prefix)), m_ordersFile(std::move(ordersFile))
    {
        QDir().mkpath(m_folder);
        connect(&m_practice, &PracticeShop::ready, this, [this] { start(); });
        connect(&m_practice, &PracticeShop::failed, this, [](const QString &message) {
            QTextStream(stderr) << message << Qt::endl;
            QCoreApplication::exit(1);
        });
        connect(&m_session, &ShopSession::closed, qApp, &QCoreApplication::quit);
        connect(&m_poll, &QTimer::timeout, this, [this] { look(); });
        m_practice.prepare();
    }

private:
    struct Step
    {
        QString name;
        std::function<void()> act;
    };

    void start()
    {
        m_window = std::make_unique<MainWindow>(m_session);
        m_window->resize(1360, 860);
        m_window->setOrderWindowFactory([](OrderId) {});
        Shop::Options options;
        options.dataFolder = m_practice.dataFolder();
        options.operatorName = u"佐藤"_s;
        m_window->openShop(options);
        m_window->show();
        trigger(u"list"_s, {});
        trigger(u"due-soon"_s, u"view_1"_s);
        trigger(u"difference"_s, u"view_2"_s);
        m_steps.push_back({u"search"_s, [this] { search(u"たかはし"_s); }});
        m_steps.push_back({u"nothing-found"_s, [this] { search(u"どこにもいない人"_s); }});
        m_steps.push_back({u"one-line"_s, [this] {
                               search({});
                               m_window->orderList()->table().setTwoLines(false);
                           }});
        m_steps.push_back({u"narrow"_s, [this] {
                               m_window->orderList()->table().setTwoLines(true);
                               m_window->resize(940, 640);
                           }});
        m_steps.push_back({u"import"_s, [this] {
                               m_window->resize(1360, 860);
                               m_window->findChild<QAction *>(u"importOrdersAction"_s)->trigger();
                               auto *dialog = m_window->findChild<QFileDialog *>(u"importFileDialog"_s);
                               emit dialog->fileSelected(m_ordersFile);
                               dialog->close();
                           }});
        trigger(u"keys"_s, u"keysAction"_s);
        m_poll.start(150ms);
    }

    void trigger(const QString &name, const QString &action)
    {
        m_steps.push_back({name, [this, action] {
                               if (!action.isEmpty()) {
                                   m_window->findChild<QAction *>(action)->trigger();
                               }
                           }});
    }

    void search(const QString &text)
    {
        auto *box = m_window->findChild<QLineEdit *>(u"searchBox"_s);
        m_window->findChild<QAction *>(u"view_0"_s)->trigger();
        box->setText(text);
        box->returnPressed();
    }

    /// Two quiet looks in a row: rows are there, nothing is asked any more.
    void look()
    {
        OrderListPage *list = m_window->orderList();
        if (!list || list->model().isSearching()) {
            m_quiet = 0;
            return;
        }
        if (++m_quiet < 6) {
            return;
        }
        m_quiet = 0;
        if (!m_taking.isEmpty()) {
            QWidget *shown = QApplication::activeModalWidget();
            (shown ? shown : m_window.get())
                ->grab()
                .save(QDir(m_folder).filePath(m_prefix + m_taking + u".png"_s));
            m_taking.clear();
        }
        if (m_steps.empty()) {
            m_poll.stop();
            m_window->close();
            return;
        }
        m_taking = m_steps.front().name;
        m_steps.front().act();
        m_steps.pop_front();
    }

    QString m_folder;
    QString m_prefix;
    QString m_ordersFile;
    PracticeShop m_practice;
    ShopSession m_session;
    std::unique_ptr<MainWindow> m_window;
    std::deque<Step> m_steps;
    QString m_taking;
    int m_quiet = 0;
    QTimer m_poll;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2) {
        QTextStream(stderr) << u"kessai-screenshots FOLDER [ja|en] [light|dark] [ORDERS.csv]"_s << Qt::endl;
        return 2;
    }
    QApplication::setQuitOnLastWindowClosed(false);
    const QString chosen = words.value(2, u"ja"_s);
    const QString theme = words.value(3, u"light"_s);
    Language language;
    language.install(chosen);
    applyTheme(application, themeFromCode(theme).value_or(ThemeChoice::Light));
    Photographer photographer(words.at(1), chosen + u'-' + theme + u'-', words.value(4));
    return QApplication::exec();
}
