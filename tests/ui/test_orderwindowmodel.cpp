#include "core/base/japantime.h"
#include "core/services/journalrecord.h"
#include "ui/payments/confirmcontent.h"
#include "ui/text/words.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

class TestOrderWindowModel : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void authorizedPayment_offersCaptureAndCancel();
    void cancelOfAPaymentNeverRead_namesNoAmount();
    void liveOperation_setsTheState();
    void openFinding_needsAPerson();
    void openFinding_isNotContradicted();
    void findingAfterOurOperation_namesIt();
    void findingOfALostAuthorization_warnsOfTheGoods();
    void dayThatMoves_isJudgedAnew();
    void midnight_closesTheCancelAndOpensItAgain();
    void notLinked_offersNothing();
    void twoOpenPayments_areNamedFirst();
    void doubtOfAnotherPayment_keepsReauthorisationOff();
    void cancelledOrderWithAuthorizedPayment_isWarnedOf();
    void soldPayment_saysUntilWhenItCanBeChanged();
    void otherMethod_hidesThePanel();
    void payMethodNames_areTheGuides();
    void wordOfTheGateway_isNoMarkup();
    void afterTheCaptureDeadline_cancelAndReauthorisationAreAdvised();
    void afterBothDeadlines_nothingImpossibleIsAdvised();
    void conflictThatComesLater_outdatesARefusal();

private:
    const PanelButton button(PanelCommand command) const
    {
        for (const PanelButton &button : m_model.buttons()) {
            if (button.command == command) {
                return button;
            }
        }
        return {};
    }
    bool hasBanner(const QString &key) const
    {
        const auto banners = m_model.banners();
        return std::any_of(banners.begin(), banners.end(),
                           [&](const auto &banner) { return banner.key == key; });
    }

    PanelRow rowOf(const QString &key) const
    {
        for (const PanelRow &row : m_model.rows()) {
            if (row.key == key) {
                return row;
            }
        }
        return {};
    }
    QString bannerText(const QString &key) const
    {
        for (const PanelBanner &banner : m_model.banners()) {
            if (banner.key == key) {
                return banner.text;
            }
        }
        return {};
    }
    /// The belief is the authorisation of init(); the gateway shows `status`.
    void find(const QString &status)
    {
        PaymentFacts &facts = m_facts.payments.first();
        Snapshot seen = *facts.payment.known;
        seen.status = status;
        Finding finding;
        finding.id = FindingId{u"f"_s};
        finding.foundAt = m_facts.gatewayNow;
        finding.believed = snapshotFields(*facts.payment.known);
        finding.seen = snapshotFields(seen);
        facts.findings = {finding};
        m_model.setFacts(m_facts);
    }

    OrderFacts m_facts;
    PaymentPanelModel m_model;
};

void TestOrderWindowModel::init()
{
    m_facts = {};
    m_model = {};
    m_facts.order.id = OrderId{1};
    m_facts.order.method = PaymentMethod::Card;
    m_facts.order.totals.payableTotal = Yen{3200};
    m_facts.gatewayNow = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 0));
    Payment payment;
    payment.id = PaymentId{1};
    payment.gatewayOrderId = u"272-03132123"_s;
    payment.known = Snapshot{u"AUTH"_s, Yen{3200}, Yen{0}, u"20201203100000"_s, u"t"_s, u"a"_s};
    payment.authorizedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(10, 0));
    payment.authorizedTranId = u"t"_s;
    m_facts.payments = {{payment, {}, {}}};
    m_model.setFacts(m_facts);
}

void TestOrderWindowModel::authorizedPayment_offersCaptureAndCancel()
{
    QCOMPARE(m_model.state(), PanelState::Idle);
    QVERIFY(button(PanelCommand::Capture).enabled);
    QVERIFY(button(PanelCommand::Cancel).enabled);
    QVERIFY(!button(PanelCommand::Change).enabled);
    QVERIFY(!button(PanelCommand::Change).reason.isEmpty());
    QVERIFY(!button(PanelCommand::Reauthorize).visible);
    QVERIFY(hasBanner(u"notFinal"_s));
    QCOMPARE(confirmContentOf(m_model, PanelCommand::Cancel).verb, u"¥3,200 を取消する"_s);
}

