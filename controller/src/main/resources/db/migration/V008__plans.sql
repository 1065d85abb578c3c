-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- plans: the newest edition of each day as it was signed
CREATE TABLE day_plan (
  date       TEXT   NOT NULL PRIMARY KEY,
  edition    BIGINT NOT NULL,
  payload    BYTEA  NOT NULL,
  envelope   BYTEA  NOT NULL,
  signer     TEXT   NOT NULL,
  made_ms    BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL
);
-- plans: every airing that ever stood in one; a withdrawn one never comes back under its name
CREATE TABLE plan_airing (
  airing        TEXT   NOT NULL PRIMARY KEY,
  cue           TEXT   NOT NULL,
  date          TEXT   NOT NULL,
  notice        TEXT   NOT NULL,
  title         TEXT   NOT NULL,
  zones         TEXT   NOT NULL,
  priority      TEXT   NOT NULL,
  start_ms      BIGINT NOT NULL,
  latest_ms     BIGINT NOT NULL,
  since_edition BIGINT NOT NULL,
  since_ms      BIGINT NOT NULL,
  withdrawn_ms  BIGINT
);
CREATE INDEX plan_airing_cue ON plan_airing (cue);
CREATE INDEX plan_airing_start ON plan_airing (start_ms);
-- plans: the newest word of each speaker about each day
CREATE TABLE plan_held (
  speaker         TEXT   NOT NULL,
  date            TEXT   NOT NULL,
  edition         BIGINT NOT NULL,
  lacking         TEXT   NOT NULL,
  number          BIGINT NOT NULL,
  received_ms     BIGINT NOT NULL,
  PRIMARY KEY (speaker, date)
);
CREATE TABLE plan_refused (
  speaker     TEXT   NOT NULL,
  date        TEXT   NOT NULL,
  edition     BIGINT NOT NULL,
  reason      TEXT   NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (speaker, date)
);

-- dispatch: silence over the village; who ordered and who lifted it stays
CREATE TABLE silence (
  id         ${autoid},
  zones      TEXT   NOT NULL,
  from_ms    BIGINT NOT NULL,
  until_ms   BIGINT NOT NULL,
  sequences  TEXT   NOT NULL,
  by_whom    TEXT   NOT NULL,
  lifted_ms  BIGINT,
  lifted_by  TEXT
);

-- keys: every statement as it was signed, and who obeys it
CREATE TABLE key_statement (
  level    TEXT   NOT NULL,
  edition  BIGINT NOT NULL,
  signer   TEXT   NOT NULL,
  payload  BYTEA  NOT NULL,
  envelope BYTEA  NOT NULL,
  made_ms  BIGINT NOT NULL,
  PRIMARY KEY (level, edition)
);
CREATE TABLE keys_adopted (
  speaker     TEXT   NOT NULL,
  level       TEXT   NOT NULL,
  edition     BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (speaker, level)
);
-- keys: keys of higher levels that new speakers are told to obey
CREATE TABLE granted_key (
  level    TEXT   NOT NULL,
  key      TEXT   NOT NULL,
  by_whom  TEXT   NOT NULL,
  added_ms BIGINT NOT NULL,
  PRIMARY KEY (level, key)
);
