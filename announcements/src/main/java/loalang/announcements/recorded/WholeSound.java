// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.IOException;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;

/**
 * A second door, for sound that a machine sent: WAV or MP3, and refused if any of it is missing.
 */
public final class WholeSound {
  private WholeSound() {}

  /**
   * Decodes a WAV file.
   *
   * @return channels mixed to one
   * @throws IOException whose message says what is wrong
   */
  public static Pcm wav(byte[] bytes) throws IOException {
    try {
      return WavSound.read(bytes, true);
    } catch (UnsupportedAudioFileException | RuntimeException e) { // foreign parsers throw any
      throw new IOException("a WAV of an unknown kind", e);
    }
  }

  /**
   * Decodes an MP3 file.
   *
   * @return channels mixed to one
   * @throws IOException whose message says what is wrong
   */
  public static Pcm mp3(byte[] bytes) throws IOException {
    try {
      return Mp3Sound.read(bytes, true);
    } catch (RuntimeException e) { // its tables throw any
      throw new IOException("an MP3 that cannot be decoded", e);
    }
  }
}
