-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- clockwork: what a sheet said before it was changed; yaml is null if there was no such sheet
CREATE TABLE sheet_version (
  id       ${autoid},
  name     TEXT   NOT NULL,
  yaml     TEXT,
  until_ms BIGINT NOT NULL,
  by_whom  TEXT   NOT NULL
);
CREATE INDEX sheet_version_name ON sheet_version (name, id);
