-- Of a payment that is closed nothing is held or taken any more, so nothing differs from お支払い合計. By the gateway's
-- word: 未決済 (0) is not only UNPROCESSED but also AUTHENTICATED and AUTHPROCESS, which may still come to a payment.
UPDATE orders SET difference = NULL WHERE difference IS NOT NULL AND payment_id IN (
  SELECT id FROM payment WHERE known_status IN
    ('VOID','RETURN','RETURNX','CANCEL','EXPIRED','PAYFAIL','UNPROCESSED'));

-- 取消し済み注文で未取消の決済: also 要求成功 of a store or Pay-easy, which the shopper can still pay, and 支払い完了 of
-- 注文取消し, which has to be given back. As in 0006 all that is counted lies in the index.
DROP INDEX orders_cancelled_with_open_payment;
CREATE INDEX orders_cancelled_with_open_payment
  ON orders(status, ordered_at, shop_order_id, payment_status_code, ambiguous, method, gateway_amount, payable_total)
  WHERE status IN (3, 9) AND (payment_status_code IN (11, 12, 13) OR ambiguous <> 0 OR
    (payment_status_code = 2 AND status = 3) OR (payment_status_code = 1 AND
    (method = 'CVS' OR method = 'PAYEASY_ATM' OR method = 'PAYEASY_NET')));
-- 入金された: 支払い完了 of an order that can become 入金済み, which only 新規受付 can.
DROP INDEX orders_paid_in_cash;
CREATE INDEX orders_paid_in_cash
  ON orders(payment_status_code, ordered_at, shop_order_id, status, gateway_amount, payable_total)
  WHERE payment_status_code = 2 AND status = 1;
