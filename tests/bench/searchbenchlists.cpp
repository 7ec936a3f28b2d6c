// SearchBench: lists, pages, sorts and counts.
#include "core/storage/gatewaycounts.h"
#include "core/storage/ordercolumns.h"
#include "tests/bench/benchorders.h"
#include "tests/bench/searchbench.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 50;
constexpr int Pages = 200;
constexpr int Rounds = 5;

} // namespace

double Times::at(double share) const
{
    QList<double> sorted = ms;
    std::sort(sorted.begin(), sorted.end());
    return sorted.at(std::min(sorted.size() - 1, qsizetype(share * double(sorted.size()))));
}

QString Times::words() const
{
    return u"p50 %1, p95 %2, worst %3 ms"_s.arg(at(0.5), 0, 'f', 2)
        .arg(at(0.95), 0, 'f', 2)
        .arg(at(1), 0, 'f', 2);
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double bestMs(const std::function<void()> &work)
{
    work();
    double best = msOf(work);
    for (int round = 1; round < Rounds; ++round) {
        best = std::min(best, msOf(work));
    }
    return best;
}

SearchBench::SearchBench(const QString &file)
    : m_file(file)
    , m_out(stdout)
    , m_bare(file)
    , m_reader(std::move(*Database::open(specOf(file), DatabaseMode::ReadOnly)))
    , m_search(*m_reader, m_never)
    , m_orders(*m_reader)
{
}

DatabaseSpec SearchBench::specOf(const QString &file)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    return spec;
}

void SearchBench::judge(const QString &goal, bool reached)
{
    m_allReached = m_allReached && reached;
    m_out << "    goal " << goal << ": " << (reached ? "reached" : "MISSED") << "\n";
    m_out.flush();
}

QList<OrderId> SearchBench::matching(const OrderFilter &filter)
{
    auto ids = m_search.matching(filter, {});
    require(ids.ok(), "matching");
    return *ids;
}

void SearchBench::readPage(const QList<OrderId> &ids, qsizetype first)
{
    const auto rows = m_orders.page(ids.mid(first, PageRows));
    require(rows && rows->size() == std::min<qsizetype>(PageRows, ids.size() - first), "page");
}

void SearchBench::measureList()
{
    const double bareMs = bestMs([&] {
        static_cast<void>(m_bare.run("SELECT id FROM orders WHERE status NOT IN (7,8) ORDER BY ordered_at "
                                     "DESC NULLS LAST, shop_order_id DESC"));
    });
    QList<OrderId> ids;
    const double listMs = bestMs([&] { // by the database: OrderSearch would know it
        ids = *OrderRepository(*m_reader).matching({}, {});
    });
    const double firstMs = msOf([&] { readPage(matching({}), 0); });
    m_out << "list of " << ids.size() << " orders: all ids " << listMs << " ms, bare " << bareMs
          << " ms, ratio " << listMs / bareMs << "; with the first rows " << firstMs << " ms\n";
    measurePages(ids);
}

void SearchBench::measurePages(const QList<OrderId> &ids)
{
    QRandomGenerator random(1);
    Times further;
    Times jumps;
    Times bare;
    for (int page = 0; page < Pages; ++page) {
        const qsizetype next = qsizetype(page) * PageRows % std::max<qsizetype>(1, ids.size() - PageRows);
        further.ms.append(msOf([&] { readPage(ids, next); }));
        const qsizetype there = random.bounded(qint64(ids.size() - PageRows));
        readPage(ids, there); // warm
        jumps.ms.append(msOf([&] { readPage(ids, there); }));
        QStringList numbers;
        for (const OrderId id : ids.mid(there, PageRows)) {
            numbers.append(QString::number(id.value));
        }
        const QByteArray sql = u"SELECT * FROM orders WHERE id IN (%1)"_s.arg(numbers.join(u',')).toUtf8();
        bare.ms.append(m_bare.run(sql.constData()).tookMs);
    }
    m_out << "a page of " << PageRows << " rows: further down " << further.words() << "; jump, warm "
          << jumps.words() << "; bare " << bare.words() << ", ratio " << jumps.at(0.5) / bare.at(0.5) << "\n";
    judge(u"a page's data p95 1 ms warm"_s, further.at(0.95) <= 1 && jumps.at(0.95) <= 1);
}

