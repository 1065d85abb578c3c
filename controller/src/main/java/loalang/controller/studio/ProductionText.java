// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import loalang.announcements.Notice;
import loalang.announcements.ProductionReport;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;
import org.jspecify.annotations.Nullable;

/** How a notice was read, as the JSON that is stored and shown. */
final class ProductionText {
  private ProductionText() {}

  static String of(Notice notice, ProductionReport report) {
    return new JsonObject()
        .put("body", notice.body())
        .put("voice", report.voice().value())
        .put("loudnessLufs", finite(report.loudness().integratedLufs()))
        .put("synthesisMillis", report.synthesis().toMillis())
        .put("totalMillis", report.total().toMillis())
        .put("script", sentences(report))
        .put("warnings", warnings(report.script().warnings()))
        .encode();
  }

  private static JsonArray sentences(ProductionReport report) {
    JsonArray sentences = new JsonArray();
    List<ScriptSentence> all = report.script().sentences();
    for (int i = 0; i < all.size(); i++) {
      JsonObject sentence =
          new JsonObject().put("spoken", all.get(i).spoken()).put("words", words(all.get(i)));
      if (i < report.sentenceStarts().size()) {
        sentence.put("startMillis", report.sentenceStarts().get(i).toMillis());
      }
      sentences.add(sentence);
    }
    return sentences;
  }

  /** The source map: each spoken word with the place in the body it stands for. */
  private static JsonArray words(ScriptSentence sentence) {
    JsonArray words = new JsonArray();
    for (SpokenWord word : sentence.words()) {
      words.add(
          new JsonObject()
              .put("text", word.text())
              .put("start", word.source().start())
              .put("end", word.source().end()));
    }
    return words;
  }

  private static JsonArray warnings(List<ReadingWarning> warnings) {
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

  // Silence has the loudness minus infinity, which JSON cannot say.
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
