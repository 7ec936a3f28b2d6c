#include "core/simulator/gatewayport.h"

#include "core/simulator/answerdamage.h"
#include "core/simulator/gatewaycalls.h"

#include <QTimer>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

// protocol.md §8.2 and error-codes.csv: E82 says that this call did not start, E90 that the same one is
// going.
const QString OtherInWork = u"E82010001"_s;
const QString SameInWork = u"E90010001"_s;

/// `/payment/AlterTran.idPass` → `AlterTran`; empty for any other path.
QString callFrom(const QByteArray &path)
{
    const QString text = QString::fromLatin1(path);
    if (!text.startsWith("/payment/"_L1) || !text.endsWith(".idPass"_L1)) {
        return {};
    }
    return text.sliced(9).chopped(7);
}

} // namespace

GatewayPort::GatewayPort(World &world, QObject *parent) : QObject(parent), m_world(world) {}

GatewayAnswer GatewayPort::answerWith(const QByteArray &body) const
{
    GatewayAnswer answer;
    answer.date = toHttpDate(m_world.clock().nowUtc());
    answer.body = body;
    return answer;
}

void GatewayPort::answerPlainly(HttpConnection &connection, const GatewayAnswer &answer)
{
    auto *writer = new AnswerWriter(connection, answer, m_world.options().keepAlive);
    writer->write(StruckFaults());
}

void GatewayPort::handle(HttpConnection &connection, const HttpRequest &request)
{
    const QString call = callFrom(request.path);
    if (call.isEmpty()) {
        GatewayAnswer answer = answerWith("Not Found");
        answer.status = 404;
        answerPlainly(connection, answer);
        return;
    }
    if (request.method != "POST") {
        answerPlainly(connection, answerWith(replyBody(errorReply({u"E31500014"_s}))));
        return;
    }
    Exchange exchange{&connection, call, FormFields::parse(request.body), StruckFaults(), 0};
    exchange.faults =
        m_world.faults().strike(call, m_world.orderIdOf(exchange.fields), exchange.fields.value(u"JobCd"_s));
    begin(exchange);
}

void GatewayPort::begin(Exchange exchange)
{
    const Fault *delay = exchange.faults.find(FaultKind::DelayBefore);
    exchange.sequence =
        m_world.arrive(exchange.call, exchange.fields, exchange.faults.names(), delay != nullptr);
    if (exchange.sequence == 0) {
        GatewayAnswer answer = answerWith("The ledger cannot be written.");
        answer.status = 503;
        answerPlainly(*exchange.connection, answer);
        return;
    }
    enterWork(exchange);
    later(delay ? delay->ms : 0, [this, exchange] { takeEffect(exchange); });
}

/// The payment that the call may change; none for reads, for an entry, whose OrderID alone decides, and for a
/// handle that is wrong, which must not keep others off.
QString GatewayPort::accessIdOf(const Exchange &exchange) const
{
    const FormFields &fields = exchange.fields;
    const TransactionBook &book = m_world.book();
    const Transaction *found = nullptr;
    if (exchange.call == u"SecureTran"_s) {
        found = book.byAccessId(fields.value(u"MD"_s));
    } else if (!gatewaycalls::isInquiry(exchange.call)) {
        found = book.byHandle(fields.value(u"AccessID"_s), fields.value(u"AccessPass"_s));
    }
    return found ? headOf(*found).accessId : QString();
}

/// Decided at the arrival: a call that waits until the first one is through has still been sent into its
/// work.
void GatewayPort::enterWork(Exchange &exchange)
{
    const QString accessId = accessIdOf(exchange);
    if (accessId.isEmpty()) {
        return;
    }
    const QString request = exchange.call + u' ' + requestDigest(exchange.fields);
    const auto other = m_inWork.constFind(accessId);
    if (other != m_inWork.cend()) {
        exchange.inWork = *other == request ? SameInWork : OtherInWork;
        return;
    }
    m_inWork.insert(accessId, request);
    exchange.held = accessId;
}

void GatewayPort::later(int ms, std::function<void()> work)
{
    if (ms <= 0) {
        work();
        return;
    }
    QTimer::singleShot(ms, this, std::move(work));
}

CallOutcome GatewayPort::evaluate(const Exchange &exchange) const
{
    CallOutcome outcome;
    outcome.numbers = m_world.book().numbers();
    if (!gatewaycalls::knows(exchange.call)) {
        outcome.errors = {u"E91099997"_s};
    } else if (!exchange.faults.preventsEffect()) {
        const bool stale =
            gatewaycalls::isInquiry(exchange.call) && exchange.faults.has(FaultKind::StaleRead);
        outcome = stale ? m_world.evaluateAsBefore(exchange.call, exchange.fields)
                        : m_world.evaluate(exchange.call, exchange.fields, exchange.inWork);
    }
    return outcome;
}

/// The second delivery finds what the first one left. Only the ledger hears of its result: the client sent
/// one request and gets the answer to the first delivery.
bool GatewayPort::deliverAgain(const Exchange &exchange)
{
    const bool twice = exchange.call == u"AlterTran"_s && exchange.faults.has(FaultKind::Duplicate) &&
                       !exchange.faults.preventsEffect();
    return !twice || m_world.settle(exchange.sequence, evaluate(exchange));
}

void GatewayPort::takeEffect(const Exchange &exchange)
{
    m_world.letTimePass();
    CallOutcome outcome = evaluate(exchange);
    if (exchange.faults.has(FaultKind::SpaceApprove)) {
        putSpaceIntoApprove(outcome);
    }
    const bool isKept = m_world.settle(exchange.sequence, outcome) && deliverAgain(exchange);
    m_inWork.remove(exchange.held);
    if (!isKept) {
        GatewayAnswer failed = answerWith("The ledger cannot be written.");
        failed.status = 503;
        write(exchange, failed);
        return;
    }
    const Fault *delay = exchange.faults.find(FaultKind::DelayAfter);
    const int delayMs = m_world.options().latencyMs + (delay ? delay->ms : 0);
    later(delayMs, [this, exchange, outcome] { answer(exchange, outcome); });
}

void GatewayPort::answer(const Exchange &exchange, const CallOutcome &outcome)
{
    if (!exchange.connection) {
        return;
    }
    if (exchange.faults.hasAny({FaultKind::DropBefore, FaultKind::DropAfter})) {
        exchange.connection->finish(false);
        return;
    }
    if (exchange.faults.hasAny({FaultKind::ResetBefore, FaultKind::ResetAfter})) {
        exchange.connection->reset();
        return;
    }
    const ReplyFields reply = outcome.errors.isEmpty() ? outcome.reply : errorReply(outcome.errors);
    GatewayAnswer made = answerWith(replyBody(damaged(reply, exchange.faults)));
    damageAnswer(made, exchange.faults, m_world.clock().nowUtc());
    write(exchange, made);
}

void GatewayPort::write(const Exchange &exchange, const GatewayAnswer &answer)
{
    if (exchange.connection) {
        auto *writer = new AnswerWriter(*exchange.connection, answer, m_world.options().keepAlive);
        writer->write(exchange.faults);
    }
}

} // namespace kessai::simulator
