#include "core/base/cp932.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

/// Every byte and every pair that could be a character, a line each, so that iconv can be asked about all at
/// once.
QList<QByteArray> candidates()
{
    QList<QByteArray> all;
    for (int byte = 0x20; byte <= 0xFF; ++byte) {
        if (byte == 0x7F) {
            continue; // DEL: the table turns three control characters into one another
        }
        all.append(QByteArray(1, char(byte)));
    }
    for (int lead = 0x81; lead <= 0xFC; ++lead) {
        const bool leadByte = lead <= 0x9F || lead >= 0xE0;
        for (int trail = 0x40; leadByte && trail <= 0xFC; ++trail) {
            if (trail != 0x7F) {
                all.append(QByteArray(1, char(lead)) + char(trail));
            }
        }
    }
    return all;
}

/// U+E000–U+F8FF: characters of the user's own, which no shop's data should rely on.
bool isPrivate(const QString &text)
{
    return text.size() == 1 && text[0].category() == QChar::Other_PrivateUse;
}

QByteArray iconv(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(u"iconv"_s, arguments);
    if (!process.waitForStarted()) {
        return {};
    }
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

} // namespace

class TestCp932 : public QObject
{
    Q_OBJECT

private slots:
    void decoding_agreesWithIconvForEveryCode()
    {
        if (QStandardPaths::findExecutable(u"iconv"_s).isEmpty()) {
            QSKIP("iconv is not installed");
        }
        QList<QByteArray> readable;
        QStringList decoded;
        for (const QByteArray &bytes : candidates()) {
            const auto text = decodeCp932(bytes);
            if (text && !isPrivate(*text)) {
                readable.append(bytes);
                decoded.append(*text);
            }
        }
        QVERIFY(readable.size() > 7'500);
        const QByteArray output = iconv({u"-f"_s, u"CP932"_s, u"-t"_s, u"UTF-8"_s}, readable.join('\n'));
        QCOMPARE(QString::fromUtf8(output).split(u'\n'), decoded);
    }

    void iconv_knowsNoCodeThatWeRefuse()
    {
        if (QStandardPaths::findExecutable(u"iconv"_s).isEmpty()) {
            QSKIP("iconv is not installed");
        }
        QList<QByteArray> refused;
        for (const QByteArray &bytes : candidates()) {
            if (!decodeCp932(bytes)) {
                refused.append(bytes);
            }
        }
        // -c leaves out what iconv cannot convert: nothing but line ends (and the second bytes of refused
        // pairs, which are characters of their own) may be left.
        const QByteArray output =
            iconv({u"-c"_s, u"-f"_s, u"CP932"_s, u"-t"_s, u"UTF-8"_s}, refused.join('\n'));
        for (const QString &line : QString::fromUtf8(output).split(u'\n')) {
            QVERIFY2(line.size() <= 1 && (line.isEmpty() || line[0].unicode() < 0x80 ||
                                          (line[0].unicode() >= 0xFF61 && line[0].unicode() <= 0xFF9F)),
                     qPrintable(line));
        }
    }

    void encoding_comesBackAsTheSameText()
    {
        for (const QByteArray &bytes : candidates()) {
            const auto text = decodeCp932(bytes);
            if (!text) {
                continue;
            }
            const auto encoded = encodeCp932(*text);
            QVERIFY2(encoded.ok(), bytes.toHex().constData());
            const auto again = decodeCp932(*encoded);
            QVERIFY(again.ok());
            QCOMPARE(*again, *text);
        }
    }

    /// Whatever stands in a name: exact, one of the four that iconv maps, or named.
    void everyCharacter_isExactOrNamed()
    {
        const QMap<char32_t, char32_t> mapped{
            {0x2014, 0x2015}, {0x2016, 0x2225}, {0x2212, 0xFF0D}, {0x301C, 0xFF5E}};
        int exact = 0;
        for (char32_t code = 1; code <= QChar::LastValidCodePoint; ++code) {
            if (QChar::isSurrogate(code)) {
                continue;
            }
            const QString text = QString::fromUcs4(&code, 1);
            const auto bytes = encodeCp932(text);
            if (!bytes) {
                QCOMPARE(bytes.error().character, text);
                continue;
            }
            const char32_t back = mapped.value(code, code);
            QCOMPARE(decodeCp932(*bytes).value(), QString::fromUcs4(&back, 1));
            ++exact;
        }
        QVERIFY(exact > 9'000);
    }

    void controlCharacters_areTheSameByte()
    {
        for (ushort code = 1; code <= 0x7F; ++code) {
            const auto bytes = encodeCp932(QString(QChar(code)));
            QVERIFY(bytes.ok());
            QCOMPARE(*bytes, QByteArray(1, char(code)));
        }
    }

    void encoding_mapsPunctuationAsIconvDoes()
    {
        const auto encoded = encodeCp932(u"〜−‖—"_s);
        QVERIFY(encoded.ok());
        QCOMPARE(encoded->toHex(), QByteArray("8160817c8161815c"));
    }

    void encoding_namesTheCharacterThatIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("position");
        QTest::addColumn<QString>("character");
        QTest::addRow("emoji") << u"山田😀花子"_s << 2LL << u"😀"_s;
        QTest::addRow("Korean") << u"abc한"_s << 3LL << u"한"_s;
        QTest::addRow("second level") << u"𠮟る"_s << 0LL << u"𠮟"_s;
        QTest::addRow("latin") << u"é"_s << 0LL << u"é"_s;
        QTest::addRow("variation selector") << u"葛\U000E0100城"_s << 1LL << u"\U000E0100"_s;
        QTest::addRow("right to left") << u"ab\u202Ecd"_s << 2LL << u"\u202E"_s;
        QTest::addRow("half a pair") << (u"a"_s + QChar(0xD83D)) << 1LL << QString(QChar(0xD83D));
    }

    void encoding_namesTheCharacterThatIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(qlonglong, position);
        QFETCH(QString, character);
        const auto encoded = encodeCp932(text);
        QVERIFY(!encoded.ok());
        QCOMPARE(encoded.error().position, qsizetype(position));
        QCOMPARE(encoded.error().character, character);
    }

