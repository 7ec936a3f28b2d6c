-- The folded text of each order that is searched, apart from the orders, whose rows are ten times as long. The stamp
-- grows with every change, so that whoever keeps the texts in memory reads what has changed since (searchstamps.h).
CREATE TABLE order_search (
  order_id {rowkey} REFERENCES orders(id), text TEXT NOT NULL, stamp BIGINT NOT NULL);
INSERT INTO order_search (order_id, text, stamp) SELECT id, search_text, 0 FROM orders ORDER BY id;
CREATE INDEX order_search_stamp ON order_search(stamp);
ALTER TABLE orders DROP COLUMN search_text;

-- How many orders there are of each kind: the side bar asks at each change, and counting a million takes 0.2 s.
-- payment_status_code -1: none. linked 1: has a payment. Triggers keep it; new orders are counted by their only writer
-- (ordercounts.h): with a trigger SQLite copies every page that it changes, once for each order.
-- On PostgreSQL many seats write: a number that all of them change would make each wait for the others, so every
-- change is a row of its own there, which foldOrderCounts() adds up from time to time.
CREATE TABLE order_count (
  status BIGINT NOT NULL, payment_status_code BIGINT NOT NULL, method TEXT NOT NULL, method_name TEXT NOT NULL,
  linked BIGINT NOT NULL, orders BIGINT NOT NULL);
INSERT INTO order_count SELECT status, coalesce(payment_status_code, -1), method, method_name,
  CASE WHEN payment_count > 0 THEN 1 ELSE 0 END, count(*) FROM orders GROUP BY 1, 2, 3, 4, 5;

{sqlite}CREATE UNIQUE INDEX order_count_kind ON
  order_count(status, payment_status_code, method, method_name, linked);
{sqlite}CREATE TRIGGER orders_moved
  AFTER UPDATE OF status, payment_status_code, method, method_name, payment_count ON orders
  WHEN old.status <> new.status OR old.payment_status_code IS NOT new.payment_status_code OR
    old.method <> new.method OR old.method_name <> new.method_name OR
    (old.payment_count > 0) <> (new.payment_count > 0) BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE status = old.status AND
    payment_status_code = coalesce(old.payment_status_code, -1) AND method = old.method AND
    method_name = old.method_name AND linked = (old.payment_count > 0){;}
  INSERT INTO order_count VALUES (new.status, coalesce(new.payment_status_code, -1), new.method, new.method_name,
    new.payment_count > 0, 1)
    ON CONFLICT (status, payment_status_code, method, method_name, linked) DO UPDATE SET orders = orders + 1{;}
END;
{sqlite}CREATE TRIGGER orders_removed AFTER DELETE ON orders BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE status = old.status AND
    payment_status_code = coalesce(old.payment_status_code, -1) AND method = old.method AND
    method_name = old.method_name AND linked = (old.payment_count > 0){;}
END;

{postgresql}CREATE FUNCTION count_moved_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO order_count VALUES (old.status, coalesce(old.payment_status_code, -1), old.method, old.method_name,
    CASE WHEN old.payment_count > 0 THEN 1 ELSE 0 END, -1){;}
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO order_count VALUES (new.status, coalesce(new.payment_status_code, -1), new.method,
      new.method_name, CASE WHEN new.payment_count > 0 THEN 1 ELSE 0 END, 1){;}
  END IF{;}
  RETURN NULL{;}
END $$;
{postgresql}CREATE TRIGGER orders_moved
  AFTER UPDATE OF status, payment_status_code, method, method_name, payment_count ON orders FOR EACH ROW
  WHEN (old.status <> new.status OR old.payment_status_code IS DISTINCT FROM new.payment_status_code OR
    old.method <> new.method OR old.method_name <> new.method_name OR
    (old.payment_count > 0) <> (new.payment_count > 0))
  EXECUTE FUNCTION count_moved_order();
{postgresql}CREATE TRIGGER orders_removed AFTER DELETE ON orders FOR EACH ROW EXECUTE FUNCTION count_moved_order();