void SearchBench::measureSorts()
{
    const QList<std::pair<QString, const char *>> indexed{
        {u"orderedAt"_s, "SELECT id FROM orders ORDER BY ordered_at DESC"},
        {u"id"_s, "SELECT id FROM orders ORDER BY shop_order_id"},
        {u"customer"_s, "SELECT id FROM orders ORDER BY customer_name"},
        {u"total"_s, "SELECT id FROM orders ORDER BY payable_total"},
        {u"paidAt"_s, "SELECT id FROM orders ORDER BY paid_at"},
    };
    double worst = 0;
    for (const auto &[field, sql] : indexed) {
        const char *bareSql = sql;
        const double bareMs = bestMs([&] { static_cast<void>(m_bare.run(bareSql)); });
        m_out << "sort by " << field << ", bare id query " << bareMs << " ms:";
        for (const bool descending : {true, false}) {
            const OrderSort sort{field, descending};
            const double tookMs = bestMs([&] { require(m_orders.matching({}, sort).ok(), "sort"); });
            worst = std::max(worst, tookMs / bareMs);
            m_out << (descending ? " descending " : ", ascending ") << tookMs << " ms, ratio "
                  << tookMs / bareMs;
        }
        m_out << "\n";
    }
    judge(u"sort by an indexed column at most 2 × the bare id query"_s, worst <= 2);
    for (const QString &field : {u"number"_s, u"orderStatus"_s, u"paymentStatus"_s, u"methodName"_s,
                                 u"difference"_s, u"captureBy"_s, u"gatewayOrderId"_s}) {
        const double tookMs = msOf([&] { require(m_orders.matching({}, {field, true}).ok(), "sort"); });
        m_out << "    not indexed for it: sort by " << field << " " << tookMs << " ms\n";
    }
}

void SearchBench::measureCounts()
{
    const double bareMs = bestMs([&] {
        static_cast<void>(m_bare.run("SELECT status, count(*) FROM orders GROUP BY status"));
        static_cast<void>(m_bare.run("SELECT payment_status_code, count(*) FROM orders GROUP BY 1"));
        static_cast<void>(m_bare.run("SELECT method, count(*) FROM orders GROUP BY method"));
    });
    const double countsMs = bestMs([&] {
        const auto counts = m_orders.counts(QDateTime::currentDateTimeUtc());
        require(counts && gatewayCounts(*m_reader, *counts) && m_orders.shopMethodNames(), "counts");
    });
    m_out << "counts without conditions " << countsMs << " ms, counted by the bare engine " << bareMs
          << " ms, ratio " << countsMs / bareMs << "\n";
    judge(u"counts without conditions 5 ms"_s, countsMs <= 5);
}

void SearchBench::measureChange()
{
    auto writer = Database::open(specOf(m_file), DatabaseMode::ReadWrite);
    require(writer.ok(), "writer");
    Times written;
    Times seen;
    Times bare;
    for (qint64 id = 1; id <= Pages; ++id) {
        const QString sql = u"UPDATE orders SET company_name = ? WHERE id = ?"_s;
        bare.ms.append(msOf([&] { require((*writer)->run(sql, {u"会社%1"_s.arg(id), id}).ok(), "bare"); }));
        written.ms.append(msOf([&] {
            auto transaction = Transaction::begin(**writer);
            require(transaction && (*writer)->run(sql, {u"商会%1"_s.arg(id), id}) &&
                        refreshSearchText(**writer, {id}) && transaction->commit(),
                    "change");
        }));
        OrderFilter changed = searchedFor(u"商会%1"_s.arg(id));
        changed.withUnfinished = true;
        seen.ms.append(msOf([&] { require(matching(changed).contains(OrderId{id}), "seen"); }));
    }
    m_out << "one order changed with its text " << written.words() << ", its row alone " << bare.words()
          << ", ratio " << written.at(0.5) / bare.at(0.5) << "; searched for after it " << seen.words()
          << "\n";
}

} // namespace kessai
