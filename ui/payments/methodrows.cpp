#include "ui/payments/methodrows.h"

#include "ui/text/formats.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString SevenEleven = u"00007"_s;
const QString FamilyMart = u"10002"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MethodRows)
};

class Rows
{
public:
    Rows(const Payment &payment, const PaymentNumbers &numbers) : m_payment(payment), m_numbers(numbers) {}

    void add(const QString &key, const QString &label, const QString &value, bool copyable = false)
    {
        rows.append({key, label, value.isEmpty() ? u"—"_s : value});
        rows.last().copyable = copyable && !value.isEmpty();
    }
    /// A number that people type in or read out.
    void addNumber(const QString &key, const QString &label, const QString &name)
    {
        add(key, label, number(name), true);
    }
    void addInstant(const QString &key, const QString &label, const std::optional<QDateTime> &instant)
    {
        add(key, label, instant ? Formats::second(*instant) : QString());
    }
    [[nodiscard]] QString number(const QString &name) const
    {
        for (const auto &[known, value] : m_numbers) {
            if (known == name) {
                return value;
            }
        }
        return {};
    }
    [[nodiscard]] const Payment &payment() const { return m_payment; }

    QList<PanelRow> rows;

private:
    const Payment &m_payment;
    const PaymentNumbers &m_numbers;
};

void addCard(Rows &rows)
{
    const Payment &payment = rows.payment();
    const Snapshot known = payment.known.value_or(Snapshot{});
    rows.add(u"approve"_s, Text::tr("承認番号"), known.approve, true);
    rows.add(u"payMethod"_s, Text::tr("支払い方法"), payMethodName(payment.methodCode, payment.payTimes));
    rows.add(u"forward"_s, Text::tr("仕向け先"), payment.forward);
    rows.add(u"tranId"_s, Text::tr("トランザクションID"), known.tranId, true);
    rows.addInstant(u"authorizedAt"_s, Text::tr("与信日時"), payment.authorizedAt);
}

/// Two stores call the numbers by names of their own, which stand in brackets: staff read them to the buyer.
void addStore(Rows &rows)
{
    const QString store = rows.number(u"CvsCode"_s);
    rows.add(u"store"_s, Text::tr("コンビニ"), storeName(store));
    rows.addNumber(u"receiptNo"_s,
                   store == SevenEleven  ? Text::tr("受付番号（払込票番号）")
                   : store == FamilyMart ? Text::tr("受付番号（注文番号）")
                                         : Text::tr("受付番号"),
                   u"CvsReceiptNo"_s);
    rows.addNumber(u"confNo"_s,
                   store == FamilyMart ? Text::tr("確認番号（企業コード）") : Text::tr("確認番号"),
                   u"CvsConfNo"_s);
    rows.addInstant(u"paidAt"_s, Text::tr("払込日時"), rows.payment().facts.paidAt);
}

void addPayEasy(Rows &rows)
{
    rows.addNumber(u"bankCode"_s, Text::tr("収納機関番号"), u"BkCode"_s);
    rows.addNumber(u"customerNo"_s, Text::tr("お客様番号"), u"CustID"_s);
    rows.addNumber(u"confNo"_s, Text::tr("確認番号"), u"ConfNo"_s);
    if (rows.payment().method == PaymentMethod::PayEasyNet) {
        rows.addNumber(u"paymentUrl"_s, Text::tr("お支払い画面のURL"), u"PayeasyPaymentURL"_s);
    }
    rows.addInstant(u"paidAt"_s, Text::tr("払込日時"), rows.payment().facts.paidAt);
}

void addAu(Rows &rows)
{
    rows.add(u"auPayMethod"_s, Text::tr("決済手段"), auPayMethodName(rows.payment().facts.auPayMethod));
    rows.addNumber(u"auPayInfoNo"_s, Text::tr("お支払番号"), u"AuPayInfoNo"_s);
    rows.addInstant(u"authorizedAt"_s, Text::tr("与信日時"), rows.payment().authorizedAt);
}

void addRakuten(Rows &rows)
{
    const MethodFacts &facts = rows.payment().facts;
    rows.addInstant(u"walletOrderedAt"_s, Text::tr("注文日"), facts.orderedAt);
    rows.add(u"completedOn"_s, Text::tr("完了日"),
             facts.completedOn ? Formats::day(*facts.completedOn) : QString());
}

} // namespace

QList<PanelRow> methodRows(const Payment &payment, const PaymentNumbers &numbers)
{
    Rows rows(payment, numbers);
    switch (payment.method) {
    case PaymentMethod::Card:
    case PaymentMethod::Other:
        addCard(rows);
        break;
    case PaymentMethod::ConvenienceStore:
        addStore(rows);
        break;
    case PaymentMethod::PayEasyAtm:
    case PaymentMethod::PayEasyNet:
        addPayEasy(rows);
        break;
    case PaymentMethod::Au:
        addAu(rows);
        break;
    case PaymentMethod::Docomo:
        rows.addNumber(u"docomoCode"_s, Text::tr("決済番号"), u"DocomoSettlementCode"_s);
        rows.addInstant(u"authorizedAt"_s, Text::tr("与信日時"), payment.authorizedAt);
        break;
    case PaymentMethod::SoftBank:
        rows.addNumber(u"trackingId"_s, Text::tr("トラッキングID"), u"SbTrackingId"_s);
        rows.addInstant(u"authorizedAt"_s, Text::tr("与信日時"), payment.authorizedAt);
        break;
    case PaymentMethod::Rakuten:
        addRakuten(rows);
        break;
    }
    return rows.rows;
}

QString storeName(const QString &cvsCode)
{
    const QHash<QString, QString> names{
        {u"00001"_s, Text::tr("ローソン")},         {u"10001"_s, Text::tr("ローソン")},
        {u"00002"_s, Text::tr("ファミリーマート")}, {FamilyMart, Text::tr("ファミリーマート")},
        {u"00003"_s, Text::tr("サンクス")},         {u"00004"_s, Text::tr("サークルK")},
        {u"00005"_s, Text::tr("ミニストップ")},     {u"10005"_s, Text::tr("ミニストップ")},
        {u"00006"_s, Text::tr("デイリーヤマザキ")}, {SevenEleven, Text::tr("セブンイレブン")},
        {u"00008"_s, Text::tr("セイコーマート")},   {u"10008"_s, Text::tr("セイコーマート")},
        {u"00009"_s, Text::tr("スリーエフ")},
    };
    return names.value(cvsCode, cvsCode);
}

QString auPayMethodName(const QString &code)
{
    const QHash<QString, QString> names{{u"01"_s, Text::tr("キャリア請求")},
                                        {u"02"_s, Text::tr("クレジットカード")},
                                        {u"03"_s, u"WebMoney"_s}};
    return names.value(code, code);
}

QString payMethodName(const QString &methodCode, const QString &payTimes)
{
    if (methodCode == u"1") {
        return Text::tr("一括払い");
    }
    if (methodCode == u"2") {
        return Text::tr("分割%1回払い").arg(payTimes);
    }
    if (methodCode == u"3") {
        return Text::tr("ボーナス一括");
    }
    if (methodCode == u"4") {
        return Text::tr("ボーナス分割%1回払い").arg(payTimes);
    }
    return methodCode == u"5" ? Text::tr("リボ払い") : methodCode;
}

} // namespace kessai
