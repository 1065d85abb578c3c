// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.sabotage.syllable;

import loalang.announcements.speech.freetts.score.Accent;

/** Breaks the wall: spelling is the same for every dialect. */
final class SpellingWithAnAccent {
  boolean softens(Accent accent) {
    return accent.engineVoice().endsWith("south");
  }
}
