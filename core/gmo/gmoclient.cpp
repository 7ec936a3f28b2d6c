#include "core/gmo/gmoclient.h"

#include "core/gmo/answerreader.h"
#include "core/gmo/gatewayslot.h"
#include "core/gmo/gmotransport.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

QString digits(Yen amount)
{
    return QString::number(amount.value);
}

QString endpointOf(GatewayCall call)
{
    return nameOf(call) + u".idPass"_s;
}

/// `Cancel` of CancelAmount, "" of Amount; nothing for a call that names no amount.
std::optional<QString> amountPrefixOf(GatewayCall call)
{
    switch (call) {
    case GatewayCall::AuSales:
    case GatewayCall::DocomoSales:
    case GatewayCall::SbSales:
    case GatewayCall::RakutenIdChange:
        return QString();
    case GatewayCall::AuCancelReturn:
    case GatewayCall::DocomoCancelReturn:
    case GatewayCall::SbCancel:
        return u"Cancel"_s;
    case GatewayCall::AlterTran:
    case GatewayCall::ChangeTran:
    case GatewayCall::CvsCancel:
    case GatewayCall::PayEasyCancel:
    case GatewayCall::RakutenIdSales:
    case GatewayCall::RakutenIdCancel:
        break;
    }
    return std::nullopt;
}

} // namespace

GmoClient::GmoClient(GatewayConfig config, const ErrorTable &errors, QByteArray digestKey)
    : m_config(std::move(config))
    , m_errors(errors)
    , m_digestKey(digestKey.left(crypto_generichash_KEYBYTES_MAX))
    , m_transport(std::make_unique<GmoTransport>(m_config))
{
}

GmoClient::~GmoClient() = default;

std::unique_ptr<GatewaySlot> GmoClient::makeSlot() const
{
    return std::make_unique<GatewaySlot>();
}

QCoro::Task<InquiryAnswer> GmoClient::inquire(GatewaySlot &slot, QString gatewayOrderId,
                                              PaymentMethod method) const
{
    const bool card = method == PaymentMethod::Card;
    FormFields fields{{u"OrderID"_s, gatewayOrderId}};
    if (!card) {
        fields.append({u"PayType"_s, payTypeOf(method)});
    }
    const QString endpoint = card ? u"SearchTrade.idPass"_s : u"SearchTradeMulti.idPass"_s;
    const WireAnswer wire = co_await m_transport->post(slot, endpoint, authenticated(fields), {});
    co_return readInquiry(wire, gatewayOrderId, method, m_errors);
}

PreparedRequest GmoClient::prepare(const AlterRequest &request) const
{
    FormFields fields{{u"JobCd"_s, request.jobCd}};
    if (request.amount) {
        fields.append({u"Amount"_s, digits(*request.amount)});
    }
    if (request.tax) {
        fields.append({u"Tax"_s, digits(*request.tax)});
    }
    if (!request.methodCode.isEmpty()) {
        fields.append({u"Method"_s, request.methodCode});
    }
    if (!request.payTimes.isEmpty()) {
        fields.append({u"PayTimes"_s, request.payTimes});
    }
    return prepared(GatewayCall::AlterTran, request.access, fields);
}

PreparedRequest GmoClient::prepare(const ChangeRequest &request) const
{
    FormFields fields{{u"JobCd"_s, request.jobCd}, {u"Amount"_s, digits(request.amount)}};
    if (request.tax) {
        fields.append({u"Tax"_s, digits(*request.tax)});
    }
    return prepared(GatewayCall::ChangeTran, request.access, fields);
}

PreparedRequest GmoClient::prepare(const MultiRequest &request) const
{
    FormFields fields{{u"OrderID"_s, request.gatewayOrderId}};
    const std::optional<QString> prefix = amountPrefixOf(request.call);
    if (prefix && request.amount) {
        fields.append({*prefix + u"Amount"_s, digits(*request.amount)});
    }
    if (prefix && request.tax) {
        fields.append({*prefix + u"Tax"_s, digits(*request.tax)});
    }
    PreparedRequest ready = prepared(request.call, request.access, fields);
    ready.gatewayOrderId = request.gatewayOrderId;
    return ready;
}

QCoro::Task<MutationAnswer> GmoClient::send(GatewaySlot &slot, PreparedRequest request, SendGuard guard) const
{
    const WireAnswer wire = co_await m_transport->post(slot, endpointOf(request.call), request.body, guard);
    co_return readMutation(wire, request, m_errors);
}

QByteArray GmoClient::authenticated(const FormFields &fields) const
{
    const auto shop = encodeForm({{u"ShopID"_s, m_config.shopId}});
    const auto rest = encodeForm(fields);
    if (!shop || !rest) {
        return {};
    }
    return *shop + "&ShopPass=" + formEscaped(m_config.shopPass.reveal()) + '&' + *rest;
}

PreparedRequest GmoClient::prepared(GatewayCall call, const AccessKey &access, const FormFields &fields) const
{
    const FormFields handle{{u"AccessID"_s, access.accessId}, {u"AccessPass"_s, access.accessPass}};
    return {call, authenticated(handle + fields), digestOf(endpointOf(call), fields), access};
}

QString GmoClient::digestOf(const QString &endpoint, const FormFields &fields) const
{
    const auto open = encodeForm(FormFields{{u"ShopID"_s, m_config.shopId}} + fields);
    const QByteArray message = endpoint.toUtf8() + '\n' + (open ? *open : QByteArray());
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(message.constData()),
                       static_cast<unsigned long long>(message.size()),
                       reinterpret_cast<const unsigned char *>(m_digestKey.constData()),
                       static_cast<size_t>(m_digestKey.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())).toHex());
}

} // namespace kessai
