#include "core/simulator/calloutcome.h"

#include "core/simulator/formcodec.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

QString errorClass(const QString &errorInfo)
{
    const bool cardNetwork = errorInfo.startsWith("42G"_L1) || errorInfo.startsWith("42C"_L1);
    return cardNetwork ? errorInfo.mid(2, 3) : errorInfo.left(3);
}

QByteArray replyBody(const ReplyFields &fields)
{
    QStringList parts;
    for (const auto &[key, value] : fields) {
        parts.append(key + u'=' + value);
    }
    return toWindows31J(parts.join(u'&'));
}

ReplyFields errorReply(const QStringList &errorInfos)
{
    QStringList classes;
    for (const QString &info : errorInfos) {
        classes.append(errorClass(info));
    }
    return {{u"ErrCode"_s, classes.join(u'|')}, {u"ErrInfo"_s, errorInfos.join(u'|')}};
}

} // namespace kessai::simulator
