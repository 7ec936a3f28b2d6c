#pragma once

#include "core/simulator/httpserver.h"
#include "core/simulator/world.h"

#include <QJsonDocument>

namespace kessai::simulator {

/// JSON over HTTP for tests and operators (design.md §9):
/// - `GET /ledger` → `{"requests":[entry…],"outside":[…],"arrived":{call:n},"total":n,"now":"…"}`
///   (an entry that was delivered twice has the second result in `again`)
/// - `GET /transactions`, `POST /transactions` with a list → `{"transactions":[…]}`
/// - `POST /clock`, `GET /clock` → `{"now":"…","frozen":b}`
/// - `POST /faults` with a list adds to the plan, an empty list empties it; → `{"faults":n}`, how many are
/// set up
/// - `POST /console`, `POST /shopper` → `{"transaction":{…}}`; the words are those of console.h and shopper.h
/// - `POST /notifications` `{"url":"http://127.0.0.1:N/…"}` posts result notifications there, an empty one
/// stops that; `GET /notifications` → `{"url":"…","notifications":[{orderId, status, attempts, received,
/// nextAt}]}`
/// Refusals are 400 (unreadable), 404, 405 or 409 (not possible now) with `{"error":"sentence or code"}`.
class ControlPort
{
public:
    explicit ControlPort(World &world);

    void handle(HttpConnection &connection, const HttpRequest &request);

private:
    struct Reply
    {
        int status = 200;
        QJsonObject body;
    };

    Reply get(const QByteArray &path);
    Reply post(const QByteArray &path, const QJsonDocument &document);
    Reply seed(const QJsonArray &list);
    Reply setClock(const QJsonObject &json);
    Reply addFaults(const QJsonArray &list);
    Reply operateConsole(const QJsonObject &json);
    Reply actAsShopper(const QJsonObject &json);
    Reply setNotificationAddress(const QJsonObject &json);
    [[nodiscard]] Reply replyWith(const Result<Transaction, QString> &result) const;

    World &m_world;
};

} // namespace kessai::simulator
