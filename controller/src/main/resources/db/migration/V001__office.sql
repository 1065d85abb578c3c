-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand. Instants are milliseconds since 1970 UTC,
-- zones are names parted by one blank.

-- keys
CREATE TABLE counter (
  name  TEXT   NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('order-sequence', 0);

-- accounts
CREATE TABLE account (
  name          TEXT   NOT NULL PRIMARY KEY,
  password_hash TEXT   NOT NULL,
  created_ms    BIGINT NOT NULL
);

-- speakers
CREATE TABLE claim_ticket (
  code_hash  TEXT   NOT NULL PRIMARY KEY,
  speaker    TEXT,
  zones      TEXT   NOT NULL,
  created_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  used_by    TEXT,
  used_key   TEXT
);
CREATE TABLE speaker (
  id            TEXT   NOT NULL PRIMARY KEY,
  zones         TEXT   NOT NULL,
  verify_key    TEXT   NOT NULL,
  password_hash TEXT   NOT NULL,
  enrolled_ms   BIGINT NOT NULL,
  state         BYTEA,
  last_seen_ms  BIGINT
);

-- studio
CREATE TABLE recording (
  digest      TEXT   NOT NULL PRIMARY KEY,
  size_bytes  BIGINT NOT NULL,
  duration_ms BIGINT NOT NULL,
  made_ms     BIGINT NOT NULL
);
CREATE TABLE notice (
  id         TEXT   NOT NULL PRIMARY KEY,
  title      TEXT   NOT NULL,
  source     TEXT   NOT NULL,
  created_ms BIGINT NOT NULL,
  recording  TEXT   REFERENCES recording (digest),
  production TEXT
);

-- clockwork
CREATE TABLE programme_sheet (
  name     TEXT   NOT NULL PRIMARY KEY,
  yaml     TEXT   NOT NULL,
  taken_ms BIGINT NOT NULL
);

-- ledger
CREATE TABLE airing (
  id                 TEXT   NOT NULL PRIMARY KEY,
  notice             TEXT   NOT NULL,
  title              TEXT   NOT NULL,
  zones              TEXT   NOT NULL,
  priority           TEXT   NOT NULL,
  start_ms           BIGINT NOT NULL,
  latest_start_ms    BIGINT NOT NULL,
  planned_ms         BIGINT NOT NULL,
  ordered_ms         BIGINT,
  sequence           BIGINT,
  digest             TEXT,
  deadline_ms        BIGINT,
  deadline_passed_ms BIGINT,
  stopped_ms         BIGINT,
  skipped_code       TEXT,
  skipped_what       TEXT,
  skipped_next       TEXT
);
CREATE INDEX airing_start ON airing (start_ms DESC);
CREATE TABLE airing_expected (
  airing  TEXT NOT NULL REFERENCES airing (id),
  speaker TEXT NOT NULL,
  PRIMARY KEY (airing, speaker)
);
CREATE TABLE report (
  speaker     TEXT   NOT NULL,
  key_id      TEXT   NOT NULL,
  number      BIGINT NOT NULL,
  airing      TEXT   NOT NULL,
  envelope    BYTEA  NOT NULL,
  digest      TEXT   NOT NULL,
  previous    TEXT,
  payload     BYTEA  NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (speaker, key_id, number)
);
CREATE INDEX report_airing ON report (airing, speaker);
CREATE TABLE chain_fault (
  id        ${autoid},
  speaker   TEXT   NOT NULL,
  key_id    TEXT   NOT NULL,
  number    BIGINT NOT NULL,
  kind      TEXT   NOT NULL CHECK (kind IN ('gap', 'broken', 'forked')),
  found_ms  BIGINT NOT NULL,
  healed_ms BIGINT
);
CREATE UNIQUE INDEX chain_fault_once ON chain_fault (speaker, key_id, number, kind);

-- dispatch
CREATE TABLE outbox_order (
  sequence   BIGINT NOT NULL PRIMARY KEY,
  airing     TEXT   NOT NULL,
  zones      TEXT   NOT NULL,
  envelope   BYTEA  NOT NULL,
  created_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL
);
CREATE TABLE outbox_due (
  sequence   BIGINT NOT NULL REFERENCES outbox_order (sequence),
  speaker    TEXT   NOT NULL,
  settled_ms BIGINT,
  PRIMARY KEY (sequence, speaker)
);
CREATE INDEX outbox_open ON outbox_due (speaker) WHERE settled_ms IS NULL;
