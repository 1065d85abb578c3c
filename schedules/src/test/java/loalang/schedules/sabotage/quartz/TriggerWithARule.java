// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.sabotage.quartz;

import java.sql.Connection;
import loalang.schedules.quiet.QuietHours;

/** Decides about quiet hours inside the clockwork, and talks SQL. */
record TriggerWithARule(QuietHours quiet, Connection connection) {}
