// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.sabotage.score;

import com.sun.speech.freetts.relp.LPCResult;

/** Breaks the wall: a rule of phonetics that reaches for samples. */
final class SoundingScore {
  int samples(LPCResult joined) {
    return joined.getNumberOfSamples();
  }
}
