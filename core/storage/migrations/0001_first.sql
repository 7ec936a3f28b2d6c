-- One text for SQLite and PostgreSQL. {identity}, {newest} and {clustered} are replaced by the dialect's words (migration.cpp).
-- Money is whole yen, instants are UTC text of fixed width, flags are 0 or 1. Never edit a shipped step: add a new one.

CREATE TABLE orders (
  id {identity},
  shop_order_id BIGINT NOT NULL UNIQUE,
  order_number TEXT NOT NULL,
  shop_customer_id TEXT NOT NULL,
  family_name TEXT NOT NULL, given_name TEXT NOT NULL,
  family_kana TEXT NOT NULL, given_kana TEXT NOT NULL,
  company_name TEXT NOT NULL, postal_code TEXT NOT NULL, prefecture TEXT NOT NULL,
  address1 TEXT NOT NULL, address2 TEXT NOT NULL, phone_number TEXT NOT NULL,
  mail_address TEXT NOT NULL, message TEXT NOT NULL, note TEXT NOT NULL,
  status BIGINT NOT NULL,
  method TEXT NOT NULL, method_name TEXT NOT NULL,
  ordered_at TEXT, paid_at TEXT,
  subtotal BIGINT NOT NULL, discount BIGINT NOT NULL, delivery_fee BIGINT NOT NULL, charge BIGINT NOT NULL,
  tax BIGINT NOT NULL, total BIGINT NOT NULL, payable_total BIGINT NOT NULL,
  used_points BIGINT NOT NULL, added_points BIGINT NOT NULL,
  row_version BIGINT NOT NULL DEFAULT 0,
  -- maintained for the lists
  customer_name TEXT NOT NULL,
  recipient_name TEXT NOT NULL, recipient_prefecture TEXT NOT NULL, shipment_count BIGINT NOT NULL,
  tracking_number TEXT NOT NULL, shipped_at TEXT, has_message BIGINT NOT NULL,
  import_conflict BIGINT NOT NULL DEFAULT 0,
  payment_id BIGINT, payment_count BIGINT NOT NULL DEFAULT 0, ambiguous BIGINT NOT NULL DEFAULT 0,
  gateway_order_id TEXT NOT NULL DEFAULT '',
  payment_status_code BIGINT, gateway_amount BIGINT, difference BIGINT,
  capture_by TEXT, cancel_by TEXT,
  doubt TEXT CHECK (doubt IN ('IN_DOUBT','CONFLICT')),
  last_operation TEXT NOT NULL DEFAULT '', last_operation_state TEXT NOT NULL DEFAULT '',
  last_error TEXT NOT NULL DEFAULT '',
  search_text TEXT NOT NULL DEFAULT '');

CREATE INDEX orders_newest ON orders(ordered_at {newest}, shop_order_id DESC, status, id);
CREATE INDEX orders_number ON orders(order_number);
CREATE INDEX orders_status ON orders(status, ordered_at, shop_order_id, id);
CREATE INDEX orders_payment_status ON orders(payment_status_code, ordered_at, shop_order_id, id);
CREATE INDEX orders_method ON orders(method, payment_count, payment_status_code);
CREATE INDEX orders_method_name ON orders(method_name);
CREATE INDEX orders_capture_by ON orders(capture_by, id);
CREATE INDEX orders_payable_total ON orders(payable_total, shop_order_id, id);
CREATE INDEX orders_customer ON orders(customer_name, shop_order_id, id);
CREATE INDEX orders_paid_at ON orders(paid_at, shop_order_id, id);
CREATE INDEX orders_doubt ON orders(doubt) WHERE doubt IS NOT NULL;
CREATE INDEX orders_ambiguous ON orders(ambiguous) WHERE ambiguous <> 0;
CREATE INDEX orders_difference ON orders(difference) WHERE difference <> 0;
CREATE INDEX orders_import_conflict ON orders(import_conflict) WHERE import_conflict <> 0;

CREATE TABLE order_item (
  order_id BIGINT NOT NULL REFERENCES orders(id), position BIGINT NOT NULL,
  shop_item_id TEXT NOT NULL, type BIGINT NOT NULL,
  product_name TEXT NOT NULL, product_code TEXT NOT NULL,
  class_name1 TEXT NOT NULL, class_name2 TEXT NOT NULL,
  class_category_name1 TEXT NOT NULL, class_category_name2 TEXT NOT NULL,
  price BIGINT NOT NULL, quantity BIGINT NOT NULL, tax_rate_percent BIGINT NOT NULL,
  tax_type BIGINT NOT NULL, tax_display BIGINT NOT NULL, rounding BIGINT NOT NULL,
  PRIMARY KEY (order_id, position)) {clustered};

CREATE TABLE shipment (
  order_id BIGINT NOT NULL REFERENCES orders(id), position BIGINT NOT NULL,
  shop_shipment_id TEXT NOT NULL,
  family_name TEXT NOT NULL, given_name TEXT NOT NULL,
  family_kana TEXT NOT NULL, given_kana TEXT NOT NULL,
  company_name TEXT NOT NULL, postal_code TEXT NOT NULL, prefecture TEXT NOT NULL,
  address1 TEXT NOT NULL, address2 TEXT NOT NULL, phone_number TEXT NOT NULL,
  delivery_name TEXT NOT NULL, delivery_time TEXT NOT NULL, delivery_date TEXT,
  shipped_at TEXT, tracking_number TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (order_id, position)) {clustered};

-- What the shop's system said last: a stamp of each field (importfields.h); conflicts: names, commas between.
CREATE TABLE order_import (
  order_id BIGINT PRIMARY KEY REFERENCES orders(id),
  imported TEXT NOT NULL, conflicts TEXT NOT NULL) {clustered};

