#include "core/base/sentence.h"
#include "core/storage/evidencechain.h"
#include "core/storage/journalrows.h"
#include "core/storage/seals.h"
#include "core/storage/storedvalues.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Problems = QList<JournalStore::ChainProblem>;

/// Where a chain stands by the row of its operation.
struct ChainRow
{
    qint64 number = 0;
    qint64 length = 0;
    QString head;
    // As they are stored: what is read of a word that nobody knows would look like none.
    QString endReason;
    QString proof;
    QString askedAt;
    QString armedAt;
    QString endedAt;
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
                {where, Sentence::tr("証跡 %1 の前に、消された・入れ替えられた・差し込まれた行があります。")
                            .arg(row.sequence)});
        }
        if (hashOf(row) != row.hash) {
            problems.append(
                {where, Sentence::tr("証跡 %1 の内容が書き換えられています。").arg(row.sequence)});
        }
        previous = row.hash;
    }
    if (subject.evidence.isEmpty() || subject.evidence.size() != subject.row.length ||
        subject.evidence.last().hash != subject.row.head) {
        problems.append({where, Sentence::tr("証跡の行数または末尾が操作の記録と合いません。")});
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
        problems.append(
            {operation.id.value, Sentence::tr("操作の状態・世代・試行回数が最後の証跡と合いません。")});
    }
    if (wish != wishOf(operation) || digest != operation.requestDigest) {
        problems.append(
            {operation.id.value, Sentence::tr("操作の内容が計画または送信準備の証跡と合いません。")});
    }
}

/// Reasons, proofs and instants of the operation's row. Of what rows of the first schema said nothing is
/// known.
void checkOutcome(const Subject &subject, Problems &problems)
{
    const ChainRow &row = subject.row;
    std::optional<QString> outcome;
    std::optional<QString> askedAt;
    std::optional<QString> armedAt;
    QString endedAt;
    for (const Evidence &evidence : subject.evidence) {
        if (evidence.outcome.isEmpty()) {
            continue;
        }
        const QString at = stored::instant(evidence.at);
        outcome = evidence.outcome;
        if (evidence.source == u"PLAN"_s) {
            askedAt = at;
            armedAt = QString();
        } else if (evidence.source == u"ARM"_s) {
            armedAt = at;
        }
        const auto state = operationStateFromCode(evidence.state);
        endedAt = state && isFinal(*state) ? at : QString();
    }
    const bool sameEnd =
        !outcome || (*outcome == outcomeOf(row.endReason, row.proof) && endedAt == row.endedAt);
    if (!sameEnd || askedAt.value_or(row.askedAt) != row.askedAt ||
        armedAt.value_or(row.armedAt) != row.armedAt) {
        problems.append(
            {subject.operation.id.value, Sentence::tr("操作の結果・根拠・時刻が証跡と合いません。")});
    }
}

void checkSealed(const Subject &subject, Problems &problems)
{
    for (const QString &sealed : subject.sealedHeads) {
        const qsizetype length = sealed.section(u' ', 0, 0).toLongLong();
        const QString head = sealed.section(u' ', 1, 1);
        if (length < 1 || length > subject.evidence.size() || subject.evidence[length - 1].hash != head) {
            problems.append({subject.operation.id.value, Sentence::tr("封印された証跡と合いません。")});
        }
    }
}

StorageResult<QList<Subject>> readSubjects(Database &database)
{
    const auto operations = operationsWhere(database, u"ORDER BY o.number"_s, {});
    if (!operations) {
        return failure(operations.error());
    }
    const auto chains = database.listOf(
        u"SELECT number, chain_length, chain_head, end_reason, proof, asked_at, armed_at, ended_at "
        "FROM op ORDER BY number"_s,
        {}, [](const Rows &row) {
            return ChainRow{row.number(0), row.number(1), row.text(2), row.text(3),
                            row.text(4),   row.text(5),   row.text(6), row.text(7)};
        });
    if (!chains) {
        return failure(chains.error());
    }
    QList<Subject> subjects;
    for (qsizetype i = 0; i < std::min(operations->size(), chains->size()); ++i) {
        subjects.append({operations->at(i), chains->at(i), {}, {}});
    }
    return subjects;
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
            problems.append(
                {subject.operation.id.value, Sentence::tr("この操作の前の操作が消されています。")});
            expected = subject.row.number;
        }
    }
    if (expected != counted || counted < seals.operations) {
        problems.append({u"op"_s, Sentence::tr("操作の数 %1 が記録された数 %2 と合いません。")
                                      .arg(expected)
                                      .arg(std::max(counted, seals.operations))});
    }
    return Nothing{};
}

StorageResult<Nothing> checkStrays(Database &database, Problems &problems)
{
    return database.forEachRow(
        u"SELECT DISTINCT e.op_id FROM evidence e LEFT JOIN op o ON o.id = e.op_id WHERE o.id IS NULL"_s, {},
        [&](const Rows &row) {
            problems.append({row.text(0), Sentence::tr("証跡はありますが、操作の記録がありません。")});
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
        checkOutcome(subject, problems);
        checkSealed(subject, problems);
        subject.evidence.clear();
    }
    for (auto it = seals->headsOfOperation.begin(); it != seals->headsOfOperation.end(); ++it) {
        problems.append({it.key(), Sentence::tr("封印された操作が消されています。")});
    }
    const auto counted = checkCount(m_database, *subjects, *seals, problems);
    if (!counted) {
        return failure(counted.error());
    }
    const auto strays = checkStrays(m_database, problems);
    return strays ? StorageResult<Problems>(problems) : failure(strays.error());
}

} // namespace kessai
