#pragma once

#include "ui/models/savedsearchlist.h"
#include "ui/work/orderview.h"

#include <QListWidget>

namespace kessai {

/// 今日の仕事, and 受注管理: the three screens, the ready-made views and the saved searches, with live counts
/// (S21).
class SideBar : public QListWidget
{
    Q_OBJECT

public:
    enum class Screen { Today, Orders, Payments, History };

    explicit SideBar(QWidget *parent = nullptr);

    void setCounts(const ListCounts &counts);
    /// How many cards of 今日の仕事 have something to do.
    void setWorkCount(int cards);
    void setSavedSearches(const QList<SavedSearchList::Entry> &entries);
    /// Marks the view without asking for it.
    void mark(OrderView::Kind kind);
    void mark(Screen screen);
    void markSaved(qint64 id);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// Also 受注一覧 itself: OrderView::Kind::All.
    void viewChosen(kessai::OrderView::Kind kind);
    void todayChosen();
    void paymentsChosen();
    void historyChosen();
    void savedChosen(qint64 id);
    /// 今の条件を保存…: keep the conditions of the list in sight.
    void saveAsked();
    /// The person typed another name (F2) or confirmed the deletion (Delete).
    void renameAsked(qint64 id, const QString &name);
    void removeAsked(qint64 id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void choose(const QListWidgetItem *item);
    void onItemChanged(QListWidgetItem *item);
    void addHeading(const QString &title);
    QListWidgetItem *addItemWith(int role, const QVariant &value, const QString &title,
                                 const QString &explanation);
    [[nodiscard]] QListWidgetItem *itemWith(int role, const QVariant &value) const;
    void beginRename(QListWidgetItem *item);
    void askRemoval(QListWidgetItem *item);
    void showCount(QListWidgetItem &item, qint64 count);

    bool m_filling = false; ///< what changes is not typed by a person
};

} // namespace kessai
