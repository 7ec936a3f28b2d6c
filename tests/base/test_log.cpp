#include "core/base/instancelock.h"
#include "core/base/log.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QDateTime Now(QDate(2026, 11, 24), QTime(3, 4, 5), Qt::UTC);

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void log_writesOneLineAMessageForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kessai.log"_s);
        {
            const auto log = Log::open(file);
            QVERIFY(log.ok());
            qCWarning(logGateway, "first\r\nsecond");
            qCInfo(logJournal) << u"決済"_s;
            qCDebug(logJournal) << "not asked for";
        }
        qInfo("after the log is gone");
        const QList<QByteArray> lines = contentOf(file).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].endsWith("Z warning kessai.gateway first  second"));
        QVERIFY(lines[1].contains("info kessai.journal") && lines[1].contains("決済"));
        QVERIFY(lines[2].isEmpty());
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void log_turnsOverAndKeepsTheNumberOfFiles()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kessai.log"_s);
        {
            const auto log = Log::open(file, {1000, 3});
            QVERIFY(log.ok());
            for (int count = 0; count < 100; ++count) {
                qCInfo(logStorage) << "message number" << count;
            }
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 QStringList({u"kessai.log"_s, u"kessai.log.1"_s, u"kessai.log.2"_s}));
        for (const QString &name : {file, file + u".1"_s, file + u".2"_s}) {
            QVERIFY(QFileInfo(name).size() <= 1000);
            QCOMPARE(QFileInfo(name).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
        QVERIFY(contentOf(file).contains("number 99\n"));
        QVERIFY(!contentOf(file + u".1"_s).contains("number 99\n"));
    }

    void log_goesOnInTheFileOfTheStartBefore()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kessai.log"_s);
        for (const char *text : {"one", "two"}) {
            const auto log = Log::open(file);
            QVERIFY(log.ok());
            qCInfo(logStorage) << text;
        }
        QCOMPARE(contentOf(file).count('\n'), 2);
    }

    void log_takesMessagesOfAllThreads()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kessai.log"_s);
        {
            const auto log = Log::open(file, {2000, 50});
            QVERIFY(log.ok());
            QList<QThread *> threads;
            for (int number = 0; number < 4; ++number) {
                threads.append(QThread::create([number] {
                    for (int count = 0; count < 50; ++count) {
                        qCInfo(logStorage) << "thread" << number << "message" << count;
                    }
                }));
                threads.last()->start();
            }
            for (QThread *thread : threads) {
                QVERIFY(thread->wait());
                delete thread;
            }
        }
        qsizetype lines = 0;
        for (const QFileInfo &one : QDir(folder.path()).entryInfoList(QDir::Files)) {
            lines += contentOf(one.filePath()).count('\n');
        }
        QCOMPARE(lines, 200);
    }

    void log_saysWhereItCannotWrite()
    {
        const auto log = Log::open(u"/nonexistent/kessai.log"_s);
        QVERIFY(!log.ok());
        QVERIFY(log.error().contains(u"/nonexistent/kessai.log"_s));
    }

    void lock_isHeldByOneAndNamesTheHolder()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"shop.lock"_s);
        auto first = InstanceLock::acquire(file, u"kessai-desk"_s, Now);
        QVERIFY(first.ok());
        const auto second = InstanceLock::acquire(file, u"kessai"_s, Now);
        QVERIFY(!second.ok());
        QVERIFY(second.error().holder.has_value());
        QCOMPARE(second.error().holder->program, u"kessai-desk"_s);
        QCOMPARE(second.error().holder->processId, QCoreApplication::applicationPid());
        QCOMPARE(second.error().holder->since, Now);
        QVERIFY(second.error().message.contains(u"2026/11/24 12:04:05"_s));
        first->reset();
        QVERIFY(InstanceLock::acquire(file, u"kessai"_s, Now).ok());
    }

    void lock_ofAKilledProcessIsFree()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"shop.lock"_s);
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, file});
        QVERIFY(holder.waitForReadyRead());
        const auto held = InstanceLock::acquire(file, u"kessai"_s, Now);
        QVERIFY(!held.ok());
        QCOMPARE(held.error().holder->processId, holder.processId());
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(InstanceLock::acquire(file, u"kessai"_s, Now).ok());
    }

    void lock_survivesAFileFullOfRubbish()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"shop.lock"_s);
        QFile rubbish(file);
        QVERIFY(rubbish.open(QIODevice::WriteOnly) && rubbish.write(QByteArray(100'000, '\xff')) > 0);
        rubbish.close();
        QVERIFY(InstanceLock::acquire(file, u"kessai"_s, Now).ok());
        QVERIFY(!InstanceLock::acquire(u"/nonexistent/shop.lock"_s, u"kessai"_s, Now).ok());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--hold") {
        const auto lock = InstanceLock::acquire(QString::fromLocal8Bit(argv[2]), u"holder"_s, Now);
        std::puts(lock.ok() ? "held" : "refused");
        std::fflush(stdout);
        return application.exec();
    }
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_log.moc"
