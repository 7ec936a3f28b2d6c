#pragma once

#include "ui/models/ordersource.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

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
    /// 200 ms after the last change; at once with 検索 and Enter.
    void filterChanged(const kessai::OrderFilter &filter);
    /// ↓ in the search box: on to what was found.
    void wentDown();

protected:
    /// The search box and its button.
    /// @param prefix of their objectNames
    QLayout *makeSearchRow(const QString &prefix, const QString &placeholder);
    [[nodiscard]] QString searchText() const;
    void setSearchText(const QString &text);
    void changedSoon() { m_pause.start(); }
    void changedNow();
    /// What is set from outside is not told again.
    void forgetChange() { m_pause.stop(); }

private:
    QTimer m_pause;
    QLineEdit *m_search = nullptr;
};

} // namespace kessai
