#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace kessai {

class Paragraph;

/// What stands where there are no rows: what is so, why, and what can be done (screens.md, principle 9).
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setMessage(const QString &iconName, const QString &title, const QString &text);
    void clearButtons();
    void addButton(const QString &label, const QString &objectName, bool primary,
                   std::function<void()> action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    Paragraph *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace kessai
