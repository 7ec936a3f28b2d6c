#include "tests/domain/samples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;

namespace {

/// One line of the table: status, A and S ("" unknown), now, the word expected. All in Japan time.
struct Line
{
    QString status;
    QString authorized;
    QString sold;
    QString now;
    QString word;
};

const QList<Line> Lines = {
    // 仮売上: VOID on the day, RETURN from the next one, whatever the month
    {u"AUTH"_s, u"2020-12-03 13:21:23"_s, u""_s, u"2020-12-03 13:21:23"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-03 13:21:23"_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-03 13:21:23"_s, u""_s, u"2020-12-04 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-03 00:00:00"_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-03 23:59:59"_s, u""_s, u"2020-12-04 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-03 23:59:59"_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-03 00:00:00"_s, u""_s, u"2020-12-04 23:59:59"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-31 12:00:00"_s, u""_s, u"2020-12-31 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-31 12:00:00"_s, u""_s, u"2021-01-01 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-31 12:00:00"_s, u""_s, u"2021-02-01 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-02-28 12:00:00"_s, u""_s, u"2020-02-29 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-02-29 12:00:00"_s, u""_s, u"2020-02-29 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-02-29 12:00:00"_s, u""_s, u"2020-03-01 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2021-02-28 12:00:00"_s, u""_s, u"2021-03-01 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-03 13:21:23"_s, u""_s, u"2021-03-03 23:59:59"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-03 13:21:23"_s, u""_s, u"2021-06-01 23:59:59"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-04-30 23:59:59"_s, u""_s, u"2020-05-01 00:00:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2019-12-31 23:59:59"_s, u""_s, u"2020-01-01 00:00:00"_s, u"RETURN"_s},
    // the same day in UTC is not the same day in Japan, and the other way round
    {u"AUTH"_s, u"2020-12-04 08:59:59"_s, u""_s, u"2020-12-04 09:00:00"_s, u"VOID"_s},
    {u"AUTH"_s, u"2020-12-03 23:30:00"_s, u""_s, u"2020-12-04 00:30:00"_s, u"RETURN"_s},
    {u"AUTH"_s, u"2020-12-04 00:30:00"_s, u""_s, u"2020-12-04 23:30:00"_s, u"VOID"_s},
    // 即時売上: the month of the sale
    {u"CAPTURE"_s, u"2020-12-03 13:21:23"_s, u"2020-12-03 13:21:23"_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"CAPTURE"_s, u"2020-12-03 13:21:23"_s, u"2020-12-03 13:21:23"_s, u"2020-12-04 00:00:00"_s, u"RETURN"_s},
    {u"CAPTURE"_s, u"2020-12-03 13:21:23"_s, u"2020-12-03 13:21:23"_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
    {u"CAPTURE"_s, u"2020-12-03 13:21:23"_s, u"2020-12-03 13:21:23"_s, u"2021-01-01 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2020-12-31 23:59:59"_s, u"2020-12-31 23:59:59"_s, u"2020-12-31 23:59:59"_s, u"VOID"_s},
    {u"CAPTURE"_s, u"2020-12-31 23:59:59"_s, u"2020-12-31 23:59:59"_s, u"2021-01-01 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2020-02-01 00:00:00"_s, u"2020-02-01 00:00:00"_s, u"2020-02-29 23:59:59"_s, u"RETURN"_s},
    {u"CAPTURE"_s, u"2020-02-01 00:00:00"_s, u"2020-02-01 00:00:00"_s, u"2020-03-01 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2021-02-28 00:00:00"_s, u"2021-02-28 00:00:00"_s, u"2021-02-28 23:59:59"_s, u"VOID"_s},
    {u"CAPTURE"_s, u"2021-02-28 00:00:00"_s, u"2021-02-28 00:00:00"_s, u"2021-03-01 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2020-01-15 00:00:00"_s, u"2020-01-15 00:00:00"_s, u"2021-01-15 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2020-01-15 00:00:00"_s, u"2020-01-15 00:00:00"_s, u"2021-01-20 00:00:00"_s,
     u"RETURNX"_s},
    {u"CAPTURE"_s, u"2020-11-30 09:00:00"_s, u"2020-11-30 09:00:00"_s, u"2020-12-01 08:59:59"_s,
     u"RETURNX"_s},
    // 実売上 on the day of the authorisation
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-03 10:00:00"_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-03 10:00:00"_s, u"2020-12-04 00:00:00"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-03 10:00:00"_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-03 10:00:00"_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    // 実売上 sold on a later day: no VOID on the day of the sale, because the authorisation was earlier
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-10 10:00:00"_s, u"2020-12-10 10:00:01"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 23:59:59"_s, u"2020-12-04 00:00:00"_s, u"2020-12-04 00:00:01"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-10 10:00:00"_s, u"2020-12-11 00:00:00"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-10 10:00:00"_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-03 09:00:00"_s, u"2020-12-10 10:00:00"_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    // A and S in different months: the month of the sale counts
    {u"SALES"_s, u"2020-11-20 09:00:00"_s, u"2020-12-01 00:00:00"_s, u"2020-12-01 00:00:01"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-11-20 09:00:00"_s, u"2020-12-01 00:00:00"_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-11-20 09:00:00"_s, u"2020-12-01 00:00:00"_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u"2020-11-30 23:59:59"_s, u"2020-12-01 00:00:00"_s, u"2020-12-02 00:00:00"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-11-20 09:00:00"_s, u"2020-11-30 23:59:59"_s, u"2020-12-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u"2020-12-20 09:00:00"_s, u"2021-01-05 09:00:00"_s, u"2021-01-31 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-12-20 09:00:00"_s, u"2021-01-05 09:00:00"_s, u"2021-02-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u"2020-12-20 09:00:00"_s, u"2020-12-31 23:59:59"_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u"2020-02-28 09:00:00"_s, u"2020-02-29 09:00:00"_s, u"2020-02-29 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-02-28 09:00:00"_s, u"2020-02-29 09:00:00"_s, u"2020-03-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u"2020-01-10 09:00:00"_s, u"2020-01-20 09:00:00"_s, u"2021-01-25 00:00:00"_s, u"RETURNX"_s},
    // A unknown counts as A = S
    {u"SALES"_s, u""_s, u"2020-12-10 10:00:00"_s, u"2020-12-10 23:59:59"_s, u"VOID"_s},
    {u"SALES"_s, u""_s, u"2020-12-10 10:00:00"_s, u"2020-12-11 00:00:00"_s, u"RETURN"_s},
    {u"SALES"_s, u""_s, u"2020-12-10 10:00:00"_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    {u"CAPTURE"_s, u""_s, u"2020-12-10 10:00:00"_s, u"2020-12-10 23:59:59"_s, u"VOID"_s},
    // both unknown: the ProcessDate of the read (2020-12-03 13:21:23) stands for them
    {u"AUTH"_s, u""_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"AUTH"_s, u""_s, u""_s, u"2020-12-04 00:00:00"_s, u"RETURN"_s},
    {u"CAPTURE"_s, u""_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"CAPTURE"_s, u""_s, u""_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    {u"SALES"_s, u""_s, u""_s, u"2020-12-03 23:59:59"_s, u"VOID"_s},
    {u"SALES"_s, u""_s, u""_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
    {u"SALES"_s, u""_s, u""_s, u"2021-01-01 00:00:00"_s, u"RETURNX"_s},
    // S alone unknown
    {u"SALES"_s, u"2020-12-02 09:00:00"_s, u""_s, u"2020-12-03 13:30:00"_s, u"RETURN"_s},
    {u"SALES"_s, u"2020-11-02 09:00:00"_s, u""_s, u"2020-12-31 23:59:59"_s, u"RETURN"_s},
};

std::optional<QDateTime> known(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(japan(text));
}

} // namespace

class TestCancelWord : public QObject
{
    Q_OBJECT

private slots:
    void cancelWord_followsDaysAndMonths_data()
    {
        QTest::addColumn<int>("index");
        for (qsizetype index = 0; index < Lines.size(); ++index) {
            const Line &line = Lines[index];
            QTest::addRow("%d %s A %s S %s now %s", int(index), qPrintable(line.status),
                          qPrintable(line.authorized), qPrintable(line.sold), qPrintable(line.now))
                << int(index);
        }
    }

    void cancelWord_followsDaysAndMonths()
    {
        QFETCH(int, index);
        const Line &line = Lines[index];
        const AuthorizationTimes times{known(line.authorized), u"t"_s, known(line.sold)};
        const auto word = cancelWord(snapshot(line.status), times, japantime::dayOf(japan(line.now)));
        QVERIFY(word.has_value());
        QCOMPARE(*word, line.word);
    }

    void cancelWord_isNoneWhereNothingCanBeCancelled()
    {
        for (const QString &status :
             {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"UNPROCESSED"_s, u"AUTHENTICATED"_s,
              u"SAUTH"_s, u"CHECK"_s, u"REQSUCCESS"_s, u"PAYSUCCESS"_s, u"NONSENSE"_s, u""_s}) {
            QVERIFY2(!cancelWord(snapshot(status), {}, day(u"2020-12-03"_s)), qPrintable(status));
        }
        const Snapshot undated = snapshot(u"AUTH"_s, 3200, 0, u""_s);
        QVERIFY(!cancelWord(undated, {}, day(u"2020-12-03"_s)));
    }

    void neighbouringWord_isOneThatTheStatusKnows()
    {
        QCOMPARE(neighbouringCancelWord(u"AUTH"_s, u"VOID"_s).value(), u"RETURN"_s);
        QCOMPARE(neighbouringCancelWord(u"AUTH"_s, u"RETURN"_s).value(), u"VOID"_s);
        QCOMPARE(neighbouringCancelWord(u"SALES"_s, u"VOID"_s).value(), u"RETURN"_s);
        QCOMPARE(neighbouringCancelWord(u"SALES"_s, u"RETURN"_s).value(), u"RETURNX"_s);
        QCOMPARE(neighbouringCancelWord(u"CAPTURE"_s, u"RETURNX"_s).value(), u"RETURN"_s);
        QVERIFY(!neighbouringCancelWord(u"VOID"_s, u"VOID"_s));
        QVERIFY(!neighbouringCancelWord(u"SALES"_s, u"SALES"_s));
    }

    void midnightGuard_isExactToTheSecond()
    {
        const QDateTime start = japan(u"2020-12-03 23:58:50"_s);
        const QDateTime guardStart = japan(u"2020-12-03 23:59:00"_s);
        const QDateTime guardEnd = japan(u"2020-12-04 00:01:30"_s);
        for (int second = 0; second < 180; ++second) {
            const QDateTime now = start.addSecs(second);
            QCOMPARE(isMidnightGuard(now), now >= guardStart && now < guardEnd);
            if (isMidnightGuard(now)) {
                QCOMPARE(endOfMidnightGuard(now), guardEnd);
            }
        }
        QVERIFY(isMidnightGuard(guardStart.addMSecs(0)) && !isMidnightGuard(guardStart.addMSecs(-1)));
        QVERIFY(isMidnightGuard(guardEnd.addMSecs(-1)));
        QVERIFY(!isMidnightGuard(japan(u"2020-12-03 12:00:00"_s)));
        // midnight UTC is nine in the morning in Japan
        QVERIFY(!isMidnightGuard(QDateTime(QDate(2020, 12, 3), QTime(0, 0), Qt::UTC)));
        QCOMPARE(endOfMidnightGuard(japan(u"2020-12-31 23:59:30"_s)), japan(u"2021-01-01 00:01:30"_s));
    }

    void learnTimes_authorizationBelongsToItsTranId()
    {
        const auto first = learnTimes({}, u"AUTH"_s, u"one"_s, u"20201203132123"_s);
        QCOMPARE(first, (AuthorizationTimes{japan(u"2020-12-03 13:21:23"_s), u"one"_s, std::nullopt}));
        QCOMPARE(learnTimes(first, u"AUTH"_s, u"one"_s, u"20201204000000"_s), first);

        const auto sold = learnTimes(first, u"SALES"_s, u"one"_s, u"20201210100000"_s);
        QCOMPARE(sold.authorizedAt, first.authorizedAt);
        QCOMPARE(sold.soldAt, std::optional(japan(u"2020-12-10 10:00:00"_s)));
        QCOMPARE(learnTimes(sold, u"SALES"_s, u"one"_s, u"20201211100000"_s), sold);

        for (const QString &status : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"UNPROCESSED"_s}) {
            QCOMPARE(learnTimes(sold, status, u"other"_s, u"20210101000000"_s), sold);
        }
        const auto again = learnTimes(sold, u"AUTH"_s, u"two"_s, u"20210105090000"_s);
        QCOMPARE(again, (AuthorizationTimes{japan(u"2021-01-05 09:00:00"_s), u"two"_s, std::nullopt}));
    }

    void learnTimes_immediateSaleIsSoldWhenAuthorized()
    {
        const QDateTime at = japan(u"2020-12-03 13:21:23"_s);
        QCOMPARE(learnTimes({}, u"CAPTURE"_s, u"one"_s, u"20201203132123"_s),
                 (AuthorizationTimes{at, u"one"_s, at}));
        const AuthorizationTimes withoutSale{at, u"one"_s, std::nullopt};
        QCOMPARE(learnTimes(withoutSale, u"CAPTURE"_s, u"one"_s, u"20201209000000"_s).soldAt,
                 std::optional(at));
    }

    void learnTimes_firstSightOfAnUnknownSaleStandsForBoth()
    {
        const QDateTime at = japan(u"2020-12-10 10:00:00"_s);
        const AuthorizationTimes expected{at, u"new"_s, at};
        QCOMPARE(learnTimes({}, u"SALES"_s, u"new"_s, u"20201210100000"_s), expected);
        const AuthorizationTimes other{japan(u"2020-12-01 00:00:00"_s), u"old"_s, std::nullopt};
        QCOMPARE(learnTimes(other, u"SALES"_s, u"new"_s, u"20201210100000"_s), expected);
        QCOMPARE(learnTimes(other, u"SALES"_s, u"new"_s, u"2020121010000"_s), other);
    }
};

QTEST_GUILESS_MAIN(TestCancelWord)
#include "test_cancelword.moc"
