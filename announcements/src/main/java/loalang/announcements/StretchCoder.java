// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import loalang.announcements.audio.Levels;
import loalang.announcements.audio.Mastering;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OpusEncoder;
import loalang.announcements.sentence.CodedSentence;

/**
 * Codes stretches of whole tenths of a second, each on its own: the grid on which stretches join
 * without a seam and loudness adds up (ADR 60).
 */
record StretchCoder(OpusEncoder encoder) {
  /** Inside, everything is mono at this rate: a horn ends at 6 kHz, and so may we at 8. */
  static final int RATE_HERTZ = 16_000;

  static final int TENTH_SAMPLES = RATE_HERTZ / Levels.HOPS_PER_SECOND;

  /**
   * What coding and a player's oversampling add to the peaks of speech, and the loudness coding
   * takes away, at most: the limiter leaves it free, and the gain in the file's head uses it.
   */
  static final double HEAD_ROOM_DB = 4;

  private static final int FRAMES_PER_TENTH =
      OpusEncoder.FRAMES_PER_SECOND / Levels.HOPS_PER_SECOND;

  /** The coder's own delay must still find silence after the last word. */
  private static final int LEAST_SILENCE_SAMPLES = RATE_HERTZ / 50;

  static Mastering belowCeiling(Mastering mastering) {
    return mastering.withHeadRoom(HEAD_ROOM_DB);
  }

  /** Speech and about so much silence after it: to the nearest tenth of both together. */
  CodedSentence withPause(Pcm speech, Duration pause) {
    double wanted = speech.length() + pause.toNanos() * (double) RATE_HERTZ / 1e9;
    int least = ceilTenths(speech.length() + LEAST_SILENCE_SAMPLES);
    int tenths = Math.max(least, (int) Math.round(wanted / TENTH_SAMPLES));
    Pcm whole = speech.stretch(0, tenths * TENTH_SAMPLES);
    return stretch(whole, 0, tenths, speech.length());
  }

  /** Some tenths of a longer sound, led in by what sounds before them. */
  CodedSentence stretch(Pcm whole, int firstTenth, int tenths, int speechSamples) {
    OpusEncoder.Coded coded =
        encoder.code(whole, firstTenth * FRAMES_PER_TENTH, tenths * FRAMES_PER_TENTH);
    return new CodedSentence(
        coded.sound(), Levels.of(coded.heard()), speechSamples, tenths * TENTH_SAMPLES);
  }

  static int ceilTenths(int samples) {
    return (samples + TENTH_SAMPLES - 1) / TENTH_SAMPLES;
  }
}
