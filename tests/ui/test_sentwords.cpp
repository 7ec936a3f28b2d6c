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
    void callWithoutAWord_isNamedByItsOperation()
    {
        const auto wordOf = [](OperationKind kind, PaymentMethod method) {
            return RunWords::sentWord(kind, method, {});
        };
        QCOMPARE(wordOf(OperationKind::Cancel, PaymentMethod::Card), u"実行の直前に決まります"_s);
        QCOMPARE(wordOf(OperationKind::Cancel, PaymentMethod::ConvenienceStore), u"取消"_s);
        QCOMPARE(wordOf(OperationKind::Capture, PaymentMethod::Au), u"売上確定"_s);
        QCOMPARE(wordOf(OperationKind::Capture, PaymentMethod::Rakuten), u"売上確定の依頼"_s);
        QCOMPARE(wordOf(OperationKind::Change, PaymentMethod::Rakuten), u"金額変更の依頼"_s);
    }
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
        QCOMPARE(RunWords::sentWord(kind, PaymentMethod::Card, jobCd), word);
        QCOMPARE(HistoryWords::sentWord(jobCd), word);
    }
};

QTEST_GUILESS_MAIN(TestSentWords)
#include "test_sentwords.moc"
