// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;

/** A spoken sentence with its changes: {@code họp lúc [7h30 → bảy giờ ba mươi]}. Pure. */
final class ScriptDiff {
  private ScriptDiff() {}

  static String of(ScriptSentence sentence, String written) {
    List<String> shown = new ArrayList<>();
    List<SpokenWord> words = sentence.words();
    int at = 0;
    while (at < words.size()) {
      int start = words.get(at).source().start();
      int end = start;
      StringBuilder spoken = new StringBuilder();
      while (at < words.size() && (spoken.isEmpty() || words.get(at).source().start() <= end)) {
        spoken.append(spoken.isEmpty() ? "" : " ").append(words.get(at).text());
        end = Math.max(end, words.get(at).source().end());
        at++;
      }
      shown.add(change(written.substring(start, end), spoken.toString()));
    }
    return String.join(" ", shown);
  }

  private static String change(String written, String spoken) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return plain.equals(spoken) ? spoken : "[" + written + " → " + spoken + "]";
  }
}
