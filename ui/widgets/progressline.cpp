#include "ui/widgets/progressline.h"

#include "ui/widgets/colours.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <chrono>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr int HeightPx = 3;
constexpr int FrameMs = 33;
constexpr qint64 RoundMs = 1400;

} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(HeightPx);
    setAccessibleName(tr("読み込み中"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &ProgressLine::appear);
}

QSize ProgressLine::sizeHint() const
{
    return {100, HeightPx};
}

void ProgressLine::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    if (active) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_frames.stop();
    m_shown = false;
    m_done = m_total = 0;
    update();
}

void ProgressLine::setShare(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    update();
}

void ProgressLine::appear()
{
    m_shown = true;
    m_since.start();
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (animated) {
        m_frames.start(FrameMs, this);
    }
    update();
}

void ProgressLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frames.timerId()) {
        update();
    } else {
        QWidget::timerEvent(event);
    }
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_shown) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), hairline(palette()));
    const QColor accent = colourOf(Meaning::Accent, palette());
    if (m_total > 0) {
        painter.fillRect(0, 0, int(width() * m_done / m_total), height(), accent);
        return;
    }
    const double phase = m_frames.isActive() ? double(m_since.elapsed() % RoundMs) / RoundMs : 0.5;
    const int piece = width() / 3;
    painter.fillRect(int(phase * (width() + piece)) - piece, 0, piece, height(), accent);
}

} // namespace kessai
