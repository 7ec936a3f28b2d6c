#include "core/domain/journalrules.h"
#include "tests/ui/orderfixture.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int PatienceMs = 60'000; ///< what waits for the gateway ends long before

/// As eyes see it.
QString shownText(const QLabel &label)
{
    const bool markup = label.textFormat() == Qt::RichText ||
                        (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    if (!markup) {
        return label.text();
    }
    QTextDocument document;
    document.setHtml(label.text());
    return document.toPlainText();
}

/// Widgets that Tab reaches and a screen reader can say nothing of.
QStringList nameless(const QWidget &window)
{
    QStringList widgets;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && !named) {
            widgets.append(
                u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName()));
        }
    }
    return widgets;
}

/// Labels that bring the end of a text from outside, and not its beginning.
QStringList swallowed(const QWidget &window, const QString &text)
{
    QStringList labels;
    const QString end = text.right(4);
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->text().contains(end) && !shownText(*label).contains(text)) {
            labels.append(label->text());
        }
    }
    return labels;
}

} // namespace

/// What the window of an order says when something does not go as asked.
class TestOrderWindowWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
    }

    void refusedResolution_isSaidAndKeepsTheReason();
    void gatewayThatIsOfNoUse_isToldWithWhatToCheck();
    void lookThatTellsNothing_saysWhy();
    void markupFromOutside_isShownAsItIs();
    void declinedChange_saysThatTheOldAmountStands();
    void declinedReauthorization_saysThatItStaysCancelled();
    void amountThatMovedOutside_isSaidWithTheOldOne();
    void paymentThatAnotherHolds_isSaidWithTheName();
    void everythingThatTakesKeys_hasAName();
    void buttonThatIsOff_saysWhyWithoutAMouse();
    void classesOfEvidence_areInWords();

private:
    QPushButton *button(const QString &name) { return OrderFixture::child<QPushButton>(*m_window, name); }
    void press(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    PanelState state() const { return m_window->panel().panelState(); }
    /// What stands in the banner; "" while there is none.
    QString told(const QString &name) const
    {
        const auto *banner = m_window->findChild<Banner *>(name);
        return banner ? banner->text() : QString();
    }
    void openWindow(const OrderFixture::Wanted &wanted)
    {
        const OrderId id = m_shop->add(wanted);
        m_shop->open();
        m_window = m_shop->window(id);
    }
    void loseAnswer();

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<OrderWindow> m_window;
};

/// A capture that never arrived at the gateway, which nobody here knows yet.
void TestOrderWindowWords::loseAnswer()
{
    m_shop->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    press(u"captureButton"_s);
    press(u"confirmButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::InDoubt, PatienceMs);
}

void TestOrderWindowWords::refusedResolution_isSaidAndKeepsTheReason()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    loseAnswer();
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(272), u"VOID"_s).ok());
    const auto conflict = [this] {
        if (state() == PanelState::InDoubt && button(u"refreshButton"_s)->isEnabled()) {
            press(u"refreshButton"_s);
        }
        return state() == PanelState::Conflict && !told(u"conflictBanner"_s).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(conflict(), PatienceMs);
    m_shop->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s}});
    press(u"resolveButton"_s);
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s), u"console"_s);
    press(u"resolveDoneButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told(u"outcomeBanner"_s).contains(u"まだ解決できません"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!told(u"conflictBanner"_s).isEmpty(), PatienceMs);
    OrderFixture::picture(*m_window, u"resolution-refused"_s);
    m_shop->gateway.clearFaults();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<QDialog *>(u"reasonDialog"_s), PatienceMs);
    press(u"resolveButton"_s);
    QCOMPARE(OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s)->text(), u"console"_s);
    press(u"adoptButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told(u"outcomeBanner"_s).contains(u"解決しました"_s), PatienceMs);
}

void TestOrderWindowWords::gatewayThatIsOfNoUse_isToldWithWhatToCheck()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    m_shop->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s}});
    press(u"captureButton"_s);
    press(u"confirmButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told(u"outcomeBanner"_s).contains(u"中継装置を確認してください"_s), PatienceMs);
    QVERIFY(told(u"outcomeBanner"_s).contains(u"何も送信していません"_s));
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
}

