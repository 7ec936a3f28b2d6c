#include "core/settings/settings.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace std::chrono_literals;

namespace {

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

Settings fresh(const QTemporaryDir &folder)
{
    return *Settings::load(folder.filePath(u"settings.ini"_s));
}

Settings practice(const QTemporaryDir &folder)
{
    Settings settings = fresh(folder);
    [&settings] { QVERIFY(settings.set(u"gateway.url"_s, u"http://127.0.0.1:8080/payment/"_s).ok()); }();
    return settings;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void defaults_areTheJournalsAndTheDesigns()
    {
        const QTemporaryDir folder;
        const Settings settings = fresh(folder);
        QVERIFY(!settings.existed());
        QCOMPARE(settings.connectTimeout(), std::chrono::milliseconds(10s));
        QCOMPARE(settings.deadline(), std::chrono::milliseconds(60s));
        QCOMPARE(settings.sendWindow(), std::chrono::milliseconds(10s));
        QCOMPARE(settings.settleTime(), std::chrono::milliseconds(180s));
        QCOMPARE(settings.gap(), std::chrono::milliseconds(30s));
        QCOMPARE(settings.cancelReadGap(), std::chrono::milliseconds(5s));
        QCOMPARE(settings.polls().size(), 18);
        QCOMPARE(settings.polls().last(), std::chrono::milliseconds(1h));
        QCOMPARE(settings.busyWaits(), (QList<std::chrono::milliseconds>{2s, 8s, 30s}));
        QCOMPARE(settings.bulkParallel(), 4);
        QCOMPARE(settings.bulkPerSecond(), 5);
        QCOMPARE(settings.bulkBreaker(), 5);
        QCOMPARE(settings.captureDays(), 90);
        QCOMPARE(settings.changeDays(), 180);
        QCOMPARE(settings.reauthorizeJob(), u"AUTH"_s);
        QCOMPARE(settings.roundingId(), 1);
        QCOMPARE(settings.secretsKind(), u"keychain"_s);
        QCOMPARE(settings.language(), u"ja"_s);
        QVERIFY(settings.operators().isEmpty());
    }

    void everyRow_hasADefaultThatItAcceptsAndASentence()
    {
        QSet<QString> keys;
        for (const SettingKey &row : settingKeys()) {
            QVERIFY2(!keys.contains(row.key), qPrintable(row.key));
            keys.insert(row.key);
            QVERIFY2(row.description.endsWith(u'。'), qPrintable(row.key));
            const bool needed = row.type == SettingType::GatewayUrl || row.type == SettingType::ShopId;
            QVERIFY2(needed || checkedSetting(row, row.defaultText, false).ok(), qPrintable(row.key));
        }
        for (const QString &key :
             {u"timing.connectMs"_s, u"timing.deadlineMs"_s, u"timing.sendWindowMs"_s, u"timing.settleMs"_s,
              u"timing.gapMs"_s, u"timing.pollMs"_s, u"timing.cancelReadGapMs"_s, u"timing.busyMs"_s,
              u"bulk.parallel"_s, u"bulk.perSecond"_s, u"bulk.breaker"_s, u"rules.captureDays"_s,
              u"rules.changeDays"_s, u"rules.reauthorizeJob"_s, u"rules.rounding"_s, u"shop.name"_s,
              u"gateway.allowHost"_s}) {
            QVERIFY2(keys.contains(key), qPrintable(key));
        }
    }

    void savedValues_comeBackAndTheFileIsTheOwners()
    {
        const QTemporaryDir folder;
        Settings settings = practice(folder);
        QVERIFY(settings.set(u"shop.name"_s, u"山田商店, \"本店\"; [1]"_s).ok());
        QVERIFY(settings.set(u"operators"_s, u"佐藤, 鈴木,,高橋"_s).ok());
        QVERIFY(settings.set(u"timing.pollMs"_s, u"50,100"_s).ok());
        QVERIFY(settings.save().ok());
        const QString file = folder.filePath(u"settings.ini"_s);
        QCOMPARE(QFileInfo(file).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const Settings again = fresh(folder);
        QVERIFY(again.existed());
        QCOMPARE(again.shopName(), u"山田商店, \"本店\"; [1]"_s);
        QCOMPARE(again.operators(), QStringList({u"佐藤"_s, u"鈴木"_s, u"高橋"_s}));
        QCOMPARE(again.polls(), (QList<std::chrono::milliseconds>{50ms, 100ms}));
        QVERIFY(again.loopbackGateway());
    }

    void databaseSpec_mayBeAUnixSocket()
    {
        const QTemporaryDir folder;
        Settings settings = practice(folder);
        for (const QString &spec : {u"postgresql://shop@%2Frun%2Fpostgresql:5433/kessai"_s,
                                    u"postgresql://shop@/kessai?host=/run/postgresql&port=5433"_s}) {
            QVERIFY(settings.set(u"database.spec"_s, spec).ok());
            QVERIFY(settings.save().ok());
            QCOMPARE(fresh(folder).databaseSpec(), spec); // %2F must not come back as %252F or as /
        }
    }

    void set_refusesInWords_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const QList<std::pair<QString, QString>> cases = {
            {u"timing.nonsense"_s, u"1"_s},
            {u""_s, u""_s},
            {u"timing.connectMs"_s, u"9999"_s},
            {u"timing.connectMs"_s, u"-1"_s},
            {u"timing.connectMs"_s, u"ten"_s},
            {u"timing.connectMs"_s, u""_s},
            {u"timing.connectMs"_s, u"10000,20000"_s},
            {u"timing.connectMs"_s, u"１００００"_s},
            {u"timing.connectMs"_s, u"99999999999999999999"_s},
            {u"timing.settleMs"_s, u"179999"_s},
            {u"timing.pollMs"_s, u"5000,10000"_s},
            {u"timing.pollMs"_s, u"5000,,10000"_s},
            {u"timing.busyMs"_s, u"2000,8000,29999"_s},
            {u"bulk.parallel"_s, u"0"_s},
            {u"bulk.parallel"_s, u"17"_s},
            {u"bulk.perSecond"_s, u"0"_s},
            {u"bulk.perSecond"_s, u"51"_s},
            {u"rules.captureDays"_s, u"0"_s},
            {u"rules.captureDays"_s, u"61"_s},
            {u"gateway.allowHost"_s, u"https://gateway.example.com"_s},
            {u"gateway.allowHost"_s, u"gateway.example.com:8443"_s},
            {u"gateway.allowHost"_s, u"two hosts"_s},
            {u"rules.reauthorizeJob"_s, u"SALES"_s},
            {u"gateway.url"_s, u"http://p01.mul-pay.jp/payment/"_s},
            {u"gateway.url"_s, u"https://user:pw@p01.mul-pay.jp/payment/"_s},
            {u"gateway.url"_s, u"ftp://localhost/"_s},
            {u"gateway.url"_s, u"http://127.0.0.1.example.com/"_s},
            {u"gateway.url"_s, u"p01.mul-pay.jp"_s},
            {u"gateway.shopId"_s, u"tshop 1"_s},
            {u"gateway.shopId"_s, u""_s},
            {u"database.spec"_s, u"mysql://localhost/shop"_s},
            {u"database.spec"_s, u"postgresql://shop:word@localhost/shop"_s},
            {u"secrets.kind"_s, u"clear"_s},
            {u"shop.name"_s, u"a\nb"_s},
            {u"shop.name"_s, QString(501, u'a')},
            {u"ui.rowLines"_s, u"4"_s},
            {u"support.gatewayLink"_s, u"http://faq.gmo-pg.com/"_s},
            {u"support.gatewayLink"_s, u"https://shop:pw@faq.gmo-pg.com/"_s},
            {u"support.gatewayLink"_s, u"file:///etc/hostname"_s},
            {u"support.contractLink"_s, u"mailto:a@example.jp?attach=/etc/passwd"_s},
            {u"support.contractLink"_s, u"https://example.jp/"_s + QString(500, u'a')},
            {u"support.mail"_s, u"a@example.jp?bcc=b@example.jp"_s},
            {u"support.mail"_s, u"a@example.jp\nBcc: b@example.jp"_s},
            {u"support.name"_s, QString(501, u'a')},
        };
        for (const auto &[key, text] : cases) {
            QTest::addRow("%s=%s", qPrintable(key), qPrintable(text.left(40))) << key << text;
        }
    }

    void set_refusesInWords()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        const QTemporaryDir folder;
        Settings settings = fresh(folder);
        const QString before = settings.text(key);
        const auto result = settings.set(key, text);
        QVERIFY(!result.ok());
        QVERIFY(result.error().endsWith(u'。') || result.error().endsWith(u"。"_s));
        QVERIFY(!result.error().contains(u"pw@"_s) && !result.error().contains(u"word"_s));
        QCOMPARE(settings.text(key), before);
    }

