#include "tests/cli/shopfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// What must not be put in place of a shop's own, and what a person is asked before it is.
class TestSafety : public QObject
{
    Q_OBJECT

    /// A backup of one shop with an order, beside the shop of another ShopID.
    static QString backupOf(const ShopFixture &shop)
    {
        const QString copy = shop.file(u"copy.sqlite"_s);
        return shop.run({u"backup"_s, u"--out"_s, copy}).status == 0 ? copy : QString();
    }

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QString foreignHeader =
        u"注文ID,注文番号,お名前(姓),お名前(名),小計,合計,支払合計,支払方法(名称),対応状況(名称),受注日\n"_s;

private slots:
    void backupOfAnotherShop_isNotRestored()
    {
        ShopFixture first;
        first.open();
        const QString copy = backupOf(first);
        QVERIFY(!copy.isEmpty());
        ShopFixture second;
        QCOMPARE(second.setUp({u"--shop-id"_s, u"tshop99999999"_s}).status, 0);
        const ProgramAnswer answer = second.json({u"restore"_s, copy, u"--yes"_s});
        QCOMPARE(answer.status, 4);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(answer.err.contains("tshop99999999"));
        QCOMPARE(second.json({u"orders"_s}).json().value(u"total"_s).toInt(), 0);
        QCOMPARE(first.json({u"restore"_s, copy, u"--yes"_s}).status, 0);
    }

    void databaseOfAnotherEnvironment_isFoundByDoctorAndNotRead()
    {
        ShopFixture shop;
        shop.open();
        QFile settings(shop.dataFolder() + u"/settings.ini"_s);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QByteArray text = settings.readAll();
        settings.close();
        const qsizetype key = text.indexOf("url=");
        QVERIFY(key >= 0);
        text.replace(key, text.indexOf('\n', key) - key, "url=https://p01.mul-pay.jp/payment/");
        QVERIFY(settings.open(QIODevice::WriteOnly | QIODevice::Truncate));
        settings.write(text);
        settings.close();

        const ProgramAnswer doctor = shop.json({u"doctor"_s});
        QCOMPARE(doctor.status, 1);
        QCOMPARE(doctor.json().value(u"ok"_s).toBool(), false);
        QVERIFY(QString::fromUtf8(doctor.out).contains(u"本番環境"_s));
        for (const QStringList &words : {QStringList{u"orders"_s},
                                         {u"counts"_s},
                                         {u"show"_s, u"272"_s},
                                         {u"log"_s, u"272"_s},
                                         {u"runs"_s},
                                         {u"settle"_s}}) {
            const ProgramAnswer answer = shop.json(words);
            QCOMPARE(answer.status, 4);
            QCOMPARE(answer.out, QByteArray());
        }
    }

