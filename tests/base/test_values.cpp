#include "core/base/ids.h"
#include "core/base/japantime.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/textfold.h"
#include "core/base/yen.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void yen_isReadFromPlainDigitsOnly()
    {
        QCOMPARE(yenFromDigits(u"3200"_s).value(), Yen{3200});
        QCOMPARE(yenFromDigits(u"0"_s).value(), Yen{0});
        QCOMPARE(yenFromDigits(u"999999999999"_s).value(), Yen{999'999'999'999});
        for (const QString &text : {u""_s, u"-1"_s, u"+1"_s, u"1,000"_s, u" 1"_s, u"1.0"_s, u"１２"_s,
                                    u"1e3"_s, u"1000000000000"_s, u"٣"_s}) {
            QVERIFY2(!yenFromDigits(text), qPrintable(text));
        }
    }

    void yen_isGroupedByThousands()
    {
        QCOMPARE(groupedYen(Yen{0}), u"0"_s);
        QCOMPARE(groupedYen(Yen{999}), u"999"_s);
        QCOMPARE(groupedYen(Yen{3200}), u"3,200"_s);
        QCOMPARE(groupedYen(Yen{-1234567}), u"-1,234,567"_s);
        QCOMPARE(groupedYen(Yen{-999}), u"-999"_s);
    }

    void japanTime_isNineHoursAheadAllYear()
    {
        const QDateTime instant(QDate(2020, 12, 31), QTime(15, 0), Qt::UTC);
        QCOMPARE(japantime::dayOf(instant), QDate(2021, 1, 1));
        QCOMPARE(japantime::dayOf(instant.addMSecs(-1)), QDate(2020, 12, 31));
        const QDateTime summer(QDate(2020, 7, 31), QTime(15, 0), Qt::UTC);
        QCOMPARE(japantime::dayOf(summer), QDate(2020, 8, 1));
        QCOMPARE(japantime::instantOf(QDate(2021, 1, 1), QTime(0, 0)), instant);
        QCOMPARE(japantime::lastSecondOf(QDate(2020, 12, 31)), instant.addSecs(-1));
    }

    void gatewayText_goesThereAndBack()
    {
        const auto instant = japantime::fromGatewayText(u"20200229235959"_s);
        QVERIFY(instant.has_value());
        QCOMPARE(japantime::toGatewayText(*instant), u"20200229235959"_s);
        QCOMPARE(japantime::toStoredText(*instant), u"2020-02-29T14:59:59.000Z"_s);
        QCOMPARE(japantime::toIsoText(*instant), u"2020-02-29T23:59:59+09:00"_s);
        QCOMPARE(japantime::fromStoredText(u"2020-02-29T14:59:59.000Z"_s), instant);
        for (const QString &text :
             {u""_s, u"2020022923595"_s, u"20210229000000"_s, u"20200101240000"_s, u"20201301000000"_s,
              u"2020-02-29 00:0"_s, u"２０２００２２９２３５９５９"_s, u"x0200229000000"_s,
              u"-0200229000000"_s, u"00000000000000"_s, u"2020022900000x"_s}) {
            QVERIFY2(!japantime::fromGatewayText(text), qPrintable(text));
        }
        for (const QString &text :
             {u"yesterday"_s, u"x020-02-29T14:59:59.000Z"_s, u"2020-02-30T14:59:59.000Z"_s,
              u"2020-02-29T14:59:59.00xZ"_s, u"２020-02-29T14:59:59.000Z"_s}) {
            QVERIFY2(!japantime::fromStoredText(text), qPrintable(text));
        }
        QCOMPARE(japantime::fromStoredText(u"2020-02-29T23:59:59+09:00"_s), instant); // of another hand
        const QDateTime early(QDate(1969, 12, 31), QTime(14, 59, 59, 999), Qt::UTC);
        QCOMPARE(japantime::dayOf(early), QDate(1969, 12, 31));
        QCOMPARE(japantime::dayOf(early.addMSecs(1)), QDate(1970, 1, 1));
    }

    void httpDate_isReadAsAnswersSendIt()
    {
        const auto instant = japantime::fromHttpDate("Fri, 01 Mar 2013 02:59:36 GMT");
        QVERIFY(instant.has_value());
        QCOMPARE(japantime::toGatewayText(*instant), u"20130301115936"_s);
        QVERIFY(!japantime::fromHttpDate("yesterday"));
        QVERIFY(!japantime::fromHttpDate(""));
    }

    void fold_findsTheSameHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addRow("width of letters") << u"ＡＢＣ株式会社"_s << u"abc株式会社"_s;
        QTest::addRow("width of katakana") << u"ﾔﾏﾀﾞ ﾊﾅｺ"_s << u"ヤマダハナコ"_s;
        QTest::addRow("hiragana") << u"やまだはなこ"_s << u"ヤマダ ハナコ"_s;
        QTest::addRow("spaces") << u"山田　花子"_s << u"山田 花子"_s;
        QTest::addRow("hyphens of a number") << u"03-1234-5678"_s << u"0312345678"_s;
        QTest::addRow("full-width hyphens") << u"０３－１２３４－５６７８"_s << u"0312345678"_s;
        QTest::addRow("minus") << u"03−1234−5678"_s << u"0312345678"_s;
        QTest::addRow("long vowel and dash") << u"コーヒー"_s << u"コ―ヒ‐"_s;
        QTest::addRow("long vowel and wave") << u"らーめん"_s << u"ラ〜メン"_s;
        QTest::addRow("case") << u"Taro@Example.CO.JP"_s << u"taro@example.co.jp"_s;
        QTest::addRow("composed") << (u"か"_s + QChar(0x3099)) << u"が"_s;
        QTest::addRow("mark of its own") << u"か゛"_s << u"が"_s;
        QTest::addRow("square") << u"㈱山田"_s << u"(株)山田"_s;
    }

    void fold_findsTheSameHoweverItIsTyped()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(foldForSearch(one), foldForSearch(other));
    }

    void fold_keepsApartWhatDiffers()
    {
        QVERIFY(foldForSearch(u"ハナコ"_s) != foldForSearch(u"バナコ"_s));
        QVERIFY(foldForSearch(u"コーヒ"_s) != foldForSearch(u"コヒ"_s));
        QVERIFY(foldForSearch(u"a-b"_s) != foldForSearch(u"ab"_s));
        QCOMPARE(foldForSearch(u"  "_s), QString());
        const QString folded = foldForSearch(u"ＡＢ―か゛㌶ 03-1 ﾊﾞ"_s);
        QCOMPARE(foldForSearch(folded), folded);
    }

    void secret_takesTheBytesOverAndSharesThem()
    {
        QByteArray bytes("abc123");
        const Secret secret(std::move(bytes));
        QVERIFY(bytes.isEmpty());   // NOLINT: wiped on purpose
        const Secret copy = secret; // NOLINT: it is the sharing that is looked at
        QCOMPARE(copy.reveal(), QByteArray("abc123"));
        QCOMPARE(copy.reveal().constData(), secret.reveal().constData());
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret().reveal().isEmpty());
        QVERIFY(Secret(QByteArray()).isEmpty());
    }

    void ids_ofDifferentThingsDoNotMix()
    {
        QVERIFY((!std::is_convertible_v<OrderId, PaymentId>));
        QVERIFY((!std::is_constructible_v<OrderId, PaymentId>));
        QCOMPARE(OrderId{7}, OrderId{7});
        QVERIFY(OrderId{7} < OrderId{8});
    }

    void uuids_differAndLieInTheOrderOfTheirMaking()
    {
        static const QRegularExpression version7(
            u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
        constexpr qsizetype TimePart = 18; // two hyphens in it
        QSet<QString> uuids;
        QString before;
        for (int count = 0; count < 1000; ++count) {
            const QString uuid = newUuid();
            QVERIFY2(version7.match(uuid).hasMatch(), qPrintable(uuid));
            QVERIFY(before.left(TimePart) <= uuid.left(TimePart));
            uuids.insert(uuid);
            before = uuid;
        }
        QCOMPARE(uuids.size(), 1000);
    }

    void result_isAValueOrAnError()
    {
        const Result<int, QString> good = 7;
        const Result<int, QString> bad = failure(u"why"_s);
        QVERIFY(good.ok() && *good == 7);
        QVERIFY(!bad && bad.error() == u"why"_s);
        const Result<QString, QString> sameType = failure(u"error"_s);
        QVERIFY(!sameType.ok());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
