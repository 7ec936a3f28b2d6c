#include "core/simulator/world.h"

#include "core/simulator/gatewaycalls.h"
#include "core/simulator/worldfile.h"

#include <QSet>

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

const QString LedgerNotWritten = u"The ledger cannot be written; nothing was done."_s;

QJsonObject visibleFields(const FormFields &fields)
{
    QJsonObject json;
    for (const FormField &field : fields.all()) {
        if (!isSecretField(field.name)) {
            json.insert(field.name, field.value);
        }
    }
    return json;
}

} // namespace

World::World(const SimulatorOptions &options)
    : m_options(options)
    , m_contract{options.shopId,   options.shopPass,      options.siteId,
                 options.sitePass, {options.captureDays}, {options.docomoFromNoon, options.walletSeconds}}
    , m_seed(options.seed ? *options.seed : QRandomGenerator::global()->generate())
    , m_clock(options.now ? *options.now : QDateTime::currentDateTimeUtc())
    , m_book(options.shopPass, m_seed)
    , m_faults(m_seed)
{
}

Result<Nothing, QString> World::open()
{
    auto lines = m_ledger.open(m_options.ledgerFile);
    if (!lines) {
        return failure(lines.error());
    }
    for (qsizetype index = 0; index < lines->size(); ++index) {
        if (!WorldFile::replay(*this, lines->at(index))) {
            return failure(u"Line %1 of the ledger is not one of this program."_s.arg(index + 1));
        }
    }
    if (m_options.now && *m_options.now > m_clock.nowUtc()) {
        m_clock.setNow(*m_options.now);
    }
    return keepClock();
}

qint64 World::arrive(const QString &call, const FormFields &fields, const QString &faultNames, bool pending)
{
    letTimePass();
    LedgerEntry entry;
    entry.sequence = m_entries.isEmpty() ? 1 : m_entries.constLast().sequence + 1;
    entry.call = call;
    entry.orderId = orderIdOf(fields);
    entry.jobCd = fields.value(u"JobCd"_s);
    entry.amount = fields.value(u"Amount"_s);
    entry.tax = fields.value(u"Tax"_s);
    entry.fields = visibleFields(fields);
    entry.digest = requestDigest(fields);
    entry.arrivedAt = m_clock.nowUtc();
    entry.machineTime = QDateTime::currentDateTimeUtc();
    entry.fault = faultNames;
    if (pending && !m_ledger.append(WorldFile::requestLine(entry, nullptr))) {
        return 0;
    }
    m_entries.append(entry);
    return entry.sequence;
}

CallOutcome World::evaluate(const QString &call, const FormFields &fields, const QString &inWork) const
{
    return gatewaycalls::run(call, {m_book, m_contract, fields, m_clock.nowUtc(), inWork});
}

CallOutcome World::evaluateAsBefore(const QString &call, const FormFields &fields) const
{
    TransactionBook past = m_book;
    const auto before = m_before.constFind(orderIdOf(fields));
    if (before != m_before.constEnd()) {
        past.put(*before);
    }
    return gatewaycalls::run(call, {past, m_contract, fields, m_clock.nowUtc()});
}

bool World::settle(qint64 sequence, const CallOutcome &outcome)
{
    const auto known =
        std::lower_bound(m_entries.begin(), m_entries.end(), sequence,
                         [](const LedgerEntry &entry, qint64 wanted) { return entry.sequence < wanted; });
    LedgerEntry entry = *known;
    std::optional<QJsonObject> effect;
    if (outcome.changed) {
        entry.orderId = headOf(*outcome.changed).orderId;
        effect = effectJson(*outcome.changed);
    }
    if (entry.settled) {
        entry.again = Redelivery{effect, outcome.errors};
    } else {
        entry.settled = true;
        entry.effect = effect;
        entry.errors = outcome.errors;
    }
    if (!m_ledger.append(WorldFile::requestLine(entry, &outcome))) {
        return false;
    }
    *known = entry;
    if (outcome.changed) {
        if (const Transaction *before = m_book.byOrderId(entry.orderId)) {
            m_before.insert(entry.orderId, *before);
        }
        commit({*outcome.changed}, outcome.numbers);
        m_notifications.announce(*outcome.changed, m_contract, m_clock.nowUtc());
    }
    return true;
}

QString World::orderIdOf(const FormFields &fields) const
{
    for (const QString &name : {u"AccessID"_s, u"MD"_s}) {
        const Transaction *transaction = m_book.byAccessId(fields.value(name));
        if (transaction) {
            return headOf(*transaction).orderId;
        }
    }
    return fields.value(u"OrderID"_s);
}

