// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.announcements.document.Block;
import loalang.announcements.document.Document;
import loalang.announcements.episode.EpisodePlan;
import loalang.announcements.script.SourceSpan;
import loalang.controller.documents.DocumentDesk;
import loalang.protocol.AnnouncementId;

/**
 * What the operations about letters and scripts do.
 *
 * @param desks that are asked
 */
record ScriptOperations(Rooms.Desks desks) {
  private static final String STATION = "Đài truyền thanh xã";
  private static final String START = "start";
  private static final String END = "end";
  private static final String SLOT = "slotSeconds";
  private static final String EPISODE = "episodeSeconds";

  Future<JsonObject> ofNotice(Asked asked) {
    return show(notice(asked), slot(asked));
  }

  Future<JsonObject> ofText(Asked asked) {
    JsonObject json = asked.json();
    Optional<Duration> slot = Optional.ofNullable(json.getInteger(SLOT)).map(Duration::ofSeconds);
    return desks.scripts().ofText(json.getString("text"), shown -> ReadingJson.shown(shown, slot));
  }

  Future<JsonObject> fix(Asked asked) {
    JsonObject json = asked.json();
    AnnouncementId notice = notice(asked);
    SourceSpan place = new SourceSpan(json.getInteger(START), json.getInteger(END));
    return desks
        .scripts()
        .fix(notice, place, json.getString("spoken"), asked.by())
        .compose(fixed -> show(notice, Optional.empty()));
  }

  Future<JsonObject> letGo(Asked asked) {
    AnnouncementId notice = notice(asked);
    SourceSpan place = new SourceSpan(asked.number(START, 0), asked.number(END, 0));
    return desks
        .scripts()
        .letGo(notice, place, asked.by())
        .compose(gone -> show(notice, Optional.empty()));
  }

  Future<JsonObject> readDocument(Asked asked) {
    String name = asked.word("name").orElseThrow();
    Optional<Duration> slot = slot(asked);
    Optional<EpisodePlan> plan =
        asked.has(EPISODE)
            ? Optional.of(
                new EpisodePlan(
                    Duration.ofSeconds(asked.number(EPISODE, 0)),
                    asked.word("station").orElse(STATION),
                    asked.word("subject").orElse(""),
                    asked.number("times", 1)))
            : Optional.empty();
    return desks
        .documents()
        .read(name, asked.bytes(), plan, imported -> ReadingJson.imported(name, imported, slot));
  }

  Future<JsonObject> makeNotices(Asked asked) {
    JsonObject json = asked.json();
    Set<Integer> only = new HashSet<>();
    json.getJsonArray("only", new JsonArray()).forEach(one -> only.add(((Number) one).intValue()));
    DocumentDesk.Choice choice =
        new DocumentDesk.Choice(
            document(json),
            json.getString("title"),
            Optional.ofNullable(json.getJsonObject("plan")).map(ScriptOperations::plan),
            only);
    return desks
        .documents()
        .makeNotices(choice, asked.by())
        .map(cards -> ApiJson.list("notices", cards, ApiJson::notice));
  }

  private Future<JsonObject> show(AnnouncementId notice, Optional<Duration> slot) {
    return desks.scripts().ofNotice(notice, shown -> ReadingJson.shown(shown, slot));
  }

  private static EpisodePlan plan(JsonObject json) {
    return new EpisodePlan(
        Duration.ofSeconds(json.getInteger(EPISODE)),
        json.getString("station", STATION),
        json.getString("subject", ""),
        json.getInteger("times", 1));
  }

  /** The lines must follow one another inside the text; the caller may only choose among them. */
  private static Document document(JsonObject json) {
    String text = json.getString("text");
    List<Block> blocks = new ArrayList<>();
    int last = 0;
    for (Object one : json.getJsonArray("blocks")) {
      JsonObject line = (JsonObject) one;
      SourceSpan span = new SourceSpan(line.getInteger(START), line.getInteger(END));
      if (span.start() < last || span.end() > text.length()) {
        throw new IllegalArgumentException(
            "The lines of a letter follow one another inside its %d characters; %d to %d does not."
                .formatted(text.length(), span.start(), span.end()));
      }
      last = span.end();
      Block.Kind kind = Block.Kind.valueOf(line.getString("kind"));
      blocks.add(new Block(kind, span, line.getBoolean("spoken")));
    }
    return new Document(text, blocks);
  }

  private static Optional<Duration> slot(Asked asked) {
    return asked.has(SLOT)
        ? Optional.of(Duration.ofSeconds(asked.number(SLOT, 0)))
        : Optional.empty();
  }

  private static AnnouncementId notice(Asked asked) {
    return new AnnouncementId(asked.path("notice"));
  }
}
