// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.Pause;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.voice.Language;

/**
 * The station's own lines around a notice.
 *
 * @param before spoken first
 * @param after spoken last
 */
record Surroundings(List<ScriptSentence> before, List<ScriptSentence> after) {
  static Surroundings of(ProductionSettings settings, Language language) {
    StationText text = settings.stationIn(language);
    Normaliser reader = settings.readerOf(language);
    List<ScriptSentence> after = new ArrayList<>(reader.read(text.closing()).sentences());
    after.addAll(reader.read(text.syntheticNotice()).sentences());
    return new Surroundings(reader.read(text.opening()).sentences(), List.copyOf(after));
  }

  /** All in the order of speech; the last is followed by a short tail, each part by a breath. */
  List<ScriptSentence> with(List<ScriptSentence> body) {
    List<ScriptSentence> all = new ArrayList<>();
    for (List<ScriptSentence> part : List.of(before, body, after)) {
      if (!part.isEmpty()) {
        endLast(all, Pause.PARAGRAPH);
        all.addAll(part);
      }
    }
    endLast(all, Pause.LIST_ITEM);
    return all;
  }

  List<Duration> startsOfBody(SpokenTimes times, int sentences) {
    return times.sentences().subList(before.size(), before.size() + sentences).stream()
        .map(SpokenTimes.Sentence::start)
        .toList();
  }

  private static void endLast(List<ScriptSentence> all, Pause pause) {
    if (!all.isEmpty()) {
      int last = all.size() - 1;
      ScriptSentence sentence = all.get(last);
      all.set(last, new ScriptSentence(sentence.spoken(), sentence.words(), pause));
    }
  }
}
