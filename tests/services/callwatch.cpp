#include "tests/services/callwatch.h"

#include <QSqlQuery>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {
/// Of its own, past Database: what it asks is no call of the program, which a fault sweep counts and fails.
const QString Connection = u"call watch"_s;
} // namespace

CallWatch::CallWatch(MoneyFixture &money) : m_money(money), m_seen(money.gateway.ledger().size())
{
    QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, Connection);
    file.setDatabaseName(money.shop->context().database.spec().sqliteFile);
    file.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!file.open()) {
        m_broken.append(u"the watch cannot read the database"_s);
    }
    const ChangeNotifier *notifier = &money.shop->context().notifier;
    connect(notifier, &ChangeNotifier::gatewayAnswered, this, &CallWatch::lookAtExchange);
    connect(notifier, &ChangeNotifier::gatewayUnreachable, this, &CallWatch::lookAtExchange);
}

CallWatch::~CallWatch()
{
    QSqlDatabase::removeDatabase(Connection);
}

QStringList CallWatch::statesOf(const QString &gatewayOrderId) const
{
    QSqlQuery query(QSqlDatabase::database(Connection));
    query.prepare(
        u"SELECT o.state FROM op o JOIN payment p ON p.id = o.payment_id WHERE p.gw_order_id = ?"_s);
    query.bindValue(0, gatewayOrderId);
    QStringList states;
    for (bool found = query.exec() && query.next(); found; found = query.next()) {
        states.append(query.value(0).toString());
    }
    return states;
}

void CallWatch::lookAtExchange()
{
    Database &database = m_money.shop->context().database;
    if (database.inTransaction()) {
        m_broken.append(u"I10: a transaction was open during a call"_s);
    }
    const QList<simulator::LedgerEntry> ledger = m_money.gateway.ledger();
    for (const simulator::LedgerEntry &entry : ledger.mid(m_seen)) {
        if (entry.call == u"SearchTrade"_s) {
            continue;
        }
        ++m_mutations;
        const QStringList states = statesOf(entry.orderId);
        if (!states.contains(u"ARMED"_s)) {
            m_broken.append(u"I10: %1 for %2 while [%3]"_s.arg(entry.call, entry.orderId, states.join(u' ')));
        }
    }
    m_seen = ledger.size();
}

} // namespace kessai
