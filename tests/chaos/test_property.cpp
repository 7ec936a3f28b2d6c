#include "core/storage/databasefaults.h"
#include "tests/services/invariants.h"

#include <QTest>

#include <rapidcheck.h>
#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

constexpr int LockPatienceMs = 3000; // journal.md §10

enum class Step {
    Plan,
    Run,
    Restart,
    Poll,
    Console,
    ClockForward,
    ClockBack,
    Suspend,     ///< an operation, and the machine sleeps between arming and sending
    DiskFull,    ///< an operation on a full disk; there is room again when the store has told it twice
    FailingCall, ///< an operation, and one call to the database fails
    DbLock,      ///< an operation while another program holds the write lock for a moment
};

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
    static const char *const names[] = {"Plan",     "Run",          "Restart",   "Poll",
                                        "Console",  "ClockForward", "ClockBack", "Suspend",
                                        "DiskFull", "FailingCall",  "DbLock"};
    return out << names[int(command.step)] << "(payment " << command.payment << ", kind " << command.kind
               << ", fault " << command.fault << ")";
}

/// 0 up to `end`, all as likely at every size: by itself rapidcheck draws small numbers for small stories.
rc::Gen<int> anyNumber(int end)
{
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
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
                                                                     {1, Step::ClockBack},
                                                                     {1, Step::Suspend},
                                                                     {2, Step::DiskFull},
                                                                     {2, Step::FailingCall},
                                                                     {1, Step::DbLock}})),
        rc::gen::set(&Command::payment, anyNumber(3)), rc::gen::set(&Command::kind, anyNumber(4)),
        rc::gen::set(&Command::fault, anyNumber(9)));
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
        case Step::Suspend:
            operateAcrossSleep(command, m_orders[index]);
            break;
        case Step::DiskFull:
            operateOnFullDisk(command, m_orders[index]);
            break;
        case Step::FailingCall:
            seams::failDatabaseCall(1 + 7 * command.fault + command.payment,
                                    command.fault % 2 ? seams::CommitFault::After
                                                      : seams::CommitFault::Before);
            operate(command, {m_orders[index]});
            seams::failDatabaseCall(0);
            break;
        case Step::DbLock:
            operateBesideALock(command, m_orders[index]);
            break;
        }
    }

    QStringList broken()
    {
        QStringList problems = m_problems;
        for (int index = 0; index < m_orders.size(); ++index) {
            problems += m_invariants.broken(name(index));
        }
        return problems;
    }

    /// Faults off, the next start, time enough, then every payment has one truth.
    QStringList brokenAtRest()
    {
        m_money.close();
        m_money.open();
        m_money.settle(std::chrono::hours(5));
        QStringList problems = m_invariants.brokenStore();
        if (m_touched.isEmpty()) { // the console's sales are in no run
            problems += m_invariants.brokenRuns();
        }
        for (int index = 0; index < m_orders.size(); ++index) {
            problems += m_touched.contains(index) ? brokenBesideConsole(index)
                                                  : m_invariants.brokenAtRest(name(index));
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

    void operateAcrossSleep(const Command &command, const OrderId &order)
    {
        ShopContext &context = m_money.shop->context();
        QObject listener;
        QObject::connect(&context.notifier, &ChangeNotifier::paymentChanged, &listener, [&](PaymentId id) {
            const auto live = context.journal.liveOf(id);
            if (live && *live && (*live)->state == OperationState::Armed) {
                m_money.clock.suspend(context.timing.sendWindow + std::chrono::seconds(1));
            }
        });
        const int before = mutations();
        operate(command, {order});
        m_problems += mutations() == before ? QStringList() : QStringList{u"sent after the send window"_s};
    }

    /// No write goes through. (The page limit of SQLite would leave room in the pages that are there.)
    void operateOnFullDisk(const Command &command, const OrderId &order)
    {
        operateFromAStateOn(command, order, [this](bool full) { setFull(full); });
    }

    /// The store refuses from the beginning, the claim or the arming on, until two failures were told.
    void operateFromAStateOn(const Command &command, const OrderId &order,
                             const std::function<void(bool)> &refuse)
    {
        ShopContext &context = m_money.shop->context();
        static const QList<OperationState> from{OperationState::Planned, OperationState::Claimed,
                                                OperationState::Armed};
        const OperationState since = from[command.fault % from.size()];
        int told = 0;
        QObject listener;
        QObject::connect(&context.notifier, &ChangeNotifier::paymentChanged, &listener, [&](PaymentId id) {
            const auto live = context.journal.liveOf(id);
            if (told == 0 && live && *live && (*live)->state == since) {
                refuse(true);
            }
        });
        QObject::connect(&context.notifier, &ChangeNotifier::storeFailing, &listener,
                         [&] { refuse(++told < 2); });
        refuse(since == OperationState::Planned);
        operate(command, {order});
        refuse(false);
    }

    void setFull(bool full)
    {
        m_money.shop->context().database.first(u"PRAGMA query_only = %1"_s.arg(int(full))).value();
    }

    /// Another program holds the write lock from the beginning, the claim or the arming on, until two
    /// failures were told. Nothing waits for it: the store's patience is the engine's, not ours.
    void operateBesideALock(const Command &command, const OrderId &order)
    {
        sqlite3 *other = nullptr;
        const QByteArray file = m_money.shop->context().database.spec().sqliteFile.toUtf8();
        const bool opened = sqlite3_open(file.constData(), &other) == SQLITE_OK;
        const auto say = [&](const char *sql) { return sqlite3_exec(other, sql, nullptr, nullptr, nullptr); };
        bool locked = false;
        const auto hold = [&](bool held) {
            if (held != locked) {
                const int said = say(held ? "BEGIN IMMEDIATE" : "ROLLBACK");
                m_problems += said == SQLITE_OK ? QStringList() : QStringList{u"the lock did not move"_s};
                locked = held;
            }
        };
        setPatience(0);
        operateFromAStateOn(command, order, hold);
        setPatience(LockPatienceMs);
        sqlite3_close(other);
        m_problems += opened ? QStringList() : QStringList{u"the file did not open"_s};
    }

    void setPatience(int milliseconds)
    {
        m_money.shop->context().database.first(u"PRAGMA busy_timeout = %1"_s.arg(milliseconds)).value();
    }

    int mutations() const
    {
        return m_money.gateway.arrived(u"AlterTran"_s) + m_money.gateway.arrived(u"ChangeTran"_s);
    }

    /// The console may have done what we wanted, so a "done" needs no effect of ours; but each effect of ours
    /// is done or with a person, and nothing is left in doubt.
    QStringList brokenBesideConsole(int index)
    {
        QStringList problems = m_invariants.broken(name(index));
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
    Invariants m_invariants{m_money};
    QStringList m_problems;
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
            qputenv("RC_PARAMS", "max_success=150 max_size=20");
        }
        QVERIFY(rc::check("any story keeps the invariants", [] {
            World world(1 + *anyNumber(4));
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
