// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.copies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import loalang.announcements.audio.Pcm;

/** WAV by Java Sound. */
final class WavBytes {
  private WavBytes() {}

  static byte[] of(Pcm sound) {
    byte[] samples = int16(sound);
    AudioInputStream in =
        new AudioInputStream(
            new ByteArrayInputStream(samples), format(sound.rateHertz()), sound.length());
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    try {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, wav);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written.", e);
    }
    return wav.toByteArray();
  }

  static AudioFormat format(int rateHertz) {
    return new AudioFormat(rateHertz, Short.SIZE, 1, true, false);
  }

  /** Least significant byte first. */
  static byte[] int16(Pcm sound) {
    short[] samples = new short[sound.length()];
    sound.copyInt16(0, samples);
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }
}
