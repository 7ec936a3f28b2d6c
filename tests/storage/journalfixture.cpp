#include "tests/storage/journalfixture.h"

#include "core/base/japantime.h"
#include "tests/storage/testdatabase.h"

namespace kessai {

using namespace Qt::StringLiterals;

JournalFixture::JournalFixture(std::unique_ptr<Database> opened)
    : database(std::move(opened)), store(*database, {u"PC-1"_s, u"boot-1"_s, 0})
{
    static_cast<void>(
        OrderImportStore(*database).apply(sampleOrder(272), OrderImportStore::allFields(), false));
    order = *OrderRepository(*database).idByNumber(u"272"_s);
    PaymentRepository payments(*database, {});
    static_cast<void>(payments.link(order, u"shop"_s, u"272-03132123"_s, PaymentMethod::Card));
    payment = payments.ofOrder(order)->first().id;
}

QDateTime JournalFixture::now()
{
    return japantime::instantOf(QDate(2020, 12, 3), QTime(14, 0));
}

Snapshot JournalFixture::authorized()
{
    return {u"AUTH"_s, Yen{3200}, Yen{0}, u"20201203132123"_s, u"T1"_s, u"  12345"_s};
}

Operation JournalFixture::planned()
{
    Operation operation;
    operation.id = {newUuid()};
    operation.paymentId = payment;
    operation.wantAmount = Yen{3200};
    operation.orderTotal = Yen{3000};
    operation.askedBy = u"佐藤"_s;
    operation.askedAt = now();
    static_cast<void>(store.plan({operation}));
    return operation;
}

Operation JournalFixture::armed()
{
    const Operation operation = planned();
    const auto claimed = store.claim(operation.id, now());
    static_cast<void>(
        store.arm({operation.id, claimed->epoch, authorized(), u"SALES"_s, u"digest"_s, now()}));
    return *store.byId(operation.id);
}

} // namespace kessai
