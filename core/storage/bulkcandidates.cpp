#include "core/storage/bulkcandidates.h"

#include "core/base/japantime.h"
#include "core/storage/idlist.h"
#include "core/storage/runwork.h"
#include "core/storage/storedvalues.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// So many at once. SQLite: few enough to stay in the processor's cache. PostgreSQL: its answer comes whole,
/// and each one takes its way.
qsizetype ordersAtOnce(Database::Dialect dialect)
{
    return dialect == Database::Dialect::Sqlite ? 500 : 10'000;
}

/// A row of the joined statement, at the place at which it was asked for.
struct Line
{
    BulkCandidate candidate;
    qint64 paymentCount = 0;
    bool found = false;
};

/// Payments that another operation, an open finding or a waiting run holds. They are few: asking for all of
/// them is cheaper than asking for each row.
struct Held
{
    QSet<PaymentId> live;
    QSet<PaymentId> found;
    QSet<PaymentId> waiting; ///< in a run that is not over: nothing has begun, so it may not have happened

    [[nodiscard]] bool contains(PaymentId id) const { return live.contains(id) || found.contains(id); }
};

/// What the rules look at of a payment; takePayment() reads it.
const QString paymentColumns =
    u"p.id, p.gateway_method, p.authorized_at, p.sold_at, p.known_status, p.known_amount, p.known_tax, "
    "p.known_process_date, p.gateway_ordered_at, p.completed_on, p.au_pay_method"_s;
constexpr int BesidePayment = 11; ///< the first column after them

QString lineSelect(Database::Dialect dialect)
{
    // SQLite: CROSS JOIN keeps the order of the tables, the ids first.
    const QString join = dialect == Database::Dialect::Sqlite ? u"CROSS JOIN"_s : u"JOIN"_s;
    return u"SELECT %1, wanted.position, o.method, o.payable_total, o.payment_count, o.status FROM %2 %3 "
           "orders o ON o.id = wanted.id LEFT JOIN payment p ON p.id = o.payment_id"_s.arg(
               paymentColumns, wantedIds(dialect), join);
}

/// The words of the row before, which most rows repeat.
struct Words
{
    Rows::Word gatewayMethod;
    Rows::Word status;
    Rows::Word method;
    QString instant; ///< room for a text that is read and forgotten
};

std::optional<QDateTime> instantFrom(const Rows &row, int column, Words &words)
{
    row.readText(column, words.instant);
    return words.instant.isEmpty() ? std::nullopt : japantime::fromStoredText(words.instant);
}

/// Of a card there are none, and most payments are cards'.
void takeFacts(const Rows &row, Payment &payment)
{
    payment.facts.orderedAt = row.instant(8);
    payment.facts.completedOn = stored::dayFrom(row.value(9));
    payment.facts.auPayMethod = row.text(10);
}

void takePayment(const Rows &row, Words &words, Payment &payment)
{
    if (payment.method != PaymentMethod::Card) { // what an earlier one had
        payment.facts = {};
    }
    payment.id = {row.number(0)};
    payment.method = stored::methodFromCode(row.word(1, words.gatewayMethod));
    payment.authorizedAt = instantFrom(row, 2, words);
    payment.soldAt = instantFrom(row, 3, words);
    if (payment.method != PaymentMethod::Card) {
        takeFacts(row, payment);
    }
    if (row.isNull(4)) {
        payment.known.reset();
        return;
    }
    Snapshot &known = payment.known ? *payment.known : payment.known.emplace();
    known.status = row.word(4, words.status);
    known.amount = Yen{row.number(5)};
    known.tax = Yen{row.number(6)};
    row.readText(7, known.processDate);
}

/// Writes over what the line had of an earlier order: making it anew takes as long as reading it.
void takeLine(const Rows &row, Words &words, OrderId order, Line &line)
{
    BulkCandidate &candidate = line.candidate;
    line.found = true;
    candidate.order = order;
    candidate.method = stored::methodFromCode(row.word(BesidePayment + 1, words.method));
    candidate.status = OrderStatus(row.number(BesidePayment + 4));
    PaymentSituation &situation = candidate.situation;
    situation.gatewayMethod = isGatewayMethod(candidate.method);
    situation.payableTotal = Yen{row.number(BesidePayment + 2)};
    situation.operationLive = situation.findingOpen = situation.waitsInRun = false;
    situation.ambiguous = situation.otherPaymentOpen = false;
    line.paymentCount = row.number(BesidePayment + 3);
    candidate.linked = line.paymentCount > 0;
    if (line.paymentCount != 1 || row.isNull(0)) {
        situation.payment.reset();
        return;
    }
    Payment &payment = situation.payment ? *situation.payment : situation.payment.emplace();
    takePayment(row, words, payment);
    payment.orderId = order;
}

StorageResult<QSet<PaymentId>> paymentsOf(Database &database, const QString &sql)
{
    QSet<PaymentId> payments;
    const auto read =
        database.forEachRow(sql, {}, [&](const Rows &row) { payments.insert({row.number(0)}); });
    return read ? StorageResult<QSet<PaymentId>>(payments) : failure(read.error());
}

StorageResult<Held> readHeld(Database &database)
{
    const auto live = paymentsOf(database, // in the words of op_one_live, which answers it
                                 u"SELECT payment_id FROM op WHERE state = 'CLAIMED' OR state = 'ARMED' "
                                 "OR state = 'IN_DOUBT' OR state = 'CONFLICT'"_s);
    if (!live) {
        return failure(live.error());
    }
    const auto found = paymentsOf(database, u"SELECT payment_id FROM finding WHERE closed_at IS NULL"_s);
    if (!found) {
        return failure(found.error());
    }
    const auto waiting = paymentsWaitingInRuns(database);
    return waiting ? StorageResult<Held>(Held{*live, *found, *waiting}) : failure(waiting.error());
}

