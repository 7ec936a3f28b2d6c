// problemsOf(): what of an edited order cannot be stored.
#include "core/base/sentence.h"
#include "core/domain/edittexts.h"
#include "core/domain/orderedit.h"
#include "core/domain/paymentrules.h"
#include "core/domain/totals.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Part = EditPlace::Part;
using Spot = EditSpot;
using namespace edittexts;

namespace {

constexpr qsizetype MostLines = 10'000; ///< as many as an import takes
constexpr qint64 LargestPriceYen = 99'999'999;
constexpr qint64 LargestQuantity = 9'999'999;
constexpr int LargestTaxRatePercent = 100;

/// Collects what is wrong at the places of one part.
class Problems
{
public:
    void turnTo(Part part, int row)
    {
        m_part = part;
        m_row = row;
    }
    void add(Spot spot, const QString &sentence) { m_problems.append({{m_part, m_row, spot}, sentence}); }
    [[nodiscard]] const QList<EditProblem> &all() const { return m_problems; }

private:
    Part m_part = Part::Order;
    int m_row = -1;
    QList<EditProblem> m_problems;
};

/// What is wrong with a text that was changed; "" nothing.
using Check = QString (*)(const QString &text);

template <typename Object>
struct Rule
{
    QString Object::*member;
    Spot spot;
    Check check;
};

constexpr Rule<Addressee> PersonRules[] = {
    {&Addressee::familyName, Spot::FamilyName, name},
    {&Addressee::givenName, Spot::GivenName, oneLine},
    {&Addressee::familyKana, Spot::FamilyKana, kana},
    {&Addressee::givenKana, Spot::GivenKana, kana},
    {&Addressee::companyName, Spot::CompanyName, oneLine},
    {&Addressee::postalCode, Spot::PostalCode, postalCode},
    {&Addressee::prefecture, Spot::Prefecture, prefecture},
    {&Addressee::address1, Spot::Address1, oneLine},
    {&Addressee::address2, Spot::Address2, oneLine},
    {&Addressee::phoneNumber, Spot::PhoneNumber, phoneNumber},
};
constexpr Rule<Order> OrderRules[] = {
    {&Order::mailAddress, Spot::MailAddress, mailAddress},
    {&Order::message, Spot::Message, memo},
    {&Order::note, Spot::Note, memo},
};
constexpr Rule<Shipment> ParcelRules[] = {
    {&Shipment::deliveryName, Spot::DeliveryName, oneLine},
    {&Shipment::deliveryTime, Spot::DeliveryTime, oneLine},
    {&Shipment::trackingNumber, Spot::TrackingNumber, trackingNumber},
    {&Shipment::note, Spot::Note, memo},
};

template <typename Object, size_t Count>
void checkTexts(Problems &problems, const Object &edited, const Object &opened,
                const Rule<Object> (&rules)[Count])
{
    for (const Rule<Object> &rule : rules) {
        const QString &text = edited.*rule.member;
        const QString problem = text == opened.*rule.member ? QString() : rule.check(text);
        if (!problem.isEmpty()) {
            problems.add(rule.spot, problem);
        }
    }
}

bool takesOff(OrderItemType type)
{
    return type == OrderItemType::Discount || type == OrderItemType::Point;
}

void checkPrice(Problems &problems, const OrderItem &line)
{
    const qint64 yen = line.price.value;
    if (takesOff(line.type) && (yen > 0 || yen < -LargestPriceYen)) {
        problems.add(Spot::LinePrice,
                     Sentence::tr("割引とポイントの金額は、0円か、-99,999,999円までのマイナス"
                                  "の金額で入力してください（例：-500）。"));
    } else if (!takesOff(line.type) && (yen < 0 || yen > LargestPriceYen)) {
        problems.add(Spot::LinePrice, Sentence::tr("金額は0円から99,999,999円までで入力してください。"
                                                   "値引きは「割引」の行で入力します。"));
    }
}

void checkLine(Problems &problems, const OrderItem &line)
{
    const QString ofName = name(line.productName);
    if (!ofName.isEmpty()) {
        problems.add(Spot::LineName, ofName);
    }
    for (const QString *text : {&line.productCode, &line.className1, &line.className2,
                                &line.classCategoryName1, &line.classCategoryName2}) {
        const QString problem = oneLine(*text);
        if (!problem.isEmpty()) {
            problems.add(Spot::LineCode, problem);
        }
    }
    checkPrice(problems, line);
    if (line.quantity < 1 || line.quantity > LargestQuantity) {
        problems.add(Spot::LineQuantity, Sentence::tr("数量は1から9,999,999までの整数で入力してください。"));
    }
    if (line.taxRatePercent < 0 || line.taxRatePercent > LargestTaxRatePercent) {
        problems.add(Spot::LineTaxRate, Sentence::tr("税率は0%から100%までの整数で入力してください。"));
    }
}

QString payableProblem(const Order &edited)
{
    const Yen payable = edited.totals.payableTotal;
    if (calculatedTotals(edited, 0).payableTotal != payable) {
        return Sentence::tr("お支払い合計が明細の計算結果と違います。「計算結果を更新」を押してください。");
    }
    if (isGatewayMethod(edited.method) && amountReason(edited.method, payable) != RuleReason::None) {
        return Sentence::tr("お支払い合計は1円（楽天ペイは100円）から9,999,999円までにしてください。"
                            "0円にするには、取消(返品)を行います。");
    }
    return payable < Yen{} ? Sentence::tr("お支払い合計がマイナスです。明細を見直してください。") : QString();
}

void checkLines(Problems &problems, const Order &edited, const Order &opened)
{
    if (edited.items == opened.items && edited.totals == opened.totals) {
        return;
    }
    problems.turnTo(Part::Order, -1);
    if (edited.items.isEmpty() && !opened.items.isEmpty()) {
        problems.add(Spot::Lines, Sentence::tr("明細がありません。商品を1行以上入力してください。"));
    }
    if (edited.items.size() > MostLines) {
        problems.add(Spot::Lines, Sentence::tr("明細は10,000行までです。行を減らしてください。"));
        return;
    }
    for (int row = 0; row < edited.items.size(); ++row) {
        const OrderItem &line = edited.items.at(row);
        const bool sameThere = row < opened.items.size() && opened.items.at(row) == line;
        if (!sameThere && !opened.items.contains(line)) {
            problems.turnTo(Part::Line, row);
            checkLine(problems, line);
        }
    }
    problems.turnTo(Part::Order, -1);
    const QString payable = payableProblem(edited);
    if (!payable.isEmpty()) {
        problems.add(Spot::PayableTotal, payable);
    }
}

} // namespace

QList<EditProblem> problemsOf(const Order &edited, const Order &opened)
{
    Problems problems;
    checkTexts(problems, edited.customer, opened.customer, PersonRules);
    checkTexts(problems, edited, opened, OrderRules);
    checkLines(problems, edited, opened);
    for (int place = 0; place < edited.shipments.size(); ++place) {
        problems.turnTo(Part::Parcel, place);
        const Shipment &parcel = edited.shipments.at(place);
        const Shipment before = place < opened.shipments.size() ? opened.shipments.at(place) : parcel;
        checkTexts(problems, parcel.recipient, before.recipient, PersonRules);
        checkTexts(problems, parcel, before, ParcelRules);
    }
    return problems.all();
}

} // namespace kessai
