#pragma once

#include "core/base/clock.h"
#include "core/services/setup.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kessai {

/// The first start: practise without typing anything, or connect to the gateway, or connect and then import a
/// file of orders.
class AssistantDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AssistantDialog(const QString &dataFolder, QWidget *parent = nullptr);

    void reject() override;

signals:
    void practiceChosen();
    /// The folder holds a shop now.
    void shopReady(bool thenImport);

private:
    QWidget *makeChoicePage();
    QWidget *makeConnectPage();
    void addChoice(QVBoxLayout *column, const QString &title, const QString &text, const QString &objectName,
                   std::function<void()> act);
    void showConnect(bool thenImport);
    void setUp();
    QCoro::Task<> carryOut(SetupRequest request);

    QString m_dataFolder;
    SystemClock m_clock;
    bool m_thenImport = false;
    bool m_running = false;
    QStackedWidget *m_pages;
    QComboBox *m_place = nullptr;
    QLineEdit *m_shopId = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_shopName = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_begin = nullptr;
};

} // namespace kessai
