#include "core/base/japantime.h"
#include "ui/payments/closingnotice.h"
#include "ui/payments/confirmcontent.h"
#include "ui/text/words.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// What the panel shows and asks of each payment method (S45–S57), from the values alone.
class TestMethodPanel : public QObject
{
    Q_OBJECT

private slots:
    void rows_areThoseOfTheMethod_data();
    void rows_areThoseOfTheMethod();
    void buttons_areThoseOfTheMethod_data();
    void buttons_areThoseOfTheMethod();
    void buttonThatIsOff_saysWhy_data();
    void buttonThatIsOff_saysWhy();
    void question_namesWhatIsSentAndWhatFollows_data();
    void question_namesWhatIsSentAndWhatFollows();
    void captureOfSoftBank_canBeUndoneUntilTheBooksAreClosed();
    void captureOfWebMoney_saysThatItCannotBeUndone();
    void store_isNamedInBothSchemesOfCodes();
    void numberOfAStore_hasTheStoresOwnNameToo();
    void partThatWasTakenBackElsewhere_isShown();
    void deadlines_areShownWithTheDaysLeft();
    void deadlineWithATime_saysIt();
    void cashThatIsLateOrPaid_isSaid();
    void waitingForTheWallet_isSaidAndOpensNothing();
    void differenceOfACarrier_leavesTheOldAmount();
    void closingDates_areCountedByTheirMonths();
    void closingDate_isNamedWhereTheAmountIsChanged();
    void closingDate_isNotThatOfAWallet();

private:
    void show(PaymentMethod method, const QString &status)
    {
        m_facts = {};
        m_model = {};
        m_facts.order.id = OrderId{1};
        m_facts.order.method = method;
        m_facts.order.methodName = labelOf(method);
        m_facts.order.totals.payableTotal = Yen{3200};
        m_facts.gatewayNow = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 0));
        Payment payment;
        payment.id = PaymentId{1};
        payment.method = method;
        payment.gatewayOrderId = u"272-03132123"_s;
        payment.known = Snapshot{status, Yen{3200}, {}, u"20201203100000"_s, {}, {}};
        payment.knownAt = m_facts.gatewayNow;
        payment.authorizedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(10, 0));
        if (status == u"SALES" || status == u"CAPTURE") {
            payment.soldAt = payment.authorizedAt;
        }
        payment.facts.payBy = japantime::instantOf(QDate(2020, 12, 13), QTime(23, 59, 59));
        payment.facts.orderedAt = payment.authorizedAt;
        m_facts.payments = {{payment, {}, {}}};
        m_model.setFacts(m_facts);
    }
    Payment &payment() { return m_facts.payments.first().payment; }
    void refresh() { m_model.setFacts(m_facts); }
    PanelRow rowOf(const QString &key) const
    {
        for (const PanelRow &row : m_model.rows()) {
            if (row.key == key) {
                return row;
            }
        }
        return {};
    }
    PanelButton buttonOf(PanelCommand command) const
    {
        for (const PanelButton &button : m_model.buttons()) {
            if (button.command == command) {
                return button;
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

    OrderFacts m_facts;
    PaymentPanelModel m_model;
};

void TestMethodPanel::rows_areThoseOfTheMethod_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<PaymentNumbers>("numbers");
    QTest::addColumn<QStringList>("expected");
    const PaymentNumbers store{
        {u"CvsCode"_s, u"10001"_s}, {u"CvsConfNo"_s, u"123456"_s}, {u"CvsReceiptNo"_s, u"987654321098"_s}};
    const PaymentNumbers bank{{u"BkCode"_s, u"58021"_s},
                              {u"CustID"_s, u"WNT12345678"_s},
                              {u"ConfNo"_s, u"4711"_s},
                              {u"PayeasyPaymentURL"_s, u"https://bank.example.test/"_s}};
    const QStringList banks{u"収納機関番号 58021"_s, u"お客様番号 WNT12345678"_s, u"確認番号 4711"_s};
    QTest::newRow("card") << PaymentMethod::Card << PaymentNumbers{}
                          << QStringList{u"承認番号 —"_s, u"支払い方法 —"_s, u"仕向け先 —"_s,
                                         u"トランザクションID —"_s, u"与信日時 2020/12/03 10:00:00"_s};
    QTest::newRow("store") << PaymentMethod::ConvenienceStore << store
                           << QStringList{u"コンビニ ローソン"_s, u"受付番号 987654321098"_s,
                                          u"確認番号 123456"_s, u"払込日時 —"_s};
    QTest::newRow("atm") << PaymentMethod::PayEasyAtm << bank << banks + QStringList{u"払込日時 —"_s};
    QTest::newRow("net bank") << PaymentMethod::PayEasyNet << bank
                              << banks + QStringList{u"お支払い画面のURL https://bank.example.test/"_s,
                                                     u"払込日時 —"_s};
    QTest::newRow("au") << PaymentMethod::Au << PaymentNumbers{{u"AuPayInfoNo"_s, u"1234567890123456"_s}}
                        << QStringList{u"決済手段 キャリア請求"_s, u"お支払番号 1234567890123456"_s,
                                       u"与信日時 2020/12/03 10:00:00"_s};
    QTest::newRow("docomo") << PaymentMethod::Docomo
                            << PaymentNumbers{{u"DocomoSettlementCode"_s, u"123456789012"_s}}
                            << QStringList{u"決済番号 123456789012"_s, u"与信日時 2020/12/03 10:00:00"_s};
    QTest::newRow("softbank") << PaymentMethod::SoftBank
                              << PaymentNumbers{{u"SbTrackingId"_s, u"12345678901234"_s}}
                              << QStringList{u"トラッキングID 12345678901234"_s,
                                             u"与信日時 2020/12/03 10:00:00"_s};
    QTest::newRow("rakuten") << PaymentMethod::Rakuten << PaymentNumbers{}
                             << QStringList{u"注文日 2020/12/03 10:00:00"_s, u"完了日 2020/12/04"_s};
}

void TestMethodPanel::rows_areThoseOfTheMethod()
{
    QFETCH(PaymentMethod, method);
    QFETCH(PaymentNumbers, numbers);
    QFETCH(QStringList, expected);
    show(method, u"AUTH"_s);
    payment().facts.auPayMethod = u"01"_s;
    payment().facts.completedOn = QDate(2020, 12, 4);
    QStringList values;
    for (const auto &[name, value] : numbers) {
        values.append(value);
    }
    QStringList own;
    for (const PanelRow &row : methodRows(payment(), numbers)) {
        own.append(row.label + u' ' + row.value);
        QVERIFY2(row.copyable || !values.contains(row.value), qPrintable(row.label));
    }
    QCOMPARE(own, expected);
    m_facts.payments.first().numbers = numbers;
    refresh();
    QStringList labels;
    for (const PanelRow &row : m_model.rows()) {
        labels.append(row.label);
    }
    QCOMPARE(labels.first(5),
             QStringList({u"決済種別"_s, u"決済金額"_s, u"取引状態"_s, u"差異"_s, u"決済オーダーID"_s}));
    QVERIFY(labels.contains(expected.first().section(u' ', 0, 0)));
    QVERIFY(labels.contains(u"最終確認"_s));
}

void TestMethodPanel::buttons_areThoseOfTheMethod_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<QStringList>("expected");
    const QString capture = u"売上確定(実売上)実行"_s;
    const QString cancel = u"取消(返品)実行"_s;
    const QString change = u"決済金額変更"_s;
    const QString refresh = u"決済状態確認・反映"_s;
    QTest::newRow("card") << PaymentMethod::Card << QStringList{capture, cancel, change, refresh};
    QTest::newRow("rakuten") << PaymentMethod::Rakuten << QStringList{capture, cancel, change, refresh};
    for (const PaymentMethod method : {PaymentMethod::Au, PaymentMethod::Docomo, PaymentMethod::SoftBank}) {
        QTest::addRow("carrier %d", int(method)) << method << QStringList{capture, cancel, refresh};
    }
    for (const PaymentMethod method :
         {PaymentMethod::ConvenienceStore, PaymentMethod::PayEasyAtm, PaymentMethod::PayEasyNet}) {
        QTest::addRow("cash %d", int(method)) << method << QStringList{u"取消実行"_s, refresh};
    }
}

