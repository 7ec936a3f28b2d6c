// What a PropertyWorld asks beside Invariants.
#include "tests/chaos/propertyworld.h"

namespace kessai {

using namespace Qt::StringLiterals;

/// I10: at the end of an exchange no transaction is open, and who got a mutating request is ARMED. What slept
/// after arming is not sent.
void PropertyWorld::onExchange(int seat)
{
    ShopContext &context = m_seats[seat]->context();
    if (context.database.inTransaction()) {
        problem(u"I10: a transaction was open during a call"_s);
    }
    const QList<simulator::LedgerEntry> ledger = m_money.gateway.ledger();
    bool mutated = false;
    for (; m_heard < ledger.size(); ++m_heard) {
        const simulator::LedgerEntry &entry = ledger[m_heard];
        if (!movesMoney(entry)) {
            continue;
        }
        mutated = true;
        if (entry.orderId == m_tooLate) {
            problem(u"%1: sent after the send window"_s.arg(entry.orderId));
        }
        const QString query = u"SELECT count(*) FROM op o JOIN payment p ON p.id = o.payment_id "
                              "WHERE p.gw_order_id = ? AND o.state = 'ARMED'"_s;
        auto armed = observer().database.first(query, {entry.orderId});
        if (!armed) { // the call that a blow made fail
            armed = observer().database.first(query, {entry.orderId});
        }
        if (!armed || armed->value(0).toInt() != 1) {
            problem(u"I10 %1: %2 while nothing was armed"_s.arg(entry.orderId, entry.call));
        }
    }
    if (mutated) {
        strike(seat, Moment::Answered);
    }
}

/// I9: whoever moves an operation out of CLAIMED or ARMED owns it, or has just taken it over.
void PropertyWorld::noteMoves(int seat)
{
    if (!m_money.shop) {
        return;
    }
    const QString boot = m_seats[seat]->isOpen() ? m_seats[seat]->boot() : QString();
    const auto visit = [&](const Rows &row) {
        const OperationId id{row.value(0).toString()};
        const SeenOperation now{row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toString(),
                                row.value(4).toLongLong()};
        const SeenOperation before = m_seen.value(id);
        if (now == before) {
            return;
        }
        const bool wasHeld = before.state == u"CLAIMED"_s || before.state == u"ARMED"_s;
        const bool moved = now.state != before.state || now.epoch != before.epoch;
        if (wasHeld && moved && now.ownerBoot != boot) {
            problem(u"I9 %1: %2 → %3 by a seat that had lost it"_s.arg(id.value, before.state, now.state));
        }
        m_seen.insert(id, now);
        m_moved.insert(row.value(5).toString());
    };
    const QString query = u"SELECT o.id, o.state, o.epoch, o.owner_boot, "
                          "(SELECT max(e.seq) FROM evidence e WHERE e.op_id = o.id), p.gw_order_id "
                          "FROM op o JOIN payment p ON p.id = o.payment_id"_s;
    auto read = observer().database.forEachRow(query, {}, visit);
    if (!read) { // the call that a blow made fail
        read = observer().database.forEachRow(query, {}, visit);
    }
    if (!read) {
        problem(u"the operations cannot be read: %1"_s.arg(read.error().message));
    }
}

/// A request may arrive although the journal knows of none.
void PropertyWorld::noteRequests()
{
    const QList<simulator::LedgerEntry> ledger = m_money.gateway.ledger();
    for (; m_noted < ledger.size(); ++m_noted) {
        if (movesMoney(ledger[m_noted])) {
            m_moved.insert(ledger[m_noted].orderId);
        }
    }
}

/// Only what has news is looked at: most of the time of a story would go into looking.
QStringList PropertyWorld::broken()
{
    noteRequests();
    QStringList problems = m_problems;
    for (const QString &name : std::as_const(m_moved)) {
        problems += m_invariants->broken(name);
    }
    m_moved.clear();
    return problems;
}

QStringList PropertyWorld::brokenAtRest()
{
    for (int seat = 0; seat < int(m_seats.size()); ++seat) {
        dropSeat(seat);
    }
    m_money.gateway.clearFaults();
    PropertySeat &seat = openSeat(0);
    seat.begin(seat.shop().settler().settleAll(std::chrono::hours(5), [] { return false; }));
    while (seat.isAtWork() && seat.goOn()) {
    }
    QStringList problems = m_problems + m_invariants->brokenStore() + brokenRuns();
    for (int payment = 0; payment < m_orders.size(); ++payment) {
        problems += m_touched.contains(payment) ? brokenBesideConsole(payment)
                                                : m_invariants->brokenAtRest(nameOf(payment));
    }
    return problems;
}

/// GMO's operator sells what is in no run: then the yen differ.
QStringList PropertyWorld::brokenRuns()
{
    QStringList problems = m_invariants->brokenRuns();
    if (!m_touched.isEmpty()) {
        problems.removeIf([](const QString &line) { return line.contains(u" yen, sold "_s); });
    }
    return problems;
}

/// The operator may have done what we wanted, so a "done" needs no effect of ours; but each effect of ours is
/// done or with a person, and nothing is left in doubt.
QStringList PropertyWorld::brokenBesideConsole(int payment)
{
    const QString name = nameOf(payment);
    QStringList problems = m_invariants->broken(name);
    const PaymentId id = observer().payments.ofOrder(m_orders[payment]).value().first().id;
    int accounted = 0;
    for (const Operation &operation : observer().journal.ofPayment(id).value()) {
        accounted +=
            operation.state == OperationState::Done || operation.state == OperationState::Conflict ? 1 : 0;
        if (operation.state == OperationState::InDoubt) {
            problems.append(u"I11 %1: still in doubt"_s.arg(name));
        }
    }
    int effects = 0;
    const QList<simulator::LedgerEntry> ledger = m_money.gateway.ledger();
    for (const simulator::LedgerEntry &entry : ledger) {
        effects += movesMoney(entry) && entry.orderId == name && entry.effect ? 1 : 0;
    }
    if (effects > accounted) {
        problems.append(u"I5 %1: %2 effects, %3 accounted for"_s.arg(name).arg(effects).arg(accounted));
    }
    return problems;
}

} // namespace kessai