    void decoding_refusesACutTail()
    {
        const QByteArray whole = QByteArray::fromHex("8e529363");
        QCOMPARE(decodeCp932(whole).value(), u"山田"_s);
        const auto cut = decodeCp932(whole.chopped(1));
        QVERIFY(!cut.ok());
        QVERIFY(cut.error().position >= 2);
        QVERIFY(!decodeCp932(QByteArray::fromHex("81")).ok());
        QVERIFY(!decodeCp932(QByteArray::fromHex("41fd")).ok());
        QVERIFY(!decodeCp932(QByteArray::fromHex("8120")).ok());
    }

    void decoding_afterAnErrorStartsAnew()
    {
        QVERIFY(!decodeCp932(QByteArray::fromHex("81")).ok());
        QCOMPARE(decodeCp932(QByteArray::fromHex("40")).value(), u"@"_s);
    }

    void decoding_keepsVendorCharactersAndHalfWidthKatakana()
    {
        QCOMPARE(decodeCp932(QByteArray::fromHex("8740")).value(), u"①"_s);
        QCOMPARE(decodeCp932(QByteArray::fromHex("fbfc")).value(), u"髙"_s);
        QCOMPARE(decodeCp932(QByteArray::fromHex("b1b2")).value(), u"ｱｲ"_s);
        QCOMPARE(decodeCp932(QByteArray::fromHex("837c")).value(), u"ポ"_s);
        QCOMPARE(decodeCp932({}).value(), QString());
    }
};

QTEST_GUILESS_MAIN(TestCp932)
#include "test_cp932.moc"
