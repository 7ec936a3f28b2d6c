#include "core/storage/orderrepository.h"

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
    bool OrderFilter::*only;
};

/// The views beside the three groups; each is answered by an index.
const QList<View> &views()
{
    using Counts = OrderRepository::Counts;
    static const QList<View> list{
        {&Counts::unlinked, &OrderFilter::onlyUnlinked},
        {&Counts::neverRead, &OrderFilter::onlyNeverRead},
        {&Counts::ambiguous, &OrderFilter::onlyAmbiguous},
        {&Counts::inDoubt, &OrderFilter::onlyInDoubt},
        {&Counts::conflict, &OrderFilter::onlyConflict},
        {&Counts::difference, &OrderFilter::onlyDifference},
        {&Counts::importConflict, &OrderFilter::onlyImportConflict},
        {&Counts::cancelledWithOpenPayment, &OrderFilter::onlyCancelledWithOpenPayment},
    };
    return list;
}

} // namespace

StorageResult<OrderRepository::Counts> OrderRepository::counts(const QDateTime &now)
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
        OrderFilter filter; // the same question as the list's, so that a number never counts what it hides
        filter.*view.only = true;
        const auto matching = count(now.isValid() ? askedAt(filter, now) : filter);
        if (!matching) {
            return failure(matching.error());
        }
        counts.*view.count = *matching;
    }
    return counts;
}

} // namespace kessai
