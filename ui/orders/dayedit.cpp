#include "ui/orders/dayedit.h"

#include "core/base/japantime.h"
#include "ui/orders/filterentries.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString iconName = u"view-calendar"_s;

/// Below the line, or above it where the screen ends.
QPoint placeFor(const QWidget &line, const QSize &size)
{
    const QRect screen = line.screen()->availableGeometry();
    QPoint place = line.mapToGlobal(QPoint(0, line.height()));
    if (place.y() + size.height() > screen.bottom()) {
        place.setY(line.mapToGlobal(QPoint(0, 0)).y() - size.height());
    }
    place.setX(qBound(screen.left(), place.x(), qMax(screen.left(), screen.right() - size.width())));
    return place;
}

} // namespace

DayEdit::DayEdit(bool timed, QWidget *parent)
    : QLineEdit(parent)
    , m_timed(timed)
    , m_open(addAction(themedIcon(iconName, palette()), QLineEdit::TrailingPosition))
{
    const QString example = timed ? u"2020/12/03 13:21"_s : u"2020/12/03"_s;
    setMaxLength(filterentries::TextMaximum);
    setFixedWidth(fontMetrics().horizontalAdvance(example) + 46);
    m_open->setToolTip(tr("カレンダーから選ぶ（Alt+↓）"));
    connect(m_open, &QAction::triggered, this, &DayEdit::showCalendar);
}

void DayEdit::showCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setObjectName(objectName() + u"_calendar"_s);
    calendar->setAccessibleName(tr("カレンダー: %1").arg(accessibleName()));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const auto entry = filterentries::moment(text());
    const bool named = entry && *entry;
    calendar->setSelectedDate(named ? (*entry)->day : japantime::dayOf(QDateTime::currentDateTimeUtc()));
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(calendar);
    const auto take = [this, popup](const QDate &day) {
        popup->close();
        takeDay(day);
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take); // Enter
    popup->move(placeFor(*this, popup->sizeHint()));
    popup->show();
    calendar->setFocus();
}

void DayEdit::takeDay(const QDate &day)
{
    const auto entry = filterentries::moment(text());
    const bool timed = m_timed && entry && *entry && (*entry)->time;
    const DayOrTime taken = timed ? DayOrTime(day, (*entry)->time) : DayOrTime(day);
    setText(filterentries::textOf(std::optional(taken)));
    setFocus();
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4) {
        showCalendar();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void DayEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_open->setIcon(themedIcon(iconName, palette()));
    }
}

} // namespace kessai