void TestMethodPanel::buttons_areThoseOfTheMethod()
{
    QFETCH(PaymentMethod, method);
    QFETCH(QStringList, expected);
    show(method, u"AUTH"_s);
    QStringList shown;
    for (const PanelButton &button : m_model.buttons()) {
        if (button.visible) {
            shown.append(button.label);
            QVERIFY(button.enabled != !button.reason.isEmpty());
        }
    }
    QCOMPARE(shown, expected);
    m_facts.payments.clear(); // not linked: by the order's method
    refresh();
    QCOMPARE(buttonOf(PanelCommand::Capture).visible, expected.size() > 2);
}

void TestMethodPanel::buttonThatIsOff_saysWhy_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<QString>("status");
    QTest::addColumn<PanelCommand>("command");
    QTest::addColumn<QString>("reason");
    QTest::newRow("cash is paid") << PaymentMethod::ConvenienceStore << u"PAYSUCCESS"_s
                                  << PanelCommand::Cancel << Words::of(RuleReason::PaidInCash);
    QTest::newRow("cash is expired") << PaymentMethod::PayEasyAtm << u"EXPIRED"_s << PanelCommand::Cancel
                                     << u"取引状態が「期限切れ」のため操作できません。"_s;
    QTest::newRow("wallet") << PaymentMethod::Rakuten << u"REQCANCEL"_s << PanelCommand::Capture
                            << Words::of(RuleReason::GatewayInWork);
    QTest::newRow("sold") << PaymentMethod::Docomo << u"SALES"_s << PanelCommand::Capture
                          << Words::of(RuleReason::AlreadyCaptured);
    QTest::newRow("webmoney") << PaymentMethod::Au << u"SALES"_s << PanelCommand::Cancel
                              << Words::of(RuleReason::PaidByWebMoney);
}