void TestOrderWindowModel::cancelOfAPaymentNeverRead_namesNoAmount()
{
    m_facts.payments.first().payment.known.reset();
    m_model.setFacts(m_facts);
    const ConfirmContent content = confirmContentOf(m_model, PanelCommand::Cancel);
    QCOMPARE(content.verb, u"この決済を取消する"_s);
    QVERIFY(!content.seen.amount);
    QCOMPARE(content.seen.status, QString());
}

void TestOrderWindowModel::liveOperation_setsTheState()
{
    Operation live;
    const QList<std::pair<OperationState, PanelState>> expected{
        {OperationState::Claimed, PanelState::Waiting},
        {OperationState::Armed, PanelState::Waiting},
        {OperationState::InDoubt, PanelState::InDoubt},
        {OperationState::Conflict, PanelState::Conflict}};
    for (const auto &[operation, panel] : expected) {
        live.state = operation;
        m_facts.payments.first().live = live;
        m_model.setFacts(m_facts);
        QCOMPARE(m_model.state(), panel);
        QVERIFY(!button(PanelCommand::Capture).enabled);
        QVERIFY(!button(PanelCommand::Capture).reason.isEmpty());
        QVERIFY(!m_model.unlinkProblem().isEmpty());
    }
}

void TestOrderWindowModel::openFinding_needsAPerson()
{
    m_facts.payments.first().findings = {Finding{}};
    m_model.setFacts(m_facts);
    QCOMPARE(m_model.state(), PanelState::Conflict);
    QVERIFY(hasBanner(u"finding"_s));
    QVERIFY(!button(PanelCommand::Cancel).enabled);
}

void TestOrderWindowModel::openFinding_isNotContradicted()
{
    QVERIFY(!m_model.terms().isEmpty());
    find(u"SALES"_s);
    QVERIFY(bannerText(u"finding"_s).contains(u"このアプリの外で"_s));
    QVERIFY(!hasBanner(u"notFinal"_s)); // it is final
    QVERIFY(m_model.terms().isEmpty());
    m_model.setGatewayNow(m_facts.gatewayNow.addDays(91));
    QVERIFY(!hasBanner(u"deadline"_s));
}

void TestOrderWindowModel::findingAfterOurOperation_namesIt()
{
    find(u"SALES"_s);
    Operation capture;
    capture.id = OperationId{u"o"_s};
    capture.kind = OperationKind::Capture;
    capture.askedBy = u"佐藤"_s;
    capture.askedAt = m_facts.gatewayNow;
    capture.pre = m_facts.payments.first().payment.known;
    capture.endReason = EndReason::NoEffect;
    m_facts.payments.first().findings.first().operationId = capture.id;
    m_facts.payments.first().lateOperations = {capture};
    m_model.setFacts(m_facts);
    const QString effect = bannerText(u"finding"_s);
    QVERIFY2(effect.contains(u"売上確定(実売上)（佐藤、2020/12/03 13:00）は"_s), qPrintable(effect));
    QVERIFY2(effect.contains(u"GMOに反映されました"_s), qPrintable(effect));
    QVERIFY2(!effect.contains(u"このアプリの外"_s), qPrintable(effect));
    m_facts.payments.first().lateOperations.first().kind = OperationKind::Reauthorize;
    m_model.setFacts(m_facts);
    const QString other = bannerText(u"finding"_s);
    QVERIFY2(other.contains(u"再オーソリ（佐藤"_s), qPrintable(other));
    QVERIFY2(other.contains(u"影響なしと判断したあとで、GMOの状態が変わりました"_s), qPrintable(other));
}

void TestOrderWindowModel::findingOfALostAuthorization_warnsOfTheGoods()
{
    find(u"SALES"_s);
    QVERIFY(!bannerText(u"finding"_s).contains(u"発送せず"_s));
    find(u"VOID"_s);
    QVERIFY2(bannerText(u"finding"_s).contains(u"商品を発送せず"_s), qPrintable(bannerText(u"finding"_s)));
}

