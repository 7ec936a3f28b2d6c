#include "tests/chaos/campaignsecrets.h"

#include "core/storage/database.h"
#include "tests/chaos/campaigncertain.h"
#include "tests/services/secretsearch.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

QStringList placesOfSecrets(const ShopFixture &shop, Database &database)
{
    const QList<QByteArray> secrets = shop.secrets();
    QStringList places = filesWithSecrets(shop.dataFolder(), secrets);
    if (database.dialect() == Database::Dialect::Sqlite) {
        return places; // its file is in the folder
    }
    for (const QString &table :
         {u"op"_s, u"evidence"_s, u"payment"_s, u"payment_fact"_s, u"order_event"_s, u"orders"_s, u"meta"_s,
          u"seal"_s, u"finding"_s, u"bulk_run"_s, u"bulk_run_item"_s}) {
        const auto rows = certain(database.listOf(u"SELECT * FROM "_s + table, {}, [](const Rows &row) {
            QByteArray text;
            for (const QVariant &value : row.values()) {
                text += value.toString().toUtf8() + '\n';
            }
            return text;
        }));
        const QByteArray content = rows.join();
        const bool holds = std::any_of(secrets.begin(), secrets.end(), [&](const QByteArray &secret) {
            return holdsSecret(content, secret);
        });
        places += holds ? QStringList{table} : QStringList();
    }
    return places;
}

} // namespace kessai
