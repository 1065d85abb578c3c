// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.sabotage.quartz;

import java.net.http.HttpClient;
import loalang.schedules.quiet.QuietHours;

/** Decides about quiet hours inside the clockwork, and talks to a network. */
record TriggerWithARule(QuietHours quiet, HttpClient client) {}
