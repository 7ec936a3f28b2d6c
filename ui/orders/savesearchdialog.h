#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace kessai {

/// 今の条件を保存…: asks for a name. Open it with open(); it deletes itself.
class SaveSearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param conditions what is kept, in words: 対応状況: 新規受付
    explicit SaveSearchDialog(const QStringList &conditions, QWidget *parent = nullptr);

signals:
    void nameChosen(const QString &name);

private:
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace kessai
