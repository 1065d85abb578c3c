-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- reading: the commune's dictionary; every change stays, nothing updates or deletes it
INSERT INTO counter (name, value) VALUES ('dictionary-version', 0);
CREATE TABLE dictionary_change (
  version    BIGINT  NOT NULL PRIMARY KEY,
  written    TEXT    NOT NULL,
  conditions TEXT    NOT NULL,
  spoken     TEXT    NOT NULL,
  source     TEXT    NOT NULL,
  removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
  by_whom    TEXT    NOT NULL,
  at_ms      BIGINT  NOT NULL
);
CREATE INDEX dictionary_change_written ON dictionary_change (written, version);
CREATE TABLE dictionary_row (
  written    TEXT   NOT NULL,
  conditions TEXT   NOT NULL,
  spoken     TEXT   NOT NULL,
  source     TEXT   NOT NULL,
  version    BIGINT NOT NULL REFERENCES dictionary_change (version),
  by_whom    TEXT   NOT NULL,
  at_ms      BIGINT NOT NULL,
  PRIMARY KEY (written, conditions)
);

-- studio: readings fixed for one notice; one that is taken back stays with the time and who did it
CREATE TABLE fixed_reading (
  id         ${autoid},
  notice     TEXT    NOT NULL REFERENCES notice (id),
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  written    TEXT    NOT NULL,
  spoken     TEXT    NOT NULL,
  by_whom    TEXT    NOT NULL,
  at_ms      BIGINT  NOT NULL,
  gone_by    TEXT,
  gone_ms    BIGINT
);
CREATE INDEX fixed_reading_notice ON fixed_reading (notice) WHERE gone_ms IS NULL;
