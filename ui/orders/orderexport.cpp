#include "ui/orders/orderexport.h"

#include "core/base/japantime.h"
#include "ui/history/exportdialog.h"
#include "ui/text/formats.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderExport)
};

enum class Columns { List, ShopOrders, ShopShipping };

ExportOffer::Group columnGroup()
{
    return {Text::tr("列"),
            {{u"listColumnsChoice"_s, Text::tr("一覧に表示している列（並び順も同じ）")},
             {u"shopOrdersChoice"_s, Text::tr("受注CSV（EC-CUBE 4の70列、明細ごとに1行）")},
             {u"shopShippingChoice"_s, Text::tr("出荷CSV登録用（EC-CUBE 4の3列、出荷済みのお届け先だけ）")}}};
}

/// What is ticked first: somebody has chosen it.
ExportOffer::Group rowGroup(const OrderExport &exported)
{
    const QString ticked = exported.ticked
                               ? Text::tr("選択した受注だけ（%1件）").arg(Formats::count(*exported.ticked))
                               : Text::tr("選択した受注だけ");
    const QString all =
        exported.shown.found
            ? Text::tr("検索結果すべて（%1件）").arg(Formats::count(exported.shown.found->size()))
            : Text::tr("検索結果すべて");
    return {Text::tr("対象"), {{u"tickedChoice"_s, ticked}, {u"matchingChoice"_s, all}}};
}

QString sentence(const OrderExport &exported)
{
    if (!exported.ticks.isEmpty() || !exported.shown.found) {
        return Text::tr("「%1」を、今の条件と並び順で書き出します。").arg(exported.list);
    }
    return Text::tr("「%1」の検索結果%2件を、今の並び順で書き出します。")
        .arg(exported.list, Formats::count(exported.shown.found->size()));
}

QString fileName(const QString &list, Columns columns)
{
    const QDateTime now = japantime::fromInstant(QDateTime::currentDateTimeUtc());
    if (columns == Columns::List) {
        return u"%1-%2"_s.arg(list, now.toString(u"yyyyMMdd-HHmm"_s));
    }
    // As the shop's system names its own.
    return (columns == Columns::ShopOrders ? u"order_%1"_s : u"shipping_%1"_s)
        .arg(now.toString(u"yyyyMMddHHmmss"_s));
}

} // namespace

void openOrderExport(QWidget &parent, ShopSession &session, const OrderExport &exported)
{
    const bool asksRows = !exported.ticks.isEmpty();
    const auto columnsOf = [](const ExportOffer::Chosen &chosen) { return Columns(chosen.last()); };
    ExportOffer offer;
    offer.what = sentence(exported);
    if (asksRows) {
        offer.groups.append(rowGroup(exported));
    }
    offer.groups.append(columnGroup());
    offer.newTable = [exported, asksRows, columnsOf](const ExportOffer::Chosen &chosen) {
        WantedOrders wanted = exported.shown;
        if (asksRows && chosen.first() == 0) {
            wanted.ticks = exported.ticks;
        }
        const Columns columns = columnsOf(chosen);
        if (columns == Columns::List) {
            return std::shared_ptr<ExportedTable>(std::make_shared<ExportedList>(wanted, exported.values));
        }
        const auto file = columns == Columns::ShopOrders ? ExportedShopFile::File::Orders
                                                         : ExportedShopFile::File::Shipping;
        return std::shared_ptr<ExportedTable>(std::make_shared<ExportedShopFile>(wanted, file));
    };
    offer.fileName = [list = exported.list, columnsOf](const ExportOffer::Chosen &chosen) {
        return fileName(list, columnsOf(chosen));
    };
    // The shop's system stumbles over the mark by which Excel knows UTF-8.
    offer.format = [columnsOf](const ExportOffer::Chosen &chosen) {
        return columnsOf(chosen) == Columns::ShopShipping ? TableFormat::CsvCp932 : TableFormat::CsvUtf8;
    };
    auto *dialog = new ExportDialog(session, std::move(offer), &parent);
    dialog->open();
}

} // namespace kessai
