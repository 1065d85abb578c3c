// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * Brings a whole recording to one loudness, so that no notice is a shout after a whisper.
 *
 * @param targetLufs -31 to -10; integrated loudness of the result (ITU-R BS.1770-4)
 * @param ceilingDbtp -20 to 0; true-peak limit of the result
 * @throws IllegalArgumentException if a value is out of range or not a number
 */
public record Mastering(double targetLufs, double ceilingDbtp) {
  /** What a horn gets: loud for speech, with head room for the coder. */
  public static final Mastering HORN = new Mastering(-16, -1.5);

  private static final double CLOSE_ENOUGH_LU = 0.05;
  private static final int MAX_ROUNDS = 8;
  private static final double MAX_GAIN_DB = 60;

  public Mastering {
    if (!(targetLufs >= -31 && targetLufs <= -10)) {
      throw new IllegalArgumentException(
          "A loudness target is -31 to -10 LUFS, was %s.".formatted(targetLufs));
    }
    if (!(ceilingDbtp >= -20 && ceilingDbtp <= 0)) {
      throw new IllegalArgumentException(
          "A ceiling is -20 to 0 dBTP, was %s.".formatted(ceilingDbtp));
    }
  }

  /** The same for a coder that takes away so much loudness, in LU. */
  public Mastering madeUpBy(double lossLu) {
    return new Mastering(targetLufs + lossLu, ceilingDbtp);
  }

  /**
   * A finished sound and what it measures.
   *
   * @param sound at the target
   * @param loudness as measured on it
   */
  public record Master(Pcm sound, Loudness loudness) {}

  /**
   * Sets gain and limits. The limiter takes loudness away with the peaks, so gain is corrected and
   * the work repeated until the target is met within 0.05 LU.
   *
   * @throws IllegalArgumentException if the sound is silent
   */
  public Master master(Pcm sound) {
    double rawLufs = LoudnessMeter.integratedLufs(sound);
    if (!(rawLufs > Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException("Silence has no loudness to set: %s.".formatted(sound));
    }
    float[] envelope = TruePeak.envelope(sound.raw());
    Limiter limiter = new Limiter(ceilingDbtp);
    double gainDb = targetLufs - rawLufs;
    Pcm limited = limiter.limit(sound, envelope, factor(gainDb));
    double lufs = LoudnessMeter.integratedLufs(limited);
    for (int i = 1; i < MAX_ROUNDS && Math.abs(targetLufs - lufs) > CLOSE_ENOUGH_LU; i++) {
      gainDb = Math.min(MAX_GAIN_DB, gainDb + targetLufs - lufs);
      limited = limiter.limit(sound, envelope, factor(gainDb));
      lufs = LoudnessMeter.integratedLufs(limited);
    }
    return new Master(limited, new Loudness(lufs, TruePeak.dbtp(limited)));
  }

  private static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
