// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A second of a 440 Hz tone, 24 kHz mono, 32 kbit/s, made with ffmpeg and lame. */
final class Mp3Bytes {
  private Mp3Bytes() {}

  static byte[] tone() {
    try (InputStream in = Mp3Bytes.class.getResourceAsStream("/cloud/tone.mp3")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
