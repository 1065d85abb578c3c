-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- accounts: who may what, where; zones '' means the whole commune
ALTER TABLE account ADD COLUMN disabled_ms BIGINT;
ALTER TABLE account ADD COLUMN one_time_until_ms BIGINT;
ALTER TABLE account ADD COLUMN totp_secret TEXT;
ALTER TABLE account ADD COLUMN totp_pending TEXT;
ALTER TABLE account ADD COLUMN totp_step BIGINT NOT NULL DEFAULT 0;
CREATE TABLE account_grant (
  account TEXT NOT NULL REFERENCES account (name),
  role    TEXT NOT NULL,
  zones   TEXT NOT NULL,
  PRIMARY KEY (account, role)
);
INSERT INTO account_grant (account, role, zones) SELECT name, 'ADMIN', '' FROM account;
INSERT INTO account_grant (account, role, zones) SELECT name, 'OFFICER', '' FROM account;
CREATE TABLE recovery_code (
  account   TEXT   NOT NULL REFERENCES account (name),
  code_hash TEXT   NOT NULL,
  used_ms   BIGINT,
  PRIMARY KEY (account, code_hash)
);
CREATE TABLE session (
  token_hash TEXT   NOT NULL PRIMARY KEY,
  account    TEXT   NOT NULL REFERENCES account (name),
  address    TEXT   NOT NULL,
  device     TEXT   NOT NULL,
  opened_ms  BIGINT NOT NULL,
  seen_ms    BIGINT NOT NULL
);

-- audit: rows are only added; each holds the digest of the one before it
CREATE TABLE audit_entry (
  number    BIGINT NOT NULL PRIMARY KEY,
  at_ms     BIGINT NOT NULL,
  by_whom   TEXT   NOT NULL,
  address   TEXT   NOT NULL,
  deed      TEXT   NOT NULL,
  object    TEXT   NOT NULL,
  before    TEXT   NOT NULL,
  after     TEXT   NOT NULL,
  note      TEXT   NOT NULL,
  previous  TEXT   NOT NULL,
  digest    TEXT   NOT NULL
);
CREATE INDEX audit_entry_object ON audit_entry (object, number);
CREATE TABLE audit_head (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  number BIGINT  NOT NULL,
  digest TEXT    NOT NULL
);
INSERT INTO audit_head (id, number, digest) VALUES (1, 0, '');

-- approval: settings of the office, whose words a notice is, what became of each version
CREATE TABLE office_setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE notice_author (
  notice  TEXT NOT NULL REFERENCES notice (id),
  by_whom TEXT NOT NULL,
  PRIMARY KEY (notice, by_whom)
);
CREATE TABLE notice_version (
  notice    TEXT   NOT NULL REFERENCES notice (id),
  text      TEXT   NOT NULL,
  recording TEXT   NOT NULL,
  state     TEXT   NOT NULL CHECK (state IN ('sent', 'approved', 'returned', 'waived')),
  sent_by   TEXT   NOT NULL,
  sent_ms   BIGINT NOT NULL,
  by_whom   TEXT,
  at_ms     BIGINT,
  reason    TEXT,
  PRIMARY KEY (notice, text, recording)
);
CREATE INDEX notice_version_state ON notice_version (state, sent_ms);

-- approval: emergencies that wait for a second person, and which two people let an airing out
CREATE TABLE emergency_wish (
  airing    TEXT   NOT NULL PRIMARY KEY,
  notice    TEXT   NOT NULL REFERENCES notice (id),
  recording TEXT   NOT NULL,
  zones     TEXT   NOT NULL,
  by_whom   TEXT   NOT NULL,
  at_ms     BIGINT NOT NULL,
  ended_ms  BIGINT
);
CREATE TABLE two_people (
  airing      TEXT   NOT NULL PRIMARY KEY,
  asked_by    TEXT   NOT NULL,
  asked_ms    BIGINT NOT NULL,
  released_by TEXT   NOT NULL,
  released_ms BIGINT NOT NULL
);
