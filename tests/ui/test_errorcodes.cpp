#include "core/gmo/errortable.h"
#include "ui/help/errorcodesview.h"
#include "ui/help/helpwindow.h"
#include "ui/text/language.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// The page of error codes: every code with its meaning, to be looked up.
class TestErrorCodes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void everyCode_hasItsWords_data();
    void everyCode_hasItsWords();
    void search_leavesTheCode();
    void search_byWords_leavesTheirCodes();
    void unknownCode_isShownAsTheProgramTakesIt();
    void row_isReadInFullAndCopied();

private:
    QTableView &table() { return *m_window->findChild<QTableView *>(u"errorCodeTable"_s); }
    QString cell(int row, ErrorCodeModel::Column column)
    {
        return table().model()->index(row, int(column)).data().toString();
    }
    void type(const QString &text) { m_window->findChild<QLineEdit *>(u"helpSearch"_s)->setText(text); }

    std::unique_ptr<HelpWindow> m_window;
};

void TestErrorCodes::init()
{
    m_window = std::make_unique<HelpWindow>(helpParts({}));
    m_window->show();
    m_window->showPage(helppage::Codes);
    QVERIFY(table().isVisible());
}

void TestErrorCodes::everyCode_hasItsWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << u"ja"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestErrorCodes::everyCode_hasItsWords()
{
    QFETCH(const QString, language);
    Language chosen;
    chosen.install(language);
    const QList<ErrorCode> codes = errorCodes();
    chosen.install(u"ja"_s);
    QCOMPARE(codes.size(), ErrorTable::embedded().rows().size());
    QVERIFY(codes.size() > 1000);
    static const QRegularExpression japanese(u"[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"_s);
    QSet<QString> kinds;
    for (const ErrorCode &line : codes) {
        QVERIFY2(!line.code.isEmpty() && !line.meaning.isEmpty() && !line.kind.isEmpty() &&
                     !line.effect.isEmpty() && !line.advice.isEmpty(),
                 qPrintable(line.code));
        QCOMPARE((line.kind + line.effect + line.advice).contains(japanese), language == u"ja"_s);
        kinds.insert(line.kind);
    }
    QCOMPARE(kinds.size(), 9);
    QVERIFY(std::is_sorted(codes.begin(), codes.end(), [](const ErrorCode &left, const ErrorCode &right) {
        return left.code < right.code;
    }));
}

void TestErrorCodes::search_leavesTheCode()
{
    const int all = table().model()->rowCount();
    const QString before = m_window->findChild<QLabel *>(u"errorCodeCount"_s)->text();
    type(u"ｅ０１０３０００２"_s); // as it is typed
    QCOMPARE(m_window->shownPage(), helppage::Codes);
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, ErrorCodeModel::Column::Code), u"E01030002"_s);
    QCOMPARE(cell(0, ErrorCodeModel::Column::Meaning),
             ErrorTable::embedded().meaningOf(u"E01030002"_s).meaningJa);
    QVERIFY(m_window->findChild<QLabel *>(u"errorCodeCount"_s)->text() != before);
    type({});
    QCOMPARE(table().model()->rowCount(), all);
    m_window->showPage(helppage::Start);
    QVERIFY(!table().isVisible());
    type(u"42G830000"_s); // from any page
    QCOMPARE(m_window->shownPage(), helppage::Codes);
    QVERIFY(table().isVisible());
}

void TestErrorCodes::search_byWords_leavesTheirCodes()
{
    type(u"カード会社の拒否 有効期限"_s);
    const int rows = table().model()->rowCount();
    QVERIFY(rows >= 1 && rows < 20);
    for (int row = 0; row < rows; ++row) {
        QVERIFY(cell(row, ErrorCodeModel::Column::Meaning).contains(u"有効期限"_s));
    }
}

void TestErrorCodes::unknownCode_isShownAsTheProgramTakesIt()
{
    QVERIFY(ErrorTable::embedded().meaningOf(u"42G999999"_s).code == u"42G*"_s);
    type(u"42g999999"_s);
    QCOMPARE(m_window->shownPage(), helppage::Codes);
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, ErrorCodeModel::Column::Code), u"42G999999"_s);
    QCOMPARE(cell(0, ErrorCodeModel::Column::Kind), u"カード会社の拒否"_s);
    QVERIFY(!isLikeErrorCode(u"カード会社"_s) && !isLikeErrorCode(u"停電"_s));
}

void TestErrorCodes::row_isReadInFullAndCopied()
{
    type(u"42G120000"_s);
    const QString details = m_window->findChild<RowDetails *>(u"errorCodeDetails"_s)->toPlainText();
    QVERIFY2(details.startsWith(u"42G120000: "_s) && details.contains(u"別の支払方法"_s),
             qPrintable(details));
    table().setFocus();
    table().selectRow(0);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), details);
}

} // namespace kessai

QTEST_MAIN(kessai::TestErrorCodes)
#include "test_errorcodes.moc"
