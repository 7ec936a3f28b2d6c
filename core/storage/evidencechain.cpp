#include "core/storage/evidencechain.h"

#include "core/storage/compactjson.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/storedvalues.h"

#include <sodium.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The compact form of a JSON array, which is what is hashed.
class CompactArray
{
public:
    CompactArray() { m_json.reserve(1024); }
    void add(const QString &text)
    {
        beginValue();
        appendJsonText(m_json, text);
    }
    void addNumber(qint64 number)
    {
        beginValue();
        m_json.append('"').append(QByteArray::number(number)).append('"');
    }
    void addOrNull(const QString &text) { text.isEmpty() ? addWord("null") : add(text); }
    void addWord(const char *word)
    {
        beginValue();
        m_json.append(word);
    }
    [[nodiscard]] QByteArray bytes() const { return m_json + ']'; }

private:
    void beginValue() { m_json.append(m_json.isEmpty() ? '[' : ','); }

    QByteArray m_json;
};

/// The next row's number is part of its hash, so it is needed before the row is written.
QString nextSequence(const Database &database)
{
    return database.dialect() == Database::Dialect::Sqlite
               ? u"(SELECT coalesce(max(seq), 0) + 1 FROM evidence)"_s
               : u"nextval(pg_get_serial_sequence('evidence', 'seq'))"_s;
}

QString hashOfBytes(const QByteArray &bytes)
{
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()),
                       nullptr, 0);
    return QString::fromLatin1(hash.toHex());
}

} // namespace

QString hashOfText(const QString &text)
{
    return hashOfBytes(text.toUtf8());
}

QString genesisOf(const OperationId &id)
{
    return hashOfText(u"kessai evidence "_s + id.value);
}

QString hashOf(const Evidence &row)
{
    // Numbers as text: JSON numbers are doubles and would not tell large ones apart.
    CompactArray columns;
    columns.add(row.previousHash);
    columns.addNumber(row.sequence);
    columns.add(row.operationId.value);
    columns.addNumber(row.epoch);
    columns.addNumber(row.attempt);
    columns.add(stored::instant(row.at));
    columns.add(row.seat);
    columns.add(row.source);
    columns.addOrNull(row.classCode);
    row.httpStatus ? columns.addNumber(*row.httpStatus) : columns.addWord("null");
    columns.addWord(!row.bodyOffered ? "null" : *row.bodyOffered ? "true" : "false");
    columns.addOrNull(row.errInfo);
    columns.addOrNull(row.fields);
    columns.addOrNull(row.state);
    if (!row.outcome.isEmpty()) { // a column that the first schema did not have
        columns.add(row.outcome);
    }
    return hashOfBytes(columns.bytes());
}

StorageResult<std::optional<ChainEnd>> chainEndOf(Database &database, const OperationId &id)
{
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite; // there the transaction is the lock
    const QString select =
        u"SELECT o.chain_head, o.epoch, o.attempt, o.end_reason, o.proof, o.payment_id, "
        "p.order_id, %1 FROM op o JOIN payment p ON p.id = o.payment_id WHERE o.id = ?"_s.arg(
            nextSequence(database));
    const auto ends = database.listOf(sqlite ? select : select + u" FOR NO KEY UPDATE OF o"_s, {id.value},
                                      [&id](const Rows &row) {
                                          const QString head = row.text(0);
                                          return ChainEnd{.head = head.isEmpty() ? genesisOf(id) : head,
                                                          .epoch = row.number(1),
                                                          .attempt = row.number(2),
                                                          .endReason = row.text(3),
                                                          .proof = row.text(4),
                                                          .payment = {row.number(5)},
                                                          .order = {row.number(6)},
                                                          .sequence = row.number(7)};
                                      });
    if (!ends) {
        return failure(ends.error());
    }
    return ends->isEmpty() ? std::nullopt : std::optional(ends->first());
}

StorageResult<ChainEnd> chainBeginOf(Database &database, const OperationId &id, PaymentId payment)
{
    const auto row = database.first(
        u"SELECT order_id, %1 FROM payment WHERE id = ?"_s.arg(nextSequence(database)), {payment.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->isEmpty()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::NotFound, QString(),
                                      QString::number(payment.value)));
    }
    ChainEnd begin;
    begin.head = genesisOf(id);
    begin.payment = payment;
    begin.order = {row->at(0).toLongLong()};
    begin.sequence = row->at(1).toLongLong();
    return begin;
}

void linkEvidence(Evidence &row, const ChainEnd &end)
{
    row.sequence = end.sequence;
    row.previousHash = end.head;
    row.epoch = row.epoch ? row.epoch : end.epoch;
    row.attempt = row.attempt ? row.attempt : end.attempt;
    row.hash = hashOf(row);
}

StorageResult<ChainEnd> chainEndBehind(Database &database, const Evidence &row, ChainEnd end)
{
    end.head = row.hash;
    end.sequence += 1;
    if (database.dialect() == Database::Dialect::Sqlite) {
        return end;
    }
    const auto next = database.first(u"SELECT %1"_s.arg(nextSequence(database))); // another seat may have it
    if (!next) {
        return failure(next.error());
    }
    end.sequence = next->value(0).toLongLong();
    return end;
}

StorageResult<Nothing> insertEvidence(Database &database, const Evidence &row)
{
    const auto inserted = database.run(
        u"INSERT INTO evidence (seq, op_id, epoch, attempt, at, seat, source, class, http_status, "
        "body_offered, err_info, fields, state, prev_hash, hash, outcome) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {row.sequence, row.operationId.value, row.epoch, row.attempt, stored::instant(row.at), row.seat,
         row.source, stored::textOrNull(row.classCode),
         row.httpStatus ? QVariant(*row.httpStatus) : QVariant(),
         row.bodyOffered ? QVariant(int(*row.bodyOffered)) : QVariant(), stored::textOrNull(row.errInfo),
         stored::textOrNull(row.fields), stored::textOrNull(row.state), row.previousHash, row.hash,
         stored::textOrNull(row.outcome)});
    return inserted ? StorageResult<Nothing>(Nothing{}) : failure(inserted.error());
}

StorageResult<Nothing> appendEvidence(Database &database, Evidence evidence, const ChainEnd &end)
{
    linkEvidence(evidence, end);
    const auto kept =
        database.run(u"UPDATE op SET %1 WHERE id = ?"_s.arg(QLatin1StringView(ChainAssignments)),
                     {1, evidence.hash, evidence.operationId.value});
    if (!kept) {
        return failure(kept.error());
    }
    return insertEvidence(database, evidence);
}

} // namespace kessai
