#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace kessai {

/// A thin line that moves while something is awaited. It appears 150 ms after the start, so that quick
/// answers do not flicker, and takes the same place whether it shows or not.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    /// A known share instead of a moving piece; both 0 for none.
    void setShare(qint64 done, qint64 total);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void appear();

    bool m_active = false;
    bool m_shown = false;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QTimer m_delay;
    QBasicTimer m_frames;
    QElapsedTimer m_since;
};

} // namespace kessai
