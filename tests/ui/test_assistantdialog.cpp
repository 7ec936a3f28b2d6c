#include "tests/ui/orderfixture.h"
#include "ui/settings/assistantdialog.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

class TestAssistantDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dialog = std::make_unique<AssistantDialog>(m_folder->path());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_folder.reset();
    }

    void practice_needsNothingTyped();
    void missingPassword_isAskedFor();
    void controlEnter_goesOn();
    void wrongAddress_isRefusedAndNothingIsWritten();
    void otherAddress_isSaidToWorkOnThisMachineOnly();
    void missingKeyChain_isToldBeforeTheShopOpens();
    void labels_fitTheirPlace();

private:
    void click(const QString &name)
    {
        QTest::mouseClick(OrderFixture::child<QPushButton>(*m_dialog, name), Qt::LeftButton);
    }
    QString problem() { return OrderFixture::child<QLabel>(*m_dialog, u"assistantProblem"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AssistantDialog> m_dialog;
};

void TestAssistantDialog::practice_needsNothingTyped()
{
    QSignalSpy chosen(m_dialog.get(), &AssistantDialog::practiceChosen);
    click(u"practiceChoice"_s);
    QCOMPARE(chosen.count(), 1);
}

void TestAssistantDialog::missingPassword_isAskedFor()
{
    click(u"connectChoice"_s);
    OrderFixture::child<QLineEdit>(*m_dialog, u"shopIdEdit"_s)->setText(u"tshop00000001"_s);
    click(u"beginButton"_s);
    QVERIFY(problem().contains(u"ショップパスワード"_s));
}

void TestAssistantDialog::controlEnter_goesOn()
{
    click(u"connectChoice"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QVERIFY(problem().isEmpty());
    QTest::keyClick(OrderFixture::child<QLineEdit>(*m_dialog, u"shopIdEdit"_s), Qt::Key_Return,
                    Qt::ControlModifier);
    QTRY_VERIFY(!problem().isEmpty()); // what is missing is asked for
}

void TestAssistantDialog::wrongAddress_isRefusedAndNothingIsWritten()
{
    QSignalSpy ready(m_dialog.get(), &AssistantDialog::shopReady);
    click(u"importChoice"_s);
    OrderFixture::child<QComboBox>(*m_dialog, u"gatewayPlace"_s)->setCurrentIndex(2);
    OrderFixture::child<QLineEdit>(*m_dialog, u"gatewayUrlEdit"_s)->setText(u"http://example.com/"_s);
    OrderFixture::child<QLineEdit>(*m_dialog, u"shopIdEdit"_s)->setText(u"tshop00000001"_s);
    OrderFixture::child<QLineEdit>(*m_dialog, u"shopPassEdit"_s)->setText(u"secret-pass"_s);
    click(u"beginButton"_s);
    QTRY_VERIFY(OrderFixture::child<QPushButton>(*m_dialog, u"beginButton"_s)->isEnabled());
    QVERIFY(!problem().isEmpty());
    QVERIFY(!problem().contains(u"secret-pass"_s));
    QCOMPARE(ready.count(), 0);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"settings.ini"_s)));
}

void TestAssistantDialog::otherAddress_isSaidToWorkOnThisMachineOnly()
{
    click(u"connectChoice"_s);
    const auto *limits = OrderFixture::child<Paragraph>(*m_dialog, u"gatewayUrlLimits"_s);
    QVERIFY(!limits->isVisible());
    OrderFixture::child<QComboBox>(*m_dialog, u"gatewayPlace"_s)->setCurrentIndex(2);
    QVERIFY(limits->isVisible());
    QVERIFY(limits->sentences().contains(u"127.0.0.1"_s) && limits->sentences().contains(u"kessai setup"_s));
    QTRY_VERIFY2(OrderFixture::cramped(*m_dialog).isEmpty(),
                 qPrintable(OrderFixture::cramped(*m_dialog).join(u" | "_s)));
    OrderFixture::picture(*m_dialog, u"assistant-other"_s);
}

void TestAssistantDialog::missingKeyChain_isToldBeforeTheShopOpens()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/such/bus");
    QSignalSpy ready(m_dialog.get(), &AssistantDialog::shopReady);
    click(u"connectChoice"_s);
    OrderFixture::child<QComboBox>(*m_dialog, u"gatewayPlace"_s)->setCurrentIndex(2);
    OrderFixture::child<QLineEdit>(*m_dialog, u"gatewayUrlEdit"_s)->setText(u"http://127.0.0.1:9/"_s);
    OrderFixture::child<QLineEdit>(*m_dialog, u"shopIdEdit"_s)->setText(u"tshop00000001"_s);
    OrderFixture::child<QLineEdit>(*m_dialog, u"shopPassEdit"_s)->setText(u"secret-pass"_s);
    click(u"beginButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QPushButton>(*m_dialog, u"beginButton"_s)->isEnabled(),
                             60'000);
    QVERIFY2(problem().contains(u"ファイルに保存"_s), qPrintable(problem()));
    QCOMPARE(ready.count(), 0);
    QVERIFY(QFileInfo::exists(m_folder->filePath(u"credentials"_s)));
    click(u"beginButton"_s);
    QCOMPARE(ready.count(), 1);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void TestAssistantDialog::labels_fitTheirPlace()
{
    QTRY_VERIFY(OrderFixture::cramped(*m_dialog).isEmpty());
    OrderFixture::picture(*m_dialog, u"assistant"_s);
    click(u"connectChoice"_s);
    QTRY_VERIFY2(OrderFixture::cramped(*m_dialog).isEmpty(),
                 qPrintable(OrderFixture::cramped(*m_dialog).join(u" | "_s)));
    OrderFixture::picture(*m_dialog, u"assistant-connect"_s);
}

} // namespace kessai

QTEST_MAIN(kessai::TestAssistantDialog)
#include "test_assistantdialog.moc"
