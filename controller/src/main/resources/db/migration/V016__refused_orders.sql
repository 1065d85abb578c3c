-- SPDX-License-Identifier: GPL-3.0-or-later
-- What SQLite 3.35 and PostgreSQL 12 both understand.

-- dispatch: when the speaker said that it does not do what this order says; null if it never did.
-- Such an order is settled, because it need not be sent again, and obeyed by nobody.
ALTER TABLE outbox_due ADD COLUMN refused_ms BIGINT;
