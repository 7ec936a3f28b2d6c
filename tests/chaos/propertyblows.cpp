// What strikes an operation of a PropertyWorld at a moment of its work.
#include "core/storage/databasefaults.h"
#include "tests/chaos/propertyworld.h"

#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int FailuresTold = 2;      ///< then a store takes writes again
constexpr int LockPatienceMs = 3000; // journal.md §10

} // namespace

void PropertyWorld::setTrap(int seat, const Command &command)
{
    clearTrap(seat);
    if (command.blow != Blow::None) {
        m_traps[seat] = Trap{command};
    }
}

void PropertyWorld::clearTrap(int seat)
{
    if (m_traps[seat] && m_traps[seat]->storeIsShut) {
        shutStore(seat, false);
    }
    m_traps[seat].reset();
    seams::failDatabaseCall(0);
}

void PropertyWorld::onPaymentChanged(int seat, PaymentId payment)
{
    const auto &trap = m_traps[seat];
    if (!trap || trap->sprung) {
        return;
    }
    const auto live = m_seats[seat]->context().journal.liveOf(payment);
    if (!live || !*live || (*live)->ownerBoot != m_seats[seat]->boot()) {
        return;
    }
    if ((*live)->state == OperationState::Claimed) {
        strike(seat, Moment::Claimed);
    } else if ((*live)->state == OperationState::Armed) {
        const auto armed = m_seats[seat]->context().payments.byId(payment);
        m_armed = armed ? armed->gatewayOrderId : QString();
        strike(seat, Moment::Armed);
    }
}

void PropertyWorld::strike(int seat, Moment moment)
{
    if (!m_traps[seat] || m_traps[seat]->sprung || m_traps[seat]->command.moment != moment) {
        return;
    }
    Trap &trap = *m_traps[seat];
    trap.sprung = true;
    noteMoves(seat);
    switch (trap.command.blow) {
    case Blow::None:
        break;
    case Blow::Sleep:
        sleepPastTheWindow(moment);
        break;
    case Blow::SleepyCrash:
        sleepPastTheWindow(moment);
        [[fallthrough]];
    case Blow::Crash:
        // Nothing that it does from here on becomes durable; it is dropped as soon as it stands still.
        refuseWrites(seat, true);
        m_crashed[seat] = true;
        break;
    case Blow::Cut:
        cut(seat);
        break;
    case Blow::Takeover:
        takeOverFrom(seat);
        break;
    case Blow::DiskFull:
    case Blow::DbLock:
        shutStore(seat, true);
        break;
    case Blow::FailingCall:
        seams::failDatabaseCall(1 + 2 * trap.command.number, trap.command.seat % 2
                                                                 ? seams::CommitFault::After
                                                                 : seams::CommitFault::Before);
        break;
    case Blow::Console:
        operateConsole(paymentOf(trap.command), trap.command);
        break;
    }
}

void PropertyWorld::sleepPastTheWindow(Moment moment)
{
    m_tooLate = moment == Moment::Armed ? m_armed : QString();
    m_time.pass(observer().timing.sendWindow + 1s);
}

/// The seat's session at the server ends; its program lives and connects again with its next statement.
void PropertyWorld::cut(int seat)
{
    if (!isPostgresql()) {
        return;
    }
    const auto backend = m_seats[seat]->context().database.first(u"SELECT pg_backend_pid()"_s);
    if (backend) {
        endSession(backend->value(0).toInt());
    }
}

/// The server needs a moment for it, and has no way to wait that takes less than 100 ms.
void PropertyWorld::endSession(int backend)
{
    m_bystander->first(u"SELECT pg_terminate_backend(?)"_s, {backend}).value();
    while (
        !m_bystander->first(u"SELECT 1 FROM pg_stat_activity WHERE pid = ?"_s, {backend}).value().isEmpty()) {
    }
}

void PropertyWorld::takeOverFrom(int seat)
{
    if (!isPostgresql()) {
        return;
    }
    for (int other = 0; other < int(m_seats.size()); ++other) {
        if (other != seat && m_seats[other]->isOpen()) {
            cut(seat);
            static_cast<void>(m_seats[other]->shop().settler().adoptAbandoned().ok());
            noteMoves(other);
            return;
        }
    }
}

void PropertyWorld::onStoreFailing(int seat)
{
    const auto &trap = m_traps[seat];
    if (trap && trap->storeIsShut && ++m_traps[seat]->storeFailures >= FailuresTold) {
        shutStore(seat, false);
    }
}

void PropertyWorld::shutStore(int seat, bool shut)
{
    Trap &trap = *m_traps[seat];
    trap.storeIsShut = shut;
    if (trap.command.blow == Blow::DiskFull) {
        refuseWrites(seat, shut);
    } else {
        holdLock(seat, shut);
    }
}

/// As a full disk does. (The page limit of SQLite would leave room in the pages that are there.)
void PropertyWorld::refuseWrites(int seat, bool refuse)
{
    const QString statement =
        isPostgresql() ? u"SET default_transaction_read_only = %1"_s.arg(refuse ? u"on"_s : u"off"_s)
                       : u"PRAGMA query_only = %1"_s.arg(int(refuse));
    static_cast<void>(m_seats[seat]->context().database.first(statement).ok());
}

/// Another program holds the write lock. Nothing waits for it: the store's patience is the engine's.
void PropertyWorld::holdLock(int seat, bool held)
{
    const int patience = held ? 1 : LockPatienceMs;
    const QString statement =
        (isPostgresql() ? u"SET lock_timeout = %1"_s : u"PRAGMA busy_timeout = %1"_s).arg(patience);
    if (m_seats[seat]->isOpen()) {
        static_cast<void>(m_seats[seat]->context().database.first(statement).ok());
    }
    if (held == m_lockHeld) {
        return;
    }
    bool moved = false;
    if (isPostgresql()) {
        moved = held ? m_bystander->run(u"BEGIN"_s).ok() &&
                           m_bystander->run(u"LOCK TABLE op, evidence IN EXCLUSIVE MODE"_s).ok()
                     : m_bystander->run(u"ROLLBACK"_s).ok();
    } else {
        moved = sqlite3_exec(m_other, held ? "BEGIN IMMEDIATE" : "ROLLBACK", nullptr, nullptr, nullptr) ==
                SQLITE_OK;
    }
    if (!moved) {
        problem(u"the lock did not move"_s);
    }
    m_lockHeld = held;
}

} // namespace kessai
