-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- station: how recordings sound; only grows
CREATE TABLE station_settings (
  version        BIGINT           NOT NULL PRIMARY KEY,
  opening        TEXT             NOT NULL,
  closing        TEXT             NOT NULL,
  says_synthetic INTEGER          NOT NULL CHECK (says_synthetic IN (0, 1)),
  chime          TEXT             NOT NULL,
  target_lufs    DOUBLE PRECISION NOT NULL,
  ceiling_dbtp   DOUBLE PRECISION NOT NULL,
  loudspeakers   TEXT             NOT NULL,
  voice          TEXT,
  dialect        TEXT             NOT NULL,
  by_whom        TEXT             NOT NULL,
  at_ms          BIGINT           NOT NULL
);

-- studio: a notice that a person spoke is not rendered; its source says what it is about
ALTER TABLE notice ADD COLUMN is_recorded INTEGER NOT NULL DEFAULT 0 CHECK (is_recorded IN (0, 1));

-- versions: a notice in another language, dialect or voice; source is empty where the text is the
-- notice's own
CREATE TABLE language_version (
  notice      TEXT    NOT NULL REFERENCES notice (id),
  name        TEXT    NOT NULL,
  language    TEXT    NOT NULL,
  dialect     TEXT,
  voice       TEXT,
  is_recorded INTEGER NOT NULL CHECK (is_recorded IN (0, 1)),
  source      TEXT    NOT NULL,
  recording   TEXT    REFERENCES recording (digest),
  production  TEXT,
  by_whom     TEXT    NOT NULL,
  at_ms       BIGINT  NOT NULL,
  PRIMARY KEY (notice, name)
);

-- versions: which version a zone hears; a zone without a row hears the plain one
CREATE TABLE zone_version (
  zone    TEXT   NOT NULL PRIMARY KEY,
  version TEXT   NOT NULL,
  by_whom TEXT   NOT NULL,
  at_ms   BIGINT NOT NULL
);
