-- SPDX-License-Identifier: GPL-3.0-or-later
-- A pole reports about plans, keys and orders too: such a report names no airing. SQLite cannot take
-- NOT NULL from a column, so the table is written anew.
ALTER TABLE report RENAME TO report_before;
DROP INDEX report_airing;
CREATE TABLE report (
  speaker     TEXT   NOT NULL,
  key_id      TEXT   NOT NULL,
  number      BIGINT NOT NULL,
  airing      TEXT,
  envelope    BYTEA  NOT NULL,
  digest      TEXT   NOT NULL,
  previous    TEXT,
  payload     BYTEA  NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (speaker, key_id, number)
);
INSERT INTO report (speaker, key_id, number, airing, envelope, digest, previous, payload, received_ms)
  SELECT speaker, key_id, number, airing, envelope, digest, previous, payload, received_ms
  FROM report_before;
DROP TABLE report_before;
CREATE INDEX report_airing ON report (airing, speaker);
