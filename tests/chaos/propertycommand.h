#pragma once

#include "core/domain/operation.h"
#include "core/simulator/fault.h"

#include <rapidcheck.h>

#include <ostream>

namespace kessai {

constexpr int MostPayments = 4;
constexpr int MostSeats = 3;

/// The commands of journal.md §17. Send and work happen step by step: Begin claims, each GoOn is one step.
enum class Step {
    Plan,         ///< a seat plans one operation, or a run of all payments
    Begin,        ///< a seat claims what it planned and reads; it stands still before it arms
    GoOn,         ///< one step further: arms, sends, records and reads again
    Finish,       ///< all that the seat has under way, to its end
    Operate,      ///< plan, claim and work to the end
    Resume,       ///< a seat goes on with the paused runs
    Crash,        ///< the seat's program is gone
    Restart,      ///< the next program on the seat, which takes over what is left
    Takeover,     ///< a living seat looks for what gone owners left and takes it
    Cut,          ///< the seat loses its connection to the database (SQLite: nothing)
    Poll,         ///< a seat reads all that is in doubt once
    Console,      ///< GMO's operator changes a payment
    ClockForward, ///< time passes
    ClockBack,    ///< somebody sets the clock on the wall back
};

/// What strikes an operation at a moment of its work.
enum class Blow {
    None,
    Sleep,       ///< the machine sleeps longer than the send window
    Crash,       ///< the program is gone at this moment, or just after it sent
    SleepyCrash, ///< it is gone at this moment, and sent nothing any more
    Cut,         ///< the connection to the database is lost
    Takeover,    ///< it is lost, and another seat takes over while this one goes on
    DiskFull,    ///< no write goes through until the store has told it twice
    DbLock,      ///< another program holds the lock until the store has told it twice
    FailingCall, ///< one call to the database fails
    Console,     ///< GMO's operator changes the payment
};
enum class Moment { Claimed, Armed, Answered };

/// The numbers choose among what there is.
struct Command
{
    Step step = Step::Plan;
    int seat = 0;
    int payment = 0; ///< MostPayments: all, as a run
    int kind = 0;
    int fault = 0; ///< of the gateway
    Blow blow = Blow::None;
    Moment moment = Moment::Claimed;
    int number = 0;
};

std::ostream &operator<<(std::ostream &out, const Command &command);
rc::Gen<Command> anyCommand();

OperationKind kindOf(const Command &command);
/// The word of GMO's operator.
QString consoleJobOf(const Command &command);
/// What the gateway does wrong with the next request; nothing for about half of the commands.
QList<simulator::Fault> faultsOf(const Command &command);

} // namespace kessai