void TestMethodPanel::buttonThatIsOff_saysWhy()
{
    QFETCH(PaymentMethod, method);
    QFETCH(QString, status);
    QFETCH(PanelCommand, command);
    QFETCH(QString, reason);
    show(method, status);
    payment().facts.auPayMethod = u"03"_s;
    refresh();
    const PanelButton button = buttonOf(command);
    QVERIFY(button.visible && !button.enabled);
    QCOMPARE(button.reason, reason);
    QVERIFY(buttonOf(PanelCommand::Refresh).enabled);
}

void TestMethodPanel::question_namesWhatIsSentAndWhatFollows_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<QString>("status");
    QTest::addColumn<PanelCommand>("command");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("consequence");
    using Command = PanelCommand;
    QTest::newRow("store") << PaymentMethod::ConvenienceStore << u"REQSUCCESS"_s << Command::Cancel
                           << u"コンビニ決済の取消 ¥3,200"_s << u"キャンセル（CANCEL）"_s
                           << u"お客様は支払えなくなります"_s;
    QTest::newRow("bank") << PaymentMethod::PayEasyNet << u"REQSUCCESS"_s << Command::Cancel
                          << u"Pay-easy決済(ネットバンク)の取消 ¥3,200"_s << u"キャンセル（CANCEL）"_s
                          << u"お客様は支払えなくなります"_s;
    QTest::newRow("au capture") << PaymentMethod::Au << u"AUTH"_s << Command::Capture
                                << u"auかんたん決済の売上確定 ¥3,200"_s << u"実売上済み（SALES）"_s
                                << u"2021/02/28 までは取消ができます"_s;
    QTest::newRow("au cancel") << PaymentMethod::Au << u"SALES"_s << Command::Cancel
                               << u"auかんたん決済の取消 ¥3,200"_s << u"キャンセル（CANCEL）"_s
                               << u"全額を取り消します"_s;
    QTest::newRow("docomo capture") << PaymentMethod::Docomo << u"AUTH"_s << Command::Capture
                                    << u"ドコモケータイ払いの売上確定 ¥3,200"_s << u"実売上済み（SALES）"_s
                                    << u"2021/02/28 20:00 までは取消ができます"_s;
    QTest::newRow("softbank cancel") << PaymentMethod::SoftBank << u"AUTH"_s << Command::Cancel
                                     << u"ソフトバンクまとめて支払いの取消 ¥3,200"_s
                                     << u"キャンセル（CANCEL）"_s << u"元に戻せません"_s;
    QTest::newRow("wallet capture") << PaymentMethod::Rakuten << u"AUTH"_s << Command::Capture
                                    << u"楽天ペイの売上確定の依頼 ¥3,200"_s << u"注文確定受付（REQSALES）"_s
                                    << u"受け付けられると注文確定受付になり、後で実売上済みになります"_s;
    QTest::newRow("wallet cancel") << PaymentMethod::Rakuten << u"SALES"_s << Command::Cancel
                                   << u"楽天ペイの取消の依頼 ¥3,200"_s << u"キャンセル受付（REQCANCEL）"_s
                                   << u"受け付けられるとキャンセル受付になり、後でキャンセルになります"_s;
    QTest::newRow("wallet change") << PaymentMethod::Rakuten << u"AUTH"_s << Command::Change
                                   << u"楽天ペイの金額変更の依頼 ¥3,200 → ¥2,700"_s
                                   << u"注文金額変更受付（REQCHANGE）"_s
                                   << u"受け付けられると注文金額変更受付になり、後で仮売上済みになります"_s;
}

