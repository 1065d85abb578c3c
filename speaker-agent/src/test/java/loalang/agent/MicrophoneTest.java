// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.TestSoundServer;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.Priority;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real sound server whose loudspeaker the pole hears through the machine's own capture path. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MicrophoneTest {
  private static final Tone CHIME = Tone.chirping(Duration.ofMillis(1_500), Duration.ofMillis(700));

  @Test
  void a_pole_with_a_microphone_says_that_the_chime_was_heard(@TempDir Path directory)
      throws Exception {
    try (TestSoundServer server = new TestSoundServer(directory.resolve("pulse"));
        Village village = new Village(directory, CHIME)) {
      village.newAgent(server.environment(), "--output", "alsa", "--microphone", "default");

      village.office().order(Village.play("ban-tin", CHIME, Priority.ROUTINE));

      assertEquals(Outcome.PLAYED, village.end("ban-tin").outcome());
      Report.Heard heard = village.heard("ban-tin");
      assertNotNull(heard.chirp(), heard.toString());
      assertEquals(700, heard.chirp().offsetMillis(), 400);
      assertFalse(heard.howling());
    }
  }

  @Test
  void a_microphone_that_is_not_there_does_not_disturb_what_plays(@TempDir Path directory)
      throws Exception {
    try (TestSoundServer server = new TestSoundServer(directory.resolve("pulse"));
        Village village = new Village(directory, CHIME)) {
      AgentProcess agent =
          village.newAgent(server.environment(), "--output", "alsa", "--microphone", "no-such");

      village.office().order(Village.play("ban-tin", CHIME, Priority.ROUTINE));

      assertEquals(Outcome.PLAYED, village.end("ban-tin").outcome());
      agent.awaitLine("MICROPHONE_UNUSABLE");
    }
  }
}
