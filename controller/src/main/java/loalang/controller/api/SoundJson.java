// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Optional;
import loalang.announcements.audio.Mastering;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.controller.station.KeptSettings;
import loalang.controller.station.Loudspeakers;
import loalang.controller.station.StationSettings;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Productions;
import loalang.controller.versions.LanguageVersion;
import loalang.controller.versions.VersionDesk;
import loalang.controller.versions.VersionText;
import loalang.controller.versions.ZoneVersion;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;

/** What the contract's schemas of voices and sound look like for our values. */
final class SoundJson {
  private static final String VOICE = "voice";
  private static final String DIALECT = "dialect";
  private static final String PRODUCTION = "production";
  private static final String PROBLEMS = "problems";
  private static final String STATION = "stationVersion";

  private SoundJson() {}

  /** A notice with its versions, and what an officer should know of its sound. */
  static JsonObject notice(NoticeCard card, VersionDesk.Contents versions, KeptSettings station) {
    JsonObject json = ApiJson.notice(card).put("isRecorded", card.isRecorded());
    JsonArray problems = new JsonArray();
    Optional.ofNullable(json.getJsonObject(PRODUCTION))
        .ifPresent(
            production -> {
              problems.addAll(production.getJsonArray(PROBLEMS, new JsonArray()));
              markAge(production, station);
            });
    JsonArray all = new JsonArray();
    versions.all().forEach(version -> all.add(version(version, station)));
    versions.missing().forEach(problem -> problems.add(remark(problem)));
    return json.put("versions", all).put(PROBLEMS, problems);
  }

  static JsonObject recording(RecordingRef recording) {
    return new JsonObject()
        .put("digest", recording.digest().hex())
        .put("sizeBytes", recording.sizeBytes())
        .put("durationMillis", recording.duration().toMillis());
  }

  static JsonObject progress(Collection<Productions.Progress> all) {
    return ApiJson.list("productions", all, SoundJson::progress);
  }

  static JsonObject zones(Collection<ZoneVersion> all) {
    return ApiJson.list(
        "zones",
        all,
        one ->
            new JsonObject()
                .put("zone", one.zone().value())
                .put("version", one.version().value())
                .put("by", one.by())
                .put("at", one.at().toString()));
  }

  static JsonObject station(KeptSettings kept) {
    StationSettings settings = kept.settings();
    JsonObject json =
        new JsonObject()
            .put("version", kept.version())
            .put("opening", settings.lines().opening())
            .put("closing", settings.lines().closing())
            .put("saysSynthetic", settings.lines().saysSynthetic())
            .put("chime", settings.chime())
            .put("targetLufs", settings.mastering().targetLufs())
            .put("loudspeakers", settings.loudspeakers().written())
            .put(VOICE, settings.voice().map(VoiceId::value).orElse(""))
            .put(DIALECT, settings.dialect().written());
    if (kept.version() > 0) {
      json.put("by", kept.by()).put("at", kept.at().toString());
    }
    return json;
  }

  /** The settings of a request; what it leaves out stays as it is. */
  static StationSettings settings(JsonObject json, StationSettings now) {
    StationSettings.Lines lines = now.lines();
    double lufs = json.getDouble("targetLufs", now.mastering().targetLufs());
    String voice = json.getString(VOICE, now.voice().map(VoiceId::value).orElse(""));
    return new StationSettings(
        new StationSettings.Lines(
            json.getString("opening", lines.opening()),
            json.getString("closing", lines.closing()),
            json.getBoolean("saysSynthetic", lines.saysSynthetic())),
        json.getString("chime", now.chime()),
        new Mastering(lufs, now.mastering().ceilingDbtp()),
        Loudspeakers.of(json.getString("loudspeakers", now.loudspeakers().written())),
        voice.isEmpty() ? Optional.empty() : Optional.of(new VoiceId(voice)),
        VoiceDialect.of(json.getString(DIALECT, now.dialect().written())));
  }

  static VersionText text(JsonObject json) {
    return new VersionText(
        new Language(json.getString("language", Language.VIETNAMESE.tag())),
        Optional.ofNullable(json.getString(DIALECT)).map(VoiceDialect::of),
        Optional.ofNullable(json.getString(VOICE)).map(VoiceId::new),
        Optional.ofNullable(json.getString("text")).filter(text -> !text.isBlank()));
  }

  private static JsonObject version(LanguageVersion version, KeptSettings station) {
    VersionText text = version.text();
    JsonObject json =
        new JsonObject()
            .put("name", version.name().value())
            .put("language", text.language().tag())
            .put("isRecorded", version.isRecorded())
            .put("by", version.by())
            .put("at", version.at().toString());
    text.dialect().ifPresent(dialect -> json.put(DIALECT, dialect.written()));
    text.voice().ifPresent(voice -> json.put(VOICE, voice.value()));
    text.body().ifPresent(body -> json.put("text", body));
    version.recording().ifPresent(recording -> json.put("recording", recording(recording)));
    version
        .production()
        .map(JsonObject::new)
        .ifPresent(
            production -> {
              markAge(production, station);
              json.put(PRODUCTION, production);
            });
    return json;
  }

  /** Whether rendering again would sound otherwise. Old recordings were made with version 0. */
  private static void markAge(JsonObject production, KeptSettings station) {
    long madeWith = production.getLong(STATION, 0L);
    production.put(STATION, madeWith).put("stationChanged", madeWith != station.version());
  }

  private static JsonObject progress(Productions.Progress progress) {
    JsonObject json =
        new JsonObject()
            .put("version", progress.key().version())
            .put("stage", progress.stage().name().toLowerCase(java.util.Locale.ROOT))
            .put("sentences", progress.sentences())
            .put("of", progress.of())
            .put("started", progress.started().toString());
    progress.problem().ifPresent(problem -> json.put("problem", remark(problem)));
    return json;
  }

  private static JsonObject remark(Problem problem) {
    return new JsonObject()
        .put("code", problem.code())
        .put("detail", problem.whatHappened())
        .put("nextStep", problem.nextStep());
  }
}
