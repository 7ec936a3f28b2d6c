-- Runs that move no money: 状態一括確認 (REFRESH) and 対応状況の変更 (STATUS). NULL in every other run.
ALTER TABLE bulk_run ADD COLUMN wanted_status BIGINT;
-- The start of the program that works on it; the items of other runs have their own owner.
ALTER TABLE bulk_run ADD COLUMN owner_boot TEXT;

-- Before and after: 決済状況 as the code of orders.payment_status_code, 決済金額 with tax, 対応状況.
CREATE TABLE bulk_run_item (
  run_id TEXT NOT NULL REFERENCES bulk_run(id), position BIGINT NOT NULL,
  order_id BIGINT NOT NULL REFERENCES orders(id), payment_id BIGINT REFERENCES payment(id),
  state TEXT NOT NULL CHECK (state IN ('PLANNED','DONE','REFUSED','CANCELLED')),
  changed BIGINT NOT NULL DEFAULT 0,
  payment_status_before BIGINT, payment_status_after BIGINT,
  amount_before BIGINT, amount_after BIGINT,
  order_status_before BIGINT, order_status_after BIGINT,
  problem TEXT NOT NULL DEFAULT '', ended_at TEXT,
  PRIMARY KEY (run_id, position)) {clustered};
CREATE INDEX bulk_run_item_state ON bulk_run_item(run_id, state, changed, position);
