-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a broker that is not ours needs to know a pole by, and which poles are let in no more.
ALTER TABLE speaker ADD COLUMN broker_password TEXT;
ALTER TABLE speaker ADD COLUMN revoked_ms BIGINT;
