#include "tests/chaos/propertyworld.h"

#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

simulator::SimulatorOptions keepingConnections()
{
    // A connection that dies under a second request is what makes Qt send a body twice.
    simulator::SimulatorOptions options = MoneyFixture::defaults();
    options.keepAlive = true;
    return options;
}

} // namespace

PropertyWorld::PropertyWorld(const QString &database) : m_money(database, keepingConnections())
{
    m_time.now = MoneyFixture::start().toUTC();
    m_money.gateway.setFrozen(true);
    m_money.open();
    const DatabaseSpec spec = observer().database.spec();
    if (spec.dialect == DatabaseSpec::Dialect::Postgresql) {
        m_bystander = std::move(*Database::open(spec, DatabaseMode::ReadWrite));
        m_bystander->run(u"SET client_min_messages = error"_s).value();
        for (std::unique_ptr<Shop> &shop : m_shops) {
            m_seats.push_back(std::make_unique<PropertySeat>(shop, m_time));
        }
    } else {
        m_money.close();
        m_seats.push_back(std::make_unique<PropertySeat>(m_money.shop, m_time));
        if (sqlite3_open(spec.sqliteFile.toUtf8().constData(), &m_other) != SQLITE_OK) {
            qFatal("no second connection");
        }
    }
}

PropertyWorld::~PropertyWorld()
{
    if (m_lockHeld) {
        holdLock(0, false);
    }
    m_seats.clear();
    sqlite3_close(m_other);
}

QString PropertyWorld::nameOf(int payment) const
{
    return MoneyFixture::gatewayOrderId(m_firstNumber + payment);
}

int PropertyWorld::paymentOf(const Command &command) const
{
    return int(command.payment % m_orders.size());
}

int PropertyWorld::seatOf(const Command &command) const
{
    return int(command.seat % m_seats.size());
}

QList<OperationRequest> PropertyWorld::requestsOf(const Command &command) const
{
    QList<OperationRequest> requests;
    for (int payment = 0; payment < m_orders.size(); ++payment) {
        if (command.payment < MostPayments && payment != paymentOf(command)) {
            continue;
        }
        OperationRequest request;
        request.kind = kindOf(command);
        request.order = m_orders[payment];
        request.keepGatewayAmount = true;
        request.operatorName = u"佐藤"_s;
        requests.append(request);
    }
    return requests;
}

void PropertyWorld::beginStory(int payments)
{
    m_time.now = MoneyFixture::start().toUTC();
    m_begunAt = m_time.sinceBoot;
    m_money.gateway.setNow(m_time.now);
    openSeat(0);
    m_invariants = std::make_unique<Invariants>(m_money);
    for (int payment = 0; payment < payments; ++payment) {
        m_orders.append(m_money.addOrder(m_firstNumber + payment, Yen{3200}, {.amount = Yen{2000}}));
    }
    m_heard = m_noted = m_money.gateway.ledger().size();
}

void PropertyWorld::endStory()
{
    static const QStringList tables{
        u"evidence"_s,      u"watch"_s,        u"finding"_s,      u"seal"_s,       u"op"_s,
        u"bulk_run_item"_s, u"bulk_run"_s,     u"payment_fact"_s, u"payment"_s,    u"order_event"_s,
        u"order_item"_s,    u"shipment"_s,     u"order_import"_s, u"import_log"_s, u"order_shop_value"_s,
        u"order_editing"_s, u"order_search"_s, u"orders"_s};
    QStringList statements{u"DELETE FROM meta WHERE name = 'operationCount'"_s};
    for (const QString &table : tables) {
        statements.append(u"DELETE FROM "_s + table);
    }
    for (const QString &statement : statements) {
        const auto emptied = observer().database.run(statement);
        if (!emptied) {
            qFatal("%s: %s", qPrintable(statement), qPrintable(emptied.error().message));
        }
    }
    m_firstNumber += m_orders.size();
    m_orders.clear();
    m_touched.clear();
    m_problems.clear();
    m_seen.clear();
    m_moved.clear();
    m_money.gateway.clearFaults();
}

void PropertyWorld::take(const Command &command)
{
    // The gateway's time is the true one, whatever the clock on the shop's wall says.
    m_money.gateway.setNow(MoneyFixture::start().addMSecs((m_time.sinceBoot - m_begunAt).count()));
    const int seat = seatOf(command);
    switch (command.step) {
    case Step::Plan:
        plan(seat, command);
        break;
    case Step::Begin:
        beginPlanned(seat, command);
        break;
    case Step::GoOn:
        goOn(seat);
        break;
    case Step::Finish:
        finish(seat);
        break;
    case Step::Operate:
        operate(seat, command);
        break;
    case Step::Resume:
        resumeRuns(seat, command);
        break;
    case Step::Crash:
        dropSeat(seat);
        break;
    case Step::Restart:
        restart(seat);
        break;
    case Step::Takeover:
        // A seat that lost its connection learns it here, and takes over the next time.
        static_cast<void>(openSeat(seat).shop().settler().adoptAbandoned().ok());
        break;
    case Step::Cut:
        if (m_seats[seat]->isOpen()) {
            cut(seat);
        }
        break;
    case Step::Poll:
        poll(seat);
        break;
    case Step::Console:
        operateConsole(paymentOf(command), command);
        break;
    case Step::ClockForward:
        m_time.pass(std::chrono::seconds(7 << command.number));
        break;
    case Step::ClockBack:
        m_time.now = m_time.now.addSecs(-60 * command.number);
        break;
    }
    noteMoves(seat);
    if (!isPostgresql()) {
        openSeat(0);
    }
}

PropertySeat &PropertyWorld::openSeat(int number)
{
    PropertySeat &seat = *m_seats[number];
    if (seat.isOpen()) {
        return seat;
    }
    seat.open(m_money.dataFolder());
    ChangeNotifier *notifier = &seat.shop().notifier();
    connect(notifier, &ChangeNotifier::paymentChanged, this,
            [this, number](PaymentId payment) { onPaymentChanged(number, payment); });
    connect(notifier, &ChangeNotifier::gatewayAnswered, this, [this, number] { onExchange(number); });
    connect(notifier, &ChangeNotifier::gatewayUnreachable, this, [this, number] { onExchange(number); });
    connect(notifier, &ChangeNotifier::storeFailing, this, [this, number] { onStoreFailing(number); });
    const auto adopted = seat.shop().settler().adoptAbandoned();
    if (!adopted) {
        problem(u"nothing could be taken over: %1"_s.arg(adopted.error().message));
    }
    return seat;
}

void PropertyWorld::dropSeat(int number)
{
    PropertySeat &seat = *m_seats[number];
    clearTrap(number);
    m_planned[number].clear();
    m_plannedRuns[number].clear();
    m_crashed[number] = false;
    if (!seat.isOpen()) {
        return;
    }
    noteMoves(number);
    const auto backend = isPostgresql() ? seat.context().database.first(u"SELECT pg_backend_pid()"_s)
                                        : StorageResult<QVariantList>(QVariantList());
    seat.drop();
    if (isPostgresql() && backend) {
        endSession(backend->value(0).toInt());
    }
}

void PropertyWorld::restart(int number)
{
    dropSeat(number);
    openSeat(number);
}

} // namespace kessai
