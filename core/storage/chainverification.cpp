#include "core/storage/evidencechain.h"
#include "core/storage/journalrows.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString brokenSeal = u"封印が書き換えられたか、消されています。"_s;

using Problems = QList<JournalStore::ChainProblem>;

/// Where a chain stands by the row of its operation.
struct ChainRow
{
    qint64 number = 0;
    qint64 length = 0;
    QString head;
};

/// Everything about one operation that its evidence must bear out.
struct Subject
{
    Operation operation;
    ChainRow row;
    QList<Evidence> evidence;
    QStringList sealedHeads; ///< `length hash`
};

void checkLinks(const Subject &subject, Problems &problems)
{
    const QString where = subject.operation.id.value;
    QString previous = genesisOf(subject.operation.id);
    for (const Evidence &row : subject.evidence) {
        if (row.previousHash != previous) {
            problems.append(
                {where, u"証跡 %1 の前に、消された・入れ替えられた・差し込まれた行があります。"_s.arg(
                            row.sequence)});
        }
        if (hashOf(row) != row.hash) {
            problems.append({where, u"証跡 %1 の内容が書き換えられています。"_s.arg(row.sequence)});
        }
        previous = row.hash;
    }
    if (subject.evidence.isEmpty() || subject.evidence.size() != subject.row.length ||
        subject.evidence.last().hash != subject.row.head) {
        problems.append({where, u"証跡の行数または末尾が操作の記録と合いません。"_s});
    }
}

void checkState(const Subject &subject, Problems &problems)
{
    const Operation &operation = subject.operation;
    QString state;
    QString wish;
    QString digest = operation.requestDigest;
    qint64 epoch = 0;
    qint64 attempt = 0;
    for (const Evidence &row : subject.evidence) {
        state = row.state.isEmpty() ? state : row.state;
        epoch = std::max(epoch, row.epoch);
        attempt = std::max(attempt, row.attempt);
        if (row.source == u"PLAN"_s) {
            wish = row.fields;
        }
        if (row.source == u"ARM"_s && operation.pre) {
            digest = armedFields(*operation.pre, operation.jobCd, operation.requestDigest) == row.fields
                         ? operation.requestDigest
                         : QString();
        }
    }
    if (state != codeOf(operation.state) || epoch != operation.epoch || attempt != operation.attempt) {
        problems.append({operation.id.value, u"操作の状態・世代・試行回数が最後の証跡と合いません。"_s});
    }
    if (wish != wishOf(operation) || digest != operation.requestDigest) {
        problems.append({operation.id.value, u"操作の内容が計画または送信準備の証跡と合いません。"_s});
    }
}

void checkSealed(const Subject &subject, Problems &problems)
{
    for (const QString &sealed : subject.sealedHeads) {
        const qsizetype length = sealed.section(u' ', 0, 0).toLongLong();
        const QString head = sealed.section(u' ', 1, 1);
        if (length < 1 || length > subject.evidence.size() || subject.evidence[length - 1].hash != head) {
            problems.append({subject.operation.id.value, u"封印された証跡と合いません。"_s});
        }
    }
}

struct Seals
{
    QHash<QString, QStringList> headsOfOperation;
    qint64 operations = 0;
    QString lastHash;
};

QString sealHash(const QString &previous, const QString &at, const QString &seat, qint64 lastEvidence,
                 qint64 operations, const QString &heads)
{
    return hashOfText(
        QStringList{previous, at, seat, QString::number(lastEvidence), QString::number(operations), heads}
            .join(u'\n'));
}

StorageResult<Seals> readSeals(Database &database, Problems &problems)
{
    Seals seals;
    const auto read = database.forEachRow(
        u"SELECT at, seat, last_evidence, op_count, heads, prev_hash, hash, seq FROM seal ORDER BY seq"_s, {},
        [&](const Rows &row) {
            const QString hash =
                sealHash(row.text(5), row.text(0), row.text(1), row.number(2), row.number(3), row.text(4));
            if (row.text(5) != seals.lastHash || hash != row.text(6)) {
                problems.append({u"seal %1"_s.arg(row.number(7)), brokenSeal});
            }
            for (const QString &line : row.text(4).split(u'\n', Qt::SkipEmptyParts)) {
                seals.headsOfOperation[line.section(u' ', 0, 0)].append(line.section(u' ', 1));
            }
            seals.operations = row.number(3);
            seals.lastHash = row.text(6);
        });
    return read ? StorageResult<Seals>(seals) : failure(read.error());
}

