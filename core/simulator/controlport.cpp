#include "core/simulator/controlport.h"

#include "core/simulator/controlview.h"
#include "core/simulator/notificationsender.h"
#include "core/simulator/transactionseed.h"

#include <QJsonArray>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int BadRequest = 400;
constexpr int NotFound = 404;
constexpr int NotPossible = 409;

QJsonObject errorJson(const QString &sentence)
{
    return {{u"error"_s, sentence}};
}

/// A list, or the list under a name of an object.
QJsonArray listIn(const QJsonDocument &document, const QString &name)
{
    return document.isArray() ? document.array() : document.object().value(name).toArray();
}

std::optional<Yen> amountIn(const QJsonObject &json)
{
    const QJsonValue value = json.value(u"amount"_s);
    if (value.isString()) {
        return yenFromDigits(value.toString());
    }
    return value.isDouble() && value.toInteger() >= 0 ? std::optional(Yen{value.toInteger()}) : std::nullopt;
}

} // namespace

ControlPort::ControlPort(World &world) : m_world(world) {}

void ControlPort::handle(HttpConnection &connection, const HttpRequest &request)
{
    m_world.letTimePass();
    Reply reply{405, errorJson(u"Use GET or POST."_s)};
    if (request.method == "GET") {
        reply = get(request.path);
    } else if (request.method == "POST") {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
        reply = document.isNull()
                    ? Reply{BadRequest, errorJson(u"The body is not JSON: %1."_s.arg(error.errorString()))}
                    : post(request.path, document);
    }
    const QByteArray body = QJsonDocument(reply.body).toJson(QJsonDocument::Compact);
    connection.send(
        "HTTP/1.1 " + QByteArray::number(reply.status) + (reply.status == 200 ? " OK" : " Refused") +
        "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\nConnection: close\r\n\r\n" + body);
    connection.finish(false);
}

ControlPort::Reply ControlPort::get(const QByteArray &path)
{
    if (path == "/ledger") {
        return {200, controlview::ledger(m_world)};
    }
    if (path == "/transactions") {
        return {200, controlview::transactions(m_world, m_world.book().all())};
    }
    if (path == "/clock") {
        return {200, controlview::clock(m_world)};
    }
    if (path == "/notifications") {
        return {200, controlview::notifications(m_world)};
    }
    return {NotFound, errorJson(u"There is nothing to read at this path."_s)};
}

ControlPort::Reply ControlPort::post(const QByteArray &path, const QJsonDocument &document)
{
    if (path == "/transactions") {
        return seed(listIn(document, u"transactions"_s));
    }
    if (path == "/clock") {
        return setClock(document.object());
    }
    if (path == "/faults") {
        return addFaults(listIn(document, u"faults"_s));
    }
    if (path == "/console") {
        return operateConsole(document.object());
    }
    if (path == "/shopper") {
        return actAsShopper(document.object());
    }
    if (path == "/notifications") {
        return setNotificationAddress(document.object());
    }
    return {NotFound, errorJson(u"There is nothing to do at this path."_s)};
}

ControlPort::Reply ControlPort::seed(const QJsonArray &list)
{
    QList<Transaction> drafts;
    for (const auto &value : list) {
        auto draft = draftFromJson(value.toObject(), m_world.clock().nowUtc());
        if (!draft) {
            return {BadRequest, errorJson(draft.error())};
        }
        drafts.append(*draft);
    }
    auto made = m_world.seed(drafts);
    if (!made) {
        return {NotPossible, errorJson(made.error())};
    }
    return {200, controlview::transactions(m_world, *made)};
}

ControlPort::Reply ControlPort::setClock(const QJsonObject &json)
{
    const QDateTime now = fromClockText(json.value(u"now"_s).toString());
    if (json.contains(u"now"_s) && !now.isValid()) {
        return {BadRequest, errorJson(u"now is written yyyy-MM-dd HH:mm:ss, in Japan time."_s)};
    }
    if (json.contains(u"advanceSeconds"_s) && !json.value(u"advanceSeconds"_s).isDouble()) {
        return {BadRequest, errorJson(u"advanceSeconds is a number."_s)};
    }
    if (json.contains(u"frozen"_s) && !json.value(u"frozen"_s).isBool()) {
        return {BadRequest, errorJson(u"frozen is true or false."_s)};
    }
    Result<Nothing, QString> kept{Nothing{}};
    if (now.isValid()) {
        kept = m_world.setNow(now);
    }
    if (kept.ok() && json.contains(u"advanceSeconds"_s)) {
        kept = m_world.advance(json.value(u"advanceSeconds"_s).toInteger());
    }
    if (kept.ok() && json.contains(u"frozen"_s)) {
        kept = m_world.setFrozen(json.value(u"frozen"_s).toBool());
    }
    return kept.ok() ? Reply{200, controlview::clock(m_world)} : Reply{NotPossible, errorJson(kept.error())};
}

ControlPort::Reply ControlPort::addFaults(const QJsonArray &list)
{
    QList<Fault> faults;
    for (const auto &value : list) {
        const auto fault = faultFromJson(value.toObject());
        if (!fault) {
            return {BadRequest, errorJson(fault.error())};
        }
        if (fault->kind == FaultKind::TlsFailure && !m_world.options().tls) {
            return {BadRequest, errorJson(u"tlsFailure is for a simulator that was started with --tls."_s)};
        }
        faults.append(fault.value());
    }
    if (faults.isEmpty()) {
        m_world.faults().clear();
    }
    m_world.faults().add(faults);
    return {200, {{u"faults"_s, m_world.faults().size()}}};
}

ControlPort::Reply ControlPort::replyWith(const Result<Transaction, QString> &result) const
{
    if (!result) {
        return {NotPossible, errorJson(result.error())};
    }
    return {200, {{u"transaction"_s, controlview::transaction(m_world, *result)}}};
}

ControlPort::Reply ControlPort::operateConsole(const QJsonObject &json)
{
    const auto amount = amountIn(json);
    if (json.contains(u"amount"_s) && !json.value(u"amount"_s).isNull() && !amount) {
        return {BadRequest, errorJson(u"amount is whole yen."_s)};
    }
    return replyWith(m_world.operateConsole(
        {json.value(u"orderId"_s).toString(), json.value(u"jobCd"_s).toString(), amount}));
}

ControlPort::Reply ControlPort::actAsShopper(const QJsonObject &json)
{
    return replyWith(
        m_world.actAsShopper({json.value(u"orderId"_s).toString(), json.value(u"does"_s).toString(),
                              json.value(u"payMethod"_s).toString(), json.value(u"status"_s).toString()}));
}

ControlPort::Reply ControlPort::setNotificationAddress(const QJsonObject &json)
{
    const QString url = json.value(u"url"_s).toString();
    if (!url.isEmpty() && !isNotificationAddress(url)) {
        return {BadRequest, errorJson(NotificationAddressHint)};
    }
    m_world.notifications().setAddress(url);
    return {200, controlview::notifications(m_world)};
}

} // namespace kessai::simulator
