-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- clockwork: names of sheets stand in addresses, where a blank may not
UPDATE programme_sheet SET name = replace(name, ' ', '.');

-- clockwork: what two people let through; both tables only grow
CREATE TABLE release_request (
  id           ${autoid},
  cue          TEXT   NOT NULL,
  announcement TEXT   NOT NULL,
  zones        TEXT   NOT NULL,
  start_ms     BIGINT NOT NULL,
  rule         TEXT   NOT NULL,
  by_whom      TEXT   NOT NULL,
  at_ms        BIGINT NOT NULL
);
CREATE INDEX release_request_cue ON release_request (cue);
CREATE TABLE release_given (
  request BIGINT NOT NULL PRIMARY KEY REFERENCES release_request (id),
  by_whom TEXT   NOT NULL,
  at_ms   BIGINT NOT NULL
);

-- ledger: a speaker that starts a little later has an order of its own
ALTER TABLE airing_expected ADD COLUMN sequence BIGINT;
