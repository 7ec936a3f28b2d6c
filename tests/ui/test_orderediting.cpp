#include "core/services/orderediting.h"
#include "core/storage/orderrepository.h"
#include "tests/ui/orderfixture.h"
#include "ui/editing/conflictdialog.h"
#include "ui/editing/itemtablemodel.h"
#include "ui/editing/ordereditor.h"
#include "ui/payments/orderwindows.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;

} // namespace

class TestOrderEditing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup()
    {
        m_other.reset();
        m_window.reset();
        m_shop.reset();
    }

    void price_isStoredAndTheAmountChangeIsOffered();
    void changedLinesWithoutCalculation_areNotStored();
    void steps_areTakenBackAndDoneAgain();
    void textThatIsNoNumber_leavesTheCell();
    void valueOutOfBounds_isMarkedInItsCell();
    void lines_areAddedAndRemoved();
    void fieldsOfTheBuyer_areCheckedAndStored();
    void noteWithACardNumber_isNotEditable();
    void sameFieldOfTwoWindows_isAskedAbout();
    void otherFieldsOfTwoWindows_areBothKept();
    void closing_asksAboutUnsavedChanges();
    void openCell_isAskedAbout();
    void refusedSave_doesNotCloseLater();
    void closingOfAllWindows_asksToo();
    void longNames_fitTheirPlace();

private:
    void openWindow(std::function<void(Order &)> change = {})
    {
        m_id = m_shop->add({.number = 1001, .payable = Yen{3300}, .change = std::move(change)});
        m_shop->open();
        m_window = m_shop->window(m_id);
        startEditing(*m_window);
    }
    static void startEditing(OrderWindow &window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<OrderEditor *>(), PatienceMs);
        OrderFixture::child<QTableView>(window, u"itemTable"_s)->setFocus();
    }
    /// Types into a cell as a person does; the last key is Enter.
    static void type(OrderWindow &window, int row, int column, const QString &text)
    {
        auto *table = OrderFixture::child<QTableView>(window, u"itemTable"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, column));
        QTest::keyClick(table, Qt::Key_F2);
        auto *editor = OrderFixture::child<QLineEdit>(*table, u"cellEditor"_s);
        editor->selectAll();
        editor->insert(text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>(u"cellEditor"_s));
    }
    static void typeField(OrderWindow &window, const QString &name, const QString &ascii)
    {
        auto *field = OrderFixture::child<QLineEdit>(window, name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, ascii);
    }
    static QString cell(OrderWindow &window, int row, int column, int role = Qt::DisplayRole)
    {
        auto *table = OrderFixture::child<QTableView>(window, u"itemTable"_s);
        return table->model()->index(row, column).data(role).toString();
    }
    static QString label(OrderWindow &window, const QString &name)
    {
        return OrderFixture::child<QLabel>(window, name)->text();
    }
    static QString banner(OrderWindow &window, const QString &name)
    {
        auto *found = OrderFixture::child<Banner>(window, name);
        return found->isVisible() ? found->text() : QString();
    }
    static void press(QWidget &window, const QString &name)
    {
        QTest::mouseClick(OrderFixture::child<QPushButton>(window, name), Qt::LeftButton);
    }
    static void save(OrderWindow &window)
    {
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<OrderEditor *>(), PatienceMs);
    }
    Order stored()
    {
        const auto read =
            m_shop->session->onEngine([id = m_id](Shop &shop) { return *shop.context().orders.byId(id); });
        return QTest::qWaitFor([&read] { return read.isFinished(); }, PatienceMs) ? read.result() : Order();
    }

    OrderId m_id;
    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<OrderWindow> m_window;
    std::unique_ptr<OrderWindow> m_other;
};

