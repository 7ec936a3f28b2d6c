#include "core/storage/seals.h"

#include "core/base/sentence.h"
#include "core/storage/evidencechain.h"
#include "core/storage/metastore.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString brokenSeal()
{
    return Sentence::tr("封印が書き換えられたか、消されています。");
}

QString sealHash(const QString &previous, const QString &at, const QString &seat, qint64 lastEvidence,
                 qint64 operations, const QString &heads)
{
    return hashOfText(
        QStringList{previous, at, seat, QString::number(lastEvidence), QString::number(operations), heads}
            .join(u'\n'));
}

/// `count hash` of the newest seal, kept in meta.
QString headOf(qint64 count, const QString &hash)
{
    return u"%1 %2"_s.arg(count).arg(hash);
}

StorageResult<QString> keptHead(Database &database)
{
    const auto row = database.first(u"SELECT value FROM meta WHERE name = 'sealHead'"_s);
    return row ? StorageResult<QString>(row->value(0).toString()) : failure(row.error());
}

/// Two seats that seal at once would both follow the same seal, and a row that is written meanwhile would be
/// in none: it takes its number before its place in the table, but after it has lengthened its op's chain.
/// SQLite's transaction is alone anyway.
StorageResult<Nothing> standAlone(Database &database)
{
    if (database.dialect() == DatabaseSpec::Dialect::Sqlite) {
        return Nothing{};
    }
    const auto locked =
        database.run(u"LOCK TABLE seal IN EXCLUSIVE MODE; LOCK TABLE op, evidence IN SHARE MODE"_s);
    return locked ? StorageResult<Nothing>(Nothing{}) : failure(locked.error());
}

} // namespace

StorageResult<Seals> readSeals(Database &database, QList<JournalStore::ChainProblem> &problems)
{
    Seals seals;
    qint64 count = 0;
    const auto read = database.forEachRow(
        u"SELECT at, seat, last_evidence, op_count, heads, prev_hash, hash, seq FROM seal ORDER BY seq"_s, {},
        [&](const Rows &row) {
            const QString hash =
                sealHash(row.text(5), row.text(0), row.text(1), row.number(2), row.number(3), row.text(4));
            if (row.text(5) != seals.lastHash || hash != row.text(6)) {
                problems.append({u"seal %1"_s.arg(row.number(7)), brokenSeal()});
            }
            for (const QString &line : row.text(4).split(u'\n', Qt::SkipEmptyParts)) {
                seals.headsOfOperation[line.section(u' ', 0, 0)].append(line.section(u' ', 1));
            }
            ++count;
            seals.operations = row.number(3);
            seals.lastHash = row.text(6);
        });
    if (!read) {
        return failure(read.error());
    }
    const auto kept = keptHead(database);
    if (!kept) {
        return failure(kept.error());
    }
    if (*kept != headOf(count, seals.lastHash)) {
        problems.append({u"seal"_s, brokenSeal()});
    }
    return seals;
}

StorageResult<Nothing> JournalStore::seal(const QDateTime &now)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto alone = standAlone(m_database);
    if (!alone) {
        return alone;
    }
    const auto last = m_database.first(u"SELECT last_evidence, hash FROM seal ORDER BY seq DESC LIMIT 1"_s);
    if (!last) {
        return failure(last.error());
    }
    const qint64 sealedUpTo = last->value(0).toLongLong();
    const auto heads = m_database.listOf(u"SELECT id, chain_length, chain_head FROM op WHERE id IN "
                                         "(SELECT op_id FROM evidence WHERE seq > ?) ORDER BY number"_s,
                                         {sealedUpTo}, [](const Rows &row) {
                                             return u"%1 %2 %3"_s.arg(row.text(0), row.text(1), row.text(2));
                                         });
    if (!heads) {
        return failure(heads.error());
    }
    if (heads->isEmpty()) {
        return Nothing{};
    }
    const auto ends =
        m_database.first(u"SELECT (SELECT max(seq) FROM evidence), (SELECT count(*) FROM op)"_s);
    if (!ends) {
        return failure(ends.error());
    }
    const QString previous = last->value(1).toString();
    const QString text = heads->join(u'\n');
    const qint64 lastEvidence = ends->value(0).toLongLong();
    const qint64 operations = ends->value(1).toLongLong();
    const QString hash =
        sealHash(previous, stored::instant(now), m_seat.name, lastEvidence, operations, text);
    const auto inserted = m_database.run(
        u"INSERT INTO seal (at, seat, last_evidence, op_count, heads, prev_hash, hash) VALUES (?,?,?,?,?,?,?)"_s,
        {stored::instant(now), m_seat.name, lastEvidence, operations, text, previous, hash});
    if (!inserted) {
        return failure(inserted.error());
    }
    // One more than there were ever, not than there are: a seal that is missing stays missed.
    const auto kept = keptHead(m_database);
    if (!kept) {
        return failure(kept.error());
    }
    const qint64 count = kept->section(u' ', 0, 0).toLongLong() + 1;
    const auto counted = MetaStore(m_database).setValue(u"sealHead"_s, headOf(count, hash));
    return counted ? transaction->commit() : counted;
}

} // namespace kessai