void TestOrderWindowWords::lookThatTellsNothing_saysWhy()
{
    openWindow({.number = 272, .payable = Yen{3200}, .linked = false});
    m_shop->gateway.addFaults({{.kind = FaultKind::Html, .call = u"SearchTrade"_s}});
    press(u"linkButton"_s);
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"gatewayOrderIdEdit"_s),
                     OrderFixture::gatewayOrderId(272));
    press(u"lookUpButton"_s);
    auto *answer = OrderFixture::child<QLabel>(*m_window, u"linkAnswer"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(u"中継装置を確認してください"_s), PatienceMs);
    QVERIFY(!button(u"linkConfirmButton"_s)->isEnabled());
}

void TestOrderWindowWords::markupFromOutside_isShownAsItIs()
{
    const QString name = u"<b> <!--"_s;
    openWindow({.number = 272, .payable = Yen{3200}, .linked = false, .change = [](Order &order) {
                    order.customer.familyName = u"<b>"_s;
                    order.customer.givenName = u"<!--"_s;
                    order.methodName = u"<b> <!--"_s;
                }});
    const auto shows = [&name](const QWidget &window, const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return shownText(*label).contains(name) && shownText(*label).contains(words);
        });
    };
    const auto checked = [&](const QWidget &window, const QString &words) {
        const QStringList hidden = swallowed(window, name);
        return hidden.isEmpty() && shows(window, words) ? QString() : words + hidden.join(u" | "_s);
    };
    QCOMPARE(checked(*m_window, u"注文 272"_s), QString());
    QCOMPARE(OrderFixture::child<QLabel>(*m_window, u"methodValue"_s)->textFormat(), Qt::PlainText);
    press(u"linkButton"_s);
    QCOMPARE(checked(*OrderFixture::child<QDialog>(*m_window, u"linkDialog"_s), u"お支払い合計"_s),
             QString());
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"gatewayOrderIdEdit"_s),
                     OrderFixture::gatewayOrderId(272));
    press(u"lookUpButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"linkConfirmButton"_s)->isEnabled(), PatienceMs);
    press(u"linkConfirmButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    press(u"captureButton"_s);
    QCOMPARE(checked(*OrderFixture::child<QDialog>(*m_window, u"confirmDialog"_s), u"様"_s), QString());
    Banner banner(Meaning::Doubt);
    banner.setText(name + u"警告"_s);
    QCOMPARE(checked(banner, u"警告"_s), QString());
    EmptyState empty;
    empty.setMessage(u"search"_s, name + u"題"_s, name);
    QCOMPARE(checked(empty, u"題"_s), QString());
}

void TestOrderWindowWords::declinedChange_saysThatTheOldAmountStands()
{
    openWindow({.number = 272, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    m_shop->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"ChangeTran"_s, .nth = 1, .codes = {u"42G120000"_s}}});
    press(u"changeAmountButton"_s);
    press(u"confirmButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told(u"outcomeBanner"_s).contains(u"不成立（影響なし）"_s), PatienceMs);
    const QString outcome = told(u"outcomeBanner"_s);
    QVERIFY2(outcome.contains(u"変更前のままです。"_s), qPrintable(outcome));
    OrderFixture::picture(*m_window, u"declined"_s);
    press(u"logButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->panel().log().asText().contains(u"不成立（影響なし）"_s), PatienceMs);
}

void TestOrderWindowWords::declinedReauthorization_saysThatItStaysCancelled()
{
    openWindow({.number = 272, .payable = Yen{3200}, .seed = {.status = simulator::CardStatus::Void}});
    m_shop->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"42G120000"_s}}});
    QTRY_VERIFY_WITH_TIMEOUT(button(u"reauthorizeButton"_s)->isEnabled(), PatienceMs);
    press(u"reauthorizeButton"_s);
    press(u"confirmButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told(u"outcomeBanner"_s).contains(u"不成立（影響なし）"_s), PatienceMs);
    const QString outcome = told(u"outcomeBanner"_s);
    QVERIFY2(outcome.contains(u"取り消されたままです。"_s), qPrintable(outcome));
}

