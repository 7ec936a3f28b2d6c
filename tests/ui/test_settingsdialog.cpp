#include "tests/ui/orderfixture.h"
#include "ui/settings/closingdatespage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();

    void changedRule_isInForceAfterSaving();
    void refusedValue_isExplainedAtItsField();
    void gatewayTest_saysThatItAnswers();
    void newPassword_isUsedFromTheNextCallOn();
    void otherDays_moveTheDeadlinesOfTheList();
    void closingDates_areEditedAndKept();
    void closingDates_areLeftAsTheyWereByCancel();
    void closingDateWithoutACompany_isExplainedAtItsRow();
    void labels_fitTheirPlace();

private:
    static constexpr int PatienceMs = 60'000;

    template <typename T>
    T *child(const QString &name)
    {
        return OrderFixture::child<T>(*m_dialog, name);
    }
    void choose(const QString &name, const QString &value)
    {
        auto *box = child<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
    }
    QTableWidget *closingTable() { return child<QTableWidget>(u"closingDatesTable"_s); }
    void addClosingDate(const QString &company, int day, const QString &note)
    {
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto *tabs = child<QTabWidget>(u"settingsTabs"_s);
        tabs->setCurrentWidget(child<ClosingDatesPage>(u"closingDatesPage"_s));
        QTest::mouseClick(child<QPushButton>(u"addClosingDateButton"_s), Qt::LeftButton);
        QTableWidget *table = closingTable();
        const int row = table->rowCount() - 1;
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor && table->isAncestorOf(editor)); // the company can be typed at once
        editor->setText(company);
        QTest::keyClick(editor, Qt::Key_Return);
        auto *days = qobject_cast<QComboBox *>(table->cellWidget(row, 1));
        days->setCurrentIndex(days->findData(day));
        table->item(row, 2)->setText(note);
    }
    QList<ClosingDate> keptClosingDates()
    {
        auto read = m_shop->session->onEngine(
            [](Shop &shop) { return ClosingDates(shop.context().database).all().value(); });
        return QTest::qWaitFor([&read] { return read.isFinished(); }) ? read.result() : QList<ClosingDate>();
    }
    QString stored(const QString &key)
    {
        auto value = m_shop->session->onEngine([key](Shop &shop) { return shop.settings().text(key); });
        return QTest::qWaitFor([&value] { return value.isFinished(); }) ? value.result() : QString();
    }

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_shop = std::make_unique<OrderFixture>();
    m_shop->open();
    m_dialog = std::make_unique<SettingsDialog>(*m_shop->session);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->open();
    QTRY_VERIFY(child<QPushButton>(u"saveSettingsButton"_s)->isEnabled());
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_shop.reset();
}

void TestSettingsDialog::changedRule_isInForceAfterSaving()
{
    QCOMPARE(child<QComboBox>(u"rules.captureDays"_s)->currentData().toInt(), 90);
    choose(u"rules.captureDays"_s, u"60"_s);
    auto *points = child<QSpinBox>(u"rules.pointRatePercent"_s);
    QCOMPARE(points->value(), 1);
    points->selectAll();
    QTest::keyClicks(points, u"5"_s);
    child<QLineEdit>(u"operators"_s)->setText(u"佐藤,鈴木"_s);
    QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
    QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(stored(u"rules.captureDays"_s), u"60"_s);
    QCOMPARE(stored(u"rules.pointRatePercent"_s), u"5"_s);
    QCOMPARE(stored(u"operators"_s), u"佐藤,鈴木"_s);
}

void TestSettingsDialog::refusedValue_isExplainedAtItsField()
{
    child<QLineEdit>(u"shop.name"_s)->setText(QString(600, u'あ'));
    choose(u"rules.captureDays"_s, u"60"_s);
    QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QLabel>(u"shop.nameProblem"_s)->isVisible());
    QCOMPARE(stored(u"rules.captureDays"_s), u"90"_s);
}

void TestSettingsDialog::gatewayTest_saysThatItAnswers()
{
    child<QTabWidget>(u"settingsTabs"_s)->setCurrentIndex(1);
    QTest::mouseClick(child<QPushButton>(u"testGatewayButton"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QLabel>(u"testGatewayAnswer"_s)->text().startsWith(u"GMOに接続できました"_s));
}

void TestSettingsDialog::newPassword_isUsedFromTheNextCallOn()
{
    const auto save = [this](const QString &password) {
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        child<QLineEdit>(u"shopPassEdit"_s)->setText(password);
        QTest::mouseClick(child<QPushButton>(u"testGatewayButton"_s), Qt::LeftButton);
        QVERIFY(child<QLabel>(u"testGatewayAnswer"_s)->text().contains(u"保存してから"_s));
        QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, PatienceMs);
        m_dialog = std::make_unique<SettingsDialog>(*m_shop->session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"saveSettingsButton"_s)->isEnabled(), PatienceMs);
        QVERIFY(child<QLineEdit>(u"shopPassEdit"_s)->text().isEmpty()); // never shown again
        child<QTabWidget>(u"settingsTabs"_s)->setCurrentIndex(1);
        QTest::mouseClick(child<QPushButton>(u"testGatewayButton"_s), Qt::LeftButton);
    };
    child<QTabWidget>(u"settingsTabs"_s)->setCurrentIndex(1);
    save(u"wrongpass"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"testGatewayAnswer"_s)->text().contains(u"拒否"_s), PatienceMs);
    save(m_shop->gateway.shopPass());
    QTRY_VERIFY_WITH_TIMEOUT(
        child<QLabel>(u"testGatewayAnswer"_s)->text().startsWith(u"GMOに接続できました"_s), PatienceMs);
}

