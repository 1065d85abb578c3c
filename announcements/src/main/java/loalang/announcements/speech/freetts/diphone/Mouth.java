// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.relp.LPCResult;
import com.sun.speech.freetts.relp.UnitConcatenator;
import java.util.List;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.freetts.diphone.UnitSelection.ScoreFeature;
import loalang.announcements.speech.freetts.score.Score;

/**
 * Says scores. Loads once, in 0.2 s and some 8 MB; usable on many threads at once, for what an
 * utterance changes is its own.
 */
public final class Mouth {
  /** The last half of the last silence has no diphone to follow, so it is not said. */
  private static final double LONGEST_TAIL_SECONDS = 0.15;

  private final Inventory inventory = new Inventory();
  private final List<UtteranceProcessor> stages =
      List.of(
          new UnitSelection(inventory),
          new PitchMarks(inventory.kind().getSampleRate()),
          new UnitConcatenator());

  /**
   * The sound of a score, at 16 kHz.
   *
   * @throws IllegalStateException if FreeTTS gives up, or has joined less than the score asks for
   */
  public Pcm say(Score score) {
    Utterance utterance = new Utterance(new ScoreVoice());
    ScoreFeature.put(utterance, score);
    try {
      for (UtteranceProcessor stage : stages) {
        stage.processUtterance(utterance);
      }
    } catch (ProcessException e) {
      throw new IllegalStateException("FreeTTS could not join the sounds.", e);
    }
    LPCResult joined = (LPCResult) utterance.getObject("target_lpcres");
    Pcm sound = Resynthesis.sound(joined, score.gainDecibels());
    double missing = score.seconds() - sound.length() / (double) sound.rateHertz();
    if (missing > LONGEST_TAIL_SECONDS) {
      throw new IllegalStateException("FreeTTS joined %.2f s too little.".formatted(missing));
    }
    return sound;
  }
}
