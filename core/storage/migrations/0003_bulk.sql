-- 要売上: 仮売上済み of an order that is neither 注文取消し nor 返品. Counted for the side bar at all times.
CREATE INDEX orders_capture_needed ON orders(ordered_at)
  WHERE payment_status_code = 11 AND status NOT IN (3, 9);
-- Runs that are not over: the window asks for them at each change, however many runs there ever were.
CREATE INDEX bulk_run_open ON bulk_run(asked_at) WHERE state <> 'FINISHED';
