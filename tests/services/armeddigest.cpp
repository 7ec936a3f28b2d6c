#include "tests/services/armeddigest.h"

#include <QStringList>

#include <sodium.h>

namespace kessai {

using namespace Qt::StringLiterals;

QString armedDigest(const simulator::LedgerEntry &request, const QByteArray &key)
{
    static const QStringList covered{u"ShopID"_s, u"OrderID"_s,      u"JobCd"_s,
                                     u"Amount"_s, u"CancelAmount"_s, u"CancelTax"_s,
                                     u"Tax"_s,    u"Method"_s,       u"PayTimes"_s};
    QStringList fields;
    for (const QString &name : covered) {
        if (request.fields.contains(name)) {
            fields.append(name + u'=' + request.fields.value(name).toString());
        }
    }
    const bool hasHandle = request.fields.contains(u"AccessID"_s);
    if (fields.size() + int(hasHandle) != request.fields.size()) {
        return {};
    }
    const QByteArray message = u"%1.idPass\n%2"_s.arg(request.call, fields.join(u'&')).toUtf8();
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()),
                       reinterpret_cast<const unsigned char *>(key.constData()), size_t(key.size()));
    return QString::fromLatin1(hash.toHex());
}

} // namespace kessai
