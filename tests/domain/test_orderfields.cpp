#include "core/domain/orderfields.h"
#include "core/domain/orderfieldtable.h"
#include "core/domain/totals.h"
#include "tests/domain/editedorder.h"

#include <QTest>

using namespace kessai;
using F = OrderField;

namespace {

QStringList labelsOf(const QList<FieldDifference> &differences)
{
    QStringList labels;
    for (const FieldDifference &difference : differences) {
        labels.append(difference.label);
    }
    return labels;
}

/// One more piece of the first goods, with what it makes of the totals.
Order withOneMore(Order order)
{
    order.items[0].quantity += 1;
    order.totals = calculatedTotals(order, 1);
    return order;
}

/// Every field that staff can change, each changed.
Order changedEverywhere(Order order)
{
    order.paidAt = order.orderedAt;
    order.customer = {u"佐藤"_s,    u"花子"_s,   u"サトウ"_s,     u"ハナコ"_s, u"有限会社"_s,
                      u"5300001"_s, u"大阪府"_s, u"大阪市北区"_s, u"2階"_s,    u"0661234567"_s};
    order.mailAddress = u"hanako@example.com"_s;
    order.message = u"のし紙"_s;
    order.note = u"電話済み"_s;
    order = withOneMore(order);
    Shipment &parcel = order.shipments.first();
    parcel.recipient = order.customer;
    parcel.deliveryName = u"別の業者"_s;
    parcel.deliveryDate = QDate(2020, 12, 10);
    parcel.deliveryTime = u"午前"_s;
    parcel.note = u"玄関先"_s;
    parcel.trackingNumber = u"4012-1"_s;
    parcel.shippedAt = order.orderedAt;
    return order;
}

} // namespace

class TestOrderFields : public QObject
{
    Q_OBJECT

private slots:
    void rows_areInTheOrderOfTheFields()
    {
        const QList<FieldRow> &rows = fieldRows();
        QCOMPARE(rows.size(), int(F::ShippedAt) + 1);
        for (int place = 0; place < rows.size(); ++place) {
            QCOMPARE(int(rows.at(place).field), place);
        }
    }

    void differences_ofTheSameAreNone() { QVERIFY(differencesOf(orderToEdit(), orderToEdit()).isEmpty()); }

    void differences_nameEachFieldOnce()
    {
        const QList<FieldDifference> differences =
            differencesOf(orderToEdit(), changedEverywhere(orderToEdit()));
        QCOMPARE(labelsOf(differences), (QStringList{u"入金日"_s,
                                                     u"お名前"_s,
                                                     u"お名前（カナ）"_s,
                                                     u"会社名"_s,
                                                     u"住所"_s,
                                                     u"電話番号"_s,
                                                     u"メールアドレス"_s,
                                                     u"要望等"_s,
                                                     u"ショップ用メモ欄"_s,
                                                     u"明細と金額"_s,
                                                     u"配送先のお名前"_s,
                                                     u"配送先のお名前（カナ）"_s,
                                                     u"配送先の会社名"_s,
                                                     u"配送先の住所"_s,
                                                     u"配送先の電話番号"_s,
                                                     u"配送先の配送業者"_s,
                                                     u"配送先のお届け希望日"_s,
                                                     u"配送先のお届け時間"_s,
                                                     u"配送先の配達用メモ"_s,
                                                     u"配送先のお問い合わせ番号"_s,
                                                     u"配送先の発送日"_s}));
        QCOMPARE(differences.at(4).before, u"100-0001 東京都千代田区1-1"_s);
        QCOMPARE(differences.at(4).after, u"530-0001 大阪府大阪市北区2階"_s);
    }

    void takeField_takesAllOfEachField()
    {
        const Order from = changedEverywhere(orderToEdit());
        Order to = orderToEdit();
        const QList<FieldPlace> places = fieldPlacesOf(to, from);
        for (const FieldPlace &place : places) {
            takeField(to, from, place);
            QVERIFY2(isSameField(to, from, place), qPrintable(labelOf(place)));
        }
        QVERIFY(differencesOf(to, from).isEmpty());
        QCOMPARE(to.customer, from.customer);
        QCOMPARE(to.shipments, from.shipments);
    }

