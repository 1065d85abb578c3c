// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OggOpusSound;
import loalang.announcements.encode.PlaysTooLongException;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The door: a sound file in, one channel of sound out. What a file is, its bytes say; its name is
 * only for messages. Takes WAV (8 to 32 bit, float, up to 8 channels), MP3, M4A and AAC, Ogg Opus.
 */
public final class RecordedVoice {
  /** The largest file: half an hour of stereo WAV at 48 kHz would be ten times as much. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  /** The longest recording. */
  public static final Duration LONGEST = Duration.ofMinutes(30);

  private RecordedVoice() {}

  /**
   * Decodes a file.
   *
   * @param name of the file, for messages
   * @param bytes all of it, at most {@value #MAX_BYTES}
   * @return channels mixed to one, at the file's sample rate or a whole part of it that is at least
   *     16 kHz, longer than 0
   * @throws ProblemException RECORDED_VOICE_UNREADABLE, RECORDED_VOICE_TOO_LONG or
   *     RECORDED_VOICE_EMPTY
   */
  public static Pcm read(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw tooLong(name, "has %d MB".formatted(bytes.length >> 20));
    }
    try {
      Pcm sound = decoded(bytes);
      if (sound.length() == 0) {
        throw empty(name);
      }
      return sound;
    } catch (TooMuchSoundException | PlaysTooLongException e) {
      throw new ProblemException(tooLong(name, "plays longer").problem(), e);
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | UnsupportedAudioFileException | RuntimeException e) {
      throw unreadable(name, e); // foreign parsers on foreign bytes
    } catch (OutOfMemoryError e) {
      throw unreadable(name, e); // a damaged size makes a parser ask for all there is
    }
  }

  private static Pcm decoded(byte[] bytes) throws IOException, UnsupportedAudioFileException {
    String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.isEmpty()) {
      throw new IOException("it has no bytes");
    }
    if (head.startsWith("RIFF")) {
      return WavSound.read(bytes, false);
    }
    if (head.startsWith("OggS")) {
      return OggOpusSound.read(bytes, LONGEST);
    }
    if (head.startsWith("ftyp", 4)) {
      return AacSound.fromMp4(bytes);
    }
    boolean hasSync = (bytes[0] & 0xff) == 0xff && bytes.length > 1 && (bytes[1] & 0xe0) == 0xe0;
    if (hasSync && (bytes[1] & 0x06) == 0) {
      return AacSound.fromAdts(bytes);
    }
    if (hasSync || head.startsWith("ID3")) {
      return Mp3Sound.read(bytes, false);
    }
    throw new IOException("it begins like no kind of sound file that is known");
  }

  private static ProblemException unreadable(String name, Throwable cause) {
    return new ProblemException(
        new Problem(
            "RECORDED_VOICE_UNREADABLE",
            "\"%s\" is no sound that can be read: %s.".formatted(name, said(cause)),
            "Send a WAV, MP3, M4A or Ogg Opus file, of one or two channels."),
        cause);
  }

  private static String said(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static ProblemException tooLong(String name, String how) {
    return new ProblemException(
        new Problem(
            "RECORDED_VOICE_TOO_LONG",
            "\"%s\" %s; the limits are %d MB and %d minutes."
                .formatted(name, how, MAX_BYTES >> 20, LONGEST.toMinutes()),
            "Cut it into several recordings, or send it as MP3 or M4A."));
  }

  private static ProblemException empty(String name) {
    return new ProblemException(
        new Problem(
            "RECORDED_VOICE_EMPTY",
            "\"%s\" holds no sound: it lasts 0 s.".formatted(name),
            "Record it again."));
  }
}