void TestSettingsDialog::otherDays_moveTheDeadlinesOfTheList()
{
    m_dialog.reset();
    m_shop = std::make_unique<OrderFixture>();
    const OrderId id = m_shop->add({.number = 272, .payable = Yen{3200}});
    m_shop->open();
    const auto captureBy = [this, id] {
        auto read = m_shop->session->onEngine(
            [id](Shop &shop) { return shop.context().orders.page({id}).value().first().captureBy; });
        return QTest::qWaitFor([&read] { return read.isFinished(); }) ? read.result() : std::nullopt;
    };
    QTRY_COMPARE_WITH_TIMEOUT(captureBy(), std::optional(QDate(2021, 3, 3)), PatienceMs);
    m_dialog = std::make_unique<SettingsDialog>(*m_shop->session);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->open();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"saveSettingsButton"_s)->isEnabled(), PatienceMs);
    choose(u"rules.captureDays"_s, u"60"_s);
    QSignalSpy told(m_shop->session.get(), &ShopSession::ordersChanged);
    QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(told.count() > 0, PatienceMs);
    QCOMPARE(captureBy(), std::optional(QDate(2021, 2, 1)));
}

void TestSettingsDialog::closingDates_areEditedAndKept()
{
    const auto save = [this] {
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, PatienceMs);
        m_dialog = std::make_unique<SettingsDialog>(*m_shop->session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"saveSettingsButton"_s)->isEnabled(), PatienceMs);
    };
    addClosingDate(u"VISA"_s, 15, u"電話で確認"_s);
    addClosingDate(u"JCB"_s, 31, {});
    OrderFixture::picture(*m_dialog, u"closing-dates"_s);
    QSignalSpy told(m_shop->session.get(), &ShopSession::ordersChanged);
    save();
    QCOMPARE(keptClosingDates(), QList<ClosingDate>({{u"VISA"_s, 15, u"電話で確認"_s}, {u"JCB"_s, 31, {}}}));
    QTRY_VERIFY_WITH_TIMEOUT(told.count() > 0, PatienceMs); // open orders name the new days
    QCOMPARE(closingTable()->rowCount(), 2);
    closingTable()->setCurrentCell(0, 0);
    QTest::mouseClick(child<QPushButton>(u"removeClosingDateButton"_s), Qt::LeftButton);
    save();
    QCOMPARE(keptClosingDates(), QList<ClosingDate>({{u"JCB"_s, 31, {}}}));
}

void TestSettingsDialog::closingDates_areLeftAsTheyWereByCancel()
{
    addClosingDate(u"VISA"_s, 15, {});
    QTest::mouseClick(child<QPushButton>(u"cancelSettingsButton"_s), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(keptClosingDates(), QList<ClosingDate>());
}

void TestSettingsDialog::closingDateWithoutACompany_isExplainedAtItsRow()
{
    addClosingDate({}, 10, u"?"_s);
    child<QTabWidget>(u"settingsTabs"_s)->setCurrentIndex(0);
    QTest::mouseClick(child<QPushButton>(u"saveSettingsButton"_s), Qt::LeftButton);
    auto *problem = child<QLabel>(u"closingDatesProblem"_s);
    QVERIFY(problem->isVisible()); // with its page
    QVERIFY2(problem->text().startsWith(u"1行目"_s), qPrintable(problem->text()));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(keptClosingDates(), QList<ClosingDate>());
}

void TestSettingsDialog::labels_fitTheirPlace()
{
    auto *tabs = child<QTabWidget>(u"settingsTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTRY_VERIFY2(OrderFixture::cramped(*tabs->currentWidget()).isEmpty(),
                     qPrintable(OrderFixture::cramped(*tabs->currentWidget()).join(u" | "_s)));
        OrderFixture::picture(*m_dialog, u"settings%1"_s.arg(tab));
    }
}

} // namespace kessai

QTEST_MAIN(kessai::TestSettingsDialog)
#include "test_settingsdialog.moc"
