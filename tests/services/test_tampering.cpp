#include "core/services/doctor.h"
#include "tests/services/moneyfixture.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// Whoever rewrites the journal with another program is found by `kessai doctor`.
class TestTampering : public QObject
{
    Q_OBJECT

private slots:
    void untouchedJournal_isSound();
    void rewrittenJournal_isNoticed_data();
    void rewrittenJournal_isNoticed();

private:
    /// Two captures and a cancel, the first two sealed.
    static void fill(MoneyFixture &money)
    {
        money.open();
        const OrderId first = money.addOrder(1, Yen{3200});
        const OrderId second = money.addOrder(2, Yen{4500});
        money.operateOne(OperationKind::Capture, first);
        money.operateOne(OperationKind::Capture, second);
        const auto sealed = money.shop->context().journal.seal(money.clock.nowUtc());
        QVERIFY(sealed.ok());
        money.operateOne(OperationKind::Cancel, second);
    }
    static bool chainsAreSound(MoneyFixture &money)
    {
        const auto checks =
            doctorChecks(money.shop->context().database, money.shop->settings(), money.shop->dataFolder());
        for (const DoctorCheck &check : checks) {
            if (check.name == u"chains"_s) {
                return check.ok;
            }
        }
        return false;
    }
};

void TestTampering::untouchedJournal_isSound()
{
    MoneyFixture money;
    fill(money);
    QVERIFY(chainsAreSound(money));
}

void TestTampering::rewrittenJournal_isNoticed_data()
{
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const QStringList &statements) {
        QTest::newRow(name) << statements;
    };
    const QString lastOperation = u"(SELECT id FROM op ORDER BY number DESC LIMIT 1)"_s;
    row("changed time", {u"UPDATE evidence SET at = '2020-12-01T00:00:00.000Z' WHERE seq = 2"_s});
    row("changed content", {u"UPDATE evidence SET fields = '{}' WHERE source = 'READ'"_s});
    row("changed class", {u"UPDATE evidence SET class = 'REFUSAL' WHERE source = 'ANSWER'"_s});
    row("deleted row", {u"DELETE FROM evidence WHERE seq = 3"_s});
    row("deleted last row", {u"DELETE FROM evidence WHERE seq = (SELECT max(seq) FROM evidence)"_s});
    row("reordered rows",
        {u"UPDATE evidence SET seq = -1 WHERE seq = 2"_s, u"UPDATE evidence SET seq = 2 WHERE seq = 3"_s,
         u"UPDATE evidence SET seq = 3 WHERE seq = -1"_s});
    row("inserted row",
        {u"INSERT INTO evidence (op_id, epoch, attempt, at, seat, source, prev_hash, hash) "
         "SELECT op_id, epoch, attempt, at, seat, 'PERSON', hash, hash FROM evidence WHERE seq = 1"_s});
    row("changed end", {u"UPDATE op SET state = 'REFUSED' WHERE state = 'DONE'"_s});
    row("removed operation", {u"DELETE FROM evidence WHERE op_id = (SELECT id FROM op WHERE number = 1)"_s,
                              u"DELETE FROM op WHERE number = 1"_s});
    row("removed last operation", {u"DELETE FROM evidence WHERE op_id = "_s + lastOperation,
                                   u"DELETE FROM op WHERE id = "_s + lastOperation});
    row("removed last operation, count set back",
        {u"DELETE FROM evidence WHERE op_id = (SELECT id FROM op WHERE number = 2)"_s,
         u"DELETE FROM op WHERE number = 2"_s, u"UPDATE op SET number = 2 WHERE number = 3"_s,
         u"UPDATE meta SET value = '2' WHERE name = 'operationCount'"_s});
    row("changed seal", {u"UPDATE seal SET heads = ''"_s});
}

void TestTampering::rewrittenJournal_isNoticed()
{
    QFETCH(QStringList, statements);
    MoneyFixture money;
    fill(money);
    for (const QString &statement : statements) {
        QVERIFY2(money.shop->context().database.run(statement).ok(), qPrintable(statement));
    }
    QVERIFY(!chainsAreSound(money));
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestTampering)
#include "test_tampering.moc"
