#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QToolButton;
class QVBoxLayout;

namespace kessai {

/// One of the filters at the left of 決済状況一覧: a heading that folds, all and none, check boxes with
/// counts (S88–S90).
class FilterGroup : public QWidget
{
    Q_OBJECT

public:
    /// @param name of the group in objectNames: `payments_method`; a box is `payments_method_0`
    FilterGroup(const QString &title, const QString &name, QWidget *parent = nullptr);

    /// A small heading above the boxes that follow.
    void addHeading(const QString &title);
    void addChoice(int value, const QString &word, const QString &explanation);

    [[nodiscard]] QList<int> checkedValues() const;
    /// Tells nobody.
    void setCheckedValues(const QList<int> &values);
    void setCount(int value, qint64 count);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// Tells nobody.
    void setFolded(bool folded);

signals:
    void checkedChanged();
    void foldedChanged(bool folded);

private:
    struct Choice
    {
        int value = 0;
        QString word;
        QCheckBox *box = nullptr;
    };
    QToolButton *addSmallButton(const QString &text, const QString &accessibleName, const QString &name);
    void checkAll(bool checked);
    void showFold();
    void showTitle();

    QString m_title;
    QString m_name;
    QToolButton *m_fold;
    QWidget *m_body;
    QVBoxLayout *m_boxes;
    bool m_folded = false;
    QList<Choice> m_choices;
};

} // namespace kessai
