#include "core/storage/conditionbuilder.h"
#include "core/storage/searchbuffer.h"
#include "tests/storage/testdatabase.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <string_view>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const std::atomic<bool> Never = false;
std::atomic<bool> Stopped = true;

/// Letters of one to four bytes, few of them, so that pieces are found often; LIKE's own are among them.
QString anyLetter(QRandomGenerator &random)
{
    static const QStringList letters{u"a"_s,  u"b"_s,  u"7"_s,  u"0"_s,  u"%"_s,  u"_"_s,  u"!"_s,
                                     u"@"_s,  u"ア"_s, u"カ"_s, u"ガ"_s, u"ー"_s, u"髙"_s, u"高"_s,
                                     u"橋"_s, u"é"_s,  u"😀"_s,  u"😁"_s,  u"𠮷"_s};
    return letters.at(random.bounded(letters.size()));
}

QString anyPiece(QRandomGenerator &random, int letters)
{
    QString piece;
    for (int at = 0; at < letters; ++at) {
        piece += anyLetter(random);
    }
    return piece;
}

/// Some fields, a line feed between.
QString anyText(QRandomGenerator &random, int longestField)
{
    QStringList fields;
    for (int field = random.bounded(1, 5); field > 0; --field) {
        fields.append(anyPiece(random, random.bounded(1, longestField + 1)));
    }
    return fields.join(u'\n');
}

QList<OrderId> found(const SearchBuffer &buffer, const QString &needle)
{
    return buffer.find(needle.toUtf8(), Never).value_or(OrderIdSet()).values();
}

/// The same texts in a table of SQLite's.
class Oracle
{
public:
    explicit Oracle(Database &database) : m_database(database)
    {
        const bool made =
            database.run(u"CREATE TABLE searched (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s).ok();
        Q_ASSERT(made);
    }

    bool put(OrderId id, const QString &text)
    {
        return m_database.run(u"INSERT OR REPLACE INTO searched VALUES (?, ?)"_s, {id.value, text}).ok();
    }
    bool remove(OrderId id)
    {
        return m_database.run(u"DELETE FROM searched WHERE id = ?"_s, {id.value}).ok();
    }
    QList<OrderId> found(const QString &needle)
    {
        return m_database
            .listOf(u"SELECT id FROM searched WHERE text LIKE ? ESCAPE '!' ORDER BY id"_s,
                    {likePattern(needle)}, [](const Rows &row) { return OrderId{row.number(0)}; })
            .value();
    }
    qint64 count() { return m_database.first(u"SELECT count(*) FROM searched"_s).value().at(0).toLongLong(); }

private:
    Database &m_database;
};

} // namespace

