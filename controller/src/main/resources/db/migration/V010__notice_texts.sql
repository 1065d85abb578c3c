-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- studio: every text a notice ever had, the newest as the notice itself; a notice that was never
-- changed has no row. Nothing updates or deletes one.
CREATE TABLE notice_text (
  notice  TEXT    NOT NULL REFERENCES notice (id),
  number  INTEGER NOT NULL,
  title   TEXT    NOT NULL,
  source  TEXT    NOT NULL,
  by_whom TEXT    NOT NULL,
  at_ms   BIGINT  NOT NULL,
  PRIMARY KEY (notice, number)
);