    void supportContact_isWhatIsSet()
    {
        const QString page = u"https://faq.gmo-pg.com/service/Detail.aspx?id=1267"_s;
        const QTemporaryDir folder;
        Settings settings = practice(folder);
        QVERIFY(settings.supportContact().isUnknown());
        QCOMPARE(settings.supportContact().contractLink, page); // S8
        QCOMPARE(settings.supportContact().gatewayLink, page);
        QVERIFY(settings.set(u"support.name"_s, u"株式会社 山田, 大阪"_s).ok());
        QVERIFY(settings.set(u"support.hours"_s, u"平日 10:00～12:00／13:00～17:00"_s).ok());
        QVERIFY(settings.set(u"support.mail"_s, u"support+desk@example.co.jp"_s).ok());
        QVERIFY(settings.set(u"support.gatewayLink"_s, u"mailto:gmo@example.jp"_s).ok());
        QVERIFY(settings.set(u"support.contractLink"_s, QString()).ok());
        QVERIFY(settings.save().ok());
        const SupportContact kept = fresh(folder).supportContact();
        QVERIFY(!kept.isUnknown());
        QCOMPARE(kept.name, u"株式会社 山田, 大阪"_s);
        QCOMPARE(kept.hours, u"平日 10:00～12:00／13:00～17:00"_s);
        QCOMPARE(kept.mail, u"support+desk@example.co.jp"_s);
        QCOMPARE(kept.gatewayLink, u"mailto:gmo@example.jp"_s);
        QCOMPARE(kept.contractLink, QString());
    }

