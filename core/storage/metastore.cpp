#include "core/storage/metastore.h"

#include "core/storage/databaseerrors.h"

#include <sodium.h>

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<std::optional<QString>> MetaStore::value(const QString &name)
{
    const auto row = m_database.first(u"SELECT value FROM meta WHERE name = ?"_s, {name});
    if (!row) {
        return failure(row.error());
    }
    return row->isEmpty() ? std::nullopt : std::optional(row->at(0).toString());
}

StorageResult<Nothing> MetaStore::setValue(const QString &name, const QString &value)
{
    const auto stored = m_database.run(u"INSERT INTO meta (name, value) VALUES (?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                       {name, value});
    return stored ? StorageResult<Nothing>(Nothing{}) : failure(stored.error());
}

StorageResult<Nothing> MetaStore::bindEnvironment(const QString &environment, const QString &shopId)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const QList<std::pair<QString, QString>> wanted{{u"environment"_s, environment}, {u"shopId"_s, shopId}};
    for (const auto &[name, text] : wanted) {
        const auto present = value(name);
        if (!present) {
            return failure(present.error());
        }
        if (present->has_value() && **present != text) {
            return failure(storageErrorOf(m_database.spec(), StorageError::Kind::OtherShop, QString(),
                                          u"%1: %2 ≠ %3"_s.arg(name, **present, text)));
        }
        const auto stored = present->has_value() ? StorageResult<Nothing>(Nothing{}) : setValue(name, text);
        if (!stored) {
            return stored;
        }
    }
    return transaction->commit();
}

StorageResult<QByteArray> MetaStore::digestKey()
{
    const QString name = u"digestKey"_s;
    const auto present = value(name);
    if (!present) {
        return failure(present.error());
    }
    if (present->has_value()) {
        return QByteArray::fromHex((*present)->toLatin1());
    }
    if (sodium_init() < 0) {
        return failure(
            storageErrorOf(m_database.spec(), StorageError::Kind::Other, QString(), u"libsodium"_s));
    }
    QByteArray key(32, '\0');
    randombytes_buf(key.data(), size_t(key.size()));
    // Another seat may have made one meanwhile: the first stays.
    const auto stored =
        m_database.run(u"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s,
                       {name, QString::fromLatin1(key.toHex())});
    if (!stored) {
        return failure(stored.error());
    }
    const auto first = value(name);
    if (!first) {
        return failure(first.error());
    }
    return QByteArray::fromHex(first->value_or(QString()).toLatin1());
}

} // namespace kessai
