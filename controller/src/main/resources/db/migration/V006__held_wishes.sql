-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- clockwork: single airings that wait for a second person, so that a restart still knows them
CREATE TABLE held_wish (
  id              TEXT   NOT NULL PRIMARY KEY,
  notice          TEXT   NOT NULL,
  zones           TEXT   NOT NULL,
  priority        TEXT   NOT NULL,
  start_ms        BIGINT NOT NULL,
  latest_start_ms BIGINT NOT NULL,
  asked_ms        BIGINT NOT NULL
);
CREATE INDEX held_wish_latest ON held_wish (latest_start_ms);
