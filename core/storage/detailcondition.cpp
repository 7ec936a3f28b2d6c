#include "core/storage/detailcondition.h"

#include "core/base/textfold.h"
#include "core/storage/conditionbuilder.h"
#include "core/storage/foldedcolumn.h"

#include <limits>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Piece
{
    QString column;
    QString typed;
    QString folded; ///< the column as foldedColumn() gives it
    QString needle; ///< what was typed, folded in the same way
};

/// Mostly it stands there as it was typed: then nothing is folded.
void addPiece(ConditionBuilder &builder, const Piece &piece)
{
    if (!piece.needle.isEmpty()) {
        builder.add(u"((%1) LIKE ? ESCAPE '!' OR %2 LIKE ? ESCAPE '!')"_s.arg(piece.column, piece.folded),
                    QVariantList{likePattern(piece.typed.trimmed())} + foldingValues() +
                        QVariantList{likePattern(piece.needle)});
    }
}

void addOrderer(ConditionBuilder &builder, const OrderFilter &filter)
{
    const QList<std::pair<QString, QString>> pieces{
        {u"family_name || given_name"_s, filter.customerName},
        {u"family_kana || given_kana"_s, filter.customerKana},
        {u"company_name"_s, filter.companyName},
        {u"mail_address"_s, filter.mailAddress},
    };
    for (const auto &[column, typed] : pieces) {
        addPiece(builder, {column, typed, foldedColumn(column), foldedLikeColumn(typed)});
    }
    const QString phone = u"phone_number"_s;
    addPiece(builder, {phone, filter.phoneNumber, u"replace(%1, 'ー', '')"_s.arg(foldedColumn(phone)),
                       foldedLikeColumn(filter.phoneNumber).remove(u'ー')});
}

/// As typed, and in its ordinary width.
QVariantList spellingsOf(const QString &number)
{
    const QString typed = number.trimmed();
    QStringList spellings{typed};
    const QString ordinary = typed.normalized(QString::NormalizationForm_KC);
    if (ordinary != typed) {
        spellings.append(ordinary);
    }
    return valuesOf(spellings);
}

/// Orders with a row in another table. All of them are looked for once, not anew for each order.
void addPart(ConditionBuilder &builder, const QString &table, const QString &condition,
             const QVariantList &values)
{
    builder.add(u"id IN (SELECT part.order_id FROM %1 part WHERE %2)"_s.arg(table, condition), values);
}

/// Goods have few names for their many rows, and only these are folded: the limit, though none, keeps the
/// databases from folding first.
QString productNames()
{
    return u"SELECT name FROM (SELECT DISTINCT product_name AS name FROM order_item LIMIT %1) AS names "
           "WHERE %2 LIKE ? ESCAPE '!'"_s.arg(std::numeric_limits<qint64>::max())
               .arg(foldedColumn(u"name"_s));
}

void addParts(ConditionBuilder &builder, const OrderFilter &filter)
{
    const auto places = [](qsizetype count) { return QStringList(count, u"?"_s).join(u','); };
    if (!filter.trackingNumber.trimmed().isEmpty()) {
        const QVariantList spellings = spellingsOf(filter.trackingNumber);
        addPart(builder, u"shipment"_s, u"part.tracking_number IN (%1)"_s.arg(places(spellings.size())),
                spellings);
    }
    if (!filter.prefectures.isEmpty()) {
        addPart(builder, u"shipment"_s, u"part.prefecture IN (%1)"_s.arg(places(filter.prefectures.size())),
                valuesOf(filter.prefectures));
    }
    if (filter.deliveryFrom || filter.deliveryTo) { // both of the same parcel
        addPart(builder, u"shipment"_s, u"part.delivery_date >= ? AND part.delivery_date <= ?"_s,
                {filter.deliveryFrom ? filter.deliveryFrom->toString(Qt::ISODate) : u"0000"_s,
                 filter.deliveryTo ? filter.deliveryTo->toString(Qt::ISODate) : u"9999-12-31"_s});
    }
    const QString product = foldedLikeColumn(filter.productName);
    if (!product.isEmpty()) {
        addPart(builder, u"order_item"_s,
                u"part.type = %1 AND part.product_name IN (%2)"_s.arg(int(OrderItemType::Goods))
                    .arg(productNames()),
                foldingValues() << likePattern(product));
    }
}

} // namespace

QStringList textPiecesOf(const OrderFilter &filter)
{
    QStringList pieces;
    for (const QString &typed : {filter.customerName, filter.customerKana, filter.companyName,
                                 filter.mailAddress, filter.phoneNumber}) {
        // A hyphen at an end may stand between digits there, and be left out.
        QString anywhere = foldForSearch(typed);
        while (anywhere.endsWith(u'ー')) {
            anywhere.chop(1);
        }
        while (anywhere.startsWith(u'ー')) {
            anywhere.remove(0, 1);
        }
        if (!anywhere.isEmpty()) {
            pieces.append(anywhere);
        }
    }
    return pieces;
}

void addNumbers(ConditionBuilder &builder, const OrderFilter &filter)
{
    if (!filter.orderNumber.trimmed().isEmpty()) {
        builder.addList(u"order_number"_s, spellingsOf(filter.orderNumber));
    }
    if (filter.totalFrom) {
        builder.add(u"payable_total >= ?"_s, {filter.totalFrom->value});
    }
    if (filter.totalTo) {
        builder.add(u"payable_total <= ?"_s, {filter.totalTo->value});
    }
}

void addPieces(ConditionBuilder &builder, const OrderFilter &filter)
{
    addOrderer(builder, filter);
    addParts(builder, filter);
}

} // namespace kessai
