#include "tests/bench/benchorders.h"

#include "core/base/japantime.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Words that the statements share. All times lie in the minute after `authorizedAt`.
struct Pieces
{
    explicit Pieces(const BenchOrders &wanted)
        : numbers(
              u"WITH RECURSIVE given(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM given WHERE n < %1) "_s.arg(
                  wanted.count))
        , isAuthorised(u"n > %1"_s.arg(wanted.count - wanted.authorised))
        , minute(stored::instant(wanted.authorizedAt).left(17))
        , japanMinute(japantime::fromInstant(wanted.authorizedAt).toString(u"yyyyMMddHHmm"_s))
        , day(japantime::dayOf(wanted.authorizedAt))
    {
    }

    QString numbers;
    QString isAuthorised;
    QString minute;      ///< "2020-12-03T04:21:"
    QString japanMinute; ///< "202012031321"
    QDate day;
};

QString ordersSql(const Pieces &pieces)
{
    return u"INSERT INTO orders (id, shop_order_id, order_number, shop_customer_id, family_name, given_name, "
           "family_kana, given_kana, company_name, postal_code, prefecture, address1, address2, "
           "phone_number, "
           "mail_address, message, note, status, method, method_name, ordered_at, subtotal, discount, "
           "delivery_fee, charge, tax, total, payable_total, used_points, added_points, customer_name, "
           "recipient_name, recipient_prefecture, shipment_count, tracking_number, has_message, payment_id, "
           "payment_count, gateway_order_id, payment_status_code, gateway_amount, difference, capture_by, "
           "cancel_by) "_s +
           pieces.numbers +
           u"SELECT n, n, CAST(n AS TEXT), '', '髙橋', '花子', 'タカハシ', 'ハナコ', '', '1000001', "
           u"'東京都', "
           "'千代田区千代田', '1-1', '0312345678', 'hanako' || n || '@example.jp', '', '', "
           "CASE WHEN %1 THEN 1 ELSE 5 END, 'CARD', "
           "'GMOクレジット決済', '%2' || substr('0' || n % 60, -2) || '.000Z', 3000, 0, 200, 0, 0, 3200, "
           "3200 + n % 9, 0, 0, '髙橋 花子', '髙橋 花子', '東京都', 1, '', 0, n, 1, n || '-03132123', "
           "CASE WHEN %1 THEN 11 ELSE 12 END, 3200 + n % 9, 0, CASE WHEN %1 THEN '%3' END, '%4' "
           "FROM given"_s.arg(pieces.isAuthorised, pieces.minute,
                              pieces.day.addDays(90).toString(Qt::ISODate),
                              pieces.day.addDays(180).toString(Qt::ISODate));
}

QString textsSql(const Pieces &pieces)
{
    return u"INSERT INTO order_search (order_id, text, stamp) "_s + pieces.numbers +
           u"SELECT n, n || ' 髙橋花子 タカハシハナコ hanako' || n || '@example.jp', 1 FROM given"_s;
}

QString paymentsSql(const Pieces &pieces)
{
    const QString instant = u"'%1' || substr('0' || n % 60, -2) || '.000Z'"_s.arg(pieces.minute);
    return u"INSERT INTO payment (id, order_id, shop, gw_order_id, pay_type, method, pay_times, "
           "authorized_at, authorized_tran_id, sold_at, known_status, known_amount, known_tax, "
           "known_process_date, known_at, known_tran_id, known_approve, gateway_method, forward, "
           "masked_card_number) "_s +
           pieces.numbers +
           u"SELECT n, n, 'tshop00000001', n || '-03132123', '0', '1', '', %2, "
           "'2012031321231111111111' || n, CASE WHEN %1 THEN NULL ELSE %2 END, "
           "CASE WHEN %1 THEN 'AUTH' ELSE 'SALES' END, 3200 + n % 9, 0, '%3' || substr('0' || n % 60, -2), "
           "%2, '2012031321231111111111' || n, '  12345', 'CARD', '2a99662', '*************111' "
           "FROM given"_s.arg(pieces.isAuthorised, instant, pieces.japanMinute);
}

} // namespace

void require(bool done, const char *what)
{
    if (!done) {
        qFatal("%s", what);
    }
}

QString BenchOrders::gatewayOrderId(qint64 number)
{
    return u"%1-03132123"_s.arg(number);
}

void fillWithOrders(Database &database, const BenchOrders &wanted)
{
    auto transaction = Transaction::begin(database);
    require(transaction.ok(), "begin");
    const Pieces pieces(wanted);
    require(database.run(ordersSql(pieces)).ok(), "orders");
    require(database.run(textsSql(pieces)).ok(), "texts");
    require(database
                .run(u"INSERT INTO order_count SELECT status, coalesce(payment_status_code, -1), method, "
                     "method_name, payment_count > 0, count(*) FROM orders GROUP BY 1, 2, 3, 4, 5"_s)
                .ok(),
            "counts");
    require(database.run(paymentsSql(pieces)).ok(), "payments");
    require(transaction->commit().ok(), "commit");
}

void noteReads(Database &database, const QList<BenchRead> &reads)
{
    auto transaction = Transaction::begin(database);
    require(transaction.ok(), "begin");
    for (const BenchRead &read : reads) {
        const auto noted =
            database.run(u"UPDATE payment SET known_tran_id = ?, authorized_tran_id = ?, known_approve = ?, "
                         "known_process_date = ? WHERE id = ?"_s,
                         {read.tranId, read.tranId, read.approve, read.processDate, read.number});
        require(noted.ok(), "read");
    }
    require(transaction->commit().ok(), "commit");
}

} // namespace kessai
