#pragma once

#include <QList>
#include <QToolButton>

class QMenu;

namespace kessai {

/// A button whose menu has check marks: one of the list's filters with many values. The menu stays open while
/// values are ticked.
class ChoiceButton : public QToolButton
{
    Q_OBJECT

public:
    struct Choice
    {
        int value = 0;
        QString word;
        QString explanation;
    };

    ChoiceButton(const QString &title, const QList<Choice> &choices, QWidget *parent = nullptr);

    /// Others than before, none of them ticked. Tells nobody.
    void setChoices(const QList<Choice> &choices);
    [[nodiscard]] QList<int> checkedValues() const;
    /// Tells nobody.
    void setCheckedValues(const QList<int> &values);
    void setCount(int value, qint64 count);

signals:
    void checkedChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTitle();

    QString m_title;
    QMenu *m_menu;
    QList<Choice> m_choices;
    QList<QAction *> m_actions; ///< one per choice
};

} // namespace kessai
