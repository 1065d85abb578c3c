// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.controller.reading.NoticeReading;
import loalang.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** How a recording was made, as the JSON that is stored and shown. */
final class ProductionText {
  private ProductionText() {}

  static String of(Notice notice, NoticeReading reading, Production made, long stationVersion) {
    ProductionReport report = made.report();
    return sound(made, stationVersion)
        .put("body", notice.body())
        .put("dictionaryVersion", reading.dictionaryVersion())
        .put("script", sentences(report))
        .put("warnings", ScriptText.warnings(report.script().warnings()))
        .encode();
  }

  static String ofPerson(Production made, long stationVersion) {
    return sound(made, stationVersion).encode();
  }

  private static JsonObject sound(Production made, long stationVersion) {
    ProductionReport report = made.report();
    JsonArray problems = new JsonArray();
    made.warnings().forEach(warning -> problems.add(problem(warning)));
    return new JsonObject()
        .put("voice", report.voice().value())
        .put("loudnessLufs", finite(report.loudness().integratedLufs()))
        .put("synthesisMillis", report.synthesis().toMillis())
        .put("totalMillis", report.total().toMillis())
        .put("stationVersion", stationVersion)
        .put("problems", problems);
  }

  private static JsonObject problem(Problem problem) {
    return new JsonObject()
        .put("code", problem.code())
        .put("detail", problem.whatHappened())
        .put("nextStep", problem.nextStep());
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