void World::commit(const QList<Transaction> &changed, const TransactionNumbers &numbers)
{
    for (const Transaction &transaction : changed) {
        m_book.put(transaction);
    }
    m_book.setNumbers(numbers);
}

bool World::keepOutside(const QJsonObject &event, const QList<Transaction> &changed,
                        const TransactionNumbers &numbers)
{
    if (!m_ledger.append(WorldFile::outsideLine(event, changed, numbers))) {
        return false;
    }
    m_outside.append(event);
    commit(changed, numbers);
    return true;
}

Result<QList<Transaction>, QString> World::seed(const QList<Transaction> &drafts)
{
    QList<Transaction> made;
    QSet<QString> names;
    TransactionNumbers numbers = m_book.numbers();
    for (Transaction transaction : drafts) {
        const QString orderId = headOf(transaction).orderId;
        if (m_book.byOrderId(orderId) || names.contains(orderId)) {
            return failure(u"The order %1 is there already."_s.arg(orderId));
        }
        names.insert(orderId);
        headOf(transaction).accessId = m_book.nextAccessId(int(made.size()));
        auto *card = std::get_if<CardTransaction>(&transaction);
        if (card && !card->forward.isEmpty()) {
            numbers.step(1);
            card->tranId = numbers.tranId(card->authorizedAt);
            card->approve = numbers.approve();
        }
        made.append(transaction);
    }
    const QJsonObject event{
        {u"what"_s, u"seed"_s}, {u"at"_s, toClockText(m_clock.nowUtc())}, {u"count"_s, made.size()}};
    if (!keepOutside(event, made, numbers)) {
        return failure(LedgerNotWritten);
    }
    return made;
}

Result<Transaction, QString> World::keepDeed(QJsonObject deed, const QString &orderId,
                                             const Result<Transaction, QString> &after,
                                             const TransactionNumbers &numbers)
{
    if (!after) {
        return after;
    }
    const QJsonObject effect = effectJson(*after);
    for (auto field = effect.begin(); field != effect.end(); ++field) {
        deed.insert(field.key(), field.value());
    }
    deed.insert(u"at"_s, toClockText(m_clock.nowUtc()));
    deed.insert(u"orderId"_s, orderId);
    if (!keepOutside(deed, {*after}, numbers)) {
        return failure(LedgerNotWritten);
    }
    m_notifications.announce(*after, m_contract, m_clock.nowUtc());
    return after;
}

Result<Transaction, QString> World::operateConsole(const ConsoleWork &work)
{
    letTimePass();
    const Transaction *found = m_book.byOrderId(work.orderId);
    if (!found) {
        return failure(u"There is no order %1."_s.arg(work.orderId));
    }
    TransactionNumbers numbers = m_book.numbers();
    const auto after = console::operate(*found, work, m_clock.nowUtc(), m_contract, numbers);
    return keepDeed({{u"what"_s, u"console"_s}, {u"jobCd"_s, work.jobCd}}, work.orderId, after, numbers);
}

Result<Transaction, QString> World::actAsShopper(const ShopperAct &act)
{
    letTimePass();
    const Transaction *found = m_book.byOrderId(act.orderId);
    if (!found) {
        return failure(u"There is no order %1."_s.arg(act.orderId));
    }
    TransactionNumbers numbers = m_book.numbers();
    const auto after = shopper::act(*found, act, m_clock.nowUtc(), numbers);
    return keepDeed({{u"what"_s, u"shopper"_s}, {u"does"_s, act.does}}, act.orderId, after, numbers);
}

void World::letTimePass()
{
    const QList<MultiTransaction> due = m_book.due(m_clock.nowUtc());
    for (MultiTransaction transaction : due) {
        shopper::letTimePass(transaction);
        if (!keepDeed({{u"what"_s, u"time"_s}}, transaction.orderId, Transaction(transaction),
                      m_book.numbers())) {
            return;
        }
    }
}

Result<Nothing, QString> World::keepClock()
{
    if (!m_ledger.append(WorldFile::clockLine(m_clock))) {
        return failure(u"The ledger cannot be written."_s);
    }
    return Nothing{};
}

Result<Nothing, QString> World::setNow(const QDateTime &instant)
{
    m_clock.setNow(instant);
    return keepClock();
}

Result<Nothing, QString> World::advance(qint64 seconds)
{
    m_clock.advance(seconds);
    return keepClock();
}

Result<Nothing, QString> World::setFrozen(bool frozen)
{
    m_clock.setFrozen(frozen);
    return keepClock();
}

} // namespace kessai::simulator
