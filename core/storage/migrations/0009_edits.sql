-- ショップ未反映: for each field that we changed and the shop's system does not have yet, what it has there, as the last
-- file said or as it was when we changed it (importvalues.h). What was changed before this step comes in with the next
-- file that says something new of the order.
CREATE TABLE order_shop_value (
  order_id BIGINT NOT NULL REFERENCES orders(id), field TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (order_id, field)) {clustered};

-- Maintained for the lists: how many of these there are, and 引き継ぎ, the newest of the notes by staff.
ALTER TABLE orders ADD COLUMN unreflected BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN newest_note TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_unreflected ON orders(ordered_at, shop_order_id, id) WHERE unreflected <> 0;

-- What staff look for in 詳細検索: お問い合わせ番号, お届け日.
CREATE INDEX shipment_tracking ON shipment(tracking_number);
CREATE INDEX shipment_delivery ON shipment(delivery_date) WHERE delivery_date IS NOT NULL;

-- ○○さんが編集中: who has unsaved changes of an order; of programs that are gone until somebody else begins.
CREATE TABLE order_editing (
  order_id BIGINT PRIMARY KEY REFERENCES orders(id),
  operator_name TEXT NOT NULL, seat TEXT NOT NULL, boot TEXT NOT NULL, since TEXT NOT NULL) {clustered};
