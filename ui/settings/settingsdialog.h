#pragma once

#include "core/base/secret.h"
#include "core/services/shopsession.h"
#include "core/storage/closingdates.h"
#include "ui/widgets/theme.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace kessai {

class ClosingDatesPage;

/// 設定: the settings that staff may change, each with its default and a sentence.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(ShopSession &session, QWidget *parent = nullptr);

signals:
    /// Stored and in force.
    void saved();
    void themeChosen(kessai::ThemeChoice choice);

private:
    /// One setting on the screen.
    struct Field
    {
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
    };
    struct Problem
    {
        QString key; ///< "" not of one field
        QString text;
    };
    /// @param place of the help page about it
    void buildTab(QTabWidget *tabs, const QString &title, const QString &place, const QStringList &keys);
    void addField(QVBoxLayout *column, const QString &key);
    QWidget *makeEditor(const QString &key);
    void addGatewayTest(QVBoxLayout *column);
    /// What the tabs hold.
    struct Contents
    {
        QHash<QString, QString> values; ///< by key
        StorageResult<QList<ClosingDate>> closingDates;
    };
    void load();
    void showContents(const Contents &contents);
    [[nodiscard]] QString valueOf(const QString &key) const;
    void save();
    void showProblem(const Problem &problem);
    void testGateway();

    void addPassword(QVBoxLayout *column);
    static Problem storeSettings(Shop &shop, const QHash<QString, QString> &values);
    static Problem storeClosingDates(Shop &shop, const QList<ClosingDate> &dates);
    static QCoro::Task<Problem> store(Shop &shop, QHash<QString, QString> values, QList<ClosingDate> dates,
                                      Secret pass);

    ShopSession &m_session;
    QHash<QString, Field> m_fields;
    ClosingDatesPage *m_closingDates;
    QPushButton *m_save;
    QLineEdit *m_password = nullptr;
    QPushButton *m_test = nullptr;
    QLabel *m_testAnswer = nullptr;
    QLabel *m_problem;
};

} // namespace kessai
