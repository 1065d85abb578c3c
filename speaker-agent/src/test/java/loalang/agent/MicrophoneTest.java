// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.TestSoundServer;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.agent.playback.AlsaMicrophone;
import loalang.protocol.Priority;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real sound server whose loudspeaker the pole hears through the machine's own capture path. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MicrophoneTest {
  private static final Tone CHIME = Tone.chirping(Duration.ofMillis(1_000), Duration.ofMillis(500));

  @Test
  void a_pole_says_that_the_chime_was_heard_and_keeps_nothing_of_what_it_heard(
      @TempDir Path directory) throws Exception {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    try (TestSoundServer server = new TestSoundServer(directory.resolve("pulse"));
        Village village = new Village(directory, CHIME)) {
      // Given
      Map<String, String> environment = new TreeMap<>(server.environment());
      environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
      village.newAgent(environment, "--output", "alsa", "--microphone", "default");
      Set<Path> before = files(directory);

      // When
      village.office().order(Village.play("ban-tin", CHIME, Priority.ROUTINE));

      // Then
      assertEquals(Outcome.PLAYED, village.end("ban-tin").outcome());
      Report.Heard heard = village.heard("ban-tin");
      assertNotNull(heard.chirp(), heard.toString());
      assertEquals(500, heard.chirp().offsetMillis(), 400);
      assertFalse(heard.howling());

      // And the one new file is the recording the office sent
      Set<Path> made = files(directory);
      made.removeAll(before);
      assertEquals(
          Set.of(CHIME.ref().digest().hex()),
          made.stream()
              .map(file -> file.getFileName().toString().replaceAll("[.].*", ""))
              .collect(Collectors.toSet()),
          made.toString());
    }
  }

  @Test
  void a_microphone_that_dies_does_not_disturb_what_plays(@TempDir Path directory)
      throws Exception {
    try (TestSoundServer horn = new TestSoundServer(directory.resolve("horn"));
        TestSoundServer street = new TestSoundServer(directory.resolve("street"));
        Village village = new Village(directory, CHIME)) {
      // Given
      AgentProcess agent =
          village.newAgent(
              horn.environmentHearing(street), "--output", "alsa", "--microphone", "default");
      village.office().order(Village.play("dang-phat", CHIME, Priority.ROUTINE));
      village.start("dang-phat");

      // When
      street.kill();

      // Then
      assertEquals(Outcome.PLAYED, village.end("dang-phat").outcome());

      // And an airing after it has no microphone at all
      village.office().order(Village.play("sau-do", CHIME, Priority.ROUTINE));
      assertEquals(Outcome.PLAYED, village.end("sau-do").outcome());
      agent.awaitLine("MICROPHONE_UNUSABLE");
    }
  }

  @Test
  void a_microphone_of_an_unknown_name_is_named_in_the_problem() {
    ProblemException thrown =
        assertThrows(ProblemException.class, new AlsaMicrophone("khong-co")::open);

    assertEquals("MICROPHONE_UNUSABLE", thrown.problem().code());
    assertTrue(thrown.problem().whatHappened().contains("khong-co"), thrown.getMessage());
  }

  private static Set<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
