// What the seats of a PropertyWorld do.
#include "tests/chaos/propertyworld.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostWakes = 3000; ///< of one command; a cancel may wait for midnight to pass

} // namespace

void PropertyWorld::plan(int number, const Command &command)
{
    PropertySeat &seat = openSeat(number);
    auto planned = std::make_shared<std::optional<OperationPlanner::Plan>>();
    const auto keep = [](QCoro::Task<StorageResult<OperationPlanner::Plan>> task,
                         std::shared_ptr<std::optional<OperationPlanner::Plan>> kept) -> QCoro::Task<> {
        const auto made = co_await task;
        if (made) {
            *kept = *made;
        }
    };
    seat.begin(keep(seat.shop().planner().plan(requestsOf(command)), planned));
    for (int wakes = 0; !*planned && wakes < 10 && seat.isOpen() && seat.isAtWork(); ++wakes) {
        goOn(number);
    }
    if (!*planned) {
        return;
    }
    if ((*planned)->run) {
        m_plannedRuns[number].append(*(*planned)->run);
        return;
    }
    for (const OperationItem &item : (*planned)->items) {
        if (item.operation && item.state == OperationState::Planned) {
            m_planned[number].append(*item.operation);
        }
    }
}

void PropertyWorld::beginPlanned(int number, const Command &command)
{
    PropertySeat &seat = openSeat(number);
    const auto never = [] { return false; };
    m_money.gateway.addFaults(faultsOf(command));
    if (!m_planned[number].isEmpty()) {
        setTrap(number, command);
        seat.begin(seat.shop().operation().run(m_planned[number].takeFirst(), Within::NoRun, never));
    } else if (!m_plannedRuns[number].isEmpty()) {
        setTrap(number, command);
        seat.begin(seat.shop().resumeRun(m_plannedRuns[number].takeFirst(), never));
    }
    finishIfMust(number);
}

void PropertyWorld::operate(int number, const Command &command)
{
    PropertySeat &seat = openSeat(number);
    m_money.gateway.addFaults(faultsOf(command));
    setTrap(number, command);
    seat.begin(seat.shop().operate(requestsOf(command), [] { return false; }));
    finish(number);
}

void PropertyWorld::resumeRuns(int number, const Command &command)
{
    PropertySeat &seat = openSeat(number);
    const auto runs = seat.context().runs.all();
    if (!runs) {
        return;
    }
    m_money.gateway.addFaults(faultsOf(command));
    for (const RunStore::Run &run : *runs) {
        if (run.state == RunStore::State::Paused && seat.isOpen()) {
            setTrap(number, command);
            seat.begin(seat.shop().resumeRun(run.id, [] { return false; }));
        }
    }
    finishIfMust(number);
}

void PropertyWorld::poll(int number)
{
    PropertySeat &seat = openSeat(number);
    seat.begin(seat.shop().settler().settleAll(std::nullopt, [] { return false; }));
    finish(number);
}

/// A store that fails is no state to leave a seat in while others go on.
void PropertyWorld::finishIfMust(int number)
{
    const auto &trap = m_traps[number];
    if (trap && (trap->command.blow == Blow::DiskFull || trap->command.blow == Blow::DbLock ||
                 trap->command.blow == Blow::FailingCall)) {
        finish(number);
    }
    afterStep(number);
}

void PropertyWorld::goOn(int number)
{
    PropertySeat &seat = *m_seats[number];
    if (seat.isOpen() && seat.isAtWork()) {
        seat.goOn();
        afterStep(number);
    }
}

void PropertyWorld::finish(int number)
{
    PropertySeat &seat = *m_seats[number];
    afterStep(number);
    for (int wakes = 0; seat.isOpen() && seat.isAtWork(); ++wakes) {
        if (wakes > MostWakes || !seat.goOn()) {
            problem(u"a seat does not come to an end"_s);
            return;
        }
        afterStep(number);
    }
    clearTrap(number);
}

/// After each step of a seat.
void PropertyWorld::afterStep(int number)
{
    m_tooLate.clear();
    if (m_crashed[number]) {
        dropSeat(number);
    }
}

void PropertyWorld::operateConsole(int payment, const Command &command)
{
    if (m_money.gateway.operateConsole(nameOf(payment), consoleJobOf(command)).ok()) {
        m_touched.insert(payment);
    }
}

} // namespace kessai
