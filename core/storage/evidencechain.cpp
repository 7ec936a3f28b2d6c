#include "core/storage/evidencechain.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

StorageResult<qint64> nextSequence(Database &database)
{
    // The number is part of the hash, so it is needed before the row is written.
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    const auto row = database.first(sqlite ? u"SELECT coalesce(max(seq), 0) + 1 FROM evidence"_s
                                           : u"SELECT nextval(pg_get_serial_sequence('evidence', 'seq'))"_s);
    if (!row) {
        return failure(row.error());
    }
    return row->value(0).toLongLong();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QString hashOfText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()),
                       nullptr, 0);
    return QString::fromLatin1(hash.toHex());
}

QString genesisOf(const OperationId &id)
{
    return hashOfText(u"kessai evidence "_s + id.value);
}

QString hashOf(const Evidence &row)
{
    // Numbers as text: JSON numbers are doubles and would not tell large ones apart.
    QJsonArray columns{
        row.previousHash,
        QString::number(row.sequence),
        row.operationId.value,
        QString::number(row.epoch),
        QString::number(row.attempt),
        stored::instant(row.at),
        row.seat,
        row.source,
        textOrNull(row.classCode),
        row.httpStatus ? QJsonValue(QString::number(*row.httpStatus)) : QJsonValue(),
        row.bodyOffered ? QJsonValue(*row.bodyOffered) : QJsonValue(),
        textOrNull(row.errInfo),
        textOrNull(row.fields),
        textOrNull(row.state),
    };
    if (!row.outcome.isEmpty()) { // a column that the first schema did not have
        columns.append(row.outcome);
    }
    return hashOfText(QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact)));
}

StorageResult<std::optional<ChainEnd>> chainEndOf(Database &database, const OperationId &id)
{
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite; // there the transaction is the lock
    const QString select =
        u"SELECT o.chain_head, o.epoch, o.attempt, o.end_reason, o.proof, o.payment_id, p.order_id FROM op o "
        "JOIN payment p ON p.id = o.payment_id WHERE o.id = ?"_s;
    const auto ends = database.listOf(sqlite ? select : select + u" FOR NO KEY UPDATE OF o"_s, {id.value},
                                      [&id](const Rows &row) {
                                          const QString head = row.text(0);
                                          return ChainEnd{.head = head.isEmpty() ? genesisOf(id) : head,
                                                          .epoch = row.number(1),
                                                          .attempt = row.number(2),
                                                          .endReason = row.text(3),
                                                          .proof = row.text(4),
                                                          .payment = {row.number(5)},
                                                          .order = {row.number(6)}};
                                      });
    if (!ends) {
        return failure(ends.error());
    }
    return ends->isEmpty() ? std::nullopt : std::optional(ends->first());
}

StorageResult<Nothing> linkEvidence(Database &database, Evidence &row, const ChainEnd &end)
{
    const auto sequence = nextSequence(database);
    if (!sequence) {
        return failure(sequence.error());
    }
    row.sequence = *sequence;
    row.previousHash = end.head;
    row.epoch = row.epoch ? row.epoch : end.epoch;
    row.attempt = row.attempt ? row.attempt : end.attempt;
    row.hash = hashOf(row);
    return Nothing{};
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
    const auto linked = linkEvidence(database, evidence, end);
    if (!linked) {
        return linked;
    }
    const auto kept =
        database.run(u"UPDATE op SET %1 WHERE id = ?"_s.arg(QLatin1StringView(ChainAssignments)),
                     {evidence.hash, evidence.operationId.value});
    if (!kept) {
        return failure(kept.error());
    }
    return insertEvidence(database, evidence);
}

} // namespace kessai
