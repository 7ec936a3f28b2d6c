#include "core/settings/outsidelink.h"

#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

bool isMailAddress(const QString &text)
{
    // No letter that means something else in a mailto: address.
    static const QRegularExpression pattern(
        u"\\A[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}\\z"_s);
    return pattern.match(text).hasMatch();
}

std::optional<QUrl> outsideLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    const bool page = url.scheme() == "https"_L1 && !url.host().isEmpty();
    const bool mail = url.scheme() == "mailto"_L1 && url.host().isEmpty() && !url.hasQuery() &&
                      !url.hasFragment() && isMailAddress(url.path());
    return page || mail ? std::optional(url) : std::nullopt;
}

} // namespace kessai
