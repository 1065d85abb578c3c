-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- ledger: whether a microphone at the speaker found the chime: HEARD, NOT_HEARD or UNTOLD; null where
-- nothing was told since this column is here, which means UNTOLD
ALTER TABLE airing_expected ADD COLUMN hearing TEXT;