    void restore_asksOnATerminalAndNeedsYesWithoutOne()
    {
        if (!ShopFixture::hasTerminals()) {
            QSKIP("this machine has no pseudo terminals");
        }
        ShopFixture shop;
        shop.open();
        const QString copy = backupOf(shop);
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        const ProgramAnswer silent = shop.run({u"restore"_s, copy});
        QCOMPARE(silent.status, 2);
        QVERIFY(silent.err.contains("--yes"));
        const ProgramAnswer refused = shop.runAtTerminal({u"restore"_s, copy}, "n\n");
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.err.contains(copy.toUtf8()));
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), u"仮売上済み"_s);
        QCOMPARE(shop.runAtTerminal({u"restore"_s, copy}, "y\n").status, 0);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s), QJsonValue(QJsonValue::Null));
    }

    void setupWithoutAKeyRing_keepsThePasswordInAFile()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/such/bus");
        ShopFixture shop;
        const ProgramAnswer meant = shop.run(shop.setupWords() + QStringList{u"--secrets"_s, u"keychain"_s});
        QCOMPARE(meant.status, 5);
        QVERIFY(!QFileInfo::exists(shop.dataFolder() + u"/shop.sqlite"_s));
        QVERIFY(!QFileInfo::exists(shop.dataFolder() + u"/settings.ini"_s));

        const ProgramAnswer done = shop.run(shop.setupWords());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        QCOMPARE(done.status, 0);
        QCOMPARE(done.err.count('\n'), 1);
        QVERIFY(done.err.contains("credentials"));
        QCOMPARE(shop.json({u"doctor"_s}).status, 0);
        QCOMPARE(QFileInfo(shop.dataFolder() + u"/credentials"_s).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void question_isNotAskedWhereNothingCanRun()
    {
        if (!ShopFixture::hasTerminals()) {
            QSKIP("this machine has no pseudo terminals");
        }
        ShopFixture shop;
        shop.open({.payableYen = 3300});
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        const ProgramAnswer answer = shop.runAtTerminal({u"--json"_s, u"capture"_s, u"272"_s}, "y\n");
        QCOMPARE(answer.status, 1);
        QVERIFY(!answer.err.contains("y/N"));
        QCOMPARE(answer.item().value(u"state"_s).toString(), u"CANCELLED"_s);
        QCOMPARE(answer.item().value(u"reason"_s).toString(), u"DIFFERENCE"_s);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 0);
    }

    void emptiedDatabase_isRefusedAndLeftAlone()
    {
        ShopFixture shop;
        shop.open();
        const QString database = shop.dataFolder() + u"/shop.sqlite"_s;
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(database + suffix);
        }
        QFile empty(database);
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        for (const QStringList &words : {QStringList{u"settle"_s}, {u"orders"_s}, {u"doctor"_s}}) {
            const ProgramAnswer answer = shop.run(words);
            QCOMPARE(answer.status, 4);
            QVERIFY2(answer.err.contains("restore"), answer.err.constData());
        }
        QCOMPARE(QFileInfo(database).size(), 0);
    }

    void setupOverALostDatabase_isRefusedAndMakesNoOther()
    {
        ShopFixture shop;
        shop.open();
        const QString database = shop.dataFolder() + u"/shop.sqlite"_s;
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(database + suffix);
        }
        const QByteArray settings = contentOf(shop.dataFolder() + u"/settings.ini"_s);
        const QStringList words{u"setup"_s, u"--set"_s, u"shop.name=別の名前"_s};
        const ProgramAnswer gone = shop.run(words);
        QCOMPARE(gone.status, 4);
        QVERIFY2(gone.err.contains("restore"), gone.err.constData());
        QVERIFY(!QFileInfo::exists(database));
        QFile empty(database);
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        const ProgramAnswer emptied = shop.run(words);
        QCOMPARE(emptied.status, 4);
        QCOMPARE(emptied.err, gone.err);
        QCOMPARE(QFileInfo(database).size(), 0);
        QCOMPARE(contentOf(shop.dataFolder() + u"/settings.ini"_s), settings);
    }

    void damagedDatabase_namesTheNewestBackup()
    {
        ShopFixture shop;
        shop.open();
        const QStringList backups =
            QDir(shop.dataFolder() + u"/backups"_s).entryList({u"daily-*.sqlite"_s}, QDir::Files);
        QCOMPARE(backups.size(), 1);
        const QString backup = shop.dataFolder() + u"/backups/"_s + backups.first();
        const QString time = QFileInfo(backup).lastModified().toUTC().toOffsetFromUtc(9 * 3600).toString(
            u"yyyy/MM/dd HH:mm"_s);
        QVERIFY(shop.write(u"data/shop.sqlite"_s, QByteArray(4096, 'x')).endsWith(u"shop.sqlite"_s));
        for (const QStringList &words : {QStringList{u"settle"_s}, {u"orders"_s}}) {
            const ProgramAnswer answer = shop.run(words);
            QCOMPARE(answer.status, 4);
            QVERIFY2(answer.err.contains(backup.toUtf8()), answer.err.constData());
            QVERIFY2(answer.err.contains(time.toUtf8()), answer.err.constData());
        }
        QCOMPARE(shop.run({u"restore"_s, backup, u"--yes"_s}).status, 0);
        QCOMPARE(shop.run({u"orders"_s}).status, 0);
    }

    void ordersOfOneNumber_areToldApartByTheirPayment()
    {
        ShopFixture shop;
        shop.open();
        const QByteArray twin =
            (foreignHeader + u"9,272,偽,子,3200,3200,3200,GMOクレジット決済,新規受付,2020-12-03 13:00:00\n"_s)
                .toUtf8();
        QCOMPARE(shop.run({u"import"_s, u"--format"_s, u"eccube4"_s, shop.write(u"twin.csv"_s, twin)}).status,
                 0);
        const ProgramAnswer asked = shop.run({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(asked.status, 2);
        QVERIFY2(asked.err.contains("--payment"), asked.err.constData());
        const ProgramAnswer told =
            shop.json({u"capture"_s, u"272"_s, u"--payment"_s, ShopFixture::gatewayOrderId(272), u"--yes"_s});
        QCOMPARE(told.status, 0);
    }

    void controlCharactersOfAName_doNotReachTheTerminal()
    {
        ShopFixture shop;
        shop.open();
        const QByteArray evil =
            (foreignHeader +
             u"9,9,\"山\x1b[31m田\n偽\",子,3200,3200,3200,GMOクレジット決済,新規受付,2020-12-03 13:00:00\n"_s)
                .toUtf8();
        QCOMPARE(shop.run({u"import"_s, u"--format"_s, u"eccube4"_s, shop.write(u"evil.csv"_s, evil)}).status,
                 0);
        for (const QStringList &words : {QStringList{u"orders"_s}, {u"show"_s, u"9"_s}, {u"log"_s, u"9"_s}}) {
            const ProgramAnswer answer = shop.run(words);
            QCOMPARE(answer.status, 0);
            QVERIFY2(!answer.out.contains('\x1b'), answer.out.constData());
        }
        QVERIFY(shop.run({u"orders"_s}).out.contains("山\uFFFD[31m田\uFFFD偽"));
    }

    void lostOutput_isNoSuccess()
    {
        ShopFixture shop;
        shop.open();
        const auto process = std::make_unique<QProcess>();
        process->setStandardOutputFile(u"/dev/full"_s);
        process->start(qEnvironmentVariable("KESSAI_BINARIES") + u"/kessai"_s,
                       {u"--data"_s, shop.dataFolder(), u"orders"_s});
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 4);
        QVERIFY(!process->readAllStandardError().isEmpty());
    }

    void orderToldToBeLeftOut_isNotPlanned()
    {
        if (!ShopFixture::hasTerminals()) {
            QSKIP("this machine has no pseudo terminals");
        }
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 271, .payableYen = 3300}, SampleOrder{.number = 272}});
        QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
        const ProgramAnswer answer =
            shop.runAtTerminal({u"--json"_s, u"capture"_s, u"271"_s, u"272"_s}, "y\n");
        QCOMPARE(answer.status, 1);
        const QJsonArray items = answer.json().value(u"items"_s).toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0].toObject().value(u"reason"_s).toString(), u"DIFFERENCE"_s);
        QCOMPARE(items[1].toObject().value(u"state"_s).toString(), u"DONE"_s);
        QVERIFY(!shop.run({u"log"_s, u"271"_s}).out.contains("SALES"));
        QVERIFY(shop.json({u"runs"_s}).json().value(u"runs"_s).toArray().isEmpty());
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
    }

    void questionBeforeACapture_saysUntilWhenItCanBeUndone()
    {
        if (!ShopFixture::hasTerminals()) {
            QSKIP("this machine has no pseudo terminals");
        }
        ShopFixture shop;
        shop.open({.authorizedAt = u"2020-11-20 13:21:23"_s});
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        const ProgramAnswer captured = shop.runAtTerminal({u"capture"_s, u"272"_s}, "y\n");
        QCOMPARE(captured.status, 0);
        QVERIFY2(captured.err.contains("2021/06/01"), captured.err.constData()); // 3 December + 180 days
        const ProgramAnswer cancelled = shop.runAtTerminal({u"cancel"_s, u"272"_s}, "n\n");
        QVERIFY2(cancelled.err.contains("2021/06/01"), cancelled.err.constData());
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSafety)
#include "test_safety.moc"
