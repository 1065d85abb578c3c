// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meter others trust (Debian package ffmpeg), and speech to measure (espeak-ng). */
final class Ffmpeg {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "Summary:.*?I:\\s+(-?[\\d.]+) LUFS.*Peak:\\s+(-?[\\d.]+) dBFS",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private Ffmpeg() {}

  static Loudness ebur128(Pcm sound) throws IOException, InterruptedException {
    Path raw = Files.createTempFile("loudness", ".s16");
    Path log = Files.createTempFile("loudness", ".log");
    Files.write(raw, int16(sound));
    Process ffmpeg =
        new ProcessBuilder(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-f",
                "s16le",
                "-ac",
                "1",
                "-ar",
                Integer.toString(sound.rateHertz()),
                "-i",
                raw.toString(),
                "-af",
                "ebur128=peak=true",
                "-f",
                "null",
                "-")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(ffmpeg.waitFor(60, TimeUnit.SECONDS), "ffmpeg hangs");
    String said = Files.readString(log, StandardCharsets.UTF_8);
    Matcher summary = SUMMARY.matcher(said);
    assertTrue(summary.find(), said);
    for (Path file : List.of(raw, log)) {
      Files.delete(file);
    }
    return new Loudness(Double.parseDouble(summary.group(1)), Double.parseDouble(summary.group(2)));
  }

  static Pcm espeak(String text) throws IOException {
    Process espeak =
        new ProcessBuilder("espeak-ng", "-v", "vi+f5", "-s", "130", "-a", "80", "--stdout", text)
            .start();
    byte[] wav = espeak.getInputStream().readAllBytes();
    int header = 44;
    return Pcm.ofInt16LittleEndian(java.util.Arrays.copyOfRange(wav, header, wav.length), 22_050);
  }

  private static byte[] int16(Pcm sound) {
    short[] samples = new short[sound.length()];
    sound.copyInt16(0, samples);
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }
}
