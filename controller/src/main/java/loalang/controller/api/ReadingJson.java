// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loalang.announcements.document.Block;
import loalang.announcements.episode.Episode;
import loalang.announcements.episode.ReadingTime;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ScriptSentence;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.reading.DictionaryChange;
import loalang.controller.reading.DictionaryRow;
import loalang.controller.reading.KeptRow;
import loalang.controller.reading.NoticeReading;
import loalang.controller.studio.KeptFix;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.ScriptText;

/** What the contract's schemas of reading look like for our values. Any thread. */
final class ReadingJson {
  private static final String SCRIPT = "script";
  private static final String WARNINGS = "warnings";
  private static final String VERSION = "dictionaryVersion";

  private ReadingJson() {}

  static JsonObject entry(KeptRow kept) {
    return row(kept.row())
        .put("version", kept.version())
        .put("by", kept.by())
        .put("at", kept.at().toString());
  }

  static JsonObject change(DictionaryChange change) {
    return row(change.row())
        .put("version", change.version())
        .put("removed", change.removed())
        .put("by", change.by())
        .put("at", change.at().toString());
  }

  /** A script with everything an officer sees beside it. */
  static JsonObject shown(ScriptDesk.Shown shown, Optional<Duration> slot) {
    JsonObject json = reading(shown.reading());
    slot.ifPresent(length -> putSlot(json, shown.reading(), shown.body(), length));
    json.put("body", shown.body());
    JsonArray fixes = new JsonArray();
    shown.fixes().forEach(fix -> fixes.add(fix(fix)));
    json.put("fixedReadings", fixes);
    shown.card().ifPresent(card -> json.put("notice", card.id().value()));
    shown
        .card()
        .flatMap(card -> card.production())
        .ifPresent(how -> json.put("rendered", rendered(new JsonObject(how), json)));
    return json;
  }

  static JsonObject imported(String name, DocumentDesk.Imported imported, Optional<Duration> slot) {
    JsonArray blocks = new JsonArray();
    imported.document().blocks().forEach(block -> blocks.add(block(block)));
    JsonObject json = reading(imported.reading());
    slot.ifPresent(length -> putSlot(json, imported.reading(), imported.document().text(), length));
    json.put("name", name).put("text", imported.document().text()).put("blocks", blocks);
    if (!imported.parts().isEmpty()) {
      json.put("episodes", episodes(imported.parts()));
    }
    return json;
  }

  static JsonObject reading(NoticeReading reading) {
    List<ScriptSentence> sentences = reading.script().sentences();
    return new JsonObject()
        .put(SCRIPT, ScriptText.sentences(sentences))
        .put(WARNINGS, ScriptText.warnings(reading.script().warnings()))
        .put(VERSION, reading.dictionaryVersion())
        .put("estimateMillis", ReadingTime.of(sentences).toMillis());
  }

  /** Whether it fits, and a warning at the sentence in which the time runs out. */
  private static void putSlot(
      JsonObject json, NoticeReading reading, String written, Duration slot) {
    Optional<ReadingWarning> overrun = ReadingTime.overrun(reading.script(), written, slot);
    Duration over = ReadingTime.of(reading.script().sentences()).minus(slot);
    json.put(
        "slot",
        new JsonObject()
            .put("seconds", slot.toSeconds())
            .put("fits", overrun.isEmpty())
            .put("overrunMillis", overrun.isEmpty() ? 0 : over.toMillis()));
    overrun.ifPresent(
        warning -> json.getJsonArray(WARNINGS).addAll(ScriptText.warnings(List.of(warning))));
  }

  private static JsonObject rendered(JsonObject production, JsonObject now) {
    long version = production.getLong(VERSION, 0L);
    return new JsonObject()
        .put(VERSION, version)
        .put("dictionaryChanged", version != now.getLong(VERSION))
        .put("saysOtherwise", !said(production).equals(said(now)));
  }

  private static List<String> said(JsonObject reading) {
    return reading.getJsonArray(SCRIPT, new JsonArray()).stream()
        .map(sentence -> ((JsonObject) sentence).getString("spoken"))
        .toList();
  }

  private static JsonObject row(DictionaryRow row) {
    return new JsonObject()
        .put("written", row.written())
        .put("spoken", row.spoken())
        .put("when", row.when())
        .put("source", row.source());
  }

  private static JsonObject fix(KeptFix kept) {
    return new JsonObject()
        .put("start", kept.fix().place().start())
        .put("end", kept.fix().place().end())
        .put("written", kept.fix().written())
        .put("spoken", kept.fix().spoken())
        .put("by", kept.by())
        .put("at", kept.at().toString());
  }

  private static JsonObject block(Block block) {
    return new JsonObject()
        .put("kind", block.kind().name())
        .put("start", block.source().start())
        .put("end", block.source().end())
        .put("spoken", block.spoken());
  }

  private static JsonArray episodes(List<DocumentDesk.Part> parts) {
    JsonArray array = new JsonArray();
    int first = 0;
    for (DocumentDesk.Part part : parts) {
      Episode episode = part.episode();
      array.add(
          new JsonObject()
              .put("number", episode.number())
              .put("of", episode.of())
              .put("firstSentence", first)
              .put("sentences", episode.body().size())
              .put("estimateMillis", episode.length().toMillis())
              .put("opening", spoken(episode.lines().opening()))
              .put("again", spoken(episode.lines().again()))
              .put("closing", spoken(episode.lines().closing()))
              .put("text", part.text()));
      first += episode.body().size();
    }
    return array;
  }

  private static JsonArray spoken(List<ScriptSentence> sentences) {
    return new JsonArray(sentences.stream().map(ScriptSentence::spoken).toList());
  }
}
