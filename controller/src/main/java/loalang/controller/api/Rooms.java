// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.documents.LetterTray;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.live.LiveFeed;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Roster;
import loalang.controller.studio.ListeningDesk;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.Studio;
import loalang.controller.studio.TextDesk;

/** The rooms the API asks. */
public record Rooms(
    Desks desks,
    Timetable timetable,
    Dispatcher dispatcher,
    AsRunLog log,
    Roster roster,
    EnrolmentDesk enrolment,
    LiveFeed feed) {

  /** The rooms where notices are written, read and rendered. */
  public record Desks(
      Studio studio,
      ScriptDesk scripts,
      DocumentDesk documents,
      CommuneDictionary dictionary,
      Writing writing) {}

  /** The rooms where an officer types, uploads, changes and listens. */
  public record Writing(TextDesk texts, LetterTray letters, ListeningDesk listening) {}

  Studio studio() {
    return desks.studio();
  }
}
