// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.live.LiveFeed;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Roster;
import loalang.controller.studio.Studio;

/** The rooms the API asks. */
public record Rooms(
    Studio studio,
    Timetable timetable,
    Dispatcher dispatcher,
    AsRunLog log,
    Roster roster,
    EnrolmentDesk enrolment,
    LiveFeed feed) {}
