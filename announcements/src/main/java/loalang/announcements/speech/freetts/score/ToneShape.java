// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import static loalang.announcements.speech.freetts.score.ToneShape.Throat.BREAKS;
import static loalang.announcements.speech.freetts.score.ToneShape.Throat.CLOSES;
import static loalang.announcements.speech.freetts.score.ToneShape.Throat.OPEN;

import java.util.List;
import loalang.announcements.speech.freetts.syllable.Tone;

/**
 * What a tone does to a rime.
 *
 * <p>Sources of the shapes: the five-step letters of the descriptions of Hà Nội (ngang 33, huyền
 * 21, sắc 35, hỏi 313, ngã 3ˀ5, nặng 21ˀ), Huế (ngang 35, huyền 33, sắc 24, hỏi and ngã 312, nặng
 * 31ˀ) and Sài Gòn (ngang 33, huyền 21, sắc 35, hỏi and ngã 214, nặng 212), at about three
 * semitones a step.
 *
 * @param semitones from the middle of the voice, at equal distances over the rime, two or more
 * @param length what it does to the length of the rime, 1 leaves it
 * @param throat what the throat does meanwhile
 */
record ToneShape(List<Double> semitones, double length, Throat throat) {

  /** What the throat does during a tone. */
  enum Throat {
    /** Nothing. */
    OPEN,
    /** It closes for a moment in the middle: ngã. */
    BREAKS,
    /** It closes before the end and stays closed: nặng. */
    CLOSES
  }

  /**
   * The shape of a tone.
   *
   * @param stopped whether the syllable ends in p, t, c or ch: only sắc and nặng do, and quicker
   */
  static ToneShape of(Accent accent, Tone tone, boolean stopped) {
    if (stopped) {
      return stopped(accent, tone);
    }
    return switch (accent) {
      case NORTH -> north(tone);
      case CENTRAL -> central(tone);
      case SOUTH -> south(tone);
    };
  }

  private static ToneShape stopped(Accent accent, Tone tone) {
    if (tone == Tone.NANG) {
      return accent == Accent.SOUTH
          ? shape(0.8, OPEN, -3.0, -4.5, -4.0)
          : shape(0.75, OPEN, -2.0, -4.0, -6.0);
    }
    return accent == Accent.CENTRAL
        ? shape(0.75, OPEN, -2.0, 0.0, 3.0)
        : shape(0.75, OPEN, 2.0, 4.5, 7.0);
  }

  private static ToneShape north(Tone tone) {
    return switch (tone) {
      case NGANG -> shape(1, OPEN, 2.0, 2.0, 1.8, 1.6);
      case HUYEN -> shape(1.05, OPEN, -1.5, -3.0, -4.5, -5.5);
      case SAC -> shape(1, OPEN, 0.0, 0.0, 2.0, 5.0, 7.5);
      case HOI -> shape(1.15, OPEN, -0.5, -3.5, -6.0, -6.5, -4.0, -0.5);
      case NGA -> shape(1.15, BREAKS, 1.0, 0.0, -3.0, 5.0, 8.0);
      case NANG -> shape(0.75, CLOSES, -1.0, -2.5, -5.5, -8.0);
    };
  }

  private static ToneShape central(Tone tone) {
    return switch (tone) {
      case NGANG -> shape(1, OPEN, 2.0, 2.5, 3.5, 5.0);
      case HUYEN -> shape(1.05, OPEN, 0.0, -0.5, -1.0, -2.0);
      case SAC -> shape(1.05, OPEN, -4.0, -4.0, -2.0, 1.5);
      case HOI, NGA -> shape(1.15, OPEN, 0.5, -3.0, -6.0, -5.5, -3.5, -1.5);
      case NANG -> shape(0.8, CLOSES, 0.5, -2.0, -5.0, -7.5);
    };
  }

  private static ToneShape south(Tone tone) {
    return switch (tone) {
      case NGANG -> shape(1, OPEN, 2.0, 2.0, 2.0, 2.0);
      case HUYEN -> shape(1.05, OPEN, -2.0, -3.5, -4.5, -5.5);
      case SAC -> shape(1, OPEN, 1.0, 1.5, 4.0, 7.0);
      case HOI, NGA -> shape(1.2, OPEN, -1.5, -4.5, -5.5, -2.5, 1.0, 4.0);
      case NANG -> shape(1.1, OPEN, -3.0, -6.0, -7.0, -5.0, -3.5);
    };
  }

  private static ToneShape shape(double length, Throat throat, Double... semitones) {
    return new ToneShape(List.of(semitones), length, throat);
  }
}
