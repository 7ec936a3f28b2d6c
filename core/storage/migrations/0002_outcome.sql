-- evidence.outcome: what the operation's row says of its end from a change of state on, so that the chain bears
-- it out; NULL in rows that were made before, and then not part of their hash.
ALTER TABLE evidence ADD COLUMN outcome TEXT;

-- The order's お支払い合計 when the operation was planned.
ALTER TABLE op ADD COLUMN order_total BIGINT;
-- 1: a person named the payment; 0: it was the one that the rules choose of the order's.
ALTER TABLE op ADD COLUMN payment_named BIGINT NOT NULL DEFAULT 0;

-- The run of an item that had no payment to hang it on.
ALTER TABLE order_event ADD COLUMN run_id TEXT;
CREATE INDEX order_event_run ON order_event(run_id) WHERE run_id IS NOT NULL;

-- 取消し済み注文で未取消の決済: 注文取消し, 返品 with 仮売上, 実売上, 即時売上, or with two
-- open payments, of which only one is shown.
CREATE INDEX orders_cancelled_with_open_payment ON orders(ordered_at)
  WHERE status IN (3, 9) AND (payment_status_code IN (11, 12, 13) OR ambiguous <> 0);

-- How many seals there are and the hash of the newest, so that one that is taken away is missed.
INSERT INTO meta (name, value) SELECT 'sealHead', CAST(count(*) AS TEXT) || ' ' ||
  coalesce((SELECT hash FROM seal ORDER BY seq DESC LIMIT 1), '') FROM seal;
