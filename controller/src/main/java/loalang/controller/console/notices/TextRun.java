// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A stretch of a text that was changed.
 *
 * @param kind whether it stayed, came or went
 * @param text its characters
 */
public record TextRun(Kind kind, String text) {
  private static final Pattern WORD = Pattern.compile("\\n|\\S+[^\\S\\n]*|[^\\S\\n]+");

  /** What became of a stretch. */
  public enum Kind {
    /** It stayed. */
    SAME,
    /** It came. */
    ADDED,
    /** It went. */
    REMOVED
  }

  /** What was changed from one text to the next, word by word. */
  static List<TextRun> between(String before, String after) {
    List<String> old = words(before);
    List<String> fresh = words(after);
    List<TextRun> runs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
      add(runs, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
      add(runs, Kind.REMOVED, delta.getSource().getLines());
      add(runs, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(runs, Kind.SAME, old.subList(at, old.size()));
    return runs;
  }

  private static void add(List<TextRun> runs, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      runs.add(new TextRun(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