void TestOrderEditing::price_isStoredAndTheAmountChangeIsOffered()
{
    openWindow();
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Price), u"¥3,300（税込）"_s);
    QVERIFY(cell(*m_window, 0, ItemTableModel::Code).contains(u"色: 藍"_s));
    type(*m_window, 0, ItemTableModel::Price, u"２，２００"_s);
    QCOMPARE(label(*m_window, u"payableTotalOfOrder"_s), u"¥3,300"_s);
    QCOMPARE(label(*m_window, u"payableTotalOfLines"_s), u"≠ ¥2,200"_s);
    QVERIFY(OrderFixture::child<QLabel>(*m_window, u"payableTotalOfLines"_s)->isVisible());
    QCOMPARE(label(*m_window, u"taxable10OfLines"_s), u"¥2,200"_s);
    QVERIFY(m_window->windowTitle().contains(u"未保存"_s));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(banner(*m_window, u"editNote"_s).contains(u"¥3,300 から ¥2,200"_s));
    QCOMPARE(label(*m_window, u"payableTotalOfOrder"_s), u"¥2,200"_s);
    OrderFixture::picture(*m_window, u"editing"_s);
    save(*m_window);
    QCOMPARE(banner(*m_window, u"orderSaved"_s), u"登録しました。"_s);
    const Order order = stored();
    QCOMPARE(order.items.first().price, Yen{2200});
    QCOMPARE(order.totals.payableTotal, Yen{2200});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->panel().model().verdict(PanelCommand::Change).allowed, PatienceMs);
    QVERIFY(!m_window->windowTitle().contains(u"未保存"_s));
    OrderFixture::picture(*m_window, u"editing-saved"_s);
}

void TestOrderEditing::changedLinesWithoutCalculation_areNotStored()
{
    openWindow();
    type(*m_window, 0, ItemTableModel::Quantity, u"2"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(banner(*m_window, u"editNote"_s).contains(u"まだ登録していません"_s));
    QVERIFY(banner(*m_window, u"editProblems"_s).contains(u"計算結果を更新"_s));
    QCOMPARE(stored().items.first().quantity, 1);
}

void TestOrderEditing::steps_areTakenBackAndDoneAgain()
{
    openWindow();
    type(*m_window, 0, ItemTableModel::Quantity, u"3"_s);
    typeField(*m_window, u"phoneNumberField"_s, u"0312345678"_s);
    auto *phone = OrderFixture::child<QLineEdit>(*m_window, u"phoneNumberField"_s);
    QTest::keyClick(phone, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(phone->text(), u"0612345678"_s);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Quantity), u"3"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Quantity), u"1"_s);
    QVERIFY(!m_window->windowTitle().contains(u"未保存"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Quantity), u"3"_s);
    QCOMPARE(phone->text(), u"0312345678"_s);
}

void TestOrderEditing::textThatIsNoNumber_leavesTheCell()
{
    openWindow();
    type(*m_window, 0, ItemTableModel::Price, u"三千円"_s);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Price), u"¥3,300（税込）"_s);
    QVERIFY(banner(*m_window, u"editNote"_s).contains(u"1行目の金額"_s));
    type(*m_window, 0, ItemTableModel::Price, u"999999999999999999999"_s);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Price), u"¥3,300（税込）"_s);
}

void TestOrderEditing::valueOutOfBounds_isMarkedInItsCell()
{
    openWindow();
    type(*m_window, 0, ItemTableModel::Quantity, u"0"_s);
    QVERIFY(cell(*m_window, 0, ItemTableModel::Quantity, Qt::AccessibleDescriptionRole)
                .contains(u"数量は1から"_s));
    QVERIFY(banner(*m_window, u"editProblems"_s).contains(u"明細 1行目"_s));
    OrderFixture::picture(*m_window, u"editing-problem"_s);
    type(*m_window, 0, ItemTableModel::Quantity, u"1"_s);
    QVERIFY(cell(*m_window, 0, ItemTableModel::Quantity, Qt::AccessibleDescriptionRole).isEmpty());
    QVERIFY(banner(*m_window, u"editProblems"_s).isEmpty());
}

