// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;

/** WAV by Java Sound: PCM of 8 to 32 bits, float, A-law and µ-law. */
final class WavSound {
  private static final int BUFFER_SAMPLES = 8_192;

  private WavSound() {}

  /**
   * Decodes.
   *
   * @param mustBeWhole refuses a file that holds less than its head says
   */
  static Pcm read(byte[] bytes, boolean mustBeWhole)
      throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream given =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
      AudioFormat format = given.getFormat();
      Mono mono = new Mono(Math.round(format.getSampleRate()), format.getChannels());
      AudioFormat wanted =
          new AudioFormat(
              AudioFormat.Encoding.PCM_FLOAT,
              format.getSampleRate(),
              Float.SIZE,
              format.getChannels(),
              format.getChannels() * Float.BYTES,
              format.getSampleRate(),
              false);
      try (AudioInputStream floats = AudioSystem.getAudioInputStream(wanted, linear(given))) {
        byte[] buffer = new byte[BUFFER_SAMPLES * Float.BYTES * format.getChannels()];
        for (int length = floats.readNBytes(buffer, 0, buffer.length);
            length > 0;
            length = floats.readNBytes(buffer, 0, buffer.length)) {
          ByteBuffer samples = ByteBuffer.wrap(buffer, 0, length).order(ByteOrder.LITTLE_ENDIAN);
          while (samples.remaining() >= Float.BYTES) {
            mono.add(samples.getFloat());
          }
        }
      }
      if (mustBeWhole && mono.count() < given.getFrameLength()) {
        throw new IOException("it is a WAV that ends before its end");
      }
      return mono.sound();
    }
  }

  /** Java Sound turns A-law and µ-law into whole numbers only. */
  private static AudioInputStream linear(AudioInputStream given) {
    AudioFormat.Encoding encoding = given.getFormat().getEncoding();
    boolean isLaw =
        encoding.equals(AudioFormat.Encoding.ALAW) || encoding.equals(AudioFormat.Encoding.ULAW);
    return isLaw ? AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, given) : given;
  }
}
