#pragma once

#include "core/base/clock.h"
#include "core/services/setup.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
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
    void addPlace(QFormLayout *form);
    void addField(QFormLayout *form, const QString &label, QLineEdit *edit, const QString &name,
                  const QString &example);
    void showConnect(bool thenImport);
    void growToFit();
    void setUp();
    void finish();
    QCoro::Task<> carryOut(SetupRequest request);

    QString m_dataFolder;
    SystemClock m_clock;
    bool m_thenImport = false;
    bool m_running = false;
    bool m_done = false; ///< the shop is there; only its notice is still to be read
    QStackedWidget *m_pages;
    QComboBox *m_place;
    QLineEdit *m_url;
    QLineEdit *m_shopId;
    QLineEdit *m_password;
    QLineEdit *m_shopName;
    QLineEdit *m_operators;
    QLabel *m_problem;
    QPushButton *m_back = nullptr; ///< made with its page
    QPushButton *m_begin;
};

} // namespace kessai
