#include "ui/history/historywords.h"
#include "ui/runs/runwords.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// What was sent has one name, in the preview, the report and the history.
class TestSentWords : public QObject
{
    Q_OBJECT

private slots:
    void reportAndHistory_sayTheSame_data()
    {
        QTest::addColumn<OperationKind>("kind");
        QTest::addColumn<QString>("jobCd");
        QTest::addColumn<QString>("word");
        QTest::newRow("capture") << OperationKind::Capture << u"SALES"_s << u"実売上（SALES）"_s;
        QTest::newRow("void") << OperationKind::Cancel << u"VOID"_s << u"取消（VOID）"_s;
        QTest::newRow("return") << OperationKind::Cancel << u"RETURN"_s << u"返品（RETURN）"_s;
        QTest::newRow("later return") << OperationKind::Cancel << u"RETURNX"_s << u"月跨ぎ返品（RETURNX）"_s;
        QTest::newRow("anew") << OperationKind::Reauthorize << u"AUTH"_s << u"仮売上（AUTH）"_s;
        QTest::newRow("anew, at once")
            << OperationKind::Reauthorize << u"CAPTURE"_s << u"即時売上（CAPTURE）"_s;
    }
    void reportAndHistory_sayTheSame()
    {
        QFETCH(OperationKind, kind);
        QFETCH(QString, jobCd);
        QFETCH(QString, word);
        QCOMPARE(RunWords::sentWord(kind, jobCd), word);
        QCOMPARE(HistoryWords::sentWord(jobCd), word);
    }
};

QTEST_GUILESS_MAIN(TestSentWords)
#include "test_sentwords.moc"
