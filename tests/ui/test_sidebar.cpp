#include "tests/ui/fakeordersource.h"
#include "ui/models/savedsearchlist.h"
#include "ui/models/sessionordersource.h"
#include "ui/widgets/theme.h"
#include "ui/work/orderview.h"
#include "ui/work/sidebar.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Screens, ready-made views and saved searches at the left.
class SideBarTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup() { m_bar.reset(); }
    void screens_areChosenByAClick();
    void views_showTheirCounts();
    void view_isChosenByEnter();
    void everyView_isKnownByItsFilter();
    void savedSearch_isChosenAndCounted();
    void savedSearch_isRenamedByF2();
    void savedSearch_isDeletedAfterAQuestion();
    void savedSearch_hasAMenu();
    void saving_isAskedForBelowTheSearches();
    void numbers_waitWhileANameIsTyped();

private:
    [[nodiscard]] QListWidgetItem *item(const QString &text) const
    {
        return m_bar->findItems(text, Qt::MatchExactly).value(0);
    }
    void click(const QString &text)
    {
        QVERIFY2(item(text), qPrintable(text));
        m_bar->scrollToItem(item(text));
        QTest::mouseClick(m_bar->viewport(), Qt::LeftButton, {}, m_bar->visualItemRect(item(text)).center());
    }
    void addSearches()
    {
        m_bar->setSavedSearches({{{4, u"今週の要売上"_s, {}}, 12}, {{7, u"髙橋様"_s, {}}, {}}});
    }

    std::unique_ptr<SideBar> m_bar;
};

void SideBarTest::init()
{
    m_bar = std::make_unique<SideBar>();
    m_bar->resize(220, 800);
    m_bar->show();
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void SideBarTest::screens_areChosenByAClick()
{
    QSignalSpy views(m_bar.get(), &SideBar::viewChosen);
    QSignalSpy payments(m_bar.get(), &SideBar::paymentsChosen);
    QSignalSpy history(m_bar.get(), &SideBar::historyChosen);
    QSignalSpy today(m_bar.get(), &SideBar::todayChosen);
    click(u"今日の仕事"_s);
    QCOMPARE(today.count(), 1);
    QCOMPARE(m_bar->row(item(u"今日の仕事"_s)), 0);
    click(u"決済状況一覧"_s);
    QCOMPARE(payments.count(), 1);
    click(u"処理の履歴"_s);
    QCOMPARE(history.count(), 1);
    click(u"受注一覧"_s);
    QCOMPARE(views.count(), 1);
    QCOMPARE(views.first().first().value<OrderView::Kind>(), OrderView::Kind::All);
}

void SideBarTest::views_showTheirCounts()
{
    ListCounts counts;
    counts.orders = 1240;
    counts.captureNeeded = 31;
    counts.captureDueSoon = 4;
    counts.captureLapsed = 3;
    counts.stuckInPayment = 2;
    counts.counts.cancelledWithOpenPayment = 1;
    m_bar->setCounts(counts);
    m_bar->setWorkCount(7);
    const auto spoken = [this](const QString &text) {
        return item(text)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(u"今日の仕事"_s), u"今日の仕事 7項目"_s);
    QCOMPARE(spoken(u"受注一覧"_s), u"受注一覧 1,240件"_s);
    QCOMPARE(spoken(u"要売上"_s), u"要売上 31件"_s);
    QCOMPARE(spoken(u"売上期限が7日以内"_s), u"売上期限が7日以内 4件"_s);
    QCOMPARE(spoken(u"売上期限超過"_s), u"売上期限超過 3件"_s);
    QCOMPARE(spoken(u"取消し済みで未取消"_s), u"取消し済みで未取消 1件"_s);
    QCOMPARE(spoken(u"決済処理中の滞留"_s), u"決済処理中の滞留 2件"_s);
    for (const QString &view : {u"差異あり"_s, u"結果確認中"_s, u"要確認"_s, u"未連携"_s}) {
        QVERIFY2(item(view), qPrintable(view));
    }
}

void SideBarTest::view_isChosenByEnter()
{
    QSignalSpy views(m_bar.get(), &SideBar::viewChosen);
    m_bar->mark(OrderView::Kind::Difference);
    QCOMPARE(views.count(), 0); // marking asks for nothing
    QTest::keyClick(m_bar.get(), Qt::Key_Down);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(views.count(), 1);
    QCOMPARE(views.first().first().value<OrderView::Kind>(), OrderView::Kind::CancelledWithOpenPayment);
}

void SideBarTest::everyView_isKnownByItsFilter()
{
    FakeOrderSource source;
    for (const OrderView::Kind kind : OrderView::all()) {
        const OrderFilter filter = OrderView::filterOf(kind, source.now());
        QCOMPARE(OrderView::of(filter, source.now()), kind);
        QCOMPARE(OrderView::of(filter, source.now().addDays(3)), kind); // the window stayed open meanwhile
        QVERIFY(!OrderView::titleOf(kind).isEmpty() && !OrderView::explanationOf(kind).isEmpty());
    }
    const OrderFilter stuck = OrderView::filterOf(OrderView::Kind::StuckInPayment, source.now());
    QCOMPARE(stuck.stuckBefore, source.now().addSecs(-60 * StuckInPaymentMinutes));
    OrderFilter other;
    other.query = u"3"_s;
    QCOMPARE(OrderView::of(other, source.now()), OrderView::Kind::All);
}

void SideBarTest::savedSearch_isChosenAndCounted()
{
    addSearches();
    QSignalSpy saved(m_bar.get(), &SideBar::savedChosen);
    QCOMPARE(item(u"今週の要売上"_s)->data(Qt::AccessibleTextRole).toString(), u"今週の要売上 12件"_s);
    click(u"髙橋様"_s);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().toLongLong(), 7);
    addSearches(); // anew, with the same one chosen
    QCOMPARE(m_bar->currentItem()->text(), u"髙橋様"_s);
    const QString pictures = qEnvironmentVariable("KESSAI_PICTURES");
    if (!pictures.isEmpty()) {
        m_bar->grab().save(pictures + u"/sidebar.png"_s);
    }
    m_bar->setSavedSearches({});
    QVERIFY(!item(u"髙橋様"_s));
}

