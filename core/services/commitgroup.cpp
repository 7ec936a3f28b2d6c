#include "core/services/commitgroup.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace kessai {

namespace {

/// A commit takes a hundred times as long as such a turn, and each step that comes along saves one: answers
/// were on their way that arrive meanwhile. A step that is alone loses some microseconds.
constexpr int TurnsOfWaiting = 10;

} // namespace

bool CommitGroup::Turn::event(QEvent *event)
{
    if (event->type() != QEvent::User) {
        return QObject::event(event);
    }
    const bool mayShare = m_group.m_database.dialect() == Database::Dialect::Sqlite;
    if (mayShare && m_waited < TurnsOfWaiting) {
        ++m_waited;
        comeLast();
        return true;
    }
    m_waited = 0;
    m_group.carryOut();
    return true;
}

void CommitGroup::Turn::comeLast()
{
    QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority);
}

/// Not carried out at once: whatever else is ready in these turns of the event loop comes along. Answers that
/// have arrived are read first, so the busier the program is, the more steps share a commit.
void CommitGroup::join(Member &member, std::coroutine_handle<> waiting)
{
    member.waiting = waiting;
    m_members.push_back(&member);
    if (m_members.size() == 1) {
        m_turn.comeLast();
    }
}

void CommitGroup::carryOut()
{
    const std::vector<Member *> members = std::exchange(m_members, {});
    m_stepCount += qint64(members.size());
    // On PostgreSQL a shared transaction would hold the rows of several orders, in no order that other seats
    // keep to, and one row that somebody holds would let all of them wait.
    const bool shares = members.size() > 1 && m_database.dialect() == Database::Dialect::Sqlite;
    const bool together = shares && carryOutTogether(members);
    for (Member *member : members) {
        if (!together) {
            ++m_transactionCount;
            member->run();
        }
        // The coroutine may go on to its end here, and the member with it; nobody waits for the others.
        const std::coroutine_handle<> waiting = member->waiting;
        waiting.resume();
    }
}

/// @returns false when a step failed: nothing of any of them is written, and each is to be tried on its own
bool CommitGroup::carryOutTogether(const std::vector<Member *> &members)
{
    const auto tellAll = [&members](const StorageError &error) {
        for (Member *member : members) {
            member->storeError = error;
        }
    };
    auto transaction = Transaction::begin(m_database);
    if (!transaction) {
        tellAll(transaction.error());
        return true;
    }
    for (const Member *member : members) {
        if (!member->run()) {
            return false;
        }
    }
    ++m_transactionCount;
    const auto committed = transaction->commit();
    if (!committed) {
        tellAll(committed.error());
    }
    return true;
}

} // namespace kessai
