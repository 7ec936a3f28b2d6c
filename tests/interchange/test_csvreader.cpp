#include "core/interchange/csvreader.h"
#include "tests/interchange/csvsupport.h"

#include <QRandomGenerator>

using namespace kessai;

namespace {

using Row = QList<QByteArray>;

Row fieldsOf(const CsvRecord &record)
{
    Row row;
    for (qsizetype column = 0; column < record.columnCount(); ++column) {
        row.append(record.plain(column));
    }
    return row;
}

/// A file read to its end; the first record sets the number of columns.
struct ReadFile
{
    QList<Row> rows;
    QList<qint64> lines;
    QList<CsvRecord::Defect> defects;
};

ReadFile readAll(const QByteArray &content)
{
    Bytes device(content);
    CsvReader reader(device);
    CsvRecord record;
    ReadFile read;
    while (reader.next(record)) {
        reader.setColumnCount(read.rows.isEmpty() ? record.cut.fieldCount : read.rows[0].size());
        read.rows.append(fieldsOf(record));
        read.lines.append(record.line);
        read.defects.append(record.defect);
    }
    return read;
}

constexpr auto None = CsvRecord::Defect::None;

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void record_isCutIntoItsFields_data();
    void record_isCutIntoItsFields();
    void fieldOfAnyLength_endsWhereItEnds();
    void lineEnds_mayBeMixed();
    void byteOrderMark_isSkipped();
    void lineNumbers_countPhysicalLines();
    void lastLine_needsNoLineEnd();
    void phpLines_comeBackAsTheyWere();
    void rfcLines_comeBackAsTheyWere();
    void record_acrossManyReads_isWhole();
    void cutOffLastLine_isReported_data();
    void cutOffLastLine_isReported();
    void strayQuote_losesOnlyItsLine();
    void tooLongRecord_isPassedOver();
    void tooLongRecordWithoutEnd_givesTheNextLinesBack();
    void megabyteRecord_isWhole();
    void emptyFile_hasNoRecord();
    void binaryGarbage_comesToAnEnd();
};

void CsvReaderTest::record_isCutIntoItsFields_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QList<QByteArray>>("fields");

    QTest::newRow("plain") << QByteArray("a,b,c") << Row{"a", "b", "c"};
    QTest::newRow("empty fields") << QByteArray(",,") << Row{"", "", ""};
    QTest::newRow("quoted") << QByteArray("\"a\",\"b c\",\"\"") << Row{"a", "b c", ""};
    QTest::newRow("comma and line end inside")
        << QByteArray("\"a,b\",\"c\r\nd\",e") << Row{"a,b", "c\r\nd", "e"};
    QTest::newRow("doubled quote") << QByteArray("\"a\"\"b\",\"\"\"\",\"c\"\"\"") << Row{"a\"b", "\"", "c\""};
    QTest::newRow("quote in a plain field") << QByteArray("a\"b,c,d") << Row{"a\"b", "c", "d"};
    QTest::newRow("5C closes") << QByteArray("\"\x95\x5C\",\"\x83\x5C\",c")
                               << Row{"\x95\x5C", "\x83\x5C", "c"};
    QTest::newRow("5C quote inside, PHP")
        << QByteArray("\"\x95\x5C\"x\",b,c") << Row{"\x95\x5C\"x", "b", "c"};
    QTest::newRow("5C quote inside, doubled")
        << QByteArray("\"\x95\x5C\"\"x\",b,c") << Row{"\x95\x5C\"x", "b", "c"};
    QTest::newRow("5C quote at the end, PHP")
        << QByteArray("\"\x95\x5C\"\",b,c") << Row{"\x95\x5C\"", "b", "c"};
    QTest::newRow("5C quote at the end, doubled")
        << QByteArray("\"\x95\x5C\"\"\",b,c") << Row{"\x95\x5C\"", "b", "c"};
    QTest::newRow("5C two quotes inside, PHP")
        << QByteArray("\"\x5C\"\"\"x\",b,c") << Row{"\x5C\"\"x", "b", "c"};
    QTest::newRow("5C quote comma inside, PHP")
        << QByteArray("\"\x95\x5C\",x\",b,c") << Row{"\x95\x5C\",x", "b", "c"};
    QTest::newRow("5C quote comma quote inside, PHP")
        << QByteArray("\"\x95\x5C\",\"\"x\",b,c") << Row{"\x95\x5C\",\"x", "b", "c"};
    QTest::newRow("5C quote line end inside, PHP")
        << QByteArray("a,\"\x95\x5C\"\nx\",c") << Row{"a", "\x95\x5C\"\nx", "c"};
    QTest::newRow("5C quote comma inside, doubled")
        << QByteArray("\"\x95\x5C\"\",x\",b,c") << Row{"\x95\x5C\",x", "b", "c"};
    QTest::newRow("NUL") << QByteArray("a\0b,c,d", 7) << Row{QByteArray("a\0b", 3), "c", "d"};
}

