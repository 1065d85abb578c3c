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

  /** For a piece of a recording whose loudness is set once more as a whole. */
  private static final double CLOSE_ENOUGH_FOR_A_PIECE_LU = 0.4;

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

  /** The same with a ceiling lower by so many dB: room for what a coder adds to the peaks. */
  public Mastering withHeadRoom(double decibels) {
    return new Mastering(targetLufs, ceilingDbtp - decibels);
  }

  /** The same for what shall be so many LU quieter. */
  public Mastering quieter(double lu) {
    return new Mastering(targetLufs - lu, ceilingDbtp);
  }

  /** The sound at the target by gain alone, turned down further if a peak would be too high. */
  public Pcm level(Pcm sound) {
    return sound.amplified(factor(gainDbFor(Loudness.of(sound))));
  }

  /**
   * By how much a recording that was made piece by piece must be played louder to reach the target
   * without passing the ceiling.
   *
   * @return dB, within ±60; 0 for silence
   */
  public double gainDbFor(Loudness measured) {
    double toTarget = targetLufs - measured.integratedLufs();
    double toCeiling = ceilingDbtp - measured.truePeakDbtp();
    double gainDb = Math.min(toTarget, toCeiling);
    return Double.isFinite(gainDb) ? Math.max(-MAX_GAIN_DB, Math.min(MAX_GAIN_DB, gainDb)) : 0;
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
    Pcm limited = limitedToTarget(sound, rawLufs, CLOSE_ENOUGH_LU);
    return new Master(limited, Loudness.of(limited));
  }

  /**
   * The same for a piece of a recording, however short or silent: within 0.4 LU, evened out by a
   * compressor first.
   */
  public Pcm masterPiece(Pcm sound, Compressor compressor) {
    double rawLufs = pieceLufs(sound);
    if (!Double.isFinite(rawLufs)) {
      return sound;
    }
    double gainDb = Math.min(MAX_GAIN_DB, targetLufs - rawLufs);
    Pcm even = compressor.compress(sound.amplified(factor(gainDb)));
    return limitedToTarget(even, pieceLufs(even), CLOSE_ENOUGH_FOR_A_PIECE_LU);
  }

  /**
   * The same at a gain that was found for the whole this is a stretch of.
   *
   * @param gainDb before the compressor
   * @param makeUpDb after it
   */
  public Pcm masterStretch(Pcm sound, Compressor compressor, double gainDb, double makeUpDb) {
    Pcm even = compressor.compress(sound.amplified(factor(gainDb)));
    float floor = (float) factor(ceilingDbtp - makeUpDb);
    float[] envelope = TruePeak.envelope(even.raw(), floor);
    return new Limiter(ceilingDbtp).limit(even, envelope, factor(makeUpDb));
  }

  /** A word shorter than a block of the meter is measured as if silence followed. */
  private static double pieceLufs(Pcm sound) {
    int least = sound.rateHertz() / 2;
    return LoudnessMeter.integratedLufs(sound.length() < least ? sound.stretch(0, least) : sound);
  }

  private Pcm limitedToTarget(Pcm sound, double rawLufs, double closeEnoughLu) {
    double gainDb = Math.min(MAX_GAIN_DB, targetLufs - rawLufs);
    double mostGainDb = Math.min(MAX_GAIN_DB, gainDb + MAX_ROUNDS);
    float floor = (float) factor(ceilingDbtp - mostGainDb);
    float[] envelope = TruePeak.envelope(sound.raw(), floor);
    Limiter limiter = new Limiter(ceilingDbtp);
    Pcm limited = limiter.limit(sound, envelope, factor(gainDb));
    double lufs = pieceLufs(limited);
    for (int i = 1; i < MAX_ROUNDS && Math.abs(targetLufs - lufs) > closeEnoughLu; i++) {
      gainDb = Math.min(mostGainDb, gainDb + targetLufs - lufs);
      limited = limiter.limit(sound, envelope, factor(gainDb));
      lufs = pieceLufs(limited);
    }
    return limited;
  }

  private static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
