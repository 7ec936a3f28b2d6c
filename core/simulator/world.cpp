#include "core/simulator/world.h"

#include "core/base/japantime.h"
#include "core/simulator/worldfile.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

const QString LedgerNotWritten = u"The ledger cannot be written; nothing was done."_s;

bool isOpen(CardStatus status)
{
    return status == CardStatus::Auth || status == CardStatus::Sauth || status == CardStatus::Sales ||
           status == CardStatus::Capture;
}

QJsonObject effectJson(const CardTransaction &transaction)
{
    return {{u"status"_s, cardWord(transaction.status)},
            {u"amount"_s, transaction.amount.value},
            {u"tax"_s, transaction.tax.value},
            {u"tranId"_s, transaction.tranId},
            {u"approve"_s, transaction.approve},
            {u"processDate"_s, japantime::toGatewayText(transaction.processedAt)}};
}

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
    , m_contract{options.shopId, options.shopPass, options.siteId, options.sitePass, {options.captureDays}}
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
    return cardcalls::run(call, {m_book, m_contract, fields, m_clock.nowUtc(), inWork});
}

CallOutcome World::evaluateAsBefore(const QString &call, const FormFields &fields) const
{
    TransactionBook past = m_book;
    const auto before = m_before.constFind(orderIdOf(fields));
    if (before != m_before.constEnd()) {
        past.put(*before);
    }
    return cardcalls::run(call, {past, m_contract, fields, m_clock.nowUtc()});
}

bool World::settle(qint64 sequence, const CallOutcome &outcome)
{
    const auto known =
        std::lower_bound(m_entries.begin(), m_entries.end(), sequence,
                         [](const LedgerEntry &entry, qint64 wanted) { return entry.sequence < wanted; });
    LedgerEntry entry = *known;
    std::optional<QJsonObject> effect;
    if (outcome.changed) {
        entry.orderId = outcome.changed->orderId;
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
        if (const CardTransaction *before = m_book.byOrderId(outcome.changed->orderId)) {
            m_before.insert(before->orderId, *before);
        }
        commit({*outcome.changed}, outcome.numbers);
    }
    return true;
}

QString World::orderIdOf(const FormFields &fields) const
{
    for (const QString &name : {u"AccessID"_s, u"MD"_s}) {
        const CardTransaction *transaction = m_book.byAccessId(fields.value(name));
        if (transaction) {
            return transaction->orderId;
        }
    }
    return fields.value(u"OrderID"_s);
}

void World::commit(const QList<CardTransaction> &changed, const TransactionNumbers &numbers)
{
    for (const CardTransaction &transaction : changed) {
        m_book.put(transaction);
    }
    m_book.setNumbers(numbers);
}

bool World::keepOutside(const QJsonObject &event, const QList<CardTransaction> &changed,
                        const TransactionNumbers &numbers)
{
    if (!m_ledger.append(WorldFile::outsideLine(event, changed, numbers))) {
        return false;
    }
    m_outside.append(event);
    commit(changed, numbers);
    return true;
}

Result<QList<CardTransaction>, QString> World::seed(const QList<TransactionSeed> &seeds)
{
    QList<CardTransaction> made;
    QSet<QString> names;
    TransactionNumbers numbers = m_book.numbers();
    for (const TransactionSeed &seed : seeds) {
        if (m_book.byOrderId(seed.orderId) || names.contains(seed.orderId)) {
            return failure(u"The order %1 is there already."_s.arg(seed.orderId));
        }
        names.insert(seed.orderId);
        CardTransaction transaction = transactionFrom(seed, m_clock.nowUtc());
        transaction.accessId = m_book.nextAccessId(int(made.size()));
        if (!transaction.forward.isEmpty()) {
            numbers.step(1);
            transaction.tranId = numbers.tranId(transaction.authorizedAt);
            transaction.approve = numbers.approve();
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

Result<CardTransaction, QString> World::operateConsole(const QString &orderId, const QString &jobCd,
                                                       std::optional<Yen> amount)
{
    const CardTransaction *found = m_book.byOrderId(orderId);
    const auto job = cardStatusFromWord(jobCd);
    if (!found || !job) {
        return failure(found ? u"jobCd is not a word of AlterTran."_s
                             : u"There is no order %1."_s.arg(orderId));
    }
    const bool authorises = *job == CardStatus::Auth || *job == CardStatus::Capture;
    const bool changes = authorises && isOpen(found->status);
    CardTransaction transaction = *found;
    const CardJob work{*job, amount ? *amount : found->amount, amount ? Yen{} : found->tax, found->method,
                       found->payTimes};
    TransactionNumbers numbers = m_book.numbers();
    const auto rule = changes ? cardrules::change : cardrules::alter;
    const QString refusal = rule(transaction, work, m_clock.nowUtc(), m_contract.rules, numbers);
    if (!refusal.isEmpty()) {
        return failure(refusal);
    }
    QJsonObject event = effectJson(transaction);
    event.insert(u"what"_s, u"console"_s);
    event.insert(u"at"_s, toClockText(m_clock.nowUtc()));
    event.insert(u"orderId"_s, orderId);
    event.insert(u"jobCd"_s, jobCd);
    if (!keepOutside(event, {transaction}, numbers)) {
        return failure(LedgerNotWritten);
    }
    return transaction;
}

Result<CardTransaction, QString> World::actAsShopper(const QString &orderId, const QString &does)
{
    const CardTransaction *found = m_book.byOrderId(orderId);
    if (!found) {
        return failure(u"There is no order %1."_s.arg(orderId));
    }
    CardTransaction transaction = *found;
    TransactionNumbers numbers = m_book.numbers();
    if (does == "pay"_L1 || does == "finish"_L1) {
        const QString refusal = cardrules::execute(transaction, m_clock.nowUtc(), numbers);
        if (!refusal.isEmpty()) {
            return failure(u"The card payment of %1 is finished already (%2)."_s.arg(orderId, refusal));
        }
    } else if (does == "giveUp"_L1 || does == "refuse"_L1) {
        if (found->status != CardStatus::Authenticated) {
            return failure(u"The shopper of %1 is not in 3-D Secure."_s.arg(orderId));
        }
        transaction.status = CardStatus::Unprocessed;
        transaction.processedAt = m_clock.nowUtc();
    } else if (does == "expire"_L1) {
        return failure(u"A card payment does not expire by the shopper; set the clock instead."_s);
    } else {
        return failure(u"does is one of pay, giveUp, expire, finish, refuse."_s);
    }
    QJsonObject event = effectJson(transaction);
    event.insert(u"what"_s, u"shopper"_s);
    event.insert(u"at"_s, toClockText(m_clock.nowUtc()));
    event.insert(u"orderId"_s, orderId);
    event.insert(u"does"_s, does);
    if (!keepOutside(event, {transaction}, numbers)) {
        return failure(LedgerNotWritten);
    }
    return transaction;
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
