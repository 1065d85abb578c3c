// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

import java.util.List;

/**
 * A whole text as it will be spoken.
 *
 * @param sentences in the order of speech
 * @param warnings doubts in the order of the text
 */
public record Script(List<ScriptSentence> sentences, List<ReadingWarning> warnings) {
  public Script {
    sentences = List.copyOf(sentences);
    warnings = List.copyOf(warnings);
  }
}