void SideBarTest::savedSearch_isRenamedByF2()
{
    addSearches();
    QSignalSpy renamed(m_bar.get(), &SideBar::renameAsked);
    m_bar->markSaved(7);
    QTest::keyClick(m_bar.get(), Qt::Key_F2);
    auto *editor = m_bar->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"vip"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(renamed.count(), 1);
    QCOMPARE(renamed.first().at(0).toLongLong(), 7);
    QCOMPARE(renamed.first().at(1).toString(), u"vip"_s);
    m_bar->mark(OrderView::Kind::InDoubt);
    QTest::keyClick(m_bar.get(), Qt::Key_F2); // not a search of the shop
    QCOMPARE(renamed.count(), 1);
}

void SideBarTest::savedSearch_isDeletedAfterAQuestion()
{
    addSearches();
    QSignalSpy removed(m_bar.get(), &SideBar::removeAsked);
    m_bar->markSaved(4);
    QTest::keyClick(m_bar.get(), Qt::Key_Delete);
    auto *question = m_bar->findChild<QMessageBox *>(u"removeSearchQuestion"_s);
    QTRY_VERIFY(question && question->isVisible());
    QVERIFY(question->text().contains(u"今週の要売上"_s));
    QTest::keyClick(question, Qt::Key_Return); // the default is to leave it
    QTRY_VERIFY(!m_bar->findChild<QMessageBox *>());
    QCOMPARE(removed.count(), 0);
    QTest::keyClick(m_bar.get(), Qt::Key_Delete);
    question = m_bar->findChild<QMessageBox *>(u"removeSearchQuestion"_s);
    QTRY_VERIFY(question && question->isVisible());
    QTest::mouseClick(question->findChild<QPushButton *>(u"removeSearchConfirm"_s), Qt::LeftButton);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toLongLong(), 4);
}

void SideBarTest::savedSearch_hasAMenu()
{
    addSearches();
    const auto openMenu = [this](const QString &text) {
        const QPoint place = m_bar->visualItemRect(item(text)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_bar->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_bar->viewport(), &event);
    };
    openMenu(u"差異あり"_s);
    QVERIFY(!m_bar->findChild<QMenu *>(u"savedSearchMenu"_s));
    openMenu(u"髙橋様"_s);
    auto *menu = m_bar->findChild<QMenu *>(u"savedSearchMenu"_s);
    QTRY_VERIFY(menu && menu->isVisible());
    QVERIFY(menu->findChild<QAction *>(u"renameSearchAction"_s));
    auto *remove = menu->findChild<QAction *>(u"removeSearchAction"_s);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(remove).center());
    QTRY_VERIFY(m_bar->findChild<QMessageBox *>(u"removeSearchQuestion"_s));
}

void SideBarTest::saving_isAskedForBelowTheSearches()
{
    addSearches();
    QSignalSpy asked(m_bar.get(), &SideBar::saveAsked);
    click(u"＋ 今の条件を保存…"_s);
    QCOMPARE(asked.count(), 1);
}

void SideBarTest::numbers_waitWhileANameIsTyped()
{
    addSearches();
    m_bar->markSaved(7);
    QTest::keyClick(m_bar.get(), Qt::Key_F2);
    auto *editor = m_bar->findChild<QLineEdit *>();
    QVERIFY(editor);
    addSearches();
    QTest::keyClicks(editor, u"x"_s); // still there
    QCOMPARE(m_bar->findChild<QLineEdit *>(), editor);
}

QTEST_MAIN(SideBarTest)
#include "test_sidebar.moc"
