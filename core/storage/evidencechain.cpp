#include "core/storage/evidencechain.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct ChainEnd
{
    QString head;
    qint64 epoch = 0;
    qint64 attempt = 0;
};

/// The update comes first: it locks the row until the commit, also against a seat whose ownership is over.
StorageResult<ChainEnd> lengthen(Database &database, const OperationId &id)
{
    const auto row = database.first(u"UPDATE op SET chain_length = chain_length + 1 WHERE id = ? "
                                    "RETURNING chain_head, epoch, attempt"_s,
                                    {id.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->isEmpty()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::NotFound, QString(), id.value));
    }
    ChainEnd end{row->at(0).toString(), row->at(1).toLongLong(), row->at(2).toLongLong()};
    if (end.head.isEmpty()) {
        end.head = genesisOf(id);
    }
    return end;
}

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

StorageResult<Nothing> insertRow(Database &database, const Evidence &row)
{
    const auto inserted = database.run(
        u"INSERT INTO evidence (seq, op_id, epoch, attempt, at, seat, source, class, http_status, "
        u"body_offered, "
        "err_info, fields, state, prev_hash, hash, outcome) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {row.sequence, row.operationId.value, row.epoch, row.attempt, stored::instant(row.at), row.seat,
         row.source, stored::textOrNull(row.classCode),
         row.httpStatus ? QVariant(*row.httpStatus) : QVariant(),
         row.bodyOffered ? QVariant(int(*row.bodyOffered)) : QVariant(), stored::textOrNull(row.errInfo),
         stored::textOrNull(row.fields), stored::textOrNull(row.state), row.previousHash, row.hash,
         stored::textOrNull(row.outcome)});
    if (!inserted) {
        return failure(inserted.error());
    }
    const auto kept =
        database.run(u"UPDATE op SET chain_head = ? WHERE id = ?"_s, {row.hash, row.operationId.value});
    if (!kept) {
        return failure(kept.error());
    }
    return Nothing{};
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

StorageResult<Nothing> appendEvidence(Database &database, Evidence evidence)
{
    const auto end = lengthen(database, evidence.operationId);
    if (!end) {
        return failure(end.error());
    }
    const auto sequence = nextSequence(database);
    if (!sequence) {
        return failure(sequence.error());
    }
    evidence.sequence = *sequence;
    evidence.previousHash = end->head;
    evidence.epoch = evidence.epoch ? evidence.epoch : end->epoch;
    evidence.attempt = evidence.attempt ? evidence.attempt : end->attempt;
    evidence.hash = hashOf(evidence);
    return insertRow(database, evidence);
}

} // namespace kessai
