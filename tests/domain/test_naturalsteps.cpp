#include "tests/domain/methodsamples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;
using Kind = OperationKind;

/// What happens to a payment by itself, and how a wallet ends what it accepted (journal.md §9, §14).
class TestNaturalSteps : public QObject
{
    Q_OBJECT

private slots:
    void naturalSteps_areThoseThatNobodyOfOursMakes_data()
    {
        QTest::addColumn<QString>("believed");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<bool>("natural");
        const QList<std::tuple<QString, QString, bool>> steps = {
            {u"UNPROCESSED"_s, u"AUTH"_s, true},
            {u"UNPROCESSED"_s, u"CAPTURE"_s, true},
            {u"UNPROCESSED"_s, u"REQSUCCESS"_s, true},
            {u"REQSUCCESS"_s, u"PAYSUCCESS"_s, true},
            {u"REQSUCCESS"_s, u"EXPIRED"_s, true},
            {u"AUTHENTICATED"_s, u"AUTH"_s, true},
            {u"AUTHPROCESS"_s, u"PAYFAIL"_s, true},
            {u"PAYSTART"_s, u"SALES"_s, true},
            {u"REQSUCCESS"_s, u"CANCEL"_s, false},
            {u"UNPROCESSED"_s, u"VOID"_s, false},
            {u"PAYSTART"_s, u"REQCANCEL"_s, false},
            {u"UNPROCESSED"_s, u"STRANGE"_s, false},
            {u"REQSUCCESS"_s, u"UNPROCESSED"_s, false},
            {u"AUTH"_s, u"SALES"_s, false},
            {u"AUTH"_s, u"VOID"_s, false},
            {u"SALES"_s, u"RETURN"_s, false},
            {u"REQSALES"_s, u"SALES"_s, true},
            {u"REQSALES"_s, u"AUTH"_s, false},
            {u"REQCANCEL"_s, u"CANCEL"_s, true},
            {u"REQCANCEL"_s, u"SALES"_s, false},
            {u"REQCHANGE"_s, u"AUTH"_s, true},
            {u"REQCHANGE"_s, u"SALES"_s, true},
            {u"REQCHANGE"_s, u"CAPTURE"_s, true},
            {u"REQCHANGE"_s, u"CANCEL"_s, false},
        };
        for (const auto &[believed, seen, natural] : steps) {
            QTest::addRow("%s to %s", qPrintable(believed), qPrintable(seen)) << believed << seen << natural;
        }
    }

    void naturalSteps_areThoseThatNobodyOfOursMakes()
    {
        QFETCH(QString, believed);
        QFETCH(QString, seen);
        QFETCH(bool, natural);
        QCOMPARE(isNaturalStep(believed, seen), natural);
    }

    void walletsEnd_isTheOneAskedForOrAFinding_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("amount");
        QTest::addColumn<bool>("asFor");
        const auto row = [](Kind kind, const QString &before, const QString &word, int amount,
                            bool askedFor) {
            QTest::addRow("%s of %s to %s %d", qPrintable(codeOf(kind)), qPrintable(before), qPrintable(word),
                          amount)
                << int(kind) << before << word << amount << askedFor;
        };
        row(Kind::Capture, u"AUTH"_s, u"SALES"_s, 3200, true);
        row(Kind::Capture, u"AUTH"_s, u"AUTH"_s, 3200, false); // the wallet did not do it
        row(Kind::Capture, u"AUTH"_s, u"SALES"_s, 3100, false);
        row(Kind::Capture, u"AUTH"_s, u"CANCEL"_s, 0, false);
        row(Kind::Capture, u"AUTH"_s, u"REQSALES"_s, 3200, false); // not said yet
        row(Kind::Cancel, u"AUTH"_s, u"CANCEL"_s, 0, true);
        row(Kind::Cancel, u"SALES"_s, u"CANCEL"_s, 0, true);
        row(Kind::Cancel, u"SALES"_s, u"SALES"_s, 3200, false);
        row(Kind::Cancel, u"AUTH"_s, u"REQCANCEL"_s, 3200, false);
        row(Kind::Change, u"AUTH"_s, u"AUTH"_s, 5000, true);
        row(Kind::Change, u"AUTH"_s, u"AUTH"_s, 3200, false); // the word is right, the amount is the old one
        row(Kind::Change, u"AUTH"_s, u"SALES"_s, 5000, false);
        row(Kind::Change, u"SALES"_s, u"SALES"_s, 5000, true);
        row(Kind::Change, u"SALES"_s, u"AUTH"_s, 5000, false);
        row(Kind::Change, u"CAPTURE"_s, u"SALES"_s, 5000, true);
        row(Kind::Change, u"CAPTURE"_s, u"CAPTURE"_s, 5000, true);
        row(Kind::Change, u"SALES"_s, u"REQCHANGE"_s, 5000, false);
        row(Kind::Change, u"SALES"_s, u"CANCEL"_s, 0, false);
    }

    void walletsEnd_isTheOneAskedForOrAFinding()
    {
        QFETCH(int, kind);
        QFETCH(QString, before);
        QFETCH(QString, word);
        QFETCH(int, amount);
        QFETCH(bool, asFor);
        const Operation accepted = asked(Kind(kind), shown(before), Kind(kind) == Kind::Change ? 5000 : 3200);
        QCOMPARE(isEndAskedFor(accepted, shown(word, amount)), asFor);
    }

    void naturalSteps_ofEveryMethodLeadOnward()
    {
        // journal.md §14: onward to any word of the method but a cancel that we did not send
        for (const PaymentMethod method : gatewayMethods()) {
            for (const QString &word : wordsOf(method)) {
                const bool cancel = cancelledWords().contains(word);
                QCOMPARE(isNaturalStep(u"UNPROCESSED"_s, word), !cancel);
                for (const QString &start :
                     {u"AUTHENTICATED"_s, u"AUTHPROCESS"_s, u"PAYSTART"_s, u"REQSUCCESS"_s}) {
                    QCOMPARE(isNaturalStep(start, word), !cancel && word != u"UNPROCESSED"_s);
                }
                for (const QString &end : {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s, u"PAYSUCCESS"_s, u"EXPIRED"_s,
                                           u"PAYFAIL"_s, u"CANCEL"_s}) {
                    QVERIFY(!isNaturalStep(end, word));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestNaturalSteps)
#include "test_naturalsteps.moc"
