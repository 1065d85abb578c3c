// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.live.LiveFeed;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.replay.ReplayDesk;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Roster;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.Studio;

/** The rooms the API asks. */
public record Rooms(
    Desks desks,
    Timetable timetable,
    Dispatcher dispatcher,
    AsRunLog log,
    Roster roster,
    EnrolmentDesk enrolment,
    LiveFeed feed,
    ReplayDesk replay) {

  /** The rooms where notices are written, read and rendered. */
  public record Desks(
      Studio studio, ScriptDesk scripts, DocumentDesk documents, CommuneDictionary dictionary) {}

  Studio studio() {
    return desks.studio();
  }
}
