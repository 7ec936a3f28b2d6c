#include "app/cli/longreport.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::cli {

/// A report that is told item by item says what one made of all items says.
class TestLongReport : public QObject
{
    Q_OBJECT

    static OperationReport reportOf(int count)
    {
        OperationReport report;
        report.operation = u"capture"_s;
        report.run = RunId{u"run"_s};
        for (int number = 1; number <= count; ++number) {
            OperationItem item;
            item.order = {number};
            item.orderNumber = u"\"%1\n髙橋\""_s.arg(number);
            item.state = number % 3 == 0 ? OperationState::Cancelled : OperationState::Done;
            item.codes = number % 5 == 0 ? QStringList{u"E01010001"_s, u"G12"_s} : QStringList();
            item.amount = Yen{number};
            report.items.append(item);
        }
        return report;
    }

    static CommandResult told(const OperationReport &report, bool json)
    {
        LongReport told(json);
        for (const OperationItem &item : report.items) {
            told.add(item);
        }
        OperationReport rest = report;
        rest.items.clear();
        return told.result(rest);
    }

    static QByteArray printed(const CommandResult &result)
    {
        std::FILE *const file = std::tmpfile();
        const bool written = file && writeDocument(result, file);
        QByteArray bytes(written ? std::ftell(file) : 0, '\0');
        std::rewind(file);
        const size_t read = std::fread(bytes.data(), 1, size_t(bytes.size()), file);
        std::fclose(file);
        return bytes.first(qsizetype(read));
    }

private slots:
    void document_isThatOfAllItemsAtOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("a few") << 17;
        QTest::newRow("more than memory should hold") << 4000;
    }

    void document_isThatOfAllItemsAtOnce()
    {
        QFETCH(int, count);
        const OperationReport report = reportOf(count);
        CommandResult whole = resultOf(report);
        CommandResult piecemeal = told(report, true);
        for (CommandResult *result : {&whole, &piecemeal}) { // as the report of a run has them
            result->document.insert(u"compared"_s, count);
            result->document.insert(u"unswept"_s, 0);
        }
        QCOMPARE(printed(piecemeal), QJsonDocument(whole.document).toJson(QJsonDocument::Indented));
        QCOMPARE(piecemeal.status, whole.status);
        QVERIFY(piecemeal.text.isEmpty());
    }

    void nothingTold_isAnEmptyList()
    {
        const CommandResult whole = resultOf(reportOf(0));
        const CommandResult piecemeal = told(reportOf(0), true);
        QCOMPARE(QJsonDocument::fromJson(printed(piecemeal)).object(), whole.document);
    }

    void text_isThatOfAllItemsAtOnce()
    {
        const OperationReport report = reportOf(17);
        QCOMPARE(told(report, false).text, resultOf(report).text);
    }
};

} // namespace kessai::cli

QTEST_GUILESS_MAIN(kessai::cli::TestLongReport)
#include "test_longreport.moc"
