-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- calendars: addresses under which a calendar reads the schedule without a login; of what opens one
-- only its hash is kept; zone is '' for the whole commune
CREATE TABLE calendar_link (
  id         ${autoid},
  account    TEXT   NOT NULL,
  zone       TEXT   NOT NULL,
  token_hash TEXT   NOT NULL UNIQUE,
  made_ms    BIGINT NOT NULL,
  read_ms    BIGINT,
  UNIQUE (account, zone)
);
