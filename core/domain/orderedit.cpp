#include "core/domain/orderedit.h"

#include "core/base/sentence.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The rate of the order's last taxed goods, so that a shop of food need not choose it each time.
int rateOfGoods(const Order &order, int ordinaryPercent)
{
    const auto last = std::find_if(order.items.crbegin(), order.items.crend(), [](const OrderItem &item) {
        return item.type == OrderItemType::Goods && item.taxType == TaxType::Taxable;
    });
    return last == order.items.crend() ? ordinaryPercent : last->taxRatePercent;
}

bool isDash(QChar character)
{
    static const QString dashes = u"-‐‑‒–—―−ー─"_s;
    return dashes.contains(character);
}

/// Digits as the shop keeps them: narrow, without hyphens, brackets and spaces.
QString tidyNumber(const QString &text)
{
    QString number;
    const QString narrow = text.normalized(QString::NormalizationForm_KC);
    for (const QChar character : narrow) {
        const bool between = isDash(character) || character == u'(' || character == u')';
        if (!between && !character.isSpace()) {
            number.append(character);
        }
    }
    return number;
}

QString tidyNarrow(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

QString tidyKana(const QString &text)
{
    QString kana = tidyNarrow(text);
    for (QChar &letter : kana) {
        const char16_t code = letter.unicode();
        constexpr char16_t ToKatakana = 0x60;
        if (code >= u'ぁ' && code <= u'ゖ') {
            letter = QChar(char16_t(code + ToKatakana));
        }
    }
    return kana;
}

QString tidyLine(const QString &text)
{
    return text.trimmed();
}

QString tidyLines(const QString &text)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    lines.replace(u'\r', u'\n');
    return lines.trimmed();
}

using Tidy = QString (*)(const QString &);
template <typename Object>
struct TidyRule
{
    QString Object::*member;
    Tidy tidy;
};

template <typename Object, size_t Count>
void tidy(Object &edited, const Object &opened, const TidyRule<Object> (&rules)[Count])
{
    for (const TidyRule<Object> &rule : rules) {
        if (edited.*rule.member != opened.*rule.member) {
            edited.*rule.member = rule.tidy(edited.*rule.member);
        }
    }
}

constexpr TidyRule<Addressee> PersonRules[] = {
    {&Addressee::familyName, tidyLine},  {&Addressee::givenName, tidyLine},
    {&Addressee::familyKana, tidyKana},  {&Addressee::givenKana, tidyKana},
    {&Addressee::companyName, tidyLine}, {&Addressee::postalCode, tidyNumber},
    {&Addressee::prefecture, tidyLine},  {&Addressee::address1, tidyLine},
    {&Addressee::address2, tidyLine},    {&Addressee::phoneNumber, tidyNumber},
};
constexpr TidyRule<Order> OrderRules[] = {
    {&Order::mailAddress, tidyNarrow},
    {&Order::message, tidyLines},
    {&Order::note, tidyLines},
};
constexpr TidyRule<Shipment> ParcelRules[] = {
    {&Shipment::deliveryName, tidyLine},
    {&Shipment::deliveryTime, tidyLine},
    {&Shipment::trackingNumber, tidyNarrow},
    {&Shipment::note, tidyLines},
};

void tidyItem(OrderItem &item)
{
    for (QString *text : {&item.productName, &item.productCode, &item.className1, &item.className2,
                          &item.classCategoryName1, &item.classCategoryName2}) {
        *text = tidyLine(*text);
    }
}

} // namespace

TaxDisplay taxDisplayOf(OrderItemType type)
{
    const bool excluded = type == OrderItemType::Goods || type == OrderItemType::Discount;
    return excluded ? TaxDisplay::Excluded : TaxDisplay::Included;
}

TaxType taxTypeOf(OrderItemType type)
{
    const bool untaxed = type == OrderItemType::Point || type == OrderItemType::Tax;
    return untaxed ? TaxType::Untaxed : TaxType::Taxable;
}

QString labelOf(OrderItemType type)
{
    switch (type) {
    case OrderItemType::Goods:
        return Sentence::tr("商品");
    case OrderItemType::DeliveryFee:
        return Sentence::tr("送料");
    case OrderItemType::Charge:
        return Sentence::tr("手数料");
    case OrderItemType::Discount:
        return Sentence::tr("割引");
    case OrderItemType::Tax:
        return Sentence::tr("税");
    case OrderItemType::Point:
        return Sentence::tr("ポイント");
    }
    return {};
}

OrderItem newLine(const Order &order, OrderItemType type, const LineDefaults &defaults)
{
    OrderItem line;
    line.type = type;
    line.taxType = taxTypeOf(type);
    line.taxDisplay = taxDisplayOf(type);
    line.rounding = defaults.rounding;
    if (type == OrderItemType::Goods) {
        line.taxRatePercent = rateOfGoods(order, defaults.taxRatePercent);
        return line;
    }
    // Kept with the order, and so in the shop's language.
    static const QHash<OrderItemType, QString> names = {{OrderItemType::DeliveryFee, u"送料"_s},
                                                        {OrderItemType::Charge, u"手数料"_s},
                                                        {OrderItemType::Discount, u"割引"_s},
                                                        {OrderItemType::Tax, u"税"_s},
                                                        {OrderItemType::Point, u"ポイント"_s}};
    line.productName = names.value(type);
    line.taxRatePercent = line.taxType == TaxType::Taxable ? defaults.taxRatePercent : 0;
    return line;
}

const QStringList &prefectures()
{
    static const QStringList names =
        u"北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 "
        u"神奈川県 "
        "新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 "
        "奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 "
        "熊本県 大分県 宮崎県 鹿児島県 沖縄県"_s.split(u' ');
    return names;
}

Order tidied(Order edited, const Order &opened)
{
    tidy(edited.customer, opened.customer, PersonRules);
    tidy(edited, opened, OrderRules);
    for (qsizetype place = 0; place < edited.shipments.size(); ++place) {
        Shipment &parcel = edited.shipments[place];
        const Shipment before = place < opened.shipments.size() ? opened.shipments.at(place) : Shipment();
        tidy(parcel.recipient, before.recipient, PersonRules);
        tidy(parcel, before, ParcelRules);
    }
    for (OrderItem &item : edited.items) {
        if (!opened.items.contains(item)) {
            tidyItem(item);
        }
    }
    return edited;
}

} // namespace kessai
