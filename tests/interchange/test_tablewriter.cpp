#include "core/base/cp932.h"
#include "core/base/japantime.h"
#include "core/interchange/tablewriter.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Instant = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// One part of a workbook, unzipped by a program that is not ours.
QString partOf(const QString &workbook, const QString &part)
{
    QProcess unzip;
    unzip.start(u"python3"_s, {u"-c"_s,
                               u"import sys, zipfile; "
                               "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                               workbook, part});
    if (!unzip.waitForFinished(20'000) || unzip.exitCode() != 0) {
        return QString::fromUtf8(unzip.readAllStandardError());
    }
    return QString::fromUtf8(unzip.readAllStandardOutput());
}

struct Folder
{
    QString file(const QString &name) const { return folder.filePath(name); }
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
};

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void utf8_hasItsMarkAndWholeLines();
    void cp932_isWrittenAsShopsReadIt();
    void cp932_namesWhatItCannotWrite();
    void csv_makesFormulasHarmless_data();
    void csv_makesFormulasHarmless();
    void xlsx_keepsTextsAndNumbersApart();
    void xlsx_refusesMoreRowsThanExcelOpens();
    void without_finish_nothingIsLeft_data() { addFormats(); }
    void without_finish_nothingIsLeft();
    void finish_replacesTheFileOfItsName_data() { addFormats(); }
    void finish_replacesTheFileOfItsName();
    void a_placeThatCannotBeWritten_isNamed_data() { addFormats(); }
    void a_placeThatCannotBeWritten_isNamed();

private:
    static void addFormats()
    {
        QTest::addColumn<TableFormat>("format");
        QTest::newRow("utf-8") << TableFormat::CsvUtf8;
        QTest::newRow("cp932") << TableFormat::CsvCp932;
        QTest::newRow("xlsx") << TableFormat::Xlsx;
    }
};

Q_DECLARE_METATYPE(kessai::TableFormat)

void TestTableWriter::utf8_hasItsMarkAndWholeLines()
{
    const Folder folder;
    const auto writer = makeTableWriter(TableFormat::CsvUtf8, folder.file(u"a.csv"_s));
    QVERIFY(writer->begin({u"注文番号"_s, u"金額"_s}));
    QVERIFY(writer->addRow({u"272"_s, Yen{-3200}}));
    QVERIFY(writer->addRow({u"a,\"b\"\n髙"_s, std::monostate()}));
    QVERIFY(writer->addRow({QDate(2020, 12, 3), qint64(1234567)}));
    QVERIFY(writer->addRow({Instant, u" x "_s}));
    QVERIFY(writer->finish());
    QCOMPARE(
        contentOf(folder.file(u"a.csv"_s)),
        QByteArray("\xEF\xBB\xBF注文番号,金額\r\n272,-3200\r\n\"a,\"\"b\"\"\n髙\",\r\n2020/12/03,1234567\r\n"
                   "2020/12/03 13:21:23,\" x \"\r\n"));
    QCOMPARE(writer->unwritableCount(), 0);
}

void TestTableWriter::cp932_isWrittenAsShopsReadIt()
{
    const Folder folder;
    const auto writer = makeTableWriter(TableFormat::CsvCp932, folder.file(u"a.csv"_s));
    QVERIFY(writer->begin({u"お名前"_s}));
    QVERIFY(writer->addRow({u"髙橋①～"_s}));
    QVERIFY(writer->finish());
    const auto text = decodeCp932(contentOf(folder.file(u"a.csv"_s)));
    QVERIFY(text);
    QCOMPARE(*text, u"お名前\r\n髙橋①～\r\n"_s);
    QCOMPARE(writer->unwritableCount(), 0);
}

void TestTableWriter::cp932_namesWhatItCannotWrite()
{
    const Folder folder;
    const auto writer = makeTableWriter(TableFormat::CsvCp932, folder.file(u"a.csv"_s));
    QVERIFY(writer->begin({u"番号"_s, u"お名前"_s}));
    QVERIFY(writer->addRow({u"1"_s, u"山田"_s}));
    QVERIFY(writer->addRow({u"2"_s, u"𠮷田☺様"_s}));
    QCOMPARE(writer->unwritableCount(), 2);
    const QList<UnwritableCharacter> &found = writer->unwritable();
    QCOMPARE(found.at(0).character, u"𠮷"_s);
    QCOMPARE(found.at(0).row, 2);
    QCOMPARE(found.at(0).column, 1);
    QCOMPARE(found.at(1).character, u"☺"_s);
    QVERIFY(writer->finish());
    QCOMPARE(*decodeCp932(contentOf(folder.file(u"a.csv"_s))), u"番号,お名前\r\n1,山田\r\n2,〓田〓様\r\n"_s);
}

void TestTableWriter::csv_makesFormulasHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("equals") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1+cmd"_s << u"'-1+cmd"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("line end") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("wide") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("quoted too") << u"=A1,B1"_s << u"\"'=A1,B1\""_s;
    QTest::newRow("inside") << u"1=1"_s << u"1=1"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestTableWriter::csv_makesFormulasHarmless()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const Folder folder;
    const auto writer = makeTableWriter(TableFormat::CsvUtf8, folder.file(u"a.csv"_s));
    QVERIFY(writer->begin({u"="_s}));
    QVERIFY(writer->addRow({text}));
    QVERIFY(writer->finish());
    QCOMPARE(QString::fromUtf8(contentOf(folder.file(u"a.csv"_s))), u"'=\r\n"_s + written + u"\r\n"_s);
}

void TestTableWriter::xlsx_keepsTextsAndNumbersApart()
{
    const Folder folder;
    const QString file = folder.file(u"表.xlsx"_s);
    const auto writer = makeTableWriter(TableFormat::Xlsx, file);
    QVERIFY(writer->begin({u"注文番号"_s, u"金額"_s, u"日時"_s, u"日"_s}));
    QVERIFY(writer->addRow({u"=1+1"_s, Yen{3200}, Instant, QDate(2020, 12, 3)}));
    QVERIFY(writer->addRow({u"0312 <髙>&\x01_x0041_"_s, qint64(-5), std::monostate(), QDate()}));
    QVERIFY(writer->finish());
    const QString sheet = partOf(file, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY2(!sheet.contains(u"<f>"), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<v>3200</v>"), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<v>-5</v>"), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<v>44168</v>"), qPrintable(sheet));      // 2020-12-03
    QVERIFY2(sheet.contains(u"<v>44168.55651620"), qPrintable(sheet)); // 13:21:23
    QVERIFY2(sheet.contains(u"0312 &lt;髙&gt;&amp;_x005F_x0041_<"),
             qPrintable(sheet)); // the control character is gone
    QVERIFY2(!sheet.contains(QChar(1)), qPrintable(sheet));
    QVERIFY2(!sheet.contains(u"r=\"C3\"") && !sheet.contains(u"r=\"D3\""), qPrintable(sheet));
    QVERIFY(partOf(file, u"xl/styles.xml"_s).contains(u"yyyy/mm/dd hh:mm:ss"));
    QCOMPARE(folder.names(), QStringList{u"表.xlsx"_s});
}

void TestTableWriter::xlsx_refusesMoreRowsThanExcelOpens()
{
    const Folder folder;
    const auto writer = makeTableWriter(TableFormat::Xlsx, folder.file(u"a.xlsx"_s));
    QVERIFY(writer->begin({u"a"_s}));
    for (int row = 0; row < 1'048'575; ++row) {
        if (!writer->addRow({})) {
            QFAIL("a row that Excel can open was refused");
        }
    }
    const auto tooMany = writer->addRow({});
    QVERIFY(!tooMany);
    QVERIFY(tooMany.error().message.contains(u"1,048,575"));
}

void TestTableWriter::without_finish_nothingIsLeft()
{
    QFETCH(TableFormat, format);
    const Folder folder;
    {
        const auto writer = makeTableWriter(format, folder.file(u"a"_s));
        QVERIFY(writer->begin({u"a"_s}));
        QVERIFY(writer->addRow({u"b"_s}));
    }
    QCOMPARE(folder.names(), QStringList());
}

void TestTableWriter::finish_replacesTheFileOfItsName()
{
    QFETCH(TableFormat, format);
    const Folder folder;
    QFile before(folder.file(u"a"_s));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto writer = makeTableWriter(format, folder.file(u"a"_s));
    QVERIFY(writer->begin({u"a"_s}));
    QCOMPARE(contentOf(folder.file(u"a"_s)), QByteArray("before")); // until the last step
    QVERIFY(writer->finish());
    QVERIFY(!contentOf(folder.file(u"a"_s)).startsWith("before"));
    QCOMPARE(folder.names(), QStringList{u"a"_s});
}

void TestTableWriter::a_placeThatCannotBeWritten_isNamed()
{
    QFETCH(TableFormat, format);
    const Folder folder;
    const QString file = folder.file(u"nowhere/a"_s);
    const auto writer = makeTableWriter(format, file);
    TableWriteResult result = writer->begin({u"a"_s});
    if (result) {
        result = writer->finish();
    }
    QVERIFY(!result);
    QCOMPARE(result.error().file, file);
    QVERIFY2(result.error().message.contains(file), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "test_tablewriter.moc"