void TestOrderWindowModel::dayThatMoves_isJudgedAnew()
{
    QVERIFY(!m_model.setGatewayNow(m_facts.gatewayNow.addSecs(60)));
    QCOMPARE(confirmContentOf(m_model, PanelCommand::Cancel).seen.jobCd, u"VOID"_s);
    QVERIFY(m_model.setGatewayNow(m_facts.gatewayNow.addDays(1)));
    const ConfirmContent content = confirmContentOf(m_model, PanelCommand::Cancel);
    QCOMPARE(content.seen.jobCd, u"RETURN"_s);
    QVERIFY(content.lines.last().second.contains(u"今日 2020/12/04"_s));
    QCOMPARE(rowOf(u"captureBy"_s).value, u"2021/03/03（あと 89日）"_s);
    QVERIFY(m_model.setGatewayNow(m_facts.gatewayNow.addDays(91)));
    QVERIFY(!button(PanelCommand::Capture).enabled);
}

void TestOrderWindowModel::midnight_closesTheCancelAndOpensItAgain()
{
    QVERIFY(m_model.setGatewayNow(japantime::instantOf(QDate(2020, 12, 3), QTime(23, 59, 30))));
    QVERIFY(!button(PanelCommand::Cancel).enabled);
    QVERIFY(m_model.setGatewayNow(japantime::instantOf(QDate(2020, 12, 4), QTime(0, 1, 0))));
    QVERIFY(!button(PanelCommand::Cancel).enabled);
    QVERIFY(m_model.setGatewayNow(japantime::instantOf(QDate(2020, 12, 4), QTime(0, 2, 0))));
    QVERIFY(button(PanelCommand::Cancel).enabled);
}

void TestOrderWindowModel::notLinked_offersNothing()
{
    m_facts.payments.clear();
    m_model.setFacts(m_facts);
    for (const PanelButton &button : m_model.buttons()) {
        QVERIFY(!button.enabled);
        QVERIFY(!button.visible || !button.reason.isEmpty());
    }
    QVERIFY(hasBanner(u"unlinked"_s));
}

void TestOrderWindowModel::twoOpenPayments_areNamedFirst()
{
    PaymentFacts second = m_facts.payments.first();
    second.payment.id = PaymentId{2};
    m_facts.payments.append(second);
    m_model.setFacts(m_facts);
    QVERIFY(hasBanner(u"ambiguous"_s));
    QVERIFY(!button(PanelCommand::Capture).enabled);
    m_model.choose(PaymentId{2});
    QVERIFY(button(PanelCommand::Capture).enabled);
    QCOMPARE(m_model.current()->payment.id, PaymentId{2});
}

void TestOrderWindowModel::doubtOfAnotherPayment_keepsReauthorisationOff()
{
    PaymentFacts &doubtful = m_facts.payments.first();
    doubtful.payment.known->status = u"VOID"_s;
    PaymentFacts second = doubtful;
    second.payment.id = PaymentId{2};
    second.payment.gatewayOrderId = u"272-2"_s;
    m_facts.payments.append(second);
    m_model.setFacts(m_facts);
    m_model.choose(PaymentId{2});
    QVERIFY(button(PanelCommand::Reauthorize).enabled);
    Operation live;
    live.kind = OperationKind::Reauthorize;
    live.state = OperationState::InDoubt;
    m_facts.payments.first().live = live;
    m_model.setFacts(m_facts);
    m_model.choose(PaymentId{2});
    QVERIFY(!button(PanelCommand::Reauthorize).enabled);
    QCOMPARE(button(PanelCommand::Reauthorize).reason,
             u"この注文には、有効な決済か確認の済んでいない決済がほかにあります。"_s);
}

void TestOrderWindowModel::cancelledOrderWithAuthorizedPayment_isWarnedOf()
{
    m_facts.order.status = OrderStatus::Cancelled;
    m_model.setFacts(m_facts);
    QVERIFY(hasBanner(u"uncancelled"_s));
    QVERIFY(!hasBanner(u"notFinal"_s));
    QVERIFY(button(PanelCommand::Cancel).next);
    QVERIFY(!button(PanelCommand::Capture).next);
    const auto lines = confirmContentOf(m_model, PanelCommand::Capture).lines;
    QVERIFY(std::any_of(lines.begin(), lines.end(),
                        [](const auto &line) { return line.second.contains(u"請求しないはず"_s); }));
}

