// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import loalang.announcements.Notice;
import loalang.announcements.ProductionReport;
import loalang.controller.reading.NoticeReading;
import org.jspecify.annotations.Nullable;

/** How a notice was read, as the JSON that is stored and shown. */
final class ProductionText {
  private ProductionText() {}

  static String of(Notice notice, NoticeReading reading, ProductionReport report) {
    return new JsonObject()
        .put("body", notice.body())
        .put("dictionaryVersion", reading.dictionaryVersion())
        .put("voice", report.voice().value())
        .put("loudnessLufs", finite(report.loudness().integratedLufs()))
        .put("synthesisMillis", report.synthesis().toMillis())
        .put("totalMillis", report.total().toMillis())
        .put("script", sentences(report))
        .put("warnings", ScriptText.warnings(report.script().warnings()))
        .encode();
  }

  private static JsonArray sentences(ProductionReport report) {
    JsonArray sentences = ScriptText.sentences(report.script().sentences());
    List<Duration> starts = report.sentenceStarts();
    for (int i = 0; i < Math.min(starts.size(), sentences.size()); i++) {
      sentences.getJsonObject(i).put("startMillis", starts.get(i).toMillis());
    }
    return sentences;
  }

  // Silence has the loudness minus infinity, which JSON cannot say.
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
