#pragma once

#include "core/gmo/sendguard.h"

#include <QByteArray>
#include <QIODevice>

namespace kessai {

/// A request body that can be read once. QNetworkAccessManager rewinds the body to send a request again when
/// a connection drops; this device cannot be rewound, so the request ends in an error instead (journal.md
/// §13.1).
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    /// @param guard asked before the first byte is given; false: no byte is ever given. Empty: no question.
    OneShotBody(QByteArray body, SendGuard guard);

    /// Bytes were given to the network stack: the gateway may have them.
    [[nodiscard]] bool offered() const { return m_offered; }
    /// From now on no byte is given.
    void shut() { m_shut = true; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

signals:
    /// The guard said no.
    void guardRefused();

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_body;
    const SendGuard m_guard;
    qsizetype m_position = 0;
    bool m_offered = false;
    bool m_shut = false;
};

} // namespace kessai
