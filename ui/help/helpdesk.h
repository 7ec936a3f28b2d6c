#pragma once

#include "ui/help/helpwindow.h"

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
    /// In front, at this page.
    void open(const QString &page);
    /// As F1 there.
    void openFor(const QWidget *place);

    /// Null before it was asked for.
    [[nodiscard]] HelpWindow *window() const { return m_window; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<KeySheet::Group> m_keys;
    QPointer<HelpWindow> m_window;
};

} // namespace kessai
