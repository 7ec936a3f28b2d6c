#include "tests/chaos/propertycommand.h"

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

const char *nameOf(Step step)
{
    static const char *const names[] = {"Plan",   "Begin",   "GoOn",         "Finish",   "Operate",
                                        "Resume", "Crash",   "Restart",      "Takeover", "Cut",
                                        "Poll",   "Console", "ClockForward", "ClockBack"};
    return names[int(step)];
}

const char *nameOf(Blow blow)
{
    static const char *const names[] = {"None",     "Sleep",    "Crash",  "SleepyCrash", "Cut",
                                        "Takeover", "DiskFull", "DbLock", "FailingCall", "Console"};
    return names[int(blow)];
}

const char *nameOf(Moment moment)
{
    static const char *const names[] = {"Claimed", "Armed", "Answered"};
    return names[int(moment)];
}

/// 0 up to `end`, all as likely at every size: by itself rapidcheck draws small numbers for small stories.
rc::Gen<int> anyNumber(int end)
{
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
}

rc::Gen<Step> anyStep()
{
    return rc::gen::weightedElement<Step>({{4, Step::Plan},
                                           {5, Step::Begin},
                                           {5, Step::GoOn},
                                           {3, Step::Finish},
                                           {5, Step::Operate},
                                           {1, Step::Resume},
                                           {2, Step::Crash},
                                           {2, Step::Restart},
                                           {2, Step::Takeover},
                                           {1, Step::Cut},
                                           {3, Step::Poll},
                                           {2, Step::Console},
                                           {2, Step::ClockForward},
                                           {1, Step::ClockBack}});
}

rc::Gen<Blow> anyBlow()
{
    return rc::gen::weightedElement<Blow>({{8, Blow::None},
                                           {1, Blow::Sleep},
                                           {1, Blow::Crash},
                                           {1, Blow::SleepyCrash},
                                           {1, Blow::Cut},
                                           {2, Blow::Takeover},
                                           {1, Blow::DiskFull},
                                           {1, Blow::DbLock},
                                           {1, Blow::FailingCall},
                                           {1, Blow::Console}});
}

} // namespace

std::ostream &operator<<(std::ostream &out, const Command &command)
{
    out << nameOf(command.step) << "(seat " << command.seat << ", payment " << command.payment << ", kind "
        << command.kind << ", fault " << command.fault << ", number " << command.number;
    if (command.blow != Blow::None) {
        out << ", " << nameOf(command.blow) << " when " << nameOf(command.moment);
    }
    return out << ")";
}

rc::Gen<Command> anyCommand()
{
    using rc::gen::set;
    return rc::gen::build<Command>(
        set(&Command::step, anyStep()), set(&Command::seat, anyNumber(MostSeats)),
        set(&Command::payment, anyNumber(MostPayments + 1)), set(&Command::kind, anyNumber(6)),
        set(&Command::fault, anyNumber(16)), set(&Command::blow, anyBlow()),
        set(&Command::moment, rc::gen::element(Moment::Claimed, Moment::Armed, Moment::Answered)),
        set(&Command::number, anyNumber(9)));
}

OperationKind kindOf(const Command &command)
{
    static const QList<OperationKind> kinds{OperationKind::Capture, OperationKind::Capture,
                                            OperationKind::Cancel,  OperationKind::Change,
                                            OperationKind::Change,  OperationKind::Reauthorize};
    return kinds[command.kind];
}

QString consoleJobOf(const Command &command)
{
    static const QStringList jobs{u"SALES"_s, u"SALES"_s, u"VOID"_s, u"RETURN"_s, u"AUTH"_s, u"AUTH"_s};
    return jobs[command.kind];
}

QList<Fault> faultsOf(const Command &command)
{
    Fault fault{.times = 1};
    switch (command.fault) {
    case 0:
        fault.kind = FaultKind::DropAfter;
        break;
    case 1:
        fault.kind = FaultKind::DropBefore;
        break;
    case 2:
        fault.kind = FaultKind::Error;
        fault.codes = {u"E11010001"_s};
        break;
    case 3:
        fault.kind = FaultKind::Error;
        fault.codes = {u"E91099999"_s};
        fault.effect = true;
        break;
    case 4: // too busy
        fault.kind = FaultKind::Error;
        fault.codes = {u"E92000001"_s};
        fault.times = 1 + command.number % 3;
        break;
    case 5: // declined by the card's issuer
        fault.kind = FaultKind::Error;
        fault.codes = {u"42G020000"_s};
        break;
    case 6:
        fault.kind = FaultKind::CutAfter;
        fault.bytes = 30 * command.number;
        break;
    case 7:
        fault.kind = FaultKind::UnequalCodes;
        fault.effect = command.number % 2 == 0;
        break;
    case 8: // a read that nobody can read, the second from now
        fault.kind = FaultKind::Html;
        fault.call = u"SearchTrade"_s;
        fault.times.reset();
        fault.nth = 1 + command.number % 3;
        return {fault};
    default:
        return {};
    }
    QList<Fault> both{fault, fault};
    both[0].call = u"AlterTran"_s;
    both[1].call = u"ChangeTran"_s;
    return both;
}

} // namespace kessai
