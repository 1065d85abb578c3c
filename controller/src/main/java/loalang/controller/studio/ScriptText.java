// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;

/** A script as JSON, the same before it is rendered and after. */
public final class ScriptText {
  private ScriptText() {}

  /** The sentences, each with the source map of its words. */
  public static JsonArray sentences(List<ScriptSentence> sentences) {
    JsonArray array = new JsonArray();
    sentences.forEach(sentence -> array.add(sentence(sentence)));
    return array;
  }

  /** The doubts. */
  public static JsonArray warnings(List<ReadingWarning> warnings) {
    JsonArray array = new JsonArray();
    for (ReadingWarning warning : warnings) {
      array.add(
          new JsonObject()
              .put("kind", warning.kind().name())
              .put("written", warning.written())
              .put("spoken", warning.spoken())
              .put("start", warning.source().start())
              .put("end", warning.source().end()));
    }
    return array;
  }

  /** The source map: each spoken word with the place in the body it stands for. */
  private static JsonObject sentence(ScriptSentence sentence) {
    JsonArray words = new JsonArray();
    for (SpokenWord word : sentence.words()) {
      words.add(
          new JsonObject()
              .put("text", word.text())
              .put("start", word.source().start())
              .put("end", word.source().end()));
    }
    return new JsonObject()
        .put("spoken", sentence.spoken())
        .put("pauseMillis", sentence.pauseAfter().length().toMillis())
        .put("words", words);
  }
}