void TestMethodPanel::question_namesWhatIsSentAndWhatFollows()
{
    QFETCH(PaymentMethod, method);
    QFETCH(QString, status);
    QFETCH(PanelCommand, command);
    QFETCH(QString, sent);
    QFETCH(QString, after);
    QFETCH(QString, consequence);
    show(method, status);
    if (command == PanelCommand::Change) {
        m_facts.order.totals.payableTotal = Yen{2700};
        refresh();
    }
    QVERIFY(m_model.verdict(command).allowed);
    const ConfirmContent content = confirmContentOf(m_model, command);
    QCOMPARE(content.lines.at(3), std::pair(u"送信する内容"_s, sent));
    QCOMPARE(content.lines.at(4).second, after);
    QVERIFY2(content.consequence.contains(consequence), qPrintable(content.consequence));
    QCOMPARE(content.seen.jobCd, QString());
    QCOMPARE(content.seen.status, status);
    const QString all = content.title + content.question + content.verb + sent + content.consequence;
    for (const QString &word : {u"VOID"_s, u"RETURN"_s, u"JobCd"_s, u"カード"_s, u"再オーソリ"_s}) {
        QVERIFY2(!all.contains(word), qPrintable(all));
    }
    QVERIFY(!content.statement.contains(u"カード"_s));
}

/// Sold on the 3rd: the books of its ten days are closed on the 13th, at the time of day of the sale.
void TestMethodPanel::captureOfSoftBank_canBeUndoneUntilTheBooksAreClosed()
{
    show(PaymentMethod::SoftBank, u"AUTH"_s);
    const QString text = confirmContentOf(m_model, PanelCommand::Capture).consequence;
    QVERIFY2(text.contains(u"2020/12/13 13:00 までは取消ができます"_s), qPrintable(text));
}

void TestMethodPanel::captureOfWebMoney_saysThatItCannotBeUndone()
{
    show(PaymentMethod::Au, u"AUTH"_s);
    payment().facts.auPayMethod = u"03"_s;
    refresh();
    const QString text = confirmContentOf(m_model, PanelCommand::Capture).consequence;
    QVERIFY2(text.contains(u"取り消せません"_s), qPrintable(text));
    QCOMPARE(auPayMethodName(u"02"_s), u"クレジットカード"_s);
    QCOMPARE(auPayMethodName(u"03"_s), u"WebMoney"_s);
    QCOMPARE(auPayMethodName(u"77"_s), u"77"_s);
}

void TestMethodPanel::store_isNamedInBothSchemesOfCodes()
{
    const QList<std::pair<QString, QString>> names{
        {u"00001"_s, u"ローソン"_s},         {u"00002"_s, u"ファミリーマート"_s},
        {u"00003"_s, u"サンクス"_s},         {u"00004"_s, u"サークルK"_s},
        {u"00005"_s, u"ミニストップ"_s},     {u"00006"_s, u"デイリーヤマザキ"_s},
        {u"00007"_s, u"セブンイレブン"_s},   {u"00008"_s, u"セイコーマート"_s},
        {u"00009"_s, u"スリーエフ"_s},       {u"10001"_s, u"ローソン"_s},
        {u"10002"_s, u"ファミリーマート"_s}, {u"10005"_s, u"ミニストップ"_s},
        {u"10008"_s, u"セイコーマート"_s},   {u"99999"_s, u"99999"_s}};
    for (const auto &[code, name] : names) {
        QCOMPARE(storeName(code), name);
    }
}

void TestMethodPanel::numberOfAStore_hasTheStoresOwnNameToo()
{
    show(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s);
    m_facts.payments.first().numbers = {{u"CvsCode"_s, u"00007"_s}, {u"CvsReceiptNo"_s, u"1234567890123"_s}};
    refresh();
    QCOMPARE(rowOf(u"receiptNo"_s).label, u"受付番号（払込票番号）"_s);
    QVERIFY(rowOf(u"receiptNo"_s).copyable);
    m_facts.payments.first().numbers.first().second = u"10002"_s;
    refresh();
    QCOMPARE(rowOf(u"receiptNo"_s).label, u"受付番号（注文番号）"_s);
    QCOMPARE(rowOf(u"confNo"_s).label, u"確認番号（企業コード）"_s);
    QVERIFY(!rowOf(u"confNo"_s).copyable);
}

