// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.SpokenTimes;
import loalang.controller.reading.NoticeReading;
import loalang.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** How a recording was made, as the JSON that is stored and shown. */
final class ProductionText {
  private static final String START = "startMillis";
  private static final String END = "endMillis";

  private ProductionText() {}

  static String of(Notice notice, NoticeReading reading, Production made, long stationVersion) {
    ProductionReport report = made.report();
    return sound(made, stationVersion)
        .put("body", notice.body())
        .put("dictionaryVersion", reading.dictionaryVersion())
        .put("script", sentences(report))
        .put("times", times(report.times()))
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

  private static JsonArray times(SpokenTimes times) {
    JsonArray sentences = new JsonArray();
    for (SpokenTimes.Sentence sentence : times.sentences()) {
      JsonArray words = new JsonArray();
      sentence
          .estimatedWords()
          .forEach(
              word ->
                  words.add(
                      new JsonObject()
                          .put("text", word.text())
                          .put(START, word.start().toMillis())));
      sentences.add(
          new JsonObject()
              .put("spoken", sentence.spoken())
              .put(START, sentence.start().toMillis())
              .put(END, sentence.end().toMillis())
              .put("words", words));
    }
    return sentences;
  }

  /** What is said when in a recording, as it was written down; nothing if it was not. */
  static SpokenTimes times(String production) {
    JsonArray sentences = new JsonObject(production).getJsonArray("times", new JsonArray());
    return new SpokenTimes(
        sentences.stream().map(sentence -> sentence((JsonObject) sentence)).toList());
  }

  /** The sentences of a recording, as they were written down. */
  static List<String> said(String production) {
    return new JsonObject(production)
        .getJsonArray("script", new JsonArray()).stream()
            .map(sentence -> ((JsonObject) sentence).getString("spoken"))
            .toList();
  }

  private static SpokenTimes.Sentence sentence(JsonObject json) {
    List<SpokenTimes.EstimatedWord> words =
        json.getJsonArray("words").stream()
            .map(JsonObject.class::cast)
            .map(
                word ->
                    new SpokenTimes.EstimatedWord(
                        word.getString("text"), Duration.ofMillis(word.getLong(START))))
            .toList();
    return new SpokenTimes.Sentence(
        json.getString("spoken"),
        Duration.ofMillis(json.getLong(START)),
        Duration.ofMillis(json.getLong(END)),
        words);
  }

  // Silence has the loudness minus infinity, which JSON cannot say.
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