void TestOrderWindowModel::soldPayment_saysUntilWhenItCanBeChanged()
{
    m_facts.payments.first().payment.known->status = u"SALES"_s;
    m_facts.payments.first().payment.soldAt = m_facts.payments.first().payment.authorizedAt;
    m_model.setFacts(m_facts);
    QCOMPARE(m_model.terms().size(), 1);
    QCOMPARE(rowOf(u"cancelBy"_s).label, u"変更・取消期限"_s);
    QCOMPARE(rowOf(u"cancelBy"_s).value, u"2021/06/01（あと 180日）"_s);
}

void TestOrderWindowModel::otherMethod_hidesThePanel()
{
    m_facts.order.method = PaymentMethod::Other;
    m_model.setFacts(m_facts);
    QVERIFY(!m_model.visible());
}

void TestOrderWindowModel::payMethodNames_areTheGuides()
{
    QCOMPARE(payMethodName(u"1"_s, {}), u"一括払い"_s);
    QCOMPARE(payMethodName(u"2"_s, u"3"_s), u"分割3回払い"_s);
    QCOMPARE(payMethodName(u"5"_s, u"0"_s), u"リボ払い"_s);
}

void TestOrderWindowModel::wordOfTheGateway_isNoMarkup()
{
    m_facts.payments.first().payment.known->status = u"<b>"_s;
    m_model.setFacts(m_facts);
    const QString toolTip = rowOf(u"status"_s).toolTip;
    QVERIFY2(toolTip.contains(u"&lt;b&gt;"_s), qPrintable(toolTip));
}

void TestOrderWindowModel::afterTheCaptureDeadline_cancelAndReauthorisationAreAdvised()
{
    m_model.setGatewayNow(m_facts.gatewayNow.addDays(91));
    QVERIFY(button(PanelCommand::Cancel).enabled);
    QCOMPARE(button(PanelCommand::Capture).reason, Words::of(RuleReason::CaptureDeadlineOver));
    QVERIFY2(bannerText(u"deadline"_s).contains(u"再オーソリを行って"_s),
             qPrintable(bannerText(u"deadline"_s)));
}

void TestOrderWindowModel::conflictThatComesLater_outdatesARefusal()
{
    m_model.setOutcome(Meaning::NeedsWork, u"不成立（影響なし）"_s, u"RETURN"_s);
    m_model.setFacts(m_facts); // as read after it
    QVERIFY(hasBanner(u"outcome"_s));
    find(u"VOID"_s);
    m_model.setFacts(m_facts);
    QVERIFY(hasBanner(u"finding"_s));
    QVERIFY(!hasBanner(u"outcome"_s));
    m_model.setOutcome(Meaning::NeedsWork, u"まだ解決できません"_s, u"RETURN"_s);
    m_model.setFacts(m_facts);
    const auto banners = m_model.banners();
    const auto said = std::find_if(banners.begin(), banners.end(),
                                   [](const auto &banner) { return banner.key == u"outcome"; });
    QVERIFY(said != banners.end());
    QCOMPARE(said->action, PanelBanner::Action::None); // it could not be begun
}

void TestOrderWindowModel::afterBothDeadlines_nothingImpossibleIsAdvised()
{
    m_facts.order.status = OrderStatus::Cancelled;
    m_facts.order.totals.payableTotal = Yen{2700};
    m_facts.gatewayNow = m_facts.gatewayNow.addDays(190);
    m_model.setFacts(m_facts);
    QVERIFY(!button(PanelCommand::Cancel).enabled);
    QCOMPARE(button(PanelCommand::Capture).reason, Words::of(RuleReason::ChangeDeadlineOver));
    for (const QString &key : {u"deadline"_s, u"uncancelled"_s, u"difference"_s}) {
        const QString text = bannerText(key);
        QVERIFY2(text.contains(u"GMOに"_s) && text.contains(u"合わせ"_s), qPrintable(key + text));
        QVERIFY2(!text.contains(u"行ってください"_s) && !text.contains(u"再オーソリ"_s), qPrintable(text));
    }
    find(u"VOID"_s);
    m_model.setFacts(m_facts);
    QVERIFY2(!bannerText(u"deadline"_s).contains(u"再オーソリ"_s), qPrintable(bannerText(u"deadline"_s)));
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOrderWindowModel)
#include "test_orderwindowmodel.moc"