CREATE TABLE import_log (
  id {identity},
  at TEXT NOT NULL, file_name TEXT NOT NULL, format TEXT NOT NULL,
  read_count BIGINT NOT NULL, created_count BIGINT NOT NULL, updated_count BIGINT NOT NULL,
  unchanged_count BIGINT NOT NULL, refused_count BIGINT NOT NULL,
  operator_name TEXT NOT NULL, seat TEXT NOT NULL);

CREATE TABLE payment (
  id {identity}, order_id BIGINT REFERENCES orders(id),
  shop TEXT NOT NULL, gw_order_id TEXT NOT NULL,
  pay_type TEXT NOT NULL, method TEXT, pay_times TEXT,
  authorized_at TEXT, authorized_tran_id TEXT, sold_at TEXT,
  fence BIGINT NOT NULL DEFAULT 0,
  known_status TEXT, known_amount BIGINT, known_tax BIGINT, known_cancel_amount BIGINT,
  known_process_date TEXT, known_at TEXT,
  row_version BIGINT NOT NULL DEFAULT 0,
  known_tran_id TEXT, known_approve TEXT,
  gateway_method TEXT NOT NULL, forward TEXT, masked_card_number TEXT,
  unlinked_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (shop, gw_order_id));
CREATE INDEX payment_order ON payment(order_id);

CREATE TABLE payment_fact (
  payment_id BIGINT NOT NULL REFERENCES payment(id), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (payment_id, name));

CREATE TABLE bulk_run (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('RUNNING','PAUSED','FINISHED')),
  reason TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at TEXT NOT NULL,
  finished_at TEXT, swept_at TEXT);

CREATE TABLE op (
  id TEXT PRIMARY KEY,
  payment_id BIGINT NOT NULL REFERENCES payment(id),
  run_id TEXT, retry_of TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('CAPTURE','CANCEL','CHANGE','REAUTHORIZE')),
  want_amount BIGINT, want_tax BIGINT,
  asked_by TEXT NOT NULL, asked_at TEXT NOT NULL, approved_by TEXT,
  state TEXT NOT NULL CHECK (state IN ('PLANNED','CLAIMED','ARMED','IN_DOUBT',
                              'CONFLICT','DONE','REFUSED','CANCELLED')),
  epoch BIGINT NOT NULL DEFAULT 0,
  owner_seat TEXT, owner_boot TEXT,
  attempt BIGINT NOT NULL DEFAULT 0, armed_at TEXT,
  pre_status TEXT, pre_amount BIGINT, pre_tax BIGINT, pre_cancel_amount BIGINT,
  pre_process_date TEXT, pre_tran_id TEXT, pre_approve TEXT,
  job_cd TEXT, request_digest TEXT,
  proof TEXT CHECK (proof IN ('ANSWER','READ','BOTH','PERSON')),
  end_reason TEXT, ended_at TEXT,
  -- The running number over all operations, without gaps, and where the chain of evidence stands.
  number BIGINT NOT NULL UNIQUE,
  chain_length BIGINT NOT NULL DEFAULT 0, chain_head TEXT NOT NULL DEFAULT '');

CREATE UNIQUE INDEX op_one_live ON op(payment_id)
  WHERE state IN ('CLAIMED','ARMED','IN_DOUBT','CONFLICT');
CREATE INDEX op_payment ON op(payment_id, number);
CREATE INDEX op_run ON op(run_id, number) WHERE run_id IS NOT NULL;
CREATE INDEX op_open ON op(state) WHERE state NOT IN ('DONE','REFUSED','CANCELLED');
CREATE INDEX op_asked_at ON op(asked_at);

-- Append only. state: the operation's state after this row where the row changed it.
CREATE TABLE evidence (
  seq {identity}, op_id TEXT NOT NULL REFERENCES op(id), epoch BIGINT NOT NULL,
  attempt BIGINT NOT NULL, at TEXT NOT NULL, seat TEXT NOT NULL,
  source TEXT NOT NULL,
  class TEXT, http_status BIGINT, body_offered BIGINT,
  err_info TEXT, fields TEXT, state TEXT,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX evidence_op ON evidence(op_id, seq);
CREATE INDEX evidence_at ON evidence(at);

-- heads: one line `op length hash` for each chain that changed since the seal before.
CREATE TABLE seal (
  seq {identity}, at TEXT NOT NULL, seat TEXT NOT NULL,
  last_evidence BIGINT NOT NULL, op_count BIGINT NOT NULL,
  heads TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL);

CREATE TABLE finding (
  id TEXT PRIMARY KEY, payment_id BIGINT NOT NULL REFERENCES payment(id), op_id TEXT, found_at TEXT NOT NULL,
  source TEXT NOT NULL,
  believed TEXT NOT NULL, seen TEXT NOT NULL,
  closed_at TEXT, closed_by TEXT, closing TEXT, reason TEXT);
CREATE INDEX finding_open ON finding(payment_id) WHERE closed_at IS NULL;

CREATE TABLE watch (
  id {identity},
  payment_id BIGINT NOT NULL REFERENCES payment(id), op_id TEXT,
  due_at TEXT NOT NULL, done_at TEXT);
CREATE INDEX watch_due ON watch(due_at) WHERE done_at IS NULL;

CREATE TABLE order_event (
  sequence {identity},
  order_id BIGINT NOT NULL REFERENCES orders(id), payment_id BIGINT,
  at TEXT NOT NULL, kind TEXT NOT NULL, operator_name TEXT NOT NULL, seat TEXT NOT NULL, content TEXT NOT NULL);
CREATE INDEX order_event_order ON order_event(order_id, sequence);

CREATE TABLE saved_view (
  id {identity},
  name TEXT NOT NULL UNIQUE, content TEXT NOT NULL);
