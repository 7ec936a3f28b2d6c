#include "ui/widgets/helpplace.h"

#include <QVariant>
#include <QWidget>

namespace kessai {

namespace {

constexpr auto PageProperty = "helpPage";

} // namespace

void setHelpPage(QWidget &place, const QString &page)
{
    place.setProperty(PageProperty, page);
}

QString helpPageOf(const QWidget *place)
{
    for (const QWidget *at = place; at; at = at->parentWidget()) {
        const QString page = at->property(PageProperty).toString();
        if (!page.isEmpty()) {
            return page;
        }
    }
    return {};
}

} // namespace kessai