StorageResult<QList<Subject>> readSubjects(Database &database)
{
    const auto operations = operationsWhere(database, u"ORDER BY o.number"_s, {});
    if (!operations) {
        return failure(operations.error());
    }
    return database.listOf(u"SELECT number, chain_length, chain_head FROM op ORDER BY number"_s, {},
                           [next = operations->begin()](const Rows &row) mutable {
                               const ChainRow chain{row.number(0), row.number(1), row.text(2)};
                               return Subject{*next++, chain, {}, {}};
                           });
}

/// Numbers run without gaps up to the count in meta, which is kept in the same transactions.
StorageResult<Nothing> checkCount(Database &database, const QList<Subject> &subjects, const Seals &seals,
                                  Problems &problems)
{
    const auto row = database.first(u"SELECT value FROM meta WHERE name = 'operationCount'"_s);
    if (!row) {
        return failure(row.error());
    }
    const qint64 counted = row->value(0).toString().toLongLong();
    qint64 expected = 0;
    for (const Subject &subject : subjects) {
        ++expected;
        if (subject.row.number != expected) {
            problems.append({subject.operation.id.value, u"この操作の前の操作が消されています。"_s});
            expected = subject.row.number;
        }
    }
    if (expected != counted || counted < seals.operations) {
        problems.append({u"op"_s, u"操作の数 %1 が記録された数 %2 と合いません。"_s.arg(expected).arg(
                                      std::max(counted, seals.operations))});
    }
    return Nothing{};
}

StorageResult<Nothing> checkStrays(Database &database, Problems &problems)
{
    return database.forEachRow(
        u"SELECT DISTINCT e.op_id FROM evidence e LEFT JOIN op o ON o.id = e.op_id WHERE o.id IS NULL"_s, {},
        [&](const Rows &row) {
            problems.append({row.text(0), u"証跡はありますが、操作の記録がありません。"_s});
        });
}

} // namespace

StorageResult<QList<JournalStore::ChainProblem>> JournalStore::verifyChains()
{
    // What is being written meanwhile must not look like a chain that is broken.
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    Problems problems;
    auto seals = readSeals(m_database, problems);
    if (!seals) {
        return failure(seals.error());
    }
    auto subjects = readSubjects(m_database);
    if (!subjects) {
        return failure(subjects.error());
    }
    for (Subject &subject : *subjects) {
        const auto evidence = evidenceOf(subject.operation.id);
        if (!evidence) {
            return failure(evidence.error());
        }
        subject.evidence = *evidence;
        subject.sealedHeads = seals->headsOfOperation.take(subject.operation.id.value);
        checkLinks(subject, problems);
        checkState(subject, problems);
        checkSealed(subject, problems);
        subject.evidence.clear();
    }
    for (auto it = seals->headsOfOperation.begin(); it != seals->headsOfOperation.end(); ++it) {
        problems.append({it.key(), u"封印された操作が消されています。"_s});
    }
    const auto counted = checkCount(m_database, *subjects, *seals, problems);
    if (!counted) {
        return failure(counted.error());
    }
    const auto strays = checkStrays(m_database, problems);
    return strays ? StorageResult<Problems>(problems) : failure(strays.error());
}

namespace {

/// Two seats that seal at once would both follow the same seal, and a row that is written meanwhile would be
/// in none. SQLite's transaction is alone anyway.
StorageResult<Nothing> standAlone(Database &database)
{
    if (database.dialect() == DatabaseSpec::Dialect::Sqlite) {
        return Nothing{};
    }
    const auto locked =
        database.run(u"LOCK TABLE seal IN EXCLUSIVE MODE; LOCK TABLE evidence IN SHARE MODE"_s);
    return locked ? StorageResult<Nothing>(Nothing{}) : failure(locked.error());
}

} // namespace

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
    const auto inserted = m_database.run(
        u"INSERT INTO seal (at, seat, last_evidence, op_count, heads, prev_hash, hash) VALUES (?,?,?,?,?,?,?)"_s,
        {stored::instant(now), m_seat.name, lastEvidence, operations, text, previous,
         sealHash(previous, stored::instant(now), m_seat.name, lastEvidence, operations, text)});
    if (!inserted) {
        return failure(inserted.error());
    }
    return transaction->commit();
}

} // namespace kessai
