#include "app/cli/troubles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::cli {

/// What the core tells while a command runs, as it comes to stderr.
class TestTroubles : public QObject
{
    Q_OBJECT

    struct KeepingTerminal final : public Terminal
    {
        void tell(const QString &sentence) override { told.append(sentence); }
        QStringList told;
    };

private slots:
    void failingStore_isToldOnceUntilItRecovers()
    {
        ChangeNotifier notifier;
        KeepingTerminal terminal;
        tellTroubles(notifier, terminal);
        for (int trouble = 1; trouble <= 2; ++trouble) {
            emit notifier.storeFailing(u"ディスクがいっぱいです。"_s);
            emit notifier.storeFailing(u"ディスクがいっぱいです。"_s);
            emit notifier.storeRecovered();
            QCOMPARE(terminal.told.size(), 2 * trouble);
        }
        QVERIFY2(terminal.told.first().contains(u"ディスクがいっぱいです。"_s),
                 qPrintable(terminal.told.first()));
    }

    void clock_isToldOnlyWhileItDiffers()
    {
        ChangeNotifier notifier;
        KeepingTerminal terminal;
        tellTroubles(notifier, terminal);
        emit notifier.clockDiffers(-1260);
        emit notifier.clockDiffers(0);
        QCOMPARE(terminal.told.size(), 1);
        QVERIFY2(terminal.told.first().contains(u"約21分"_s), qPrintable(terminal.told.first()));
    }

    void unknownCode_isToldOncePerCode()
    {
        ChangeNotifier notifier;
        KeepingTerminal terminal;
        tellTroubles(notifier, terminal);
        for (const QString &code : {u"Z01000001"_s, u"Z01000002"_s, u"Z01000001"_s}) {
            emit notifier.unknownCodeSeen(code);
        }
        QCOMPARE(terminal.told.size(), 2);
        QVERIFY2(terminal.told.last().contains(u"Z01000002"_s), qPrintable(terminal.told.last()));
    }
};

} // namespace kessai::cli

QTEST_GUILESS_MAIN(kessai::cli::TestTroubles)
#include "test_troubles.moc"
