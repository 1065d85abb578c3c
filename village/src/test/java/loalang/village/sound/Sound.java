// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.sound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Mono sound at 48,000 samples a second. */
public final class Sound {
  /** Samples a second. */
  public static final int RATE = 48_000;

  private final short[] samples;

  private Sound(short[] samples) {
    this.samples = samples;
  }

  /** Signed 16-bit little-endian samples without a header. */
  public static Sound ofRaw(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Sound(samples);
  }

  /** A WAV file, which must be mono, 16 bit, 48 kHz. */
  public static Sound ofWav(Path file) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat format = in.getFormat();
      if (format.getChannels() != 1 || format.getSampleRate() != RATE || format.isBigEndian()) {
        throw new IOException(file.getFileName() + " is " + format);
      }
      return ofRaw(in.readAllBytes());
    } catch (UnsupportedAudioFileException e) {
      throw new IOException(file.getFileName() + " is no WAV file", e);
    }
  }

  /** An Ogg Opus recording, decoded by opusdec, which knows nothing of our code. */
  public static Sound ofOpus(byte[] ogg) throws IOException, InterruptedException {
    Path file = Files.createTempFile("loa", ".opus");
    try {
      Files.write(file, ogg);
      Process opusdec =
          new ProcessBuilder(
                  "opusdec", "--quiet", "--rate", "48000", "--no-dither", file.toString(), "-")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] decoded = readAll(opusdec.getInputStream());
      if (opusdec.waitFor() != 0) {
        throw new IOException("opusdec refused the recording");
      }
      return ofRaw(decoded);
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    in.transferTo(all);
    return all.toByteArray();
  }

  /** How many samples. */
  public int length() {
    return samples.length;
  }

  /** How long, in milliseconds. */
  public double millis() {
    return samples.length * 1000.0 / RATE;
  }

  /** Without the silence before and behind. */
  public Sound trimmed() {
    int first = 0;
    int last = samples.length;
    while (first < last && samples[first] == 0) {
      first++;
    }
    while (last > first && samples[last - 1] == 0) {
      last--;
    }
    return new Sound(Arrays.copyOfRange(samples, first, last));
  }

  /**
   * Pearson's correlation with another sound at the shift that fits best.
   *
   * @param other the sound to compare with
   * @param reachMillis how far to look for the best shift, to both sides, 0 or more
   * @return -1 to 1; 1 is the same wave at any volume
   */
  public double likeness(Sound other, double reachMillis) {
    int reach = (int) (reachMillis * RATE / 1000);
    return correlation(other, bestShift(other, reach));
  }

  /** The shift at which one second from the middle fits best. */
  private int bestShift(Sound other, int reach) {
    int shorter = Math.min(length(), other.length());
    int probe = Math.min(RATE, shorter);
    int from = shorter / 2 - probe / 2;
    int best = 0;
    double bestProduct = Double.NEGATIVE_INFINITY;
    for (int shift = -reach; shift <= reach; shift++) {
      double product = product(other, shift, from, from + probe);
      if (product > bestProduct) {
        bestProduct = product;
        best = shift;
      }
    }
    return best;
  }

  private double product(Sound other, int shift, int from, int until) {
    double sum = 0;
    for (int i = Math.max(from, -shift); i < until && i + shift < other.length(); i++) {
      sum += (double) samples[i] * other.samples[i + shift];
    }
    return sum;
  }

  private double correlation(Sound other, int shift) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    int first = Math.max(0, -shift);
    int last = Math.min(length(), other.length() - shift);
    for (int i = first; i < last; i++) {
      double x = samples[i];
      double y = other.samples[i + shift];
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }
}
