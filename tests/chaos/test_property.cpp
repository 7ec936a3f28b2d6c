#include "tests/services/invariants.h"

#include <QTest>

#include <rapidcheck.h>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

enum class Step { Plan, Run, Restart, Poll, Console, ClockForward, ClockBack };

/// One step; the numbers choose among payments, kinds and faults.
struct Command
{
    Step step = Step::Plan;
    int payment = 0;
    int kind = 0;
    int fault = 0;
};

std::ostream &operator<<(std::ostream &out, const Command &command)
{
    static const char *const names[] = {"Plan",    "Run",          "Restart",  "Poll",
                                        "Console", "ClockForward", "ClockBack"};
    return out << names[int(command.step)] << "(payment " << command.payment << ", kind " << command.kind
               << ", fault " << command.fault << ")";
}

rc::Gen<Command> anyCommand()
{
    return rc::gen::build<Command>(
        rc::gen::set(&Command::step, rc::gen::weightedElement<Step>({{6, Step::Plan},
                                                                     {2, Step::Run},
                                                                     {2, Step::Restart},
                                                                     {3, Step::Poll},
                                                                     {2, Step::Console},
                                                                     {2, Step::ClockForward},
                                                                     {1, Step::ClockBack}})),
        rc::gen::set(&Command::payment, rc::gen::inRange(0, 3)),
        rc::gen::set(&Command::kind, rc::gen::inRange(0, 4)),
        rc::gen::set(&Command::fault, rc::gen::inRange(0, 9)));
}

/// None for about half of the numbers.
QList<Fault> faultsOf(int number)
{
    Fault fault{.times = 1};
    switch (number) {
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
    case 4:
        fault.kind = FaultKind::Html;
        fault.call = u"SearchTrade"_s;
        fault.times.reset();
        fault.nth = 2;
        return {fault};
    default:
        return {};
    }
    QList<Fault> both{fault, fault};
    both[0].call = u"AlterTran"_s;
    both[1].call = u"ChangeTran"_s;
    return both;
}

/// A shop, its gateway and what the console did; the model is the simulator's ledger.
class World
{
public:
    explicit World(int payments)
    {
        m_money.open();
        for (int number = 1; number <= payments; ++number) {
            m_orders.append(m_money.addOrder(number, Yen{3200}, {.amount = Yen{2000}}));
        }
    }

    void take(const Command &command)
    {
        const int index = int(command.payment % m_orders.size());
        static const QStringList jobs{u"SALES"_s, u"VOID"_s, u"RETURN"_s, u"AUTH"_s};
        switch (command.step) {
        case Step::Plan:
            operate(command, {m_orders[index]});
            break;
        case Step::Run:
            operate(command, m_orders);
            break;
        case Step::Restart:
            m_money.close();
            m_money.open();
            break;
        case Step::Poll:
            m_money.settle(std::chrono::milliseconds(0));
            break;
        case Step::Console:
            if (m_money.gateway.operateConsole(name(index), jobs[command.kind]).ok()) {
                m_touched.insert(index);
            }
            break;
        case Step::ClockForward:
            m_money.clock.advance(std::chrono::seconds(7 << command.fault));
            break;
        case Step::ClockBack:
            m_money.clock.setNowUtc(m_money.clock.nowUtc().addSecs(-60 * command.fault));
            break;
        }
    }

    QStringList broken()
    {
        QStringList problems;
        for (int index = 0; index < m_orders.size(); ++index) {
            problems += Invariants(m_money).broken(name(index));
        }
        return problems;
    }

    /// Faults off, time enough, then every payment has one truth.
    QStringList brokenAtRest()
    {
        m_money.settle(std::chrono::hours(5));
        QStringList problems = Invariants(m_money).brokenStore();
        for (int index = 0; index < m_orders.size(); ++index) {
            problems += m_touched.contains(index) ? brokenBesideConsole(index)
                                                  : Invariants(m_money).brokenAtRest(name(index));
        }
        return problems;
    }

private:
    static QString name(int index) { return MoneyFixture::gatewayOrderId(index + 1); }

    void operate(const Command &command, const QList<OrderId> &orders)
    {
        static const QList<OperationKind> kinds{OperationKind::Capture, OperationKind::Cancel,
                                                OperationKind::Change, OperationKind::Reauthorize};
        m_money.gateway.addFaults(faultsOf(command.fault));
        m_money.operate(kinds[command.kind], orders, true);
        m_money.gateway.clearFaults();
    }

    /// The console may have done what we wanted, so a "done" needs no effect of ours; but each effect of ours
    /// is done or with a person, and nothing is left in doubt.
    QStringList brokenBesideConsole(int index)
    {
        QStringList problems = Invariants(m_money).broken(name(index));
        const OrderId order = m_orders[index];
        ShopContext &context = m_money.shop->context();
        const PaymentId payment = context.payments.ofOrder(order).value().first().id;
        int accounted = 0;
        for (const Operation &operation : context.journal.ofPayment(payment).value()) {
            accounted +=
                operation.state == OperationState::Done || operation.state == OperationState::Conflict ? 1
                                                                                                       : 0;
            if (operation.state == OperationState::InDoubt) {
                problems.append(u"I11 %1: still in doubt"_s.arg(name(index)));
            }
        }
        int effects = 0;
        for (const simulator::LedgerEntry &entry : m_money.gateway.ledger()) {
            const bool mutating = entry.call == u"AlterTran"_s || entry.call == u"ChangeTran"_s;
            effects += mutating && entry.orderId == name(index) && entry.effect ? 1 : 0;
        }
        if (effects > accounted) {
            problems.append(
                u"I5 %1: %2 effects, %3 accounted for"_s.arg(name(index)).arg(effects).arg(accounted));
        }
        return problems;
    }

    MoneyFixture m_money;
    QList<OrderId> m_orders;
    QSet<int> m_touched;
};

} // namespace

/// Whatever happens in whatever order, journal.md §16 holds. A failure prints its seed and the shortest way
/// to it; RC_PARAMS="seed=N" plays it again.
class TestProperty : public QObject
{
    Q_OBJECT

private slots:
    void anyStory_keepsTheInvariants()
    {
        if (qEnvironmentVariableIsEmpty("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=60 max_size=14");
        }
        QVERIFY(rc::check("any story keeps the invariants", [] {
            World world(*rc::gen::inRange(1, 4));
            const auto commands = *rc::gen::container<std::vector<Command>>(anyCommand());
            for (const Command &command : commands) {
                world.take(command);
                const QStringList broken = world.broken();
                if (!broken.isEmpty()) {
                    RC_FAIL(broken.join(u'\n').toStdString());
                }
            }
            const QStringList broken = world.brokenAtRest();
            if (!broken.isEmpty()) {
                RC_FAIL(broken.join(u'\n').toStdString());
            }
        }));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestProperty)
#include "test_property.moc"
