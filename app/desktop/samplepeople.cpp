#include "app/desktop/samplepeople.h"

#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Name
{
    QStringView written;
    QStringView kana;
};

constexpr std::array FamilyNames{
    Name{u"佐藤", u"サトウ"},     Name{u"鈴木", u"スズキ"},     Name{u"髙橋", u"タカハシ"},
    Name{u"田中", u"タナカ"},     Name{u"伊藤", u"イトウ"},     Name{u"渡邉", u"ワタナベ"},
    Name{u"山本", u"ヤマモト"},   Name{u"中村", u"ナカムラ"},   Name{u"小林", u"コバヤシ"},
    Name{u"加藤", u"カトウ"},     Name{u"吉田", u"ヨシダ"},     Name{u"山﨑", u"ヤマザキ"},
    Name{u"森", u"モリ"},         Name{u"池田", u"イケダ"},     Name{u"橋本", u"ハシモト"},
    Name{u"長谷川", u"ハセガワ"}, Name{u"五十嵐", u"イガラシ"}, Name{u"勅使河原", u"テシガワラ"},
};
constexpr std::array GivenNames{
    Name{u"花子", u"ハナコ"},   Name{u"健一", u"ケンイチ"}, Name{u"美咲", u"ミサキ"},
    Name{u"翔太", u"ショウタ"}, Name{u"陽菜", u"ヒナ"},     Name{u"大輔", u"ダイスケ"},
    Name{u"さくら", u"サクラ"}, Name{u"直樹", u"ナオキ"},   Name{u"由美子", u"ユミコ"},
    Name{u"誠", u"マコト"},     Name{u"恵", u"メグミ"},     Name{u"蓮", u"レン"},
};
struct Place
{
    QStringView prefecture;
    QStringView city;
    QStringView postalCode;
};
constexpr std::array Places{
    Place{u"東京都", u"千代田区丸の内", u"1000005"},
    Place{u"大阪府", u"大阪市北区梅田", u"5300001"},
    Place{u"愛知県", u"名古屋市中村区名駅", u"4500002"},
    Place{u"北海道", u"札幌市中央区北一条西", u"0600001"},
    Place{u"福岡県", u"福岡市博多区博多駅前", u"8120011"},
    Place{u"宮城県", u"仙台市青葉区中央", u"9800021"},
    Place{u"神奈川県", u"横浜市西区みなとみらい", u"2200012"},
    Place{u"京都府", u"京都市下京区東塩小路町", u"6008216"},
    Place{u"沖縄県", u"那覇市おもろまち", u"9000006"},
};
struct Product
{
    QStringView name;
    QStringView code;
    qint64 priceYen;
    int taxRatePercent;
};
constexpr std::array Products{
    Product{u"ディナーフォーク", u"fork-01", 2000, 10},  Product{u"チェリーアイスサンド", u"sand-01", 980, 8},
    Product{u"手ぬぐい 青海波", u"ten-03", 1500, 10},    Product{u"有田焼 マグカップ", u"mug-12", 3200, 10},
    Product{u"深蒸し煎茶 200g", u"tea-05", 1620, 8},     Product{u"備前焼 徳利", u"tok-02", 8400, 10},
    Product{u"だし醤油 三本セット", u"soy-30", 2480, 8}, Product{u"南部鉄器 急須", u"pot-07", 12800, 10},
};

template <typename List>
const auto &oneOf(const List &list, QRandomGenerator &dice)
{
    return list[size_t(dice.bounded(int(list.size())))];
}

QString companyFor(QRandomGenerator &dice, const QString &familyName)
{
    switch (dice.bounded(20)) {
    case 0:
        return u"㈱"_s + familyName + u"商店"_s;
    case 1:
        return u"一般社団法人全国伝統工芸品産業振興連絡協議会"_s;
    default:
        return {};
    }
}

} // namespace

Addressee samplePerson(QRandomGenerator &dice)
{
    const Name &family = oneOf(FamilyNames, dice);
    const Name &given = oneOf(GivenNames, dice);
    const Place &place = oneOf(Places, dice);
    Addressee person;
    person.familyName = family.written.toString();
    person.familyKana = family.kana.toString();
    person.givenName = given.written.toString();
    person.givenKana = given.kana.toString();
    person.companyName = companyFor(dice, person.familyName);
    person.prefecture = place.prefecture.toString();
    person.address1 = place.city.toString();
    person.address2 = u"%1-%2-%3"_s.arg(dice.bounded(1, 9)).arg(dice.bounded(1, 30)).arg(dice.bounded(1, 20));
    person.postalCode = place.postalCode.toString();
    person.phoneNumber = u"03%1"_s.arg(dice.bounded(10'000'000, 99'999'999));
    return person;
}

QList<OrderItem> sampleItems(QRandomGenerator &dice)
{
    QList<OrderItem> items;
    const int lines = dice.bounded(1, 4);
    for (int line = 0; line < lines; ++line) {
        const Product &product = oneOf(Products, dice);
        OrderItem item;
        item.productName = product.name.toString();
        item.productCode = product.code.toString();
        item.price = Yen{product.priceYen};
        item.quantity = dice.bounded(1, 4);
        item.taxRatePercent = product.taxRatePercent;
        items.append(item);
    }
    OrderItem postage;
    postage.type = OrderItemType::DeliveryFee;
    postage.productName = u"送料"_s;
    postage.price = Yen{dice.bounded(3) == 0 ? 0 : 600};
    postage.taxRatePercent = 10;
    postage.taxDisplay = TaxDisplay::Included;
    items.append(postage);
    return items;
}

} // namespace kessai