void TestOrderEditing::lines_areAddedAndRemoved()
{
    openWindow();
    OrderFixture::child<QAction>(*m_window, u"addLine%1"_s.arg(int(OrderItemType::DeliveryFee)))->trigger();
    QCOMPARE(cell(*m_window, 1, ItemTableModel::Type), u"送料"_s);
    type(*m_window, 1, ItemTableModel::Price, u"550"_s);
    QCOMPARE(label(*m_window, u"deliveryFeeOfLines"_s), u"≠ ¥550"_s);
    OrderFixture::child<QAction>(*m_window, u"addLine%1"_s.arg(int(OrderItemType::Goods)))->trigger();
    QCOMPARE(OrderFixture::child<QTableView>(*m_window, u"itemTable"_s)->model()->rowCount(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(OrderFixture::child<QTableView>(*m_window, u"itemTable"_s)->model()->rowCount(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    save(*m_window);
    const Order order = stored();
    QCOMPARE(order.items.size(), 2);
    QCOMPARE(order.totals.deliveryFee, Yen{550});
    QCOMPARE(order.totals.payableTotal, Yen{3850});
}

void TestOrderEditing::fieldsOfTheBuyer_areCheckedAndStored()
{
    openWindow();
    typeField(*m_window, u"mailAddressField"_s, u"nobody"_s);
    QVERIFY(banner(*m_window, u"editProblems"_s).startsWith(u"メールアドレス"_s));
    typeField(*m_window, u"mailAddressField"_s, u"new@example.jp"_s);
    typeField(*m_window, u"postalCodeField"_s, u"100-0001"_s);
    OrderFixture::child<QPlainTextEdit>(*m_window, u"noteField"_s)->setPlainText(u"電話済み"_s);
    QVERIFY(banner(*m_window, u"editProblems"_s).isEmpty());
    save(*m_window);
    const Order order = stored();
    QCOMPARE(order.mailAddress, u"new@example.jp"_s);
    QCOMPARE(order.customer.postalCode, u"1000001"_s);
    QCOMPARE(order.note, u"電話済み"_s);
}

void TestOrderEditing::noteWithACardNumber_isNotEditable()
{
    openWindow([](Order &order) { order.note = u"カード 4111 1111 1111 1111"_s; });
    QVERIFY(!m_window->findChild<QPlainTextEdit *>(u"noteField"_s));
    typeField(*m_window, u"phoneNumberField"_s, u"0312345678"_s);
    save(*m_window);
    QCOMPARE(stored().note, u"カード 4111 1111 1111 1111"_s);
}

void TestOrderEditing::sameFieldOfTwoWindows_isAskedAbout()
{
    openWindow();
    m_other = m_shop->window(m_id);
    startEditing(*m_other);
    typeField(*m_other, u"phoneNumberField"_s, u"0311111111"_s);
    typeField(*m_other, u"mailAddressField"_s, u"theirs@example.jp"_s);
    save(*m_other);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    typeField(*m_window, u"phoneNumberField"_s, u"0322222222"_s);
    typeField(*m_window, u"mailAddressField"_s, u"ours@example.jp"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ConflictDialog *>(), PatienceMs);
    auto *dialog = m_window->findChild<ConflictDialog *>();
    OrderFixture::picture(*dialog, u"editing-conflict"_s);
    QCOMPARE(stored().customer.phoneNumber, u"0311111111"_s);
    auto *accept = OrderFixture::child<QPushButton>(*dialog, u"resolveButton"_s);
    QVERIFY(!accept->isEnabled());
    OrderFixture::child<QRadioButton>(*dialog, u"ours0"_s)->click();
    QVERIFY(!accept->isEnabled());
    OrderFixture::child<QRadioButton>(*dialog, u"theirs1"_s)->click();
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<OrderEditor *>(), PatienceMs);
    const Order order = stored();
    QCOMPARE(order.customer.phoneNumber, u"0322222222"_s);
    QCOMPARE(order.mailAddress, u"theirs@example.jp"_s);
}

void TestOrderEditing::otherFieldsOfTwoWindows_areBothKept()
{
    openWindow();
    m_other = m_shop->window(m_id);
    startEditing(*m_other);
    typeField(*m_other, u"phoneNumberField"_s, u"0311111111"_s);
    save(*m_other);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    typeField(*m_window, u"mailAddressField"_s, u"ours@example.jp"_s);
    save(*m_window);
    QVERIFY(banner(*m_window, u"orderSaved"_s).contains(u"相手の変更（"_s));
    QCOMPARE(stored().customer.phoneNumber, u"0311111111"_s);
    QCOMPARE(stored().mailAddress, u"ours@example.jp"_s);
}

void TestOrderEditing::closing_asksAboutUnsavedChanges()
{
    openWindow();
    typeField(*m_window, u"phoneNumberField"_s, u"0311111111"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    OrderFixture::picture(*OrderFixture::child<QMessageBox>(*m_window, u"unsavedQuestion"_s),
                          u"editing-close"_s);
    press(*m_window, u"backButton"_s);
    QVERIFY(m_window->isVisible() && m_window->findChild<OrderEditor *>());
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"unsavedQuestion"_s));
    m_window->close();
    press(*m_window, u"saveChangesButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), PatienceMs);
    QCOMPARE(stored().customer.phoneNumber, u"0311111111"_s);
    m_window = m_shop->window(m_id);
    startEditing(*m_window);
    typeField(*m_window, u"phoneNumberField"_s, u"0322222222"_s);
    m_window->close();
    press(*m_window, u"dropChangesButton"_s);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(stored().customer.phoneNumber, u"0311111111"_s);
}

/// What was typed into a cell that is still open is a change too.
void TestOrderEditing::openCell_isAskedAbout()
{
    openWindow();
    auto *table = OrderFixture::child<QTableView>(*m_window, u"itemTable"_s);
    table->setCurrentIndex(table->model()->index(0, ItemTableModel::Quantity));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = OrderFixture::child<QLineEdit>(*table, u"cellEditor"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"3"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    press(*m_window, u"backButton"_s);
    QCOMPARE(cell(*m_window, 0, ItemTableModel::Quantity), u"3"_s);
}

/// Whoever wanted to save and close, and could not save, closes by himself later.
void TestOrderEditing::refusedSave_doesNotCloseLater()
{
    openWindow();
    typeField(*m_window, u"mailAddressField"_s, u"nobody"_s);
    m_window->close();
    press(*m_window, u"saveChangesButton"_s);
    QVERIFY(m_window->isVisible());
    QVERIFY(banner(*m_window, u"editNote"_s).startsWith(u"まだ登録していません"_s));
    typeField(*m_window, u"mailAddressField"_s, u"new@example.jp"_s);
    save(*m_window);
    QVERIFY(m_window->isVisible());
    QCOMPARE(stored().mailAddress, u"new@example.jp"_s);
}

/// As the main window does before it closes the shop.
void TestOrderEditing::closingOfAllWindows_asksToo()
{
    openWindow();
    OrderWindows windows(*m_shop->session);
    const QPointer<OrderWindow> window = windows.open(m_id);
    startEditing(*window);
    typeField(*window, u"phoneNumberField"_s, u"0311111111"_s);
    QVERIFY(!windows.closeAsking());
    QVERIFY(window->isVisible() && window->findChild<OrderEditor *>());
    press(*window, u"dropChangesButton"_s);
    QVERIFY(windows.closeAsking());
    QTRY_VERIFY(!window);
    QVERIFY(stored().customer.phoneNumber != u"0311111111"_s);
}

void TestOrderEditing::longNames_fitTheirPlace()
{
    openWindow([](Order &order) {
        order.customer.familyName = QString(80, u'髙');
        order.customer.companyName = u"株式会社"_s + QString(120, u'﨑');
        order.customer.address1 = QString(200, u'町');
        order.items.first().productName = u"有田焼 湯呑み "_s + QString(200, u'藍');
        order.items.first().className1 = u"カラー"_s;
        order.items.first().classCategoryName1 = QString(100, u'青');
    });
    type(*m_window, 0, ItemTableModel::Quantity, u"12345"_s);
    OrderFixture::picture(*m_window, u"editing-long"_s);
    QTRY_COMPARE(OrderFixture::cramped(*m_window), QStringList());
    QVERIFY(m_window->width() <= 1100);
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderEditing)
#include "test_orderediting.moc"
