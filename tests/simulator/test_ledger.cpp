#include "core/simulator/ledger.h"
#include "core/simulator/simulator.h"
#include "core/simulator/simulatorclock.h"
#include "core/simulator/transactionseed.h"
#include "core/simulator/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

class Fixture
{
public:
    QString file() const { return folder.filePath(u"ledger"_s); }

    QByteArray content() const
    {
        QFile ledger(file());
        return ledger.open(QIODevice::ReadOnly) ? ledger.readAll() : QByteArray();
    }

    void write(const QByteArray &text) const
    {
        QFile ledger(file());
        if (ledger.open(QIODevice::WriteOnly | QIODevice::Append)) {
            ledger.write(text);
        }
    }

    SimulatorOptions options(const QString &now = {}) const
    {
        SimulatorOptions options;
        options.ledgerFile = file();
        options.seed = 3;
        if (!now.isEmpty()) {
            options.now = fromClockText(now);
        }
        return options;
    }

    QTemporaryDir folder;
};

Transaction draft(const QString &orderId)
{
    return transactionFrom(TransactionSeed{.orderId = orderId, .amount = {100}},
                           fromClockText(u"2020-12-03 13:21:23"_s));
}

CardTransaction cardIn(const World &world, const QString &orderId)
{
    return std::get<CardTransaction>(*world.book().byOrderId(orderId));
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void cutOffLastLine_isDropped()
    {
        Fixture f;
        f.write("{\"a\":1}\n{\"a\":2}\n{\"a\":3");
        Ledger ledger;
        const auto lines = ledger.open(f.file());
        QVERIFY(lines.ok());
        QCOMPARE(lines.value().size(), 2);
        QVERIFY(ledger.append({{u"a"_s, 4}}));
        QCOMPARE(f.content(), "{\"a\":1}\n{\"a\":2}\n{\"a\":4}\n");
    }

    void damagedLine_isNamed()
    {
        Fixture f;
        f.write("{\"a\":1}\nrubbish\n{\"a\":3}\n");
        Ledger ledger;
        const auto lines = ledger.open(f.file());
        QVERIFY(!lines.ok());
        QVERIFY(lines.error().contains("Line 2"_L1));
    }

    void secondHolder_isRefused()
    {
        Fixture f;
        Ledger first;
        Ledger second;
        QVERIFY(first.open(f.file()).ok());
        QVERIFY(!second.open(f.file()).ok());
    }

    void world_goesOnFromItsFile()
    {
        Fixture f;
        CardTransaction before;
        {
            World world(f.options(u"2020-12-03 13:21:23"_s));
            QVERIFY(world.open().ok());
            QVERIFY(world.setFrozen(true).ok());
            QVERIFY(world.seed({draft(u"1"_s), draft(u"2"_s)}).ok());
            QVERIFY(world.operateConsole({u"1"_s, u"VOID"_s}).ok());
            QVERIFY(world.advance(86400).ok());
            before = cardIn(world, u"1"_s);
        }
        World world(f.options());
        QVERIFY(world.open().ok());
        const CardTransaction after = cardIn(world, u"1"_s);
        QCOMPARE(toLedgerJson(after), toLedgerJson(before));
        QCOMPARE(world.book().numbers().taken(), 3);
        QVERIFY(world.clock().frozen());
        QCOMPARE(toClockText(world.clock().nowUtc()), u"2020-12-04 13:21:23"_s);
        QCOMPARE(world.outside().size(), 2);

        const auto third = world.seed({draft(u"3"_s)});
        QVERIFY(third.ok());
        const CardTransaction made = cardIn(world, u"3"_s);
        QVERIFY(made.approve > after.approve);
        QVERIFY(!made.accessId.isEmpty());
        QVERIFY(made.accessId != after.accessId);
    }

    void settledRequest_isInTheFileBeforeItIsTrue()
    {
        Fixture f;
        const FormFields fields =
            FormFields::parse("ShopID=tshop00000001&ShopPass=dummypass1&OrderID=a1&JobCd=AUTH&Amount=100");
        CallOutcome outcome;
        {
            World world(f.options());
            QVERIFY(world.open().ok());
            const qint64 sequence = world.arrive(u"EntryTran"_s, fields, {}, false);
            outcome = world.evaluate(u"EntryTran"_s, fields);
            QVERIFY(!world.book().byOrderId(u"a1"_s));
            QVERIFY(world.settle(sequence, outcome));
            QVERIFY(world.book().byOrderId(u"a1"_s));
        }
        World world(f.options());
        QVERIFY(world.open().ok());
        QVERIFY(world.book().byOrderId(u"a1"_s));
        QCOMPARE(cardIn(world, u"a1"_s).accessId, headOf(*outcome.changed).accessId);
        QCOMPARE(world.entries().size(), 1);
        QVERIFY(world.entries().constFirst().settled);
        QCOMPARE(world.entries().constFirst().effect->value(u"status"_s).toString(), u"UNPROCESSED"_s);
        QVERIFY(!f.content().contains("dummypass1"));
    }

    void secondDelivery_isInTheFileBesideTheFirst()
    {
        Fixture f;
        const FormFields fields =
            FormFields::parse("ShopID=tshop00000001&ShopPass=dummypass1&OrderID=a1&JobCd=AUTH&Amount=100");
        {
            World world(f.options());
            QVERIFY(world.open().ok());
            const qint64 sequence = world.arrive(u"EntryTran"_s, fields, u"duplicate"_s, false);
            QVERIFY(world.settle(sequence, world.evaluate(u"EntryTran"_s, fields)));
            QVERIFY(world.settle(sequence, world.evaluate(u"EntryTran"_s, fields)));
        }
        World world(f.options());
        QVERIFY(world.open().ok());
        QVERIFY(world.book().byOrderId(u"a1"_s));
        QCOMPARE(world.entries().size(), 1);
        const LedgerEntry entry = world.entries().constFirst();
        QVERIFY(entry.effect.has_value());
        QVERIFY(entry.errors.isEmpty());
        QVERIFY(entry.again.has_value());
        QVERIFY(!entry.again->effect.has_value());
        QCOMPARE(entry.again->errors, QStringList{u"E01040010"_s});
    }

    void clock_neverGoesBackAtAStart()
    {
        Fixture f;
        {
            World world(f.options(u"2020-12-03 13:21:23"_s));
            QVERIFY(world.open().ok());
            QVERIFY(world.setNow(fromClockText(u"2021-02-01 00:00:00"_s)).ok());
        }
        {
            World world(f.options(u"2020-12-03 13:21:23"_s));
            QVERIFY(world.open().ok());
            QVERIFY(world.clock().nowUtc() >= fromClockText(u"2021-02-01 00:00:00"_s));
        }
        World world(f.options(u"2022-01-01 00:00:00"_s));
        QVERIFY(world.open().ok());
        QVERIFY(world.clock().nowUtc() >= fromClockText(u"2022-01-01 00:00:00"_s));
    }

    void pendingRequest_staysWithoutEffect()
    {
        Fixture f;
        const FormFields fields = FormFields::parse("OrderID=1&JobCd=SALES&ShopPass=secret");
        {
            World world(f.options());
            QVERIFY(world.open().ok());
            QCOMPARE(world.arrive(u"AlterTran"_s, fields, u"delayBefore"_s, true), 1);
        }
        World world(f.options());
        QVERIFY(world.open().ok());
        QCOMPARE(world.entries().size(), 1);
        QVERIFY(!world.entries().constFirst().settled);
        QCOMPARE(world.arrive(u"AlterTran"_s, fields, {}, false), 2);
        QVERIFY(!f.content().contains("secret"));
    }

    void somethingElseThanAFile_isRefused()
    {
        Ledger ledger;
        QVERIFY(!ledger.open(u"/dev/zero"_s).ok());
    }

    void fullDisk_changesNothing()
    {
        Fixture f;
        World world(f.options());
        QVERIFY(world.open().ok());
        const QByteArray before = f.content();
        rlimit usual{};
        ::getrlimit(RLIMIT_FSIZE, &usual);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{rlim_t(before.size() + 10), usual.rlim_max}; // the line fits in part only
        ::setrlimit(RLIMIT_FSIZE, &full);
        const bool seeded = world.seed({draft(u"1"_s)}).ok();
        ::setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY(!seeded);
        QVERIFY(world.book().all().isEmpty());
        QCOMPARE(f.content(), before);
        QVERIFY(world.seed({draft(u"1"_s)}).ok());
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
