#pragma once

#include "core/simulator/answerwriter.h"
#include "core/simulator/httpserver.h"
#include "core/simulator/world.h"

#include <QObject>
#include <QPointer>

namespace kessai::simulator {

/// The gateway as its clients see it: `POST /payment/NAME.idPass`. Each request is entered into the ledger
/// when it has arrived whole, takes effect, and only then is answered; the faults of the plan strike in
/// between. An effect does not depend on whether the client still waits; nor does a call in work make room
/// for another one for its payment before it took effect.
class GatewayPort : public QObject
{
    Q_OBJECT
public:
    explicit GatewayPort(World &world, QObject *parent = nullptr);

    void handle(HttpConnection &connection, const HttpRequest &request);

private:
    struct Exchange
    {
        QPointer<HttpConnection> connection; ///< gone when the client gave up
        QString call;
        FormFields fields;
        StruckFaults faults;
        qint64 sequence = 0;
        QString held{};   ///< AccessID of the payment that no other call may work on meanwhile
        QString inWork{}; ///< the code for it when another call held its payment
    };

    void begin(Exchange exchange);
    void enterWork(Exchange &exchange);
    [[nodiscard]] QString accessIdOf(const Exchange &exchange) const;
    [[nodiscard]] CallOutcome evaluate(const Exchange &exchange) const;
    void takeEffect(const Exchange &exchange);
    [[nodiscard]] bool deliverAgain(const Exchange &exchange);
    void answer(const Exchange &exchange, const CallOutcome &outcome);
    void write(const Exchange &exchange, const GatewayAnswer &answer);
    void answerPlainly(HttpConnection &connection, const GatewayAnswer &answer);
    void later(int ms, std::function<void()> work);
    [[nodiscard]] GatewayAnswer answerWith(const QByteArray &body) const;

    World &m_world;
    QHash<QString, QString> m_inWork; ///< by AccessID: name and digest of the call
};

} // namespace kessai::simulator