class TestSearchBuffer : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite); }

    void everyWay_findsTheSamePlaces()
    {
        QRandomGenerator random(20'201'203);
        for (int round = 0; round < 300; ++round) {
            const QByteArray text = anyText(random, 60).toUtf8();
            const QByteArray needle = anyPiece(random, random.bounded(1, 5)).toUtf8();
            ByteCounts counts{};
            for (const char byte : text) {
                ++counts[uchar(byte)];
            }
            const qsizetype end = random.bounded(int(text.size()) + 1); // as if the rest were another's
            const std::string_view shown(text.constData(), size_t(end));
            for (const auto way : {SearchScan::Way::Plain, SearchScan::Way::Sse2, SearchScan::bestWay()}) {
                const SearchScan scan(needle, counts, way);
                for (qsizetype from = 0; from <= end; ++from) {
                    const size_t right = shown.find(needle.toStdString(), size_t(from));
                    QCOMPARE(scan.next(text.constData(), from, end),
                             right == std::string_view::npos ? SearchScan::NotFound : qsizetype(right));
                }
            }
        }
    }

    void pieces_areFoundAsLikeFindsThem()
    {
        QRandomGenerator random(1);
        Oracle oracle(*m_database);
        SearchBuffer buffer;
        for (qint64 id = 1; id <= 3000; ++id) {
            const QString text = anyText(random, 12);
            QVERIFY(oracle.put({id}, text));
            QVERIFY(buffer.put({id}, text.toUtf8()));
        }
        int none = 0;
        int many = 0;
        for (int round = 0; round < 1000; ++round) {
            const QString needle = anyPiece(random, random.bounded(1, 6));
            const QList<OrderId> right = oracle.found(needle);
            QCOMPARE(found(buffer, needle), right);
            none += right.isEmpty() ? 1 : 0;
            many += right.size() > 1000 ? 1 : 0;
        }
        QVERIFY2(none > 50 && many > 50, qPrintable(u"%1 %2"_s.arg(none).arg(many)));
        QVERIFY(found(buffer, u"鬱"_s).isEmpty());
        QVERIFY(found(buffer, QString()).isEmpty());
        QVERIFY(found(SearchBuffer(), u"a"_s).isEmpty());
    }

    void nothing_isFoundOverTheBorderOfAnOrderOrAField()
    {
        SearchBuffer buffer;
        QVERIFY(buffer.put({1}, "272\n髙橋"_ba));
        QVERIFY(buffer.put({2}, "太郎\n273"_ba));
        QVERIFY(buffer.put({3}, "髙橋太郎"_ba));
        QVERIFY(buffer.put({4}, {}));
        QVERIFY(buffer.put({5}, "\xff太郎"_ba)); // no UTF-8
        QCOMPARE(buffer.rowCount(), 3);
        QCOMPARE(found(buffer, u"髙橋太"_s), QList<OrderId>{{3}});
        QCOMPARE(found(buffer, u"橋"_s), (QList<OrderId>{{1}, {3}})); // the last of a text
        QCOMPARE(found(buffer, u"太郎"_s), (QList<OrderId>{{2}, {3}}));
        QCOMPARE(found(buffer, u"272髙"_s), QList<OrderId>());
        QCOMPARE(found(buffer, u"272"_s), QList<OrderId>{{1}}); // the first of all
        QCOMPARE(found(buffer, u"273"_s), QList<OrderId>{{2}});
        QCOMPARE(found(buffer, u"27"_s), (QList<OrderId>{{1}, {2}}));
        // A lead byte alone, or what lies between two letters, is no letter.
        QCOMPARE(buffer.find("\x8a\xe9"_ba, Never)->size(), 0);
    }

    /// Such as another database gives out.
    void idsThatLieFarApart_areKept()
    {
        const QList<OrderId> ids{{1}, {63}, {64}, {1'000'000}, {qint64(1) << 60}, {-7}};
        OrderIdSet some(ids.mid(0, 5));
        QCOMPARE(some.size(), 5);
        QCOMPARE(some.values(), ids.mid(0, 5));
        QVERIFY(!some.contains({2}) && !some.contains({-7}) && !some.contains({2'000'000}));
        some.unite(OrderIdSet(QList<OrderId>{{2}, {-7}}));
        QVERIFY(some.contains({2}) && some.contains({-7}) && some.contains({1'000'000}));
        some.intersect(OrderIdSet(QList<OrderId>{{64}, {-7}, {5'000'000}}));
        QCOMPARE(some.values(), (QList<OrderId>{{64}, {-7}}));
    }

    void changes_areFoundAtOnce()
    {
        QRandomGenerator random(2);
        Oracle oracle(*m_database);
        SearchBuffer buffer;
        const auto transaction = Transaction::begin(*m_database); // rolled back: nothing is to be kept
        QVERIFY(transaction);
        qsizetype largest = 0;
        bool compacted = false;
        for (int round = 0; round < 150; ++round) {
            for (int change = 0; change < 50; ++change) {
                const OrderId id{random.bounded(1, 900)};
                if (random.bounded(5) == 0) {
                    buffer.remove(id);
                    QVERIFY(oracle.remove(id));
                    continue;
                }
                const QString text = anyText(random, round < 120 ? 300 : 5000);
                QVERIFY(buffer.put(id, text.toUtf8()));
                QVERIFY(oracle.put(id, text));
            }
            QCOMPARE(buffer.rowCount(), oracle.count());
            for (int question = 0; question < 3; ++question) {
                const QString needle = anyPiece(random, random.bounded(1, 4));
                QCOMPARE(found(buffer, needle), oracle.found(needle));
            }
            compacted = compacted || buffer.bytes().size() < largest;
            largest = std::max(largest, buffer.bytes().size());
        }
        QVERIFY(compacted);
        QVERIFY2(largest > 8 << 20, qPrintable(QString::number(largest))); // in several parts at once
        buffer.clear();
        QVERIFY(found(buffer, u"a"_s).isEmpty());
        QCOMPARE(buffer.rowCount(), 0);
    }

    void aSearch_isStopped()
    {
        SearchBuffer buffer;
        for (qint64 id = 1; id <= 9; ++id) {
            QVERIFY(buffer.put({id}, QByteArray(1 << 20, 'a') + "7"));
        }
        QVERIFY(!buffer.find("7"_ba, Stopped));
        QCOMPARE(buffer.find("7"_ba, Never)->size(), 9);
    }

    void whatHasNoRoom_isRefused()
    {
        SearchBuffer buffer;
        QVERIFY(buffer.put({1}, "a"_ba));
        const QByteArray few("b");
        QVERIFY(!buffer.put({2}, QByteArrayView(few.constData(), qsizetype(5) << 30))); // is not read
        QCOMPARE(found(buffer, u"a"_s), QList<OrderId>{{1}});
    }

private:
    TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestSearchBuffer)
#include "test_searchbuffer.moc"
