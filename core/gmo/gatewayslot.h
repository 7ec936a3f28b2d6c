#pragma once

#include <QNetworkAccessManager>

namespace kessai {

/// One QNetworkAccessManager with one request in flight (journal.md §13.2). The pre-check read and the
/// mutating call of an operation go through the same slot, one after the other. Made by GmoClient.
class GatewaySlot
{
public:
    GatewaySlot();

    [[nodiscard]] bool busy() const { return m_busy; }

private:
    friend class GmoTransport;
    QNetworkAccessManager m_network;
    bool m_busy = false;
    qint64 m_lastUseMs = 0;
};

} // namespace kessai