    void linesDifference_showsWhatTheOtherHasNot()
    {
        const QList<FieldDifference> differences = differencesOf(orderToEdit(), withOneMore(orderToEdit()));
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().before.split(u'\n'),
                 (QStringList{u"チェリーアイスサンド　2,000円（税抜）× 1　税率10%　小計 2,200円"_s,
                              u"小計 4,360円"_s, u"税金 405円"_s, u"合計 4,860円"_s,
                              u"お支払い合計 4,860円"_s, u"加算ポイント 40"_s}));
        QVERIFY(differences.first().after.contains(u"お支払い合計 7,060円"_s));
        QVERIFY(!differences.first().after.contains(u"ジェラート"_s));
    }

    void linesDifference_ofAnotherOrderOfTheSameLinesShowsAll()
    {
        Order turned = orderToEdit();
        std::swap(turned.items[0], turned.items[1]);
        const QList<FieldDifference> differences = differencesOf(orderToEdit(), turned);
        QCOMPARE(differences.size(), 1);
        QVERIFY(differences.first().before != differences.first().after);
    }

    void names_thatLookLikePlacesStayAsTheyAre()
    {
        Order order = orderToEdit();
        order.items[0].productName = u"%1 %2 %6"_s;
        QVERIFY(shownValue(order, {F::Lines, -1}).startsWith(u"%1 %2 %6　2,000円"_s));
    }

    void otherParcels_areOneField()
    {
        Order two = orderToEdit();
        two.shipments.append(two.shipments.first());
        two.shipments[1].shopShipmentId = u"32"_s;
        QCOMPARE(labelsOf(differencesOf(orderToEdit(), two)), QStringList{u"配送先"_s});
        Order moved = two;
        moved.shipments[1].recipient.companyName = u"支店"_s;
        QCOMPARE(labelsOf(differencesOf(two, moved)), QStringList{u"配送先2の会社名"_s});
    }

    void merge_keepsTheWorkOfBoth()
    {
        const Order opened = orderToEdit();
        Order theirs = opened;
        theirs.customer.phoneNumber = u"09011112222"_s;
        theirs.status = OrderStatus::InProgress;
        theirs.rowVersion = 3;
        Order ours = withOneMore(opened);
        ours.customer.address2 = u"5階"_s;
        const OrderMerge merge = mergeEdits(opened, theirs, ours);
        QVERIFY(merge.conflicts.isEmpty());
        QCOMPARE(labelsOf(merge.theirs), (QStringList{u"対応状況"_s, u"電話番号"_s}));
        QCOMPARE(merge.merged.status, OrderStatus::InProgress);
        QCOMPARE(merge.merged.rowVersion, 3);
        QCOMPARE(merge.merged.customer.phoneNumber, u"09011112222"_s);
        QCOMPARE(merge.merged.customer.address2, u"5階"_s);
        QCOMPARE(merge.merged.items, ours.items);
        QCOMPARE(merge.merged.totals, ours.totals);
    }

    void merge_tellsTheFieldsThatBothChanged()
    {
        const Order opened = orderToEdit();
        Order theirs = withOneMore(opened);
        theirs.customer.address1 = u"港区2"_s;
        theirs.note = u"同じ"_s;
        Order ours = opened;
        ours.items.removeLast();
        ours.totals = calculatedTotals(ours, 1);
        ours.customer.postalCode = u"1050001"_s; // another part of the same address
        ours.note = u"同じ"_s;
        const OrderMerge merge = mergeEdits(opened, theirs, ours);
        QCOMPARE(merge.conflicts.size(), 2);
        const FieldConflict &address = merge.conflicts.first();
        QCOMPARE(address.place, (FieldPlace{F::Address, -1}));
        QCOMPARE(address.opened, u"100-0001 東京都千代田区1-1"_s);
        QCOMPARE(address.theirs, u"100-0001 東京都港区2"_s);
        QCOMPARE(address.ours, u"105-0001 東京都千代田区1-1"_s);
        QCOMPARE(merge.conflicts.last().place, (FieldPlace{F::Lines, -1}));
        QVERIFY(merge.conflicts.last().ours.contains(u"お支払い合計 4,360円"_s));
        QVERIFY(merge.conflicts.last().theirs.contains(u"お支払い合計 7,060円"_s));
    }

    void resolved_takesWhatThePersonChose()
    {
        const Order opened = orderToEdit();
        Order theirs = withOneMore(opened);
        theirs.note = u"彼ら"_s;
        Order ours = opened;
        ours.items.removeLast();
        ours.totals = calculatedTotals(ours, 1);
        ours.note = u"私"_s;
        ours.mailAddress = u"new@example.com"_s;
        const Order resolved = resolvedEdits(opened, theirs, ours, {{F::Note, -1}});
        QCOMPARE(resolved.note, u"私"_s);
        QCOMPARE(resolved.items, theirs.items);
        QCOMPARE(resolved.totals, theirs.totals);
        QCOMPARE(resolved.mailAddress, u"new@example.com"_s); // nobody else changed it
    }

    void merge_neverMovesWhatStaffDoNotEditHere()
    {
        const Order opened = orderToEdit();
        Order ours = opened;
        ours.status = OrderStatus::Cancelled;
        ours.method = PaymentMethod::Other;
        ours.orderNumber = u"999"_s;
        ours.shopCustomerId.clear();
        ours.orderedAt.reset();
        QVERIFY(differencesOf(opened, mergeEdits(opened, opened, ours).merged).isEmpty());
    }

    void parcels_thatAnImportChangedAreOneConflict()
    {
        const Order opened = orderToEdit();
        Order theirs = opened;
        theirs.shipments[0].shopShipmentId = u"99"_s;
        Order ours = opened;
        QVERIFY(mergeEdits(opened, theirs, ours).conflicts.isEmpty());
        ours.shipments[0].recipient.phoneNumber = u"09099998888"_s;
        const OrderMerge merge = mergeEdits(opened, theirs, ours);
        QCOMPARE(merge.conflicts.size(), 1);
        QCOMPARE(merge.conflicts.first().place, (FieldPlace{F::Parcels, -1}));
        const Order resolved = resolvedEdits(opened, theirs, ours, {{F::Parcels, -1}});
        QCOMPARE(resolved.shipments, ours.shipments);
    }
};

QTEST_GUILESS_MAIN(TestOrderFields)
#include "test_orderfields.moc"
