#include "core/base/loopbackhost.h"

#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression ipv4(u"\\A127(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}\\z"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

} // namespace kessai
