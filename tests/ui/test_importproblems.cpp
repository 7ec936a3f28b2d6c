#include "ui/work/importproblemtable.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// What staff mend their file by.
class ImportProblemsTest : public QObject
{
    Q_OBJECT

private slots:
    void problems_areAllListedAndCopied();
    void selectedProblems_areCopiedByKey();
    void cardNumber_isNeitherShownNorCopied();

private:
    static ImportProblem problem(qint64 line, const QString &message)
    {
        return {line, u"受注日"_s, ImportProblem::Kind::Refused, message};
    }
    static QString copied() { return QGuiApplication::clipboard()->text(); }
};

void ImportProblemsTest::problems_areAllListedAndCopied()
{
    ImportProblemTable table;
    QAbstractItemModelTester contract(&table.problems(),
                                      QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ImportProblem> problems;
    for (int line = 1; line <= 5000; ++line) {
        problems.append(problem(line, u"日付ではありません。"_s));
    }
    problems.last().kind = ImportProblem::Kind::Warning;
    table.problems().setProblems(problems);
    QCOMPARE(table.model()->rowCount(), 5000);
    QCOMPARE(table.problems().countOf(ImportProblem::Kind::Refused), 4999);
    table.actions().last()->trigger(); // of the menu
    const QStringList lines = copied().split(u'\n');
    QCOMPARE(lines.size(), 5000);
    QCOMPARE(lines.first(), u"1\t取り込めない\t受注日\t日付ではありません。"_s);
    QCOMPARE(lines.last(), u"5000\t注意\t受注日\t日付ではありません。"_s);
}

void ImportProblemsTest::selectedProblems_areCopiedByKey()
{
    ImportProblemTable table;
    table.problems().setProblems({problem(2, u"一"_s), problem(3, u"二\n行"_s), problem(4, u"三"_s)});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    table.selectRow(1);
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(copied(), u"3\t取り込めない\t受注日\t二 行"_s);
}

void ImportProblemsTest::cardNumber_isNeitherShownNorCopied()
{
    ImportProblemTable table;
    table.problems().setProblems({problem(2, u"4111111111111111 は番号ではありません。"_s)});
    const auto message = table.model()->index(0, int(ImportProblemsModel::Column::Message));
    QVERIFY(!message.data().toString().contains(u"411111"_s));
    table.copyAll();
    QVERIFY(!copied().contains(u"411111"_s));
}

QTEST_MAIN(ImportProblemsTest)
#include "test_importproblems.moc"