void TestMethodPanel::partThatWasTakenBackElsewhere_isShown()
{
    show(PaymentMethod::Docomo, u"SALES"_s);
    payment().known->cancelledAmount = Yen{};
    refresh();
    QVERIFY(rowOf(u"cancelledAmount"_s).key.isEmpty());
    payment().known->amount = Yen{2200};
    payment().known->cancelledAmount = Yen{1000};
    refresh();
    QCOMPARE(rowOf(u"cancelledAmount"_s).value, u"¥1,000"_s);
    QCOMPARE(rowOf(u"leftAmount"_s).value, u"¥2,200"_s);
    QCOMPARE(confirmContentOf(m_model, PanelCommand::Cancel).verb, u"¥2,200 を取消する"_s);
}

void TestMethodPanel::deadlines_areShownWithTheDaysLeft()
{
    show(PaymentMethod::Rakuten, u"AUTH"_s);
    QCOMPARE(rowOf(u"captureBy"_s).value, u"2021/05/31（あと 179日）"_s);
    QCOMPARE(rowOf(u"cancelBy"_s).label, u"変更・取消期限"_s);
    QCOMPARE(rowOf(u"captureBy"_s).tone, Tone::Plain);
    m_model.setGatewayNow(japantime::instantOf(QDate(2021, 5, 17), QTime(9, 0)));
    QCOMPARE(rowOf(u"captureBy"_s).tone, Tone::Work); // 14 days
    m_model.setGatewayNow(japantime::instantOf(QDate(2021, 6, 1), QTime(9, 0)));
    QCOMPARE(rowOf(u"captureBy"_s).tone, Tone::Alarm);
    QVERIFY2(rowOf(u"captureBy"_s).value.contains(u"1日超過"_s), qPrintable(rowOf(u"captureBy"_s).value));
    QCOMPARE(buttonOf(PanelCommand::Capture).reason, Words::of(RuleReason::CaptureTermOver));
    show(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s);
    QCOMPARE(rowOf(u"payBy"_s).value, u"2020/12/13（あと 10日）"_s);
    QCOMPARE(rowOf(u"payBy"_s).label, u"お支払期限"_s);
    QVERIFY(rowOf(u"cancelBy"_s).key.isEmpty()); // it ends with the other
    show(PaymentMethod::ConvenienceStore, u"PAYSUCCESS"_s);
    QVERIFY(m_model.terms().isEmpty());
}

void TestMethodPanel::deadlineWithATime_saysIt()
{
    show(PaymentMethod::Docomo, u"SALES"_s);
    QCOMPARE(rowOf(u"cancelBy"_s).label, u"取消期限"_s);
    QVERIFY2(rowOf(u"cancelBy"_s).value.startsWith(u"2021/02/28 20:00（あと"_s),
             qPrintable(rowOf(u"cancelBy"_s).value));
    m_model.setGatewayNow(japantime::instantOf(QDate(2021, 2, 28), QTime(20, 0, 1)));
    QCOMPARE(rowOf(u"cancelBy"_s).tone, Tone::Quiet);
    QCOMPARE(buttonOf(PanelCommand::Cancel).reason, Words::of(RuleReason::ChangeDeadlineOver));
}

void TestMethodPanel::cashThatIsLateOrPaid_isSaid()
{
    show(PaymentMethod::PayEasyNet, u"REQSUCCESS"_s);
    QVERIFY(bannerText(u"waitsForCash"_s).contains(u"入金を待っています"_s));
    m_model.setGatewayNow(japantime::instantOf(QDate(2020, 12, 14), QTime(9, 0)));
    QVERIFY(bannerText(u"waitsForCash"_s).contains(u"お支払期限を過ぎました"_s));
    show(PaymentMethod::PayEasyNet, u"PAYSUCCESS"_s);
    QVERIFY(bannerText(u"paidInCash"_s).contains(u"入金済み"_s));
    m_facts.order.status = OrderStatus::Paid;
    refresh();
    QCOMPARE(bannerText(u"paidInCash"_s), QString());
    m_facts.order.status = OrderStatus::Cancelled;
    refresh();
    QVERIFY(bannerText(u"uncancelled"_s).contains(u"返金できない"_s));
}

