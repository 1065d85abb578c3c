// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.clockwork.Outlook;
import loalang.controller.clockwork.ReleaseDesk;
import loalang.controller.clockwork.Timetable;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.CueId;
import loalang.schedules.rundown.Window;

/**
 * What the contract's operations about the time to come do.
 *
 * @param timetable that is asked
 */
record PlanningOperations(Timetable timetable) {
  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(31);

  Future<JsonObject> rundown(Asked asked) {
    Instant from = instant(asked, "from").orElseGet(outlook()::now);
    Instant to = instant(asked, "to").orElse(from.plus(USUAL));
    if (to.isBefore(from) || to.isAfter(from.plus(LONGEST))) {
      return Future.failedFuture(
          invalid(
              "The rundown would run from %s to %s.".formatted(from, to),
              "Ask for 0 to %d days, forward.".formatted(LONGEST.toDays())));
    }
    return outlook()
        .rundown(asked.word("zone").map(PagingZone::new), new Window(from, to))
        .map(ScheduleJson::rundown);
  }

  Future<JsonObject> sounding(Asked asked) {
    PagingZone zone = new PagingZone(asked.word("zone").orElseThrow());
    Instant at = instant(asked, "at").orElseGet(outlook()::now);
    return outlook()
        .soundingAt(zone, at)
        .map(items -> ApiJson.list("items", items, ScheduleJson::item));
  }

  Future<byte[]> calendar(Asked asked) {
    return outlook()
        .calendar(Optional.of(new PagingZone(asked.path("zone"))))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  Future<JsonObject> held(Asked asked) {
    return releases()
        .waiting()
        .map(waiting -> ApiJson.list("held", waiting, ScheduleJson::waiting));
  }

  Future<JsonObject> request(Asked asked) {
    return releases()
        .request(cue(asked), asked.by(), zones -> asked.refusal(Permission.ASK_RELEASE, zones))
        .map(ScheduleJson::waiting);
  }

  Future<JsonObject> release(Asked asked) {
    return releases()
        .release(cue(asked), asked.by(), zones -> asked.refusal(Permission.RELEASE, zones))
        .map(ScheduleJson::verdict);
  }

  Future<JsonObject> withdraw(Asked asked) {
    return releases()
        .withdraw(cue(asked), asked.by(), zones -> asked.refusal(Permission.AIR, zones))
        .map(ScheduleJson::waiting);
  }

  private Outlook outlook() {
    return timetable.outlook();
  }

  private ReleaseDesk releases() {
    return timetable.releases();
  }

  private static CueId cue(Asked asked) {
    return new CueId(asked.path("cue"));
  }

  private static Optional<Instant> instant(Asked asked, String name) {
    return asked.word(name).map(text -> instant(name, text));
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(
          "%s \"%s\" is no instant.".formatted(name, text),
          "Write it in UTC: 2026-11-22T23:00:00Z.");
    }
  }

  private static ProblemException invalid(String what, String next) {
    return new ProblemException(new Problem("REQUEST_INVALID", what, next));
  }
}
