#pragma once

#include "ui/help/helpwindow.h"

#include <QAction>
#include <QPointer>

namespace kessai {

/// Opens the one help window of the program, from the menu and by F1 in every window, also in one that no
/// menu leads to. A widget says by setHelpPage() which page is about it; one without takes its parent's.
class HelpDesk : public QObject
{
    Q_OBJECT

public:
    explicit HelpDesk(QObject *parent = nullptr);
    ~HelpDesk() override;

    /// For the page of keys.
    void setKeys(const QList<KeySheet::Group> &keys) { m_keys = keys; }
    /// In front, at this page or place in a page.
    void open(const QString &page);
    /// As F1 there.
    void openFor(const QWidget *place);

    /// Null before it was asked for.
    [[nodiscard]] HelpWindow *window() const { return m_window; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openContact();

    QList<KeySheet::Group> m_keys;
    QPointer<QAction> m_contact; ///< お問い合わせ先 of the window that was active last
    QPointer<HelpWindow> m_window;
};

} // namespace kessai
