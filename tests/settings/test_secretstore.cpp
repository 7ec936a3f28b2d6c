#include "core/settings/datafolder.h"
#include "core/settings/filesecretstore.h"
#include "core/settings/keychainsecretstore.h"
#include "core/settings/memorysecretstore.h"
#include "tests/base/resultof.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Secret secretOf(const char *text)
{
    return Secret(QByteArray(text));
}

QString fileIn(const QTemporaryDir &folder)
{
    return folder.filePath(u"credentials"_s);
}

void checkStore(SecretStore &store)
{
    const QByteArray strange("p=ss\nw%rd\t\x82\xa0&", 14);
    QVERIFY(!resultOf(store.read(u"shopPass"_s)).ok());
    QVERIFY(resultOf(store.write(u"shopPass"_s, Secret(QByteArray(strange)))).ok());
    QVERIFY(resultOf(store.write(u"別の=名前"_s, secretOf("other"))).ok());
    QVERIFY(resultOf(store.write(u"別の=名前"_s, secretOf("newer"))).ok());
    QCOMPARE(resultOf(store.read(u"shopPass"_s)).value().reveal(), strange);
    QCOMPARE(resultOf(store.read(u"別の=名前"_s)).value().reveal(), QByteArray("newer"));
    QVERIFY(resultOf(store.remove(u"shopPass"_s)).ok());
    QVERIFY(resultOf(store.remove(u"shopPass"_s)).ok());
    const auto gone = resultOf(store.read(u"shopPass"_s));
    QVERIFY(!gone.ok());
    QVERIFY(gone.error().contains(u"shopPass"_s));
    QCOMPARE(resultOf(store.read(u"別の=名前"_s)).value().reveal(), QByteArray("newer"));
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void memoryStore_keepsWhatItIsGiven()
    {
        MemorySecretStore store;
        checkStore(store);
    }

    void fileStore_keepsWhatItIsGivenForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        FileSecretStore store(fileIn(folder));
        checkStore(store);
        QCOMPARE(QFileInfo(fileIn(folder)).permissions() & Others, QFile::Permissions());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({u"credentials"_s}));
    }

    void fileStore_refusesAWiderMode()
    {
        const QTemporaryDir folder;
        FileSecretStore store(fileIn(folder));
        QVERIFY(resultOf(store.write(u"shopPass"_s, secretOf("hidden"))).ok());
        for (const QFile::Permission wider :
             {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::ExeOther}) {
            QVERIFY(QFile::setPermissions(fileIn(folder), QFile::ReadOwner | QFile::WriteOwner | wider));
            const auto read = resultOf(store.read(u"shopPass"_s));
            QVERIFY(!read.ok());
            QVERIFY(read.error().contains(u"chmod 600"_s));
            QVERIFY(!read.error().contains(u"hidden"_s));
            QVERIFY(!resultOf(store.write(u"shopPass"_s, secretOf("x"))).ok());
        }
        QVERIFY(QFile::setPermissions(fileIn(folder), QFile::ReadOwner));
        QVERIFY(resultOf(store.read(u"shopPass"_s)).ok());
    }

    void fileStore_refusesWhatIsNotAPlainFile()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"target"_s);
        FileSecretStore real(target);
        QVERIFY(resultOf(real.write(u"shopPass"_s, secretOf("hidden"))).ok());
        QVERIFY(QFile::link(target, fileIn(folder)));
        FileSecretStore linked(fileIn(folder));
        QVERIFY(!resultOf(linked.read(u"shopPass"_s)).ok());
        FileSecretStore directory(folder.path());
        QVERIFY(!resultOf(directory.read(u"shopPass"_s)).ok());
        QVERIFY(!resultOf(directory.write(u"shopPass"_s, secretOf("x"))).ok());
    }

    void fileStore_refusesAFileThatIsTooLarge()
    {
        const QTemporaryDir folder;
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(70'000, 'x')) == 70'000);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        FileSecretStore store(fileIn(folder));
        QVERIFY(!resultOf(store.read(u"shopPass"_s)).ok());
    }

    void keychain_thatIsNotThereIsSaidInWords()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        KeychainSecretStore store(u"test"_s);
        const auto read = resultOf(store.read(u"shopPass"_s));
        QVERIFY(!read.ok());
        QVERIFY(read.error().contains(u"--secrets file"_s));
        QVERIFY(!resultOf(store.write(u"shopPass"_s, secretOf("x"))).ok());
        QVERIFY(!resultOf(store.remove(u"shopPass"_s)).ok());
    }

    void factory_makesTheStoreThatIsNamed()
    {
        const QTemporaryDir folder;
        const auto file = makeSecretStore(u"file"_s, fileIn(folder));
        QVERIFY(dynamic_cast<FileSecretStore *>(file.get()));
        const auto keychain = makeSecretStore(u"keychain"_s, fileIn(folder));
        QVERIFY(dynamic_cast<KeychainSecretStore *>(keychain.get()));
    }

    void dataFolder_isMadeForTheOwnerOnly()
    {
        const QTemporaryDir parent;
        const QString path = parent.filePath(u"a/b/店"_s);
        const auto folder = DataFolder::open(path);
        QVERIFY(folder.ok());
        QCOMPARE(folder->path(), path);
        for (const QString &part : {folder->path(), folder->logFolder(), folder->backupFolder()}) {
            QVERIFY(QFileInfo(part).isDir());
            QCOMPARE(QFileInfo(part).permissions() & Others, QFile::Permissions());
        }
        QCOMPARE(folder->databaseFile(), path + u"/shop.sqlite"_s);
        QVERIFY(DataFolder::open(path).ok());
    }

    void dataFolder_closesItsOwnAndRefusesStrangeOnes()
    {
        const QTemporaryDir parent;
        const QString path = parent.filePath(u"wide"_s);
        const QFile::Permissions wide = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | Others;
        QVERIFY(QDir().mkdir(path) && QFile::setPermissions(path, wide));
        QFile strange(path + u"/holiday.jpg"_s);
        QVERIFY(strange.open(QIODevice::WriteOnly));
        const auto refused = DataFolder::open(path);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().contains(u"chmod 700"_s));
        QVERIFY(strange.remove());
        QVERIFY(DataFolder::open(path).ok());
        QCOMPARE(QFileInfo(path).permissions() & Others, QFile::Permissions());
    }

    void dataFolder_refusesFilesAndRemoteFileSystems()
    {
        const QTemporaryDir parent;
        QFile file(parent.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!DataFolder::open(file.fileName()).ok());
        QVERIFY(!DataFolder::open(file.fileName() + u"/below"_s).ok());
        for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "ceph", "gfs2"}) {
            QVERIFY2(isRemoteFileSystem(type), type);
        }
        for (const char *type :
             {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "fuse.fuse-overlayfs", ""}) {
            QVERIFY2(!isRemoteFileSystem(type), type);
        }
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "test_secretstore.moc"