void CsvReaderTest::record_isCutIntoItsFields()
{
    QFETCH(QByteArray, line);
    QFETCH(QList<QByteArray>, fields);

    const ReadFile read = readAll("1,2,3\n" + line + "\nx,y,z\n");
    QCOMPARE(read.rows.size(), 3);
    QCOMPARE(read.rows[1], fields);
    QCOMPARE(read.defects[1], None);
    QCOMPARE(read.rows[2], (Row{"x", "y", "z"}));
}

/// The cutter looks at 64 bytes at once: no length before or behind such a step may be special.
void CsvReaderTest::fieldOfAnyLength_endsWhereItEnds()
{
    for (int length = 0; length < 200; ++length) {
        const QByteArray text(length, 'x');
        const QByteArray quoted = '"' + text + '"';
        for (const char *lineEnd : {"\n", "\r\n", "\r"}) {
            const ReadFile read = readAll("a,b,c\n" + text + ",," + text + lineEnd + quoted + "," + text +
                                          ",\xE6" + lineEnd + "1,2," + text);
            QCOMPARE(read.rows,
                     (QList<Row>{{"a", "b", "c"}, {text, "", text}, {text, text, "\xE6"}, {"1", "2", text}}));
            QCOMPARE(read.lines, (QList<qint64>{1, 2, 3, 4}));
        }
    }
}

void CsvReaderTest::lineEnds_mayBeMixed()
{
    const ReadFile read = readAll("a,b\r\nc,d\ne,f\rg,h\r\n\r\n\ni,j");
    QCOMPARE(read.rows, (QList<Row>{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}, {"i", "j"}}));
    QCOMPARE(read.lines, (QList<qint64>{1, 2, 3, 4, 7}));
}

void CsvReaderTest::byteOrderMark_isSkipped()
{
    QCOMPARE(readAll("\xEF\xBB\xBF\"a\",b\n").rows, (QList<Row>{{"a", "b"}}));
}

void CsvReaderTest::lineNumbers_countPhysicalLines()
{
    const ReadFile read = readAll("a,b\n\"1\r\n2\n3\r4\",x\n\"\r\n\",y\r\nc,d\n");
    QCOMPARE(read.lines, (QList<qint64>{1, 2, 6, 8}));
}

void CsvReaderTest::lastLine_needsNoLineEnd()
{
    const ReadFile read = readAll("a,b\nc,\"\x95\x5C\"");
    QCOMPARE(read.rows[1], (Row{"c", "\x95\x5C"}));
    QCOMPARE(read.defects[1], None);
    QCOMPARE(readAll("a,b\nc,").rows[1], (Row{"c", ""}));
}

void CsvReaderTest::phpLines_comeBackAsTheyWere()
{
    // Fields of the pieces that make trouble; one field of a line may hold a quote behind 5C before a comma.
    const QList<QByteArray> pieces = {"\x95\x5C", "\x5C", "a",  "\xB1",          "\x83\x5C\"x", ",",
                                      " ",        "\n",   "\"", "\x94\x5C\"\"y", "\r\n"};
    QRandomGenerator random(20201203);
    for (int round = 0; round < 5000; ++round) {
        QByteArray content = "1,2,3,4\n";
        Row row;
        for (int column = 0; column < 4; ++column) {
            QByteArray field;
            for (int piece = random.bounded(4); piece > 0; --piece) {
                const QByteArray next = pieces[random.bounded(pieces.size())];
                // What PHP writes for 5C, quote, comma in one field and a bare 5C in another cannot be told
                // apart.
                if (!(field.endsWith('\\') && next.startsWith('"'))) {
                    field += next;
                }
            }
            row.append(field);
        }
        const ReadFile read = readAll(content + phpLine(row));
        if (row == Row{"", "", "", ""}) {
            continue;
        }
        QCOMPARE(read.rows.size(), 2);
        QCOMPARE(read.rows[1], row);
    }
}

void CsvReaderTest::rfcLines_comeBackAsTheyWere()
{
    QRandomGenerator random(4180);
    const QList<QByteArray> pieces = {"\x95\x5C", "\"", ",", "a", "\n", "\x95\x5C\"z"};
    for (int round = 0; round < 5000; ++round) {
        Row row;
        Row quoted;
        for (int column = 0; column < 3; ++column) {
            QByteArray field;
            for (int piece = random.bounded(4); piece > 0; --piece) {
                const QByteArray next = pieces[random.bounded(pieces.size())];
                if (!(field.endsWith('\\') && next.startsWith('"'))) {
                    field += next;
                }
            }
            row.append(field);
            quoted.append('"' + QByteArray(field).replace("\"", "\"\"") + '"');
        }
        const ReadFile read = readAll("1,2,3\n" + quoted.join(',') + "\n");
        QCOMPARE(read.rows.size(), 2);
        QCOMPARE(read.rows[1], row);
    }
}

