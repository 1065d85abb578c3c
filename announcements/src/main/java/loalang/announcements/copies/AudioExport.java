// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.copies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import loalang.announcements.Recording;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OggOpusSound;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The kinds of file a recording can be given away as. */
public enum AudioExport {
  /** As it is sent to the poles. */
  OPUS(".opus") {
    @Override
    public byte[] bytes(Recording recording) {
      return recording.oggOpus();
    }
  },

  /** Mono, 16 bit, 16 kHz. */
  WAV(".wav") {
    @Override
    public byte[] bytes(Recording recording) {
      return marksOf(recording).inWav(WavBytes.of(decoded(recording)));
    }
  },

  /** Mono, 64 kbit/s, 16 kHz. */
  MP3(".mp3") {
    @Override
    public byte[] bytes(Recording recording) {
      byte[] tag = marksOf(recording).id3();
      byte[] frames = Mp3Bytes.of(decoded(recording));
      return ByteBuffer.allocate(tag.length + frames.length).put(tag).put(frames).array();
    }
  };

  private static final Duration LONGEST = Duration.ofHours(3);

  private final String suffix;

  AudioExport(String suffix) {
    this.suffix = suffix;
  }

  /** The file's bytes. */
  public abstract byte[] bytes(Recording recording);

  /**
   * The kind a file name asks for by its end.
   *
   * @throws ProblemException EXPORT_KIND_UNKNOWN
   */
  public static AudioExport named(String fileName) {
    for (AudioExport kind : values()) {
      if (fileName.toLowerCase(Locale.ROOT).endsWith(kind.suffix)) {
        return kind;
      }
    }
    throw new ProblemException(
        new Problem(
            "EXPORT_KIND_UNKNOWN",
            "\"%s\" names no kind of sound file that can be written.".formatted(fileName),
            "Let the name end in .opus, .wav or .mp3."));
  }

  /**
   * Writes a recording as the kind that the name asks for. A file of that name is replaced when the
   * new one is whole; a failure leaves it as it was.
   *
   * @throws ProblemException EXPORT_KIND_UNKNOWN or EXPORT_NOT_WRITTEN
   */
  public static void save(Recording recording, Path file) {
    byte[] bytes = named(String.valueOf(file.getFileName())).bytes(recording);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      ProblemException failed = notWritten(file, e);
      try {
        Files.deleteIfExists(part);
      } catch (IOException left) {
        failed.addSuppressed(left);
      }
      throw failed;
    }
  }

  private static ProblemException notWritten(Path file, IOException cause) {
    return new ProblemException(
        new Problem(
            "EXPORT_NOT_WRITTEN",
            "The sound could not be written to %s: %s.".formatted(file, cause.getMessage()),
            "Check the folder, its rights and the free space."),
        cause);
  }

  private static Marks marksOf(Recording recording) {
    try {
      return new Marks(OggOpusSound.comments(recording.oggOpus()));
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is no Ogg Opus.".formatted(recording), e);
    }
  }

  private static Pcm decoded(Recording recording) {
    try {
      return OggOpusSound.read(recording.oggOpus(), LONGEST);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is no Ogg Opus.".formatted(recording), e);
    }
  }
}
