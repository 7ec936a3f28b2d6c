#pragma once

#include "ui/models/ordersource.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace kessai {

/// What a list is narrowed by: one value in, one value out. Knows no model.
class ListFilterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ListFilterPanel(QWidget *parent = nullptr);

    [[nodiscard]] virtual OrderFilter filter() const = 0;
    /// Tells nobody. Conditions that have no widget here (views of the side bar) are kept and given back by
    /// filter().
    virtual void setFilter(const OrderFilter &filter) = 0;
    virtual void setCounts(const ListCounts &counts) = 0;
    void focusSearch();

signals:
    /// 200 ms after the last change; at once with 検索 and Enter. Not while a field does not fit.
    void filterChanged(const kessai::OrderFilter &filter);
    /// ↓ in the search box: on to what was found.
    void wentDown();

protected:
    /// The search box and its button.
    /// @param prefix of their objectNames
    QHBoxLayout *makeSearchRow(const QString &prefix, const QString &placeholder);
    /// The guide's ? beside a part of the panel (S24, S27): shows the help that is its tooltip too.
    QToolButton *makeHelpButton(const QString &name, const QString &subject, const QString &help);
    [[nodiscard]] static QString searchHelp();
    [[nodiscard]] QString searchText() const;
    void setSearchText(const QString &text);
    /// Whether all fields can be asked for.
    [[nodiscard]] virtual bool fits() const { return true; }
    /// Says at the fields why they cannot.
    virtual void tellProblems() {}
    void changedSoon() { m_pause.start(); }
    void changedNow();
    /// What is set from outside is not told again.
    void forgetChange() { m_pause.stop(); }

private:
    void changedByPause();

    QTimer m_pause;
    QLineEdit *m_search = nullptr;
};

} // namespace kessai
