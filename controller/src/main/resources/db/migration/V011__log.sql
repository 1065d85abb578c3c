-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand. Columns in _ns are nanoseconds since 1970 UTC.

-- ledger: which recording was ordered, and how far the airing has come on each speaker as its reports
-- tell; written in the transaction of the report, made anew from the reports where it is missing
ALTER TABLE airing ADD COLUMN duration_ms BIGINT;
ALTER TABLE airing_expected ADD COLUMN told TEXT;
ALTER TABLE airing_expected ADD COLUMN why TEXT;
ALTER TABLE airing_expected ADD COLUMN told_ns BIGINT;
ALTER TABLE airing_expected ADD COLUMN accepted_ns BIGINT;
ALTER TABLE airing_expected ADD COLUMN ready_ns BIGINT;
ALTER TABLE airing_expected ADD COLUMN started_ns BIGINT;
ALTER TABLE airing_expected ADD COLUMN frames_due BIGINT;
ALTER TABLE airing_expected ADD COLUMN frames_rendered BIGINT;
CREATE INDEX airing_expected_told
  ON airing_expected (airing, told, why, speaker, frames_due, frames_rendered);

-- speakers: when each went and came; only grows
CREATE TABLE speaker_presence (
  id      ${autoid},
  speaker TEXT    NOT NULL,
  online  INTEGER NOT NULL CHECK (online IN (0, 1)),
  at_ms   BIGINT  NOT NULL
);
CREATE INDEX speaker_presence_speaker ON speaker_presence (speaker, id);
-- speakers: where each hangs
CREATE TABLE speaker_place (
  speaker   TEXT             NOT NULL PRIMARY KEY,
  place     TEXT             NOT NULL,
  latitude  DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  by_whom   TEXT             NOT NULL,
  at_ms     BIGINT           NOT NULL
);

-- replay: whether residents may listen again; the newest row holds, nothing is deleted
CREATE TABLE replay_switch (
  id      ${autoid},
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  by_whom TEXT    NOT NULL,
  at_ms   BIGINT  NOT NULL
);
