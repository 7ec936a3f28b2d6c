#pragma once

#include "core/storage/orderrepository.h"
#include "core/storage/ordersearch.h"
#include "tests/bench/bareengine.h"

#include <QTextStream>

#include <atomic>
#include <functional>
#include <memory>

namespace kessai {

/// Times of the same work done again and again.
struct Times
{
    QList<double> ms;

    [[nodiscard]] double at(double share) const; ///< 0.5: the median, 0.95: p95, 1: the worst
    [[nodiscard]] QString words() const;
};

/// How long it took.
double msOf(const std::function<void()> &work);
/// The best of some rounds, after one that warms.
double bestMs(const std::function<void()> &work);

/// All that have this text.
OrderFilter searchedFor(const QString &query);

/// What the lists ask of the orders in a SQLite file, each time beside the bare engine doing the same work.
/// Prints as it goes.
class SearchBench
{
public:
    explicit SearchBench(const QString &file);
    static DatabaseSpec specOf(const QString &file);

    /// The ids of all, the first rows, a page further down, a jump.
    void measureList();
    void measureSorts();
    void measureCounts();
    /// Texts in memory: filled, looked for, counted, and the memory that they take.
    void measureSearches();
    /// One order changed with its text, and looked for after it.
    void measureChange();
    [[nodiscard]] bool allReached() const { return m_allReached; }

private:
    struct Term
    {
        QString text;
        qint64 hits = 0;
    };
    struct TermTimes
    {
        Times exact;
        Times first;
        Times like;
        bool right = true;
    };
    void judge(const QString &goal, bool reached);
    [[nodiscard]] QList<OrderId> matching(const OrderFilter &filter);
    void readPage(const QList<OrderId> &ids, qsizetype first);
    void measurePages(const QList<OrderId> &ids);
    void fillBuffer();
    [[nodiscard]] QList<Term> termsOf(int letters) const;
    [[nodiscard]] qint64 hitsOf(const QString &term) const;
    [[nodiscard]] TermTimes timesOf(const QList<Term> &terms);
    void measureTerms(int letters, double readMs);
    void measureCountsOfSearches();

    QString m_file;
    QTextStream m_out;
    bool m_allReached = true;
    BareEngine m_bare;
    std::atomic<bool> m_never = false;
    std::unique_ptr<Database> m_reader;
    OrderSearch m_search;
    OrderRepository m_orders;
    SearchBuffer m_buffer; ///< the same texts once more, to be measured by themselves
    QStringList m_texts;   ///< some of them
};

} // namespace kessai
