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

QCoro::Task<InquiryAnswer> GmoClient::searchTrade(GatewaySlot &slot, QString gatewayOrderId) const
{
    const QByteArray body = authenticated({{u"OrderID"_s, gatewayOrderId}});
    const WireAnswer wire = co_await m_transport->post(slot, u"SearchTrade.idPass"_s, body, {});
    co_return readInquiry(wire, gatewayOrderId, m_errors);
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
    return prepared(u"AlterTran.idPass"_s, request.access, fields);
}

PreparedRequest GmoClient::prepare(const ChangeRequest &request) const
{
    FormFields fields{{u"JobCd"_s, request.jobCd}, {u"Amount"_s, digits(request.amount)}};
    if (request.tax) {
        fields.append({u"Tax"_s, digits(*request.tax)});
    }
    return prepared(u"ChangeTran.idPass"_s, request.access, fields);
}

QCoro::Task<MutationAnswer> GmoClient::send(GatewaySlot &slot, PreparedRequest request, SendGuard guard) const
{
    const WireAnswer wire = co_await m_transport->post(slot, request.endpoint, request.body, guard);
    co_return readMutation(wire, request.access, m_errors);
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

PreparedRequest GmoClient::prepared(const QString &endpoint, const AccessKey &access,
                                    const FormFields &fields) const
{
    const FormFields handle{{u"AccessID"_s, access.accessId}, {u"AccessPass"_s, access.accessPass}};
    return {endpoint, authenticated(handle + fields), digestOf(endpoint, fields), access};
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
