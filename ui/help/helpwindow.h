#pragma once

#include "ui/help/helppages.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace kessai {

/// The user's guide: its pages at the left, the one that is read at the right, and a field that leaves only
/// the pages in which what is typed stands. It stays open beside the work.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// @param pages at least one
    explicit HelpWindow(QList<HelpPage> pages, QWidget *parent = nullptr);

    /// The first one where there is none of this id.
    void showPage(const QString &id);
    [[nodiscard]] QString shownPage() const { return m_shown; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillContents();
    void search(const QString &typed);
    void goOnSearching();
    void read(const HelpPage &page);
    void markHits();

    QList<HelpPage> m_pages;
    QString m_shown;
    QLineEdit *m_search;
    QListWidget *m_contents;
    QLabel *m_nothing;
    QTextBrowser *m_text;
};

} // namespace kessai
