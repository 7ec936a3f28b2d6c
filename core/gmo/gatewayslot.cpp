#include "core/gmo/gatewayslot.h"

#include <QNetworkProxy>

namespace kessai {

GatewaySlot::GatewaySlot()
{
    // The machine's proxy settings and environment are not ours (journal.md §13.3).
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setStrictTransportSecurityEnabled(false);
    m_network.setAutoDeleteReplies(false);
}

} // namespace kessai
