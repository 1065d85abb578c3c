// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import loalang.protocol.audio.Chirp;

/**
 * Nhạc hiệu: the sign before an announcement. Bells of our own synthesis, then a chirp by which a
 * listening device finds the announcement in noise.
 *
 * @param secondsBetween from one stroke to the next, over 0
 * @param notesHertz the bells in order, at least one, each over 0
 * @throws IllegalArgumentException if a value is out of range
 */
public record Chime(double secondsBetween, List<Double> notesHertz) {
  /** Ba chuông: three rising bells: something is about to be said. */
  public static final Chime RISING = new Chime(0.42, List.of(392.00, 493.88, 587.33));

  /** Khẩn cấp: six quick bells in pairs: listen now. */
  public static final Chime URGENT =
      new Chime(0.22, List.of(880.00, 659.26, 880.00, 659.26, 880.00, 659.26));

  /** Chuông ngân: two falling bells, for routine news. */
  public static final Chime FALLING_THIRD = new Chime(0.55, List.of(659.26, 523.25));

  /**
   * Ngũ cung: five rising notes of the pentatonic scale that Vietnamese folk song uses, for the
   * station's own programmes.
   */
  public static final Chime PENTATONIC =
      new Chime(0.3, List.of(392.00, 440.00, 523.25, 587.33, 783.99));

  /** Sáng sớm: a soft rise and return, for the morning bulletin. */
  public static final Chime MORNING = new Chime(0.38, List.of(523.25, 659.26, 783.99, 659.26));

  /** Every chime that is shipped, by the name a setting calls it. */
  public static final Map<String, Chime> SHIPPED =
      Map.of(
          "ba-chuong", RISING,
          "khan-cap", URGENT,
          "chuong-ngan", FALLING_THIRD,
          "ngu-cung", PENTATONIC,
          "sang-som", MORNING);

  private static final double RING_SECONDS = 0.9;
  private static final double DECAY_PER_SECOND = 5.5;
  private static final double ATTACK_SECONDS = 0.006;
  private static final double CHIRP_LEVEL = 0.3;

  /** A struck bar: multiple of the note, level, how much faster it dies. */
  private static final double[][] PARTIALS = {{1, 0.6, 1}, {2, 0.2, 1.6}, {3.01, 0.12, 2.4}};

  public Chime {
    notesHertz = List.copyOf(notesHertz);
    if (!(secondsBetween > 0)
        || notesHertz.isEmpty()
        || notesHertz.stream().anyMatch(f -> f <= 0)) {
      throw new IllegalArgumentException(
          "A chime is one bell or more above 0 Hz, apart by more than 0 s; was %s and %s s."
              .formatted(notesHertz, secondsBetween));
    }
  }

  /**
   * The bells and after them the chirp.
   *
   * @param rateHertz {@value Pcm#MIN_RATE_HERTZ} to {@value Pcm#MAX_RATE_HERTZ}
   */
  public Pcm sound(int rateHertz) {
    float[] chirp = chirp(rateHertz).raw();
    int chirpAt = (int) Math.round(chirpStart().toNanos() / 1e9 * rateHertz);
    float[] all = new float[chirpAt + chirp.length];
    for (int n = 0; n < notesHertz.size(); n++) {
      ring(all, (int) (n * secondsBetween * rateHertz), notesHertz.get(n), rateHertz);
    }
    for (int i = 0; i < chirp.length; i++) {
      all[chirpAt + i] += (float) (chirp[i] * CHIRP_LEVEL);
    }
    return Pcm.wrap(all, rateHertz);
  }

  /** When the chirp begins, from the beginning of the chime. */
  public Duration chirpStart() {
    double seconds = (notesHertz.size() - 1) * secondsBetween + RING_SECONDS;
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** The chirp alone at full scale: what a matched filter looks for. */
  public static Pcm chirp(int rateHertz) {
    return Pcm.wrap(Chirp.OURS.samples(rateHertz), rateHertz);
  }

  private static void ring(float[] into, int from, double noteHertz, int rateHertz) {
    int length = Math.min((int) (RING_SECONDS * rateHertz), into.length - from);
    for (int i = 0; i < length; i++) {
      double t = (double) i / rateHertz;
      double fade = Math.min(1, t / ATTACK_SECONDS) * (1 - (double) i / length);
      double value = 0;
      for (double[] partial : PARTIALS) {
        value +=
            partial[1]
                * Math.exp(-DECAY_PER_SECOND * partial[2] * t)
                * Math.sin(2 * Math.PI * noteHertz * partial[0] * t);
      }
      into[from + i] += (float) (0.5 * value * fade);
    }
  }
}
