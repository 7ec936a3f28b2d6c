// SearchBench: texts in memory.
#include "core/base/textfold.h"
#include "core/storage/conditionbuilder.h"
#include "tests/bench/benchorders.h"
#include "tests/bench/privatememory.h"
#include "tests/bench/searchbench.h"

#include <QRandomGenerator>

#include <algorithm>
#include <string_view>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int Terms = 200;   ///< of each length
constexpr int LikeEach = 10; ///< of so many terms one is also looked for with LIKE, which takes long
constexpr int TextEach = 97; ///< of so many texts one gives terms
constexpr int RareEach = 10; ///< of so many terms one stands nowhere

QString anyIdeographs(QRandomGenerator &random, int letters)
{
    QString term;
    for (int at = 0; at < letters; ++at) {
        term += QChar(ushort(0x4E00 + random.bounded(20'000)));
    }
    return term;
}

/// "" where the field is too short.
QString anyPiece(QRandomGenerator &random, const QString &text, int letters)
{
    const QStringList fields = text.split(u'\n');
    const QString &field = fields.at(random.bounded(fields.size()));
    return field.size() < letters ? QString()
                                  : field.mid(random.bounded(field.size() - letters + 1), letters);
}

} // namespace

OrderFilter searchedFor(const QString &query)
{
    OrderFilter filter;
    filter.query = query;
    return filter;
}

/// The first stands in every text, the others in some, and every tenth in none.
QList<SearchBench::Term> SearchBench::termsOf(int letters) const
{
    QRandomGenerator random(letters);
    QList<Term> terms{{u"@example"_s.right(letters)}};
    while (terms.size() < Terms) {
        const bool rare = terms.size() % RareEach == 0;
        const QString term = rare ? anyIdeographs(random, letters)
                                  : anyPiece(random, m_texts.at(random.bounded(m_texts.size())), letters);
        if (!term.isEmpty() && foldForSearch(term) == term) {
            terms.append({term});
        }
    }
    for (Term &term : terms) {
        term.hits = hitsOf(term.text);
    }
    return terms;
}

/// Counted text by text, by nothing that the search uses.
qint64 SearchBench::hitsOf(const QString &term) const
{
    const std::string_view all(m_buffer.bytes().constData(), size_t(m_buffer.bytes().size()));
    const std::string needle = term.toStdString();
    qint64 hits = 0;
    for (size_t at = 0; at < all.size();) {
        const size_t end = std::min(all.find('\xff', at), all.size());
        hits += all.substr(at, end - at).find(needle) != std::string_view::npos ? 1 : 0;
        at = end + 1;
    }
    return hits;
}

SearchBench::TermTimes SearchBench::timesOf(const QList<Term> &terms)
{
    TermTimes times;
    for (qsizetype at = 0; at < terms.size(); ++at) {
        const Term &term = terms.at(at);
        qsizetype count = 0;
        times.exact.ms.append(msOf([&] { count = m_buffer.find(term.text.toUtf8(), m_never)->size(); }));
        times.right = times.right && count == term.hits;
        times.first.ms.append(msOf([&] { readPage(matching(searchedFor(term.text)), 0); }));
        if (at % LikeEach == 0) {
            const auto counted = m_bare.run("SELECT count(*) FROM order_search WHERE text LIKE ? ESCAPE '!'",
                                            likePattern(term.text).toUtf8());
            times.like.ms.append(counted.tookMs);
            times.right = times.right && counted.first == term.hits;
        }
    }
    return times;
}

void SearchBench::measureTerms(int letters, double readMs)
{
    const QList<Term> terms = termsOf(letters);
    const TermTimes times = timesOf(terms);
    const auto [fewest, most] = std::minmax_element(
        terms.begin(), terms.end(), [](const Term &a, const Term &b) { return a.hits < b.hits; });
    m_out << letters << " letters, " << Terms << " terms with " << fewest->hits << " to " << most->hits
          << " hits\n  exact count of all hits " << times.exact.words() << "; LIKE " << times.like.words()
          << "\n  first rows " << times.first.words() << "\n";
    const double ofReading = times.exact.at(0.95) / readMs;
    const double faster = times.like.at(0.5) / times.exact.at(0.5);
    judge(u"p95 at most 3 × the time to read the buffer once, is %1"_s.arg(ofReading, 0, 'f', 2),
          ofReading <= 3);
    judge(u"median at least 30 × faster than LIKE, is %1"_s.arg(faster, 0, 'f', 1), faster >= 30);
    judge(u"first 50 rows p95 20 ms"_s, times.first.at(0.95) <= 20);
    judge(u"never a wrong count"_s, times.right);
}

void SearchBench::fillBuffer()
{
    const auto read = m_reader->forEachRow(
        u"SELECT order_id, text FROM order_search ORDER BY order_id"_s, {}, [&](const Rows &row) {
            const QString text = row.text(1);
            require(m_buffer.put({row.number(0)}, text.toUtf8()), "buffer");
            if (row.number(0) % TextEach == 0) {
                m_texts.append(text);
            }
        });
    require(read.ok(), "texts");
}

void SearchBench::measureSearches()
{
    const double fillMs = msOf([&] {
        while (*m_search.readMore()) {
        }
    });
    require(m_search.isReady(), "texts");
    static_cast<void>(matching({})); // the list is open
    const double memoryMb = privateMemoryMb();
    fillBuffer();
    quint64 sum = 0;
    const double readMs = bestMs([&] {
        const auto *words = reinterpret_cast<const quint64 *>(m_buffer.bytes().constData());
        for (qsizetype at = 0; at < m_buffer.bytes().size() / qsizetype(sizeof *words); ++at) {
            sum += words[at];
        }
    });
    m_out << "texts in memory: " << m_buffer.bytes().size() / 1'000'000 << " MB, read in " << fillMs
          << " ms; gone through once in " << readMs << " ms (sum " << sum % 10
          << ")\nprivate memory with list and texts, without a window: " << memoryMb << " MB\n";
    judge(u"private memory 200 MB, of which 50 are a window's"_s, memoryMb <= 150);
    for (const int letters : {1, 2, 3, 5}) {
        measureTerms(letters, readMs);
    }
    measureCountsOfSearches();
}

void SearchBench::measureCountsOfSearches()
{
    Times counts;
    for (const QString &term : {u"@"_s, u"1"_s, u"子"_s, u"タカ"_s, u"髙橋"_s, u"12345"_s, u"鬱"_s}) {
        QList<OrderFilter> filters;
        for (const OrderStatus status : allOrderStatuses()) {
            filters.append(searchedFor(term));
            filters.last().orderStatuses = {status};
        }
        counts.ms.append(msOf([&] { require(m_search.countEach(filters).ok(), "counts"); }));
    }
    m_out << "counts of every 対応状況 under a search " << counts.words() << "\n";
    judge(u"counts under a search 150 ms"_s, counts.at(1) <= 150);
}

} // namespace kessai
