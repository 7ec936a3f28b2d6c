#include "tests/cli/shopfixture.h"
#include "tests/services/secretsearch.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace kessai {

/// I14 from outside: what the program prints, shows to `ps` and leaves behind names no secret.
class TestCanaries : public QObject
{
    Q_OBJECT

    static bool tellsNothing(const QByteArray &text, const QList<QByteArray> &secrets)
    {
        return std::none_of(secrets.begin(), secrets.end(), [&text](const QByteArray &secret) {
            return secret.isEmpty() || holdsSecret(text, secret);
        });
    }
    static QByteArray contentOf(const QString &file)
    {
        QFile input(file);
        return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    }

private slots:
    void everyCommand_tellsNothing()
    {
        ShopFixture shop;
        shop.open();
        const QList<QByteArray> secrets = shop.secrets();
        QCOMPARE(secrets.size(), 2);
        const QList<QStringList> commands{{u"capture"_s, u"272"_s, u"--yes"_s},
                                          {u"capture"_s, u"272"_s, u"--yes"_s},
                                          {u"log"_s, u"272"_s},
                                          {u"show"_s, u"272"_s},
                                          {u"orders"_s},
                                          {u"counts"_s},
                                          {u"refresh"_s, u"272"_s},
                                          {u"cancel"_s, u"272"_s, u"--yes"_s},
                                          {u"settle"_s},
                                          {u"sweep"_s},
                                          {u"runs"_s},
                                          {u"doctor"_s},
                                          {u"setup"_s},
                                          {u"backup"_s, u"--out"_s, shop.file(u"data/copy.sqlite"_s)},
                                          {u"setup"_s, u"--shop-pass"_s, u"x"_s},
                                          {u"nonsense"_s}};
        for (const QStringList &command : commands) {
            const ProgramAnswer text = shop.run(command);
            const ProgramAnswer json = shop.json(command);
            QVERIFY(text.status >= 0 && json.status >= 0);
            QVERIFY2(tellsNothing(text.out + text.err + json.out + json.err, secrets),
                     qPrintable(command.join(u' ')));
        }
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 1);
        QCOMPARE(filesWithSecrets(shop.dataFolder(), secrets), QStringList());
        QVERIFY(QFile::exists(shop.file(u"data/copy.sqlite"_s)));
    }

    /// In the middle of a capture, with the secrets in memory.
    void crash_tellsNothing()
    {
        ShopFixture shop;
        shop.open();
        const QList<QByteArray> secrets = shop.secrets();
        shop.post(u"faults"_s, QJsonArray{QJsonObject{{u"call"_s, u"AlterTran"_s},
                                                      {u"fault"_s, u"delayAfter"_s},
                                                      {u"ms"_s, 20'000},
                                                      {u"nth"_s, 1}}});
        const auto process = shop.start({u"capture"_s, u"272"_s, u"--yes"_s});
        QTRY_COMPARE_WITH_TIMEOUT(shop.arrived(u"AlterTran"_s), 1, 60'000);
        const QString place = u"/proc/%1/"_s.arg(process->processId());
        const QByteArray shown = contentOf(place + u"cmdline"_s) + contentOf(place + u"environ"_s);
        QVERIFY(shown.contains("capture"));
        QVERIFY(tellsNothing(shown, secrets));
        ::kill(pid_t(process->processId()), SIGABRT);
        const ProgramAnswer crashed = ShopFixture::finish(*process);
        QCOMPARE(crashed.status, -1);
        QVERIFY(tellsNothing(crashed.out + crashed.err, secrets));
        QCOMPARE(filesWithSecrets(shop.dataFolder(), secrets), QStringList());
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCanaries)
#include "test_canaries.moc"