void CsvReaderTest::record_acrossManyReads_isWhole()
{
    QByteArray content = "a,b\n";
    for (int line = 0; line < 100'000; ++line) {
        content += QByteArray::number(line) + ",\"x\r\ny\"\r\n";
    }
    const ReadFile read = readAll(content);
    QCOMPARE(read.rows.size(), 100'001);
    QCOMPARE(read.rows.last(), (Row{"99999", "x\r\ny"}));
    QCOMPARE(read.lines.last(), 2 + 2 * 99'999);
}

void CsvReaderTest::cutOffLastLine_isReported_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("between columns") << QByteArray("1,2");
    QTest::newRow("inside quotes") << QByteArray("1,\"abc");
    QTest::newRow("inside quotes, on their second line") << QByteArray("1,\"abc\ndef");
    QTest::newRow("after a quote inside quotes") << QByteArray("1,\"abc\"\"");
}

void CsvReaderTest::cutOffLastLine_isReported()
{
    QFETCH(QByteArray, last);
    const ReadFile read = readAll("a,b,c\nx,y,z\n" + last);
    QCOMPARE(read.defects, (QList<CsvRecord::Defect>{None, None, CsvRecord::Defect::CutOff}));
    QCOMPARE(read.lines.last(), 3);
}

void CsvReaderTest::strayQuote_losesOnlyItsLine()
{
    const QByteArray before = "a,b,c\n1,\"x,y\n";
    const ReadFile open = readAll(before + "2,b,c\n3,b,c\n");
    QCOMPARE(open.defects, (QList<CsvRecord::Defect>{None, CsvRecord::Defect::OpenQuote, None, None}));
    QCOMPARE(open.lines, (QList<qint64>{1, 2, 3, 4}));

    const ReadFile closed = readAll(before + "2,\"b\",c\n3,b,c\n");
    QCOMPARE(closed.defects, (QList<CsvRecord::Defect>{None, CsvRecord::Defect::TextAfterQuote, None, None}));
    QCOMPARE(closed.rows[2], (Row{"2", "b", "c"}));
}

void CsvReaderTest::tooLongRecord_isPassedOver()
{
    const QByteArray memo(3 * CsvReader::MaxRecordBytes, 'm');
    const ReadFile read = readAll("a,b\n1,\"" + memo + "\"\"\n" + memo + "\"\n2,y\n");
    QCOMPARE(read.defects, (QList<CsvRecord::Defect>{None, CsvRecord::Defect::TooLong, None}));
    QCOMPARE(read.rows[1][0], "1");
    QCOMPARE(read.rows[2], (Row{"2", "y"}));
    QCOMPARE(read.lines, (QList<qint64>{1, 2, 4}));
}

void CsvReaderTest::tooLongRecordWithoutEnd_givesTheNextLinesBack()
{
    QByteArray content = "a,b\n1,\"x\n";
    constexpr int Lines = 500'000;
    for (int line = 0; line < Lines; ++line) {
        content += "12345,67890\n";
    }
    const ReadFile read = readAll(content);
    QCOMPARE(read.defects[1], CsvRecord::Defect::TooLong);
    QCOMPARE(read.rows.size(), Lines + 2);
    QCOMPARE(read.lines.last(), Lines + 2);
}

void CsvReaderTest::megabyteRecord_isWhole()
{
    const QByteArray memo = QByteArray("\x95\x5C\"x, ").repeated(150'000);
    const ReadFile read = readAll("a,b,c\n" + phpLine({"1", memo, "z"}) + "2,y,z\n");
    QCOMPARE(read.defects, (QList<CsvRecord::Defect>{None, None, None}));
    QCOMPARE(read.rows[1], (Row{"1", memo, "z"}));
}

void CsvReaderTest::emptyFile_hasNoRecord()
{
    QVERIFY(readAll("").rows.isEmpty());
    QVERIFY(readAll("\n\r\n\n").rows.isEmpty());
    QVERIFY(readAll("\xEF\xBB\xBF").rows.isEmpty());
}

void CsvReaderTest::binaryGarbage_comesToAnEnd()
{
    QRandomGenerator random(99);
    for (int round = 0; round < 200; ++round) {
        QByteArray content(random.bounded(1, 20'000), '\0');
        for (char &byte : content) {
            byte = static_cast<char>(random.bounded(256));
        }
        Bytes device("a,b\n" + content);
        CsvReader reader(device);
        CsvRecord record;
        qint64 line = 0;
        while (reader.next(record)) {
            reader.setColumnCount(2);
            QVERIFY(record.line > line);
            line = record.line;
        }
        QCOMPARE(reader.bytesConsumed(), device.size());
    }
}

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "test_csvreader.moc"
