// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.StreamSupport;
import loalang.controller.clockwork.KeptSheet;
import loalang.controller.clockwork.ReleaseDesk;
import loalang.controller.clockwork.SheetDesk;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import loalang.schedules.CueVerdict;
import loalang.schedules.programme.Audience;
import loalang.schedules.release.Held;
import loalang.schedules.rundown.Change;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;

/** What the contract's schemas look like for what is planned. */
final class ScheduleJson {
  private ScheduleJson() {}

  static JsonObject sheet(KeptSheet kept) {
    return new JsonObject()
        .put("name", kept.name().value())
        .put("takenAt", kept.taken().toString());
  }

  static JsonObject taken(SheetDesk.Taken taken) {
    return ApiJson.list("problems", taken.problems(), ScheduleJson::problem)
        .put("name", taken.name().value())
        .mergeIn(ApiJson.list("changes", taken.preview().changes(), ScheduleJson::change))
        .mergeIn(ApiJson.list("conflicts", taken.preview().conflicts(), ScheduleJson::conflict));
  }

  static JsonObject rundown(Rundown rundown) {
    return ApiJson.list("items", rundown.items(), ScheduleJson::item)
        .mergeIn(ApiJson.list("conflicts", rundown.conflicts(), ScheduleJson::conflict));
  }

  static JsonObject item(PlannedItem item) {
    Cue cue = item.cue();
    CueTerms terms = cue.terms();
    JsonObject json =
        ApiJson.cue(cue)
            .put("title", item.title())
            .put("endAt", item.end().toString())
            .put("latestStartAt", cue.late().latestStart(cue.start()).toString());
    if (!terms.delays().isEmpty()) {
      json.mergeIn(
          ApiJson.list(
              "delays",
              terms.delays(),
              delay ->
                  new JsonObject()
                      .put("chain", delay.chain())
                      .put("clusters", zones(delay.clusters()))
                      .put("millis", delay.by().toMillis())));
    }
    if (!terms.voices().isEmpty()) {
      json.mergeIn(ApiJson.list("voices", terms.voices(), ScheduleJson::voice));
    }
    if (!terms.releases().isEmpty()) {
      json.mergeIn(
          ApiJson.list(
              "releases",
              terms.releases(),
              release ->
                  new JsonObject()
                      .put("rule", word(release.request().hold()))
                      .put("requestedBy", release.request().asked().name())
                      .put("releasedBy", release.released().name())));
    }
    terms.relay().ifPresent(relay -> json.put("relay", relay(relay)));
    return json;
  }

  static JsonObject problem(Problem why) {
    return ApiJson.problem(why, why.whatHappened());
  }

  static JsonObject conflict(Conflict conflict) {
    return new JsonObject()
        .put("id", conflict.airing().value())
        .put("zones", zones(conflict.zones()))
        .put("outcome", word(conflict.outcome()))
        .put("decider", word(conflict.decider()))
        .put("problem", problem(conflict.why()));
  }

  static JsonObject waiting(ReleaseDesk.Waiting waiting) {
    Held held = waiting.held();
    JsonObject json =
        new JsonObject()
            .put("id", held.what().airing().value())
            .put("notice", held.what().announcement().value())
            .put("zones", zones(held.what().zones()))
            .put("startAt", held.what().start().toString())
            .put("rule", word(held.by()))
            .put("problem", problem(held.why()));
    waiting
        .askedBy()
        .ifPresent(
            who -> json.put("requestedBy", who.name()).put("requestedAt", who.at().toString()));
    return json;
  }

  static JsonObject verdict(CueVerdict verdict) {
    if (verdict instanceof CueVerdict.Planned planned) {
      return new JsonObject().put("state", "planned").put("cue", ApiJson.cue(planned.cue()));
    }
    CueVerdict.Refused refused = (CueVerdict.Refused) verdict;
    boolean isHeld = verdict instanceof CueVerdict.NeedsSecondPerson;
    return new JsonObject()
        .put("state", isHeld ? "held" : "refused")
        .put("problem", problem(refused.why()));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static JsonArray zones(Iterable<PagingZone> zones) {
    JsonArray names = new JsonArray();
    StreamSupport.stream(zones.spliterator(), false)
        .map(PagingZone::value)
        .sorted(Comparator.naturalOrder())
        .forEach(names::add);
    return names;
  }

  private static JsonObject change(Change change) {
    if (change instanceof Change.Added added) {
      return new JsonObject().put("kind", "added").put("after", item(added.item()));
    }
    if (change instanceof Change.Removed removed) {
      return new JsonObject().put("kind", "removed").put("before", item(removed.item()));
    }
    Change.Altered altered = (Change.Altered) change;
    return new JsonObject()
        .put("kind", "altered")
        .put("before", item(altered.before()))
        .put("after", item(altered.after()));
  }

  private static JsonObject voice(Audience.Voice voice) {
    JsonObject json =
        new JsonObject().put("zones", zones(voice.zones())).put("language", voice.language());
    voice.wantedDialect().ifPresent(dialect -> json.put("dialect", word(dialect)));
    return json;
  }

  private static JsonObject relay(CueTerms.Relay relay) {
    JsonArray fallback = new JsonArray();
    relay.fallback().forEach(cue -> fallback.add(cue.announcement().value()));
    return new JsonObject()
        .put("source", relay.source().value())
        .put("lengthMillis", relay.length().toMillis())
        .put("fallback", fallback);
  }
}
