// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.audio.Loudness;
import loalang.announcements.testkit.DecodedOpus;
import loalang.announcements.voice.Language;
import loalang.protocol.Priority;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our recordings in the players of others (Debian packages ffmpeg, opus-tools). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class HeardByOthersTest {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "Summary:.*?I:\\s+(-?[\\d.]+) LUFS.*Peak:\\s+(-?[\\d.]+) dBFS",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  @TempDir private Path folder = Path.of("");

  @Test
  void ffmpeg_and_opusdec_hear_the_loudness_the_report_tells() throws Exception {
    // Given
    Production production = production();
    Path opus = Files.write(folder.resolve("a.opus"), production.recording().oggOpus());

    // When
    Loudness ffmpeg = loudness(opus);
    Path wav = folder.resolve("a.wav");
    run("opusdec", "--quiet", opus.toString(), wav.toString());
    Loudness opusdec = loudness(wav);

    // Then
    Loudness told = production.report().loudness();
    assertEquals(-16, ffmpeg.integratedLufs(), 0.2);
    assertEquals(told.integratedLufs(), ffmpeg.integratedLufs(), 0.2);
    assertEquals(told.integratedLufs(), opusdec.integratedLufs(), 0.2);
    assertTrue(ffmpeg.truePeakDbtp() <= -1.5, ffmpeg.toString());
  }

  @Test
  void opusdec_hears_every_sample_of_many_joined_sentences() throws Exception {
    Production production = production();
    Path opus = Files.write(folder.resolve("a.opus"), production.recording().oggOpus());
    Path raw = folder.resolve("a.raw");

    run("opusdec", "--quiet", "--rate", "48000", opus.toString(), raw.toString());

    int own = DecodedOpus.of(production.recording().oggOpus()).sound().length();
    assertEquals(2L * own, Files.size(raw));
  }

  private static Production production() {
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ProductionSettings.standard())) {
      return line.produce(
          new Notice(
              "Tiêm chủng",
              Language.VIETNAMESE,
              null,
              Priority.ROUTINE,
              Set.of(),
              "Ủy ban nhân dân xã thông báo lịch tiêm chủng. Bà con mang theo sổ tiêm chủng và thẻ"
                  + " bảo hiểm y tế của trẻ. Trẻ đang sốt thì báo cho cán bộ y tế. Xin cảm ơn."));
    }
  }

  private static Loudness loudness(Path file) throws IOException, InterruptedException {
    String said =
        run(
            "ffmpeg",
            "-hide_banner",
            "-nostats",
            "-i",
            file.toString(),
            "-af",
            "ebur128=peak=true",
            "-f",
            "null",
            "-");
    Matcher summary = SUMMARY.matcher(said);
    assertTrue(summary.find(), said);
    return new Loudness(Double.parseDouble(summary.group(1)), Double.parseDouble(summary.group(2)));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
