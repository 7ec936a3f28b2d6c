-- What the gateway tells of a payment that is no card's: お支払期限, 入金日時, OrderDate, CompletionDate, AuPayMethod.
-- The numbers that staff read out (受付番号, 確認番号 …) are in payment_fact.
ALTER TABLE payment ADD COLUMN pay_by TEXT;
ALTER TABLE payment ADD COLUMN paid_in_cash_at TEXT;
ALTER TABLE payment ADD COLUMN gateway_ordered_at TEXT;
ALTER TABLE payment ADD COLUMN completed_on TEXT;
ALTER TABLE payment ADD COLUMN au_pay_method TEXT;
CREATE INDEX payment_fact_value ON payment_fact(value);
-- Payments that a shopper, a store, a wallet or the clock moves on: read again by themselves.
CREATE INDEX payment_changing ON payment(known_at)
  WHERE gateway_method <> 'CARD' AND (known_status = 'UNPROCESSED' OR known_status = 'AUTHPROCESS' OR
    known_status = 'REQSUCCESS' OR known_status = 'PAYSTART' OR known_status = 'REQSALES' OR
    known_status = 'REQCANCEL' OR known_status = 'REQCHANGE');

-- Until now only cards were read, and both of their deadlines are the same day.
ALTER TABLE orders ADD COLUMN change_by TEXT;
ALTER TABLE orders ADD COLUMN pay_by TEXT;
UPDATE orders SET change_by = cancel_by WHERE cancel_by IS NOT NULL;
CREATE INDEX orders_pay_by ON orders(pay_by) WHERE pay_by IS NOT NULL;

-- 今日の仕事 counts and sums: the amounts, and all that the condition names, lie in the index, for an order that is
-- fetched takes as long as hundreds that lie there. Few orders are in each of them; in that of 売上期限 were also all
-- that have none. What the condition says of payment_status_code or status comes first, else SQLite takes an index of
-- all orders, as it did.
DROP INDEX orders_capture_by;
CREATE INDEX orders_capture_by ON orders(capture_by, gateway_amount, payable_total)
  WHERE capture_by IS NOT NULL;
DROP INDEX orders_capture_needed;
CREATE INDEX orders_capture_needed
  ON orders(payment_status_code, ordered_at, shop_order_id, status, gateway_amount, payable_total)
  WHERE payment_status_code = 11 AND status NOT IN (3, 9);
DROP INDEX orders_cancelled_with_open_payment;
CREATE INDEX orders_cancelled_with_open_payment
  ON orders(status, ordered_at, shop_order_id, payment_status_code, ambiguous, gateway_amount, payable_total)
  WHERE status IN (3, 9) AND (payment_status_code IN (11, 12, 13) OR ambiguous <> 0);
-- 入金された: 支払い完了 of an order that is neither 注文取消し, 発送済み, 入金済み nor 返品.
CREATE INDEX orders_paid_in_cash
  ON orders(payment_status_code, ordered_at, shop_order_id, status, gateway_amount, payable_total)
  WHERE payment_status_code = 2 AND status <> 3 AND status <> 5 AND status <> 6 AND status <> 9;
-- 決済処理中の滞留: 決済処理中, 購入処理中.
CREATE INDEX orders_stuck ON orders(status, ordered_at, gateway_amount, payable_total) WHERE status IN (7, 8);
DROP INDEX orders_difference;
CREATE INDEX orders_difference ON orders(difference, gateway_amount, payable_total) WHERE difference <> 0;
-- What was done through us, by the day of its end.
CREATE INDEX op_done ON op(ended_at) WHERE state = 'DONE';

-- 締め日 of the card companies, as the shop was told them. Day 31: the last of every month.
CREATE TABLE closing_date (
  position BIGINT PRIMARY KEY,
  company TEXT NOT NULL, day BIGINT NOT NULL CHECK (day BETWEEN 1 AND 31), note TEXT NOT NULL);
