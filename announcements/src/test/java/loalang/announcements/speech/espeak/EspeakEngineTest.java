// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.espeak;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.Utterances;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class EspeakEngineTest {
  private static final Utterance INVITATION =
      Utterances.of("Mời bà con ra nhà văn hoá thôn để họp.", EspeakEngine.ID, "vi+f5");

  private final Path folder;

  EspeakEngineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_real_espeak_speaks_vietnamese() {
    try (EspeakEngine engine = new EspeakEngine(EspeakSettings.STANDARD)) {
      Pcm sound = engine.render(INVITATION);

      assertEquals(22_050, sound.rateHertz());
      assertTrue(sound.duration().toMillis() > 1_500, sound.toString());
      assertTrue(sound.duration().toMillis() < 6_000, sound.toString());
      assertTrue(sound.rmsDbfs() > -35);
    }
  }

  @Test
  void utterances_spoken_at_once_do_not_disturb_each_other() {
    try (EspeakEngine engine = new EspeakEngine(EspeakSettings.STANDARD)) {
      float[] alone = engine.render(INVITATION).samples();

      List<Pcm> together =
          IntStream.range(0, 8).parallel().mapToObj(i -> engine.render(INVITATION)).toList();

      together.forEach(sound -> assertArrayEquals(alone, sound.samples()));
    }
  }

  @Test
  void text_that_looks_like_an_option_is_text() {
    try (EspeakEngine engine = new EspeakEngine(EspeakSettings.STANDARD)) {
      Utterance option = Utterances.of("--voices một hai ba", EspeakEngine.ID, "vi+f5");

      assertTrue(engine.render(option).rmsDbfs() > -40);
    }
  }

  @Test
  void a_voice_that_espeak_does_not_know_is_told_with_its_own_words() {
    try (EspeakEngine engine = new EspeakEngine(EspeakSettings.STANDARD)) {
      Utterance unknown = Utterances.of("một", EspeakEngine.ID, "klingon-opera");

      Problem problem = refused(engine, unknown);

      assertEquals("SPEECH_ENGINE_CRASHED", problem.code());
    }
  }

  @Test
  void a_missing_program_is_told_with_the_command_that_installs_it() {
    EspeakSettings nowhere = settings(folder.resolve("nowhere").toString(), 5_000);
    try (EspeakEngine engine = new EspeakEngine(nowhere)) {
      Problem problem = refused(engine, INVITATION);

      assertEquals("SPEECH_ENGINE_MISSING", problem.code());
      assertTrue(problem.nextStep().contains("apt-get install espeak-ng"), problem.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo 'voice data is broken' >&2; exit 3", "kill -SEGV $$"})
  void a_crash_is_told_with_exit_code_and_complaint(String script) throws IOException {
    try (EspeakEngine engine = acted("cat > /dev/null; " + script)) {
      Problem problem = refused(engine, INVITATION);

      assertEquals("SPEECH_ENGINE_CRASHED", problem.code());
      assertTrue(problem.whatHappened().contains("exit code"), problem.toString());
      assertEquals(
          script.startsWith("echo"), problem.whatHappened().contains("voice data is broken"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 600", "exec sleep 600", "cat > /dev/null; sleep 600 & wait"})
  void a_program_that_hangs_is_killed_at_the_limit_and_its_children_with_it(String script)
      throws IOException {
    Path pid = folder.resolve("pid");
    try (EspeakEngine engine = acted("echo $$ > " + pid + "; " + script, 400)) {
      Problem problem = refused(engine, INVITATION);

      assertEquals("SPEECH_ENGINE_TIMED_OUT", problem.code());
      assertTrue(problem.whatHappened().contains("400 ms"), problem.toString());
      long id = Long.parseLong(Files.readString(pid).strip());
      assertFalse(ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "echo rubbish", "head -c 3000 /dev/zero", "printf RIFF"})
  void rubbish_is_no_speech(String script) throws IOException {
    try (EspeakEngine engine = acted("cat > /dev/null; " + script)) {
      assertEquals("SPEECH_ENGINE_SILENT", refused(engine, INVITATION).code());
    }
  }

  @Test
  void a_program_that_writes_without_end_is_stopped() throws IOException {
    try (EspeakEngine engine = acted("exec cat /dev/zero", 50_000)) {
      Problem problem = refused(engine, INVITATION);

      assertEquals("SPEECH_ENGINE_SILENT", problem.code());
      assertTrue(problem.whatHappened().contains("more than"), problem.toString());
    }
  }

  @Test
  void a_program_that_complains_without_end_does_not_block() throws IOException {
    try (EspeakEngine engine = acted("head -c 1000000 /dev/zero | tr '\\0' x >&2; exit 1")) {
      Problem problem = refused(engine, INVITATION);

      assertEquals("SPEECH_ENGINE_CRASHED", problem.code());
      assertTrue(problem.whatHappened().length() < 700, "complaints are bounded");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "79", "301"})
  void an_impossible_speed_is_refused(int wordsPerMinute) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EspeakSettings("x", wordsPerMinute, 80, Duration.ofSeconds(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new EspeakSettings("x", 130, 80, Duration.ZERO));
  }

  private static Problem refused(EspeakEngine engine, Utterance utterance) {
    return assertThrows(ProblemException.class, () -> engine.render(utterance)).problem();
  }

  private EspeakEngine acted(String script) throws IOException {
    return acted(script, 20_000);
  }

  /** An engine whose program is a shell script. */
  private EspeakEngine acted(String script, long limitMillis) throws IOException {
    Path program = folder.resolve("espeak-ng");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new EspeakEngine(settings(program.toString(), limitMillis));
  }

  private static EspeakSettings settings(String program, long limitMillis) {
    return new EspeakSettings(program, 130, 80, Duration.ofMillis(limitMillis));
  }
}
