// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files such as a telephone sends. */
public final class Waves {
  private static final int RATE_HERTZ = 16_000;

  private Waves() {}

  /** A voice-like hum, mono, 16 bit, 16 kHz. */
  public static byte[] tone(int millis) {
    byte[] samples = new byte[2 * millis * RATE_HERTZ / 1_000];
    for (int i = 0; i < samples.length / 2; i++) {
      double swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * i / RATE_HERTZ);
      short value = (short) (9_000 * swell * Math.sin(2 * Math.PI * 440 * i / RATE_HERTZ));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    return wave(samples);
  }

  /** No sound at all, as long as wanted. */
  public static byte[] silence(int millis) {
    return wave(new byte[2 * millis * RATE_HERTZ / 1_000]);
  }

  private static byte[] wave(byte[] samples) {
    AudioFormat format = new AudioFormat(RATE_HERTZ, Short.SIZE, 1, true, false);
    ByteArrayOutputStream wave = new ByteArrayOutputStream();
    try (AudioInputStream in =
        new AudioInputStream(
            new ByteArrayInputStream(samples), format, samples.length / (long) Short.BYTES)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, wave);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wave.toByteArray();
  }
}
