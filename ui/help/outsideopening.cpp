#include "ui/help/outsideopening.h"

#include "core/settings/outsidelink.h"

#include <QDesktopServices>

namespace kessai {

using namespace Qt::StringLiterals;

bool openOutside(const QString &link, const QString &subject, const QString &body)
{
    std::optional<QUrl> url = outsideLink(link);
    if (!url) {
        return false;
    }
    if (url->scheme() == "mailto"_L1) {
        const auto encoded = [](QString text) {
            text.replace(u'\n', u"\r\n"_s); // as mail has its lines
            return QString::fromLatin1(QUrl::toPercentEncoding(text));
        };
        url->setQuery(u"subject=%1&body=%2"_s.arg(encoded(subject), encoded(body)), QUrl::StrictMode);
    }
    return QDesktopServices::openUrl(*url);
}

} // namespace kessai
