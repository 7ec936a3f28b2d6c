// 注文番号・決済オーダーIDへ移動 (Ctrl+K).
#include "tests/ui/fakeordersource.h"
#include "ui/orders/jumpdialog.h"
#include "ui/text/language.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

class JumpDialogTest : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        Fixture()
        {
            words.install(u"ja"_s);
            source.fill(3);
            source.orders[0].gatewayOrderId = u"3-30111944"_s;
            dialog = new JumpDialog(source);
            dialog->show();
            QVERIFY(QTest::qWaitForWindowActive(dialog));
        }
        ~Fixture() { delete dialog; }
        template <typename T>
        T &child(const QString &name) const
        {
            return *dialog->findChild<T *>(name);
        }
        QString result() const { return child<Paragraph>(u"jumpResult"_s).sentences(); }
        void enter(const QString &text) const
        {
            auto &line = child<QLineEdit>(u"jumpText"_s);
            line.clear();
            QTest::keyClicks(&line, text);
            QTest::keyClick(&line, Qt::Key_Return);
        }

        Language words;
        FakeOrderSource source;
        QPointer<JumpDialog> dialog;
    };

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void oneOrder_isOpenedAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("order");
        QTest::newRow("number") << u"2"_s << qint64(2);
        QTest::newRow("payment") << u"3-30111944"_s << qint64(3);
    }
    void oneOrder_isOpenedAtOnce()
    {
        QFETCH(QString, text);
        QFETCH(qint64, order);
        Fixture f;
        QSignalSpy found(f.dialog, &JumpDialog::orderFound);
        f.enter(text);
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(found.first().first().value<OrderId>().value, order);
        QTRY_VERIFY(!f.dialog); // it has done its work
    }

    void noOrder_isSaidAndTheListCanBeAsked()
    {
        Fixture f;
        QSignalSpy found(f.dialog, &JumpDialog::orderFound);
        QSignalSpy asked(f.dialog, &JumpDialog::searchAsked);
        f.enter(u"99"_s);
        QTRY_VERIFY(f.child<Paragraph>(u"jumpResult"_s).isVisible());
        QVERIFY(f.result().startsWith(u"この注文番号・決済オーダーIDの受注はありません。"_s));
        const QString folder = qEnvironmentVariable("KESSAI_PICTURES");
        if (!folder.isEmpty()) {
            f.dialog->grab().save(folder + u"/jump-none.png"_s);
        }
        QTest::keyClick(&f.child<QLineEdit>(u"jumpText"_s), Qt::Key_Backspace);
        QVERIFY(!f.child<Paragraph>(u"jumpResult"_s).isVisible()); // it was about another text
        QVERIFY(!f.child<QPushButton>(u"jumpOpen"_s).isEnabled());
        QTest::keyClicks(&f.child<QLineEdit>(u"jumpText"_s), u"hanako"_s);
        QTest::mouseClick(&f.child<QPushButton>(u"jumpSearch"_s), Qt::LeftButton);
        QCOMPARE(asked.first().first().toString(), u"hanako"_s);
        QVERIFY(found.isEmpty());
    }

    void severalOrders_areCounted()
    {
        Fixture f;
        f.source.namesakes = 2;
        QSignalSpy found(f.dialog, &JumpDialog::orderFound);
        f.enter(u"2"_s);
        QTRY_COMPARE(f.result(), u"2件の受注が当てはまります。一覧で検索して選んでください。"_s);
        QVERIFY(found.isEmpty());
    }

    void aFailure_isTold()
    {
        Fixture f;
        f.source.fails = true;
        f.enter(u"2"_s);
        QTRY_COMPARE(f.result(), u"受注を調べられませんでした。使用中です。"_s);
        QVERIFY(f.child<QPushButton>(u"jumpOpen"_s).isEnabled());
    }

    void escape_closes()
    {
        Fixture f;
        QTest::keyClick(f.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!f.dialog);
    }
};

QTEST_MAIN(JumpDialogTest)
#include "test_jumpdialog.moc"
