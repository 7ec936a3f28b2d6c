#include "core/storage/metastore.h"
#include "core/storage/paymentrepository.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {
const QString SweepNeeded = u"sweep_needed"_s;
const QString SweptDownTo = u"swept_down_to"_s;
} // namespace

StorageResult<bool> MetaStore::sweepNeeded()
{
    const auto stored = value(SweepNeeded);
    if (!stored) {
        return failure(stored.error());
    }
    return *stored == u"1"_s;
}

StorageResult<Nothing> MetaStore::setSweepNeeded(bool needed)
{
    const auto marked = setValue(SweepNeeded, needed ? u"1"_s : u"0"_s);
    return marked ? setValue(SweptDownTo, QString()) : marked;
}

StorageResult<std::optional<PaymentId>> MetaStore::sweptDownTo()
{
    const auto stored = value(SweptDownTo);
    if (!stored) {
        return failure(stored.error());
    }
    const qint64 id = stored->value_or(QString()).toLongLong();
    return id > 0 ? std::optional(PaymentId{id}) : std::nullopt;
}

StorageResult<Nothing> MetaStore::setSweptDownTo(PaymentId id)
{
    return setValue(SweptDownTo, QString::number(id.value));
}

StorageResult<QList<PaymentId>> PaymentRepository::readPayments()
{
    return m_database.listOf(u"SELECT id FROM payment WHERE known_status IS NOT NULL AND unlinked_reason = ''"
                             " ORDER BY id DESC"_s,
                             {}, [](const Rows &row) { return PaymentId{row.number(0)}; });
}

} // namespace kessai
