// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.TestSoundServer;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.agent.playback.Decoding;
import loalang.protocol.Priority;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real sound path of the machine, ending in ALSA's file plug-in instead of a card. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlsaTest {
  private static final Tone TONE = Tone.of(440, Duration.ofMillis(1_200));

  private static Map<String, String> card(Path directory, Path captured) throws Exception {
    String settings =
        """
        </usr/share/alsa/alsa.conf>
        pcm.!default { type plug slave { pcm "rec" } }
        pcm.rec { type file slave.pcm { type null } file "%s" format "raw" }
        ctl.!default { type null }
        """
            .formatted(captured);
    Path file = Files.writeString(directory.resolve("asound.conf"), settings);
    return Map.of("ALSA_CONFIG_PATH", file.toString());
  }

  private static Report.Ended played(Path directory, Path captured, String... more)
      throws Exception {
    try (Village village = new Village(directory, TONE)) {
      String[] arguments = new String[more.length + 2];
      System.arraycopy(more, 0, arguments, 2, more.length);
      arguments[0] = "--output";
      arguments[1] = "alsa";
      AgentProcess agent = village.newAgent(card(directory, captured), arguments);
      agent.awaitLine("alsa:default");
      village.office().order(Village.play("ban-tin", TONE, Priority.ROUTINE));
      Report.Ended ended = village.end("ban-tin");
      agent.terminate();
      return ended;
    }
  }

  @Test
  void what_the_device_got_is_the_recording_byte_for_byte(@TempDir Path directory)
      throws Exception {
    // Given
    Path captured = directory.resolve("captured.raw");

    // When
    Report.Ended ended = played(directory, captured, "--unpaced-device");

    // Then
    assertEquals(Outcome.PLAYED, ended.outcome());
    assertEquals(TONE.frames(), ended.framesRendered());
    assertArrayEquals(Decoding.of(TONE, directory), Files.readAllBytes(captured));
  }

  @Test
  void a_device_that_runs_faster_than_the_clock_is_not_believed(@TempDir Path directory)
      throws Exception {
    Report.Ended ended = played(directory, directory.resolve("captured.raw"));
    assertEquals(Outcome.FAILED_NOT_RENDERED, ended.outcome());
  }

  @Test
  void a_sound_server_that_plays_is_believed_and_one_that_dies_is_not(@TempDir Path directory)
      throws Exception {
    Tone longer = Tone.of(440, Duration.ofSeconds(20));
    try (TestSoundServer server = new TestSoundServer(directory.resolve("pulse"));
        Village village = new Village(directory, TONE, longer)) {
      // Given
      village.newAgent(server.environment(), "--output", "alsa");
      village.office().order(Village.play("nghe-duoc", TONE, Priority.ROUTINE));
      assertEquals(Outcome.PLAYED, village.end("nghe-duoc").outcome());
      village.office().order(Village.play("dang-phat", longer, Priority.ROUTINE));
      village.start("dang-phat");

      // When
      server.kill();

      // Then
      Report.Ended ended = village.end("dang-phat");
      assertEquals(Outcome.FAILED_NOT_RENDERED, ended.outcome());
      assertTrue(ended.framesRendered() < longer.frames(), ended.toString());

      // And an airing after it has no device at all
      village.office().order(Village.play("sau-do", TONE, Priority.ROUTINE));
      assertEquals(Outcome.FAILED_AUDIO_DEVICE, village.end("sau-do").outcome());
    }
  }
}
