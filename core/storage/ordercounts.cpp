#include "core/storage/orderrepository.h"

#include "core/storage/ordercondition.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

StorageResult<QMap<QString, qint64>> countsBy(Database &database, const QString &sql)
{
    QMap<QString, qint64> counts;
    const auto read =
        database.forEachRow(sql, {}, [&](const Rows &row) { counts.insert(row.text(0), row.number(1)); });
    return read ? StorageResult<QMap<QString, qint64>>(counts) : failure(read.error());
}

struct View
{
    qint64 OrderRepository::Counts::*count;
    QString condition;
};

/// The views beside the three groups; each is answered by an index.
const QList<View> &views()
{
    using Counts = OrderRepository::Counts;
    static const QList<View> list{
        {&Counts::unlinked, u"payment_count = 0 AND method <> 'OTHER'"_s},
        {&Counts::neverRead, u"payment_count > 0 AND payment_status_code IS NULL"_s},
        {&Counts::ambiguous, u"ambiguous <> 0"_s},
        {&Counts::inDoubt, u"doubt = 'IN_DOUBT'"_s},
        {&Counts::conflict, u"doubt = 'CONFLICT'"_s},
        {&Counts::difference, u"difference <> 0"_s},
        {&Counts::importConflict, u"import_conflict <> 0"_s},
        {&Counts::cancelledWithOpenPayment, cancelledWithOpenPayment()},
    };
    return list;
}

} // namespace

StorageResult<OrderRepository::Counts> OrderRepository::counts()
{
    Counts counts;
    const auto statuses = countsBy(m_database, u"SELECT status, count(*) FROM orders GROUP BY status"_s);
    const auto payments =
        countsBy(m_database, u"SELECT payment_status_code, count(*) FROM orders "
                             "WHERE payment_status_code IS NOT NULL GROUP BY payment_status_code"_s);
    const auto methods = countsBy(m_database, u"SELECT method, count(*) FROM orders GROUP BY method"_s);
    for (const auto *part : {&statuses, &payments, &methods}) {
        if (!*part) {
            return failure(part->error());
        }
    }
    for (auto it = statuses->begin(); it != statuses->end(); ++it) {
        if (const auto status = orderStatusFromId(it.key().toInt())) {
            counts.byOrderStatus.insert(*status, it.value());
        }
    }
    for (auto it = payments->begin(); it != payments->end(); ++it) {
        if (const auto status = paymentStatusFromCode(it.key().toInt())) {
            counts.byPaymentStatus.insert(*status, it.value());
        }
    }
    for (auto it = methods->begin(); it != methods->end(); ++it) {
        counts.byMethod.insert(stored::methodFromCode(it.key()), it.value());
    }
    for (const View &view : views()) {
        const auto row = m_database.first(u"SELECT count(*) FROM orders WHERE "_s + view.condition);
        if (!row) {
            return failure(row.error());
        }
        counts.*view.count = row->value(0).toLongLong();
    }
    return counts;
}

} // namespace kessai
