// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import loalang.announcements.audio.Pcm;
import loalang.announcements.recorded.WholeSound;

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
      return WholeSound.wav(bytes);
    }
    if (startsWith(bytes, "ID3")
        || (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe0) == 0xe0)) {
      return WholeSound.mp3(bytes);
    }
    throw new IOException(described(bytes));
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