void TestMethodPanel::waitingForTheWallet_isSaidAndOpensNothing()
{
    for (const QString &word : {u"REQSALES"_s, u"REQCANCEL"_s, u"REQCHANGE"_s}) {
        show(PaymentMethod::Rakuten, word);
        const QString text = bannerText(u"walletPending"_s);
        QVERIFY2(text.contains(Words::of(paymentStatusOfWord(word))), qPrintable(text));
        for (const PanelButton &button : m_model.buttons()) {
            QCOMPARE(button.enabled, button.command == PanelCommand::Refresh);
        }
    }
}

void TestMethodPanel::differenceOfACarrier_leavesTheOldAmount()
{
    show(PaymentMethod::SoftBank, u"AUTH"_s);
    m_facts.order.totals.payableTotal = Yen{2700};
    refresh();
    const QString advice = bannerText(u"difference"_s);
    QVERIFY2(advice.contains(u"変更できません"_s), qPrintable(advice));
    QVERIFY(buttonOf(PanelCommand::Capture).reason.contains(u"変更できません"_s));
    QVERIFY(!buttonOf(PanelCommand::Change).visible);
    QVERIFY(buttonOf(PanelCommand::CaptureOldAmount).enabled);
    QCOMPARE(confirmContentOf(m_model, PanelCommand::CaptureOldAmount).verb, u"¥3,200 のまま売上確定する"_s);
}

void TestMethodPanel::closingDates_areCountedByTheirMonths()
{
    const QList<ClosingDate> dates{{u"VISA"_s, 15, {}}, {u"JCB"_s, 31, {}}};
    const auto next = [&dates](const QDate &today) { return nextClosing(dates, today).value(); };
    QCOMPARE(next(QDate(2020, 12, 3)), (ClosingDay{u"VISA"_s, QDate(2020, 12, 15)}));
    QCOMPARE(next(QDate(2020, 12, 15)), (ClosingDay{u"VISA"_s, QDate(2020, 12, 15)}));
    QCOMPARE(next(QDate(2021, 2, 16)), (ClosingDay{u"JCB"_s, QDate(2021, 2, 28)}));
    QVERIFY(!nextClosing({}, QDate(2020, 12, 3)));
    QCOMPARE(closedSince(dates, QDate(2020, 12, 10), QDate(2020, 12, 15)), QList<ClosingDay>());
    QCOMPARE(closedSince(dates, QDate(2020, 12, 10), QDate(2020, 12, 16)),
             QList<ClosingDay>({{u"VISA"_s, QDate(2020, 12, 15)}}));
}

void TestMethodPanel::closingDate_isNamedWhereTheAmountIsChanged()
{
    show(PaymentMethod::Card, u"SALES"_s);
    QCOMPARE(buttonOf(PanelCommand::Change).note, QString());
    m_facts.closingDates = {{u"VISA"_s, 15, {}}};
    m_facts.order.totals.payableTotal = Yen{2700};
    refresh();
    QCOMPARE(buttonOf(PanelCommand::Change).note, u"次の締め日まで 12日（VISA 2020/12/15）。"_s);
    m_model.setGatewayNow(japantime::instantOf(QDate(2020, 12, 16), QTime(9, 0)));
    const QString note = buttonOf(PanelCommand::Change).note;
    QVERIFY2(note.contains(u"締め日を過ぎています（VISA 2020/12/15）"_s) && note.contains(u"翌月以降"_s) &&
                 note.contains(u"次の締め日まで 30日"_s),
             qPrintable(note));
    const auto lines = confirmContentOf(m_model, PanelCommand::Change).lines;
    QCOMPARE(lines.last(), std::pair(u"締め日"_s, note));
    show(PaymentMethod::Au, u"SALES"_s);
    m_facts.closingDates = {{u"VISA"_s, 15, {}}};
    refresh();
    QCOMPARE(buttonOf(PanelCommand::Cancel).note, QString());
}

/// 楽天ペイ can be changed too, and settles with nobody's card company.
void TestMethodPanel::closingDate_isNotThatOfAWallet()
{
    for (const QString &word : {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}) {
        show(PaymentMethod::Rakuten, word);
        m_facts.closingDates = {{u"VISA"_s, 15, {}}};
        m_facts.order.totals.payableTotal = Yen{2700};
        refresh();
        QVERIFY2(buttonOf(PanelCommand::Change).enabled, qPrintable(word));
        QCOMPARE(buttonOf(PanelCommand::Change).note, QString());
        for (const auto &line : confirmContentOf(m_model, PanelCommand::Change).lines) {
            QVERIFY2(line.first != u"締め日", qPrintable(line.second));
        }
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodPanel)
#include "test_methodpanel.moc"
