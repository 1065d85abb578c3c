// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

import java.util.List;

/**
 * One utterance for a speech engine.
 *
 * @param spoken the words as the engine gets them: NFC, no digits, no symbols; a comma is a short
 *     pause and a full stop or question mark may end it
 * @param words every spoken word in order, each with its source
 * @param pauseAfter the silence that follows
 */
public record ScriptSentence(String spoken, List<SpokenWord> words, Pause pauseAfter) {
  public ScriptSentence {
    words = List.copyOf(words);
  }
}
