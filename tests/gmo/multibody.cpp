#include "tests/gmo/multibody.h"

#include "core/gmo/answerreader.h"
#include "tests/gmo/gatewayfixture.h"
#include "tests/gmo/vectorfile.h"

using namespace Qt::StringLiterals;

namespace kessai::testing {

QByteArray multiBody(PaymentMethod method, const FilledKeys &filled)
{
    QByteArray body = recordedAnswer(u"multi-search-card-1-SearchTradeMulti"_s);
    body.replace("&PayType=0&", "&PayType=" + payTypeOf(method).toLatin1() + '&');
    for (const auto &[key, value] : filled) {
        const QByteArray empty = '&' + key + "=&";
        const QByteArray full = '&' + key + '=' + value;
        // The kit reads keys that the recording of 2013 does not have yet.
        if (body.contains(empty)) {
            body.replace(empty, full + '&');
        } else {
            body += full;
        }
    }
    return body;
}

InquiryAnswer readMultiBody(const QByteArray &body, PaymentMethod method)
{
    return readInquiry(GatewayFixture::wireWith(body), GatewayFixture::orderId(), method,
                       ErrorTable::embedded());
}

QList<PaymentMethod> otherMethods()
{
    QList<PaymentMethod> methods = gatewayMethods();
    methods.removeOne(PaymentMethod::Card);
    return methods;
}

} // namespace kessai::testing