    void linkThatSomebodyPutIntoTheFile_isNotTaken()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        write(file, "[General]\nsupport.gatewayLink=file:///etc/hostname\n");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"support\\.gatewayLink.*default used"_s));
        QVERIFY(Settings::load(file)->supportContact().gatewayLink.startsWith(u"https://faq.gmo-pg.com/"_s));
    }

    void shortTimes_areForLoopbackOnly()
    {
        const QTemporaryDir folder;
        Settings settings = practice(folder);
        QVERIFY(settings.set(u"timing.settleMs"_s, u"500"_s).ok());
        QVERIFY(settings.set(u"timing.gapMs"_s, u"0"_s).ok());
        QVERIFY(settings.set(u"timing.pollMs"_s, u"20"_s).ok());
        QVERIFY(settings.set(u"bulk.perSecond"_s, u"0"_s).ok());
        QCOMPARE(settings.settleTime(), 500ms);
        QVERIFY(settings.set(u"gateway.url"_s, u"https://p01.mul-pay.jp/payment/"_s).ok());
        QCOMPARE(settings.settleTime(), std::chrono::milliseconds(180s));
        QCOMPARE(settings.gap(), std::chrono::milliseconds(30s));
        QCOMPARE(settings.polls().size(), 18);
        QCOMPARE(settings.bulkPerSecond(), 5);
    }

    void settleTime_staysBeyondTheDeadline()
    {
        const QTemporaryDir folder;
        Settings settings = fresh(folder);
        QVERIFY(settings.set(u"timing.deadlineMs"_s, u"90000"_s).ok());
        QCOMPARE(settings.settleTime(), std::chrono::milliseconds(210s));
        QVERIFY(!settings.set(u"timing.settleMs"_s, u"209999"_s).ok());
        QVERIFY(settings.set(u"timing.settleMs"_s, u"210000"_s).ok());
    }

    void badValuesInTheFile_fallBackAndAreLogged()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        write(file, "[General]\nbulk.parallel=99\nrules.captureDays=60\nunknown.key=1\n"
                    "timing.busyMs=2000,8000,40000\ntiming.settleMs=1\n");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown key.*unknown\\.key"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"bulk\\.parallel.*default used"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"timing\\.settleMs.*default used"_s));
        const auto settings = Settings::load(file);
        QVERIFY(settings.ok());
        QCOMPARE(settings->bulkParallel(), 4);
        QCOMPARE(settings->captureDays(), 60);
        QCOMPARE(settings->settleTime(), std::chrono::milliseconds(180s));
        QCOMPARE(settings->busyWaits().last(), std::chrono::milliseconds(40s));
    }

    void brokenFiles_areErrorsOrDefaultsButNeverACrash_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("binary") << QByteArray("\x00\xff\xfe[Gen\x01", 9);
        QTest::addRow("no value") << QByteArray("[General\nbulk.parallel");
        QTest::addRow("variant") << QByteArray(
            "[General]\nbulk.parallel=@Variant(\\0\\0\\0\\x1c\\xff\\xff)\n");
        QTest::addRow("cut") << QByteArray("[General]\nbulk.parallel=\"4");
        QTest::addRow("empty") << QByteArray();
    }

    void brokenFiles_areErrorsOrDefaultsButNeverACrash()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        write(file, content);
        const auto settings = Settings::load(file);
        if (settings) {
            QCOMPARE(settings->bulkParallel(), 4);
        } else {
            QVERIFY(settings.error().contains(file));
        }
    }

    void aFileThatIsTooLarge_isRefused()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        write(file, QByteArray(2 * 1024 * 1024, 'a'));
        QVERIFY(!Settings::load(file).ok());
        QVERIFY(!Settings::load(folder.path()).ok());
    }

    void save_saysWhereItCannotWrite()
    {
        auto settings = *Settings::load(u"/nonexistent/settings.ini"_s);
        const auto saved = settings.save();
        QVERIFY(!saved.ok());
        QVERIFY(saved.error().contains(u"/nonexistent/settings.ini"_s));
    }

    void loopback_isThisMachineOnly()
    {
        for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s, u"127.1.2.3"_s, u"::1"_s}) {
            QVERIFY2(isLoopbackHost(host), qPrintable(host));
        }
        for (const QString &host : {u""_s, u"localhost.example.com"_s, u"128.0.0.1"_s, u"127.0.0.1.nip.io"_s,
                                    u"::2"_s, u"p01.mul-pay.jp"_s, u"127.0.0.1\n"_s}) {
            QVERIFY2(!isLoopbackHost(host), qPrintable(host));
        }
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
