// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;

/** The bytes of a vendor as sound: MP3 or WAV, by what they are and not by what they are called. */
final class SoundAnswer {
  private SoundAnswer() {}

  /**
   * Decodes.
   *
   * @throws IOException whose message says what it is instead
   */
  static Pcm decode(byte[] bytes) throws IOException {
    if (startsWith(bytes, "RIFF")) {
      return wav(bytes);
    }
    if (startsWith(bytes, "ID3")
        || (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe0) == 0xe0)) {
      return Mp3Sound.decode(bytes);
    }
    throw new IOException(described(bytes));
  }

  private static Pcm wav(byte[] bytes) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
      AudioFormat given = in.getFormat();
      int rate = Math.round(given.getSampleRate());
      long promised = in.getFrameLength();
      AudioFormat mono = new AudioFormat(rate, 16, 1, true, false);
      try (AudioInputStream plain = AudioSystem.getAudioInputStream(mono, in)) {
        byte[] samples = plain.readAllBytes();
        if (promised > 0 && samples.length / 2 < promised) {
          throw new IOException("a WAV that ends before its end");
        }
        return Pcm.ofInt16LittleEndian(samples, rate);
      }
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new IOException("a WAV of an unknown kind", e);
    }
  }

  private static String described(byte[] bytes) {
    if (bytes.length == 0) {
      return "nothing";
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<")
        ? "a web page instead of sound"
        : "%d bytes that are no sound".formatted(bytes.length);
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= wanted.length
        && java.util.Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
