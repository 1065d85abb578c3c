// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * Evens out loud and soft syllables, so that the soft ones carry 200 m and the loud ones need
 * little limiting. The level is followed millisecond by millisecond and the gain drawn in straight
 * lines between them.
 *
 * @param thresholdDbfs -60 to 0; levels below it are left alone
 * @param ratio 1 to 20; that many dB more in give one dB more out
 * @param kneeDb 0 to 24; width of the bend around the threshold
 * @param attackMillis 1 to 200; how fast it turns down
 * @param releaseMillis 1 to 2,000; how fast it lets go
 * @throws IllegalArgumentException if a value is out of range or not a number
 */
public record Compressor(
    double thresholdDbfs, double ratio, double kneeDb, double attackMillis, double releaseMillis) {
  /** Gentle: never more than a few dB for speech at -16 LUFS. */
  public static final Compressor GENTLE = new Compressor(-22, 1.8, 8, 6, 120);

  private static final int STEPS_PER_SECOND = 1_000;
  private static final double SILENCE = 1e-10;

  public Compressor {
    check("threshold", thresholdDbfs, -60, 0);
    check("ratio", ratio, 1, 20);
    check("knee", kneeDb, 0, 24);
    check("attack", attackMillis, 1, 200);
    check("release", releaseMillis, 1, 2_000);
  }

  /** By how much a steady level is turned down, dB, 0 or less. */
  public double gainDbAt(double levelDbfs) {
    double over = levelDbfs - thresholdDbfs;
    double slope = 1 / ratio - 1;
    if (over <= -kneeDb / 2) {
      return 0;
    }
    if (over < kneeDb / 2) {
      double into = over + kneeDb / 2;
      return slope * into * into / (2 * kneeDb);
    }
    return slope * over;
  }

  /** The sound with its loud moments turned down; as long as before, nothing shifted. */
  public Pcm compress(Pcm sound) {
    float[] in = sound.raw();
    int step = Math.max(1, sound.rateHertz() / STEPS_PER_SECOND);
    double attack = 1 - Math.exp(-1 / attackMillis);
    double release = 1 - Math.exp(-1 / releaseMillis);
    float[] out = new float[in.length];
    double power = 0;
    double gain = 1;
    for (int from = 0; from < in.length; from += step) {
      int end = Math.min(in.length, from + step);
      double now = meanPower(in, from, end);
      power += (now - power) * (now > power ? attack : release);
      double next = Math.pow(10, gainDbAt(10 * Math.log10(power + SILENCE)) / 20);
      for (int i = from; i < end; i++) {
        out[i] = (float) (in[i] * (gain + (next - gain) * (i - from) / step));
      }
      gain = next;
    }
    return Pcm.wrap(out, sound.rateHertz());
  }

  private static double meanPower(float[] samples, int from, int end) {
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / (end - from);
  }

  private static void check(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "A compressor's %s is %s to %s, was %s.".formatted(what, least, most, value));
    }
  }
}
