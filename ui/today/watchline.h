#pragma once

#include "core/services/shopsession.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kessai {

/// Payments that change by themselves and are asked for in the background (Watching): how many are still to
/// come, about how long that takes, and a button that stops it or lets it go on. Nothing while nothing is
/// due.
class WatchLine : public QWidget
{
    Q_OBJECT

public:
    explicit WatchLine(ShopSession &session, QWidget *parent = nullptr);

private:
    void setPaused(bool paused);
    void showLeft();

    ShopSession &m_session;
    QLabel *m_text;
    QPushButton *m_button;
    int m_count = 0;
    int m_seconds = 0;
    bool m_paused = false;
};

} // namespace kessai
