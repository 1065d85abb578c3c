// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.live.Change;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.state.SpeakerState;
import loalang.schedules.Cue;

/** What the contract's schemas look like for our values. */
final class ApiJson {
  private static final double MILLIS_PER_SECOND = 1000;

  private ApiJson() {}

  static JsonObject notice(NoticeCard card) {
    JsonObject json = noticeLine(card).put("text", card.source());
    card.production().ifPresent(how -> json.put("production", new JsonObject(how)));
    return json;
  }

  static JsonObject noticeLine(NoticeCard card) {
    JsonObject json =
        new JsonObject()
            .put("id", card.id().value())
            .put("title", card.title())
            .put("created", card.created().toString());
    card.recording().ifPresent(recording -> json.put("recording", SoundJson.recording(recording)));
    return json;
  }

  static JsonObject airing(AiringRecord airing) {
    PlannedAiring planned = airing.planned();
    JsonObject json =
        new JsonObject()
            .put("id", planned.id().value())
            .put("notice", planned.notice().value())
            .put("title", planned.title())
            .put("zones", zones(planned.zones()))
            .put("priority", planned.priority().wireName())
            .put("startAt", planned.start().toString())
            .put("state", airing.word())
            .put("rendered", airing.rendered());
    put(json, "orderedAt", airing.ordered());
    put(json, "deadline", airing.deadline());
    put(json, "stoppedAt", airing.stopped());
    airing.skipped().ifPresent(why -> json.put("problem", problem(why, why.whatHappened())));
    airing
        .orderToLastStart()
        .ifPresent(took -> json.put("secondsFromOrderToLastStart", seconds(took)));
    JsonArray speakers = new JsonArray();
    airing
        .speakers()
        .forEach((speaker, state) -> speakers.add(state(speaker, state, airing.ordered())));
    return json.put("speakers", speakers);
  }

  static JsonObject speaker(Speaker speaker) {
    JsonObject json =
        new JsonObject()
            .put("id", speaker.id().value())
            .put("zones", zones(speaker.zones()))
            .put("online", speaker.isOnline());
    put(json, "lastSeen", speaker.lastSeen());
    speaker.state().ifPresent(state -> put(json, state));
    return json;
  }

  static JsonObject cue(Cue cue) {
    return new JsonObject()
        .put("id", cue.id().value())
        .put("notice", cue.announcement().value())
        .put("zones", zones(cue.zones()))
        .put("priority", cue.priority().wireName())
        .put("startAt", cue.start().toString());
  }

  static JsonObject ticket(EnrolmentDesk.Issued issued) {
    return new JsonObject()
        .put("ticket", issued.ticket().toUri())
        .put("expires", issued.expires().toString());
  }

  static JsonObject problem(Problem problem, String title) {
    return new JsonObject()
        .put("type", "about:blank")
        .put("status", ProblemStatus.of(problem.code()))
        .put("code", problem.code())
        .put("title", title)
        .put("detail", problem.whatHappened())
        .put("nextStep", problem.nextStep());
  }

  static JsonObject change(Change change) {
    if (change instanceof Change.OfDelivery) {
      return new JsonObject().put("delivery", true);
    }
    if (change instanceof Change.OfAiring airing) {
      return new JsonObject().put("airing", airing.airing().value());
    }
    return change instanceof Change.OfNotice notice
        ? new JsonObject().put("notice", notice.notice().value())
        : new JsonObject().put("speaker", ((Change.OfSpeaker) change).speaker().value());
  }

  static <T> JsonObject list(String name, Collection<T> all, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    all.forEach(one -> array.add(form.apply(one)));
    return new JsonObject().put(name, array);
  }

  private static JsonObject state(SpeakerId speaker, AiringState state, Optional<Instant> ordered) {
    JsonObject json =
        new JsonObject()
            .put("speaker", speaker.value())
            .put("state", state.word())
            .put("final", state.isFinal());
    put(json, "startedAt", state.startedAt());
    if (state.startedAt().isPresent() && ordered.isPresent()) {
      Duration took = Duration.between(ordered.get(), state.startedAt().get());
      if (!took.isNegative()) { // else it played by its plan while the office was away
        json.put("secondsFromOrderToStart", seconds(took));
      }
    }
    state.reason().ifPresent(reason -> json.put("reason", reason));
    if (state instanceof AiringState.Ended ended) {
      json.put("endedAt", ended.ending().at().toString())
          .put("framesDue", ended.ending().framesDue())
          .put("framesRendered", ended.ending().framesRendered());
    }
    return json;
  }

  private static void put(JsonObject json, SpeakerState state) {
    json.put("agentVersion", state.agentVersion())
        .put("audioOutput", state.audioOutput())
        .put("ordersUnverified", state.ordersUnverified())
        .put("reportsWaiting", state.reportsWaiting());
  }

  private static void put(JsonObject json, String name, Optional<Instant> instant) {
    instant.ifPresent(at -> json.put(name, at.toString()));
  }

  static JsonArray zones(Collection<PagingZone> zones) {
    List<String> names =
        zones.stream().map(PagingZone::value).sorted(Comparator.naturalOrder()).toList();
    return new JsonArray(names);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
