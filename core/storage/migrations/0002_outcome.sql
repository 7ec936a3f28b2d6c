-- evidence.outcome: what the operation's row says of its end from a change of state on, so that the chain bears
-- it out; NULL in rows that were made before, and then not part of their hash.
ALTER TABLE evidence ADD COLUMN outcome TEXT;

-- The order's お支払い合計 when the operation was planned.
ALTER TABLE op ADD COLUMN order_total BIGINT;

-- How many seals there are and the hash of the newest, so that one that is taken away is missed.
INSERT INTO meta (name, value) SELECT 'sealHead', CAST(count(*) AS TEXT) || ' ' ||
  coalesce((SELECT hash FROM seal ORDER BY seq DESC LIMIT 1), '') FROM seal;
