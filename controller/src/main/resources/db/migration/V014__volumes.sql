-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- dispatch: what each speaker was told to play at; the newest row of a speaker is what is wished, no row
-- is taken away. The order that says so, when it was signed, and what the speaker itself answered
CREATE TABLE speaker_volume (
  id          ${autoid},
  speaker     TEXT   NOT NULL,
  volume      TEXT   NOT NULL,
  by_whom     TEXT   NOT NULL,
  at_ms       BIGINT NOT NULL,
  sequence    BIGINT NOT NULL,
  signed_ms   BIGINT NOT NULL,
  answered_ms BIGINT,
  obeyed      TEXT,
  refused     TEXT
);
CREATE INDEX speaker_volume_speaker ON speaker_volume (speaker, id);

-- dispatch: who was asked to look itself over, and the report about it as it was signed
CREATE TABLE self_test (
  id          ${autoid},
  speaker     TEXT   NOT NULL,
  by_whom     TEXT   NOT NULL,
  asked_ms    BIGINT NOT NULL,
  sequence    BIGINT NOT NULL,
  answered_ms BIGINT,
  found       TEXT,
  refused     TEXT
);
CREATE INDEX self_test_speaker ON self_test (speaker, id);
