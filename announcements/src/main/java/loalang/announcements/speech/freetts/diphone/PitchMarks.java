// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.relp.LPCResult;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import loalang.announcements.speech.freetts.diphone.UnitSelection.ScoreFeature;
import loalang.announcements.speech.freetts.score.Curve;
import loalang.announcements.speech.freetts.score.Phone;
import loalang.announcements.speech.freetts.score.Score;
import loalang.announcements.speech.freetts.score.Segment;

/**
 * Sets the moments at which the voice pulses. FreeTTS's own generator draws each line from the
 * beginning of the utterance, so that later contours become steps; a tone needs its slope.
 */
final class PitchMarks implements UtteranceProcessor {
  /** Sounds without voice keep the distance they were recorded with, else noise gets a pitch. */
  private static final double VOICELESS_HERTZ = 100;

  private static final Set<Phone> VOICELESS =
      Set.of(
          Phone.PAUSE,
          Phone.CH,
          Phone.H,
          Phone.K,
          Phone.KH,
          Phone.P,
          Phone.F,
          Phone.S,
          Phone.SH,
          Phone.T,
          Phone.TH,
          Phone.TR,
          Phone.CLOSED_P,
          Phone.CLOSED_T,
          Phone.CLOSED_K);

  private final int rateHertz;

  PitchMarks(int rateHertz) {
    this.rateHertz = rateHertz;
  }

  @Override
  public void processUtterance(Utterance utterance) {
    int[] marks = marks(ScoreFeature.of(utterance), rateHertz);
    LPCResult result = new LPCResult();
    result.resizeFrames(marks.length);
    System.arraycopy(marks, 0, result.getTimes(), 0, marks.length);
    utterance.setObject("target_lpcres", result);
  }

  /** The samples at which periods end, rising, until the score does. */
  static int[] marks(Score score, int rateHertz) {
    Curve.Reader pitch = score.pitchHertz().reader();
    double now = 0;
    double end = 0;
    IntStream.Builder marks = IntStream.builder();
    for (Segment segment : score.segments()) {
      end += segment.seconds();
      boolean voiced = !VOICELESS.contains(segment.phone());
      while (now < end) {
        now += 1 / (voiced ? pitch.at(now) : VOICELESS_HERTZ);
        marks.add((int) (now * rateHertz));
      }
    }
    int[] all = marks.build().toArray();
    return Arrays.copyOf(all, Math.max(0, all.length - 1));
  }
}
