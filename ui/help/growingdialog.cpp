#include "ui/help/growingdialog.h"

#include <QEvent>
#include <QLayout>

namespace kessai {

bool GrowingDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()) {
        const int widthPx = qMax(width(), layout()->totalMinimumSize().width());
        resize(widthPx, qMax(height(), layout()->totalHeightForWidth(widthPx)));
    }
    return done;
}

} // namespace kessai
