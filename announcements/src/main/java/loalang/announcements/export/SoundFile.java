// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import loalang.announcements.audio.Pcm;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The kinds of file a recording can become. */
public enum SoundFile {
  /** The recording itself. */
  OPUS {
    @Override
    public byte[] of(byte[] oggOpus) {
      return oggOpus.clone();
    }
  },
  /** 16 bit, one channel, at the rate of the production line. */
  WAV {
    @Override
    public byte[] of(byte[] oggOpus) {
      return wav(OpusSound.decode(oggOpus));
    }
  };

  /** The bytes of such a file, given a whole Ogg Opus file. */
  public abstract byte[] of(byte[] oggOpus);

  /**
   * The kind that a file's name asks for.
   *
   * @throws ProblemException EXPORT_FORMAT_UNKNOWN
   */
  public static SoundFile named(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".opus") || lower.endsWith(".ogg")) {
      return OPUS;
    }
    if (lower.endsWith(".wav")) {
      return WAV;
    }
    throw new ProblemException(
        new Problem(
            "EXPORT_FORMAT_UNKNOWN",
            "\"%s\" does not end in a kind of sound that can be written.".formatted(fileName),
            "End the name in .opus or .wav."));
  }

  private static byte[] wav(Pcm sound) {
    short[] samples = new short[sound.length()];
    sound.copyInt16(0, samples);
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    AudioFormat format = new AudioFormat(sound.rateHertz(), 16, 1, true, false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