void TestOrderWindowWords::amountThatMovedOutside_isSaidWithTheOldOne()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    const QString id = OrderFixture::gatewayOrderId(272);
    QVERIFY(m_shop->gateway.operateConsole(id, u"AUTH"_s, Yen{2700}).ok());
    press(u"refreshButton"_s);
    const auto says = [this](const QString &words) { return told(u"outcomeBanner"_s).contains(words); };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"決済金額は ¥3,200 → ¥2,700 になりました。"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!told(u"differenceBanner"_s).isEmpty(), PatienceMs);
    QVERIFY(m_shop->gateway.operateConsole(id, u"SALES"_s).ok());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"refreshButton"_s)->isEnabled(), PatienceMs);
    press(u"refreshButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"仮売上済み → 実売上済み。"_s), PatienceMs);
    QVERIFY(!says(u"決済金額は"_s));
}

void TestOrderWindowWords::paymentThatAnotherHolds_isSaidWithTheName()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    press(u"captureButton"_s);
    m_shop->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    PaymentCommands other(*m_shop->session);
    OperationRequest cancel;
    cancel.kind = OperationKind::Cancel;
    cancel.order = m_window->orderId();
    const auto answer = other.operate(cancel, {});
    press(u"confirmButton"_s); // before the window can know of it
    const auto says = [this](const QString &words) { return told(u"outcomeBanner"_s).contains(words); };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"が操作中です。"_s), PatienceMs);
    QVERIFY2(says(u"佐藤"_s), qPrintable(told(u"outcomeBanner"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
}

void TestOrderWindowWords::everythingThatTakesKeys_hasAName()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    QCOMPARE(nameless(*m_window), QStringList());
    press(u"logButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->panel().log().isVisible(), PatienceMs);
    QCOMPARE(nameless(*m_window), QStringList());
    press(u"captureButton"_s);
    QCOMPARE(nameless(*OrderFixture::child<QDialog>(*m_window, u"confirmDialog"_s)), QStringList());
    press(u"cancelConfirmButton"_s);
    press(u"unlinkButton"_s);
    QCOMPARE(nameless(*OrderFixture::child<QDialog>(*m_window, u"reasonDialog"_s)), QStringList());
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s), u"wrong"_s);
    press(u"unlinkConfirmButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"linkButton"_s)->isVisible(), PatienceMs);
    QCOMPARE(nameless(*m_window), QStringList());
    press(u"linkButton"_s);
    QCOMPARE(nameless(*OrderFixture::child<QDialog>(*m_window, u"linkDialog"_s)), QStringList());
}

void TestOrderWindowWords::buttonThatIsOff_saysWhyWithoutAMouse()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    auto *reason = OrderFixture::child<QLabel>(*m_window, u"unlinkButtonReason"_s);
    QVERIFY(!reason->isVisible());
    loseAnswer();
    QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), PatienceMs);
    QVERIFY(reason->text().contains(u"連携を外せません"_s));
    for (const QPushButton *off : m_window->panel().findChildren<QPushButton *>()) {
        if (off->isVisible() && !off->isEnabled()) {
            QVERIFY2(!off->accessibleDescription().isEmpty(), qPrintable(off->objectName()));
        }
    }
}

void TestOrderWindowWords::classesOfEvidence_areInWords()
{
    QStringList codes{u"READ"_s,       u"UNKNOWN_ORDER"_s, u"SHOP_REFUSED"_s,
                      u"UNREADABLE"_s, u"REASON"_s,        u"ADOPTED"_s};
    for (const AnswerClass answer :
         {AnswerClass::Success, AnswerClass::Refusal, AnswerClass::Busy, AnswerClass::Contradiction,
          AnswerClass::Ambiguous, AnswerClass::Unsent}) {
        codes.append(codeOf(answer));
    }
    for (int state = 0; state <= int(OperationState::Cancelled); ++state) {
        codes.append(codeOf(OperationState(state)));
    }
    LogView log(nullptr);
    for (const QString &code : codes) {
        LogEntry entry;
        entry.source = u"SYSTEM"_s;
        entry.result = code;
        log.setEntries({entry});
        const QString shown = log.topLevelItem(0)->text(3);
        QVERIFY2(!shown.isEmpty() && shown != code, qPrintable(code));
    }
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderWindowWords)
#include "test_orderwindowwords.moc"