StorageResult<Nothing> readLines(Database &database, const QString &select, Words &words,
                                 const QList<OrderId> &orders, std::vector<Line> &lines)
{
    lines.resize(size_t(orders.size()));
    QList<qint64> ids;
    ids.reserve(orders.size());
    for (qsizetype at = 0; at < orders.size(); ++at) {
        ids.append(orders[at].value);
        lines[size_t(at)].found = false;
    }
    return database.forEachRow(select, {idList(database.dialect(), ids)}, [&](const Rows &row) {
        const qint64 at = row.number(BesidePayment);
        takeLine(row, words, orders[at], lines[size_t(at)]);
    });
}

using PaymentsByOrder = QHash<OrderId, QList<Payment>>;

/// All linked payments, oldest first, of the orders that have several.
StorageResult<PaymentsByOrder> readSeveral(Database &database, const std::vector<Line> &lines)
{
    PaymentsByOrder payments;
    QList<qint64> orders;
    for (const Line &line : lines) {
        if (line.found && line.paymentCount > 1) {
            orders.append(line.candidate.order.value);
        }
    }
    if (orders.isEmpty()) {
        return payments;
    }
    const Database::Dialect dialect = database.dialect();
    Words words;
    const auto read = database.forEachRow(
        u"SELECT %1, p.order_id FROM payment p WHERE p.order_id IN %2 "
        "AND p.unlinked_reason = '' ORDER BY p.id"_s.arg(paymentColumns, idsInList(dialect)),
        {idList(dialect, orders)}, [&](const Rows &row) {
            Payment payment;
            takePayment(row, words, payment);
            payment.orderId = {row.number(BesidePayment)};
            payments[payment.orderId].append(payment);
        });
    return read ? StorageResult<PaymentsByOrder>(payments) : failure(read.error());
}

/// The newest of an order whose payments are all closed, so that the verdict can say why not.
std::optional<PaymentId> newestClosed(const QList<Payment> &payments)
{
    const auto found = std::find_if(payments.rbegin(), payments.rend(),
                                    [](const Payment &payment) { return payment.known.has_value(); });
    return found == payments.rend() ? std::nullopt : std::optional(found->id);
}

/// Which of several payments is judged, as the plan chooses it (design.md §6, "Which payment").
void chooseAmong(OperationKind kind, const QList<Payment> &payments, const Held &held,
                 PaymentSituation &situation)
{
    const PaymentChoice choice = choosePayment(kind, payments);
    situation.ambiguous = choice.problem == EndReason::AmbiguousPayment;
    const std::optional<PaymentId> judged =
        choice.problem == EndReason::NoPayment ? newestClosed(payments) : choice.payment;
    for (const Payment &payment : payments) {
        if (judged == payment.id) {
            situation.payment = payment;
        } else {
            // What may have happened counts as happened: a new authorisation beside it would charge twice.
            situation.otherPaymentOpen |= held.contains(payment.id);
        }
    }
}

void takeHeld(const Held &held, PaymentSituation &situation)
{
    if (situation.payment) {
        situation.operationLive = held.live.contains(situation.payment->id);
        situation.findingOpen = held.found.contains(situation.payment->id);
        situation.waitsInRun = held.waiting.contains(situation.payment->id);
    }
}

struct Placed
{
    OrderId order;
    qsizetype place = 0;
};

/// The orders as they lie in the database: a list that is sorted by amount jumps from page to page, which
/// takes longer than all the rest.
std::vector<Placed> asTheyLie(const QList<OrderId> &orders)
{
    std::vector<Placed> placed;
    placed.reserve(size_t(orders.size()));
    for (qsizetype place = 0; place < orders.size(); ++place) {
        placed.push_back({orders.at(place), place});
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed &one, const Placed &other) { return one.order < other.order; });
    return placed;
}

} // namespace

StorageResult<Nothing> BulkCandidates::forOrders(OperationKind kind, const QList<OrderId> &orders,
                                                 const Visit &visit)
{
    // One moment of the database for all pieces: what is summed is what is shown.
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto held = readHeld(m_database);
    if (!held) {
        return failure(held.error());
    }
    const Database::Dialect dialect = m_database.dialect();
    const qsizetype atOnce = ordersAtOnce(dialect);
    const QString select = lineSelect(dialect);
    Words words;
    std::vector<Line> lines;
    const std::vector<Placed> placed = asTheyLie(orders);
    for (qsizetype start = 0; start < orders.size(); start += atOnce) {
        QList<OrderId> piece;
        for (qsizetype at = start; at < std::min(start + atOnce, orders.size()); ++at) {
            piece.append(placed[size_t(at)].order);
        }
        const auto read = readLines(m_database, select, words, piece, lines);
        if (!read) {
            return read;
        }
        const auto several = readSeveral(m_database, lines);
        if (!several) {
            return failure(several.error());
        }
        for (size_t at = 0; at < lines.size(); ++at) {
            Line &line = lines[at];
            if (!line.found) {
                continue;
            }
            if (line.paymentCount > 1) {
                chooseAmong(kind, several->value(line.candidate.order), *held, line.candidate.situation);
            }
            takeHeld(*held, line.candidate.situation);
            visit(line.candidate, placed[size_t(start) + at].place);
        }
    }
    return Nothing{};
}

} // namespace kessai
