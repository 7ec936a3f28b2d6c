#pragma once

#include "ui/help/helppages.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace kessai {

class ErrorCodesView;
class HelpBrowser;

/// The user's guide: its pages at the left, the one that is read at the right, and a field that leaves only
/// the pages in which what is typed stands. It stays open beside the work.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// @param parts with at least one page
    explicit HelpWindow(const QList<HelpPart> &parts, QWidget *parent = nullptr);

    /// The first one where there is none of this id.
    /// @param place id of a page, or with # and an anchor a place in it
    void showPage(const QString &place);
    [[nodiscard]] QString shownPage() const { return m_shown; }
    /// The anchor that was asked for last; "" the page as such.
    [[nodiscard]] QString shownAnchor() const { return m_anchor; }

signals:
    /// A link to お問い合わせ先, which the window of a shop knows.
    void contactAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildContents(const QList<HelpPart> &parts);
    void buildLayout();
    void search(const QString &typed);
    void hideEmptyParts();
    void goOnSearching();
    void follow(const QUrl &link);
    void read(int page);
    void markHits();
    [[nodiscard]] int rowOf(int page) const;

    QList<HelpPage> m_pages;
    QString m_shown;
    QString m_anchor;
    QLineEdit *m_search;
    QListWidget *m_contents;
    QLabel *m_nothing;
    HelpBrowser *m_text;
    ErrorCodesView *m_codes;
};

} // namespace kessai
