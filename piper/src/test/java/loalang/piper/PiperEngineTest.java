// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngineProvider;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.espeak.EspeakPhonemes;
import loalang.announcements.speech.espeak.EspeakSettings;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with a real ONNX Runtime, a real espeak-ng and a model the test builds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PiperEngineTest {
  private static final String SENTENCE = "Kính thưa bà con, sáng mai họp thôn.";

  @TempDir private Path voices = Path.of("");

  @Test
  void a_sentence_becomes_sound_at_the_rate_of_the_model() throws IOException {
    install(TinyModel.humming());

    Pcm sound = spoken(SENTENCE, PiperSettings.STANDARD);

    assertEquals(22_050, sound.rateHertz());
    assertEquals(0, sound.length() % TinyModel.SAMPLES_PER_PHONEME);
    assertTrue(sound.duration().compareTo(Duration.ofMillis(500)) > 0, sound.toString());
    assertEquals(20 * Math.log10(0.3 / Math.sqrt(2)), sound.rmsDbfs(), 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.25, 2})
  void a_slower_tempo_lasts_longer(double tempo) throws IOException {
    install(TinyModel.humming());

    double own = spoken(SENTENCE, PiperSettings.STANDARD).length();

    assertEquals(own * tempo, spoken(SENTENCE, at(tempo)).length(), 2);
  }

  @Test
  void a_long_utterance_is_spoken_in_several_runs_and_nothing_is_lost() throws IOException {
    install(TinyModel.humming());
    String clause = "đề nghị bà con chằng chống nhà cửa trước khi bão đổ bộ, ";

    double once = spoken(clause, PiperSettings.STANDARD).length();
    double often = spoken(clause.repeat(40).strip(), PiperSettings.STANDARD).length();

    assertEquals(40 * once, often, 0.1 * often);
    assertTrue(often / TinyModel.SAMPLES_PER_PHONEME > PiperEngine.MAX_IDS);
  }

  @Test
  void many_at_once_sound_as_one_after_the_other() throws IOException {
    install(TinyModel.humming());
    try (PiperEngine engine = engine(PiperSettings.STANDARD)) {
      float[] alone = engine.render(Voices.utterance(SENTENCE)).samples();
      List<CompletableFuture<Pcm>> together = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        together.add(
            CompletableFuture.supplyAsync(() -> engine.render(Voices.utterance(SENTENCE))));
      }

      together.forEach(sound -> assertArrayEquals(alone, sound.join().samples()));
    }
  }

  @Test
  void a_voice_whose_files_are_missing_says_how_to_install_it() {
    Problem problem = refused();

    assertEquals("VOICE_NOT_INSTALLED", problem.code());
    assertTrue(problem.nextStep().contains("./loa voices install co-lan"), problem.toString());
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_not_followed() throws IOException {
    install(TinyModel.humming());
    Voice sly =
        new Voice(Voices.LAN.id(), PiperEngine.ID, "../co-hoa/lan", Language.VIETNAMESE, "CC0-1.0");

    assertThrows(ProblemException.class, () -> ModelFolder.of(voices, sly));
  }

  @Test
  void a_damaged_model_is_refused() throws IOException {
    byte[] whole = TinyModel.humming();
    install(Arrays.copyOf(whole, whole.length / 2));

    assertEquals("VOICE_MODEL_CORRUPT", refused().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>404</html>", "version https://git-lfs.github.com/spec/v1"})
  void what_is_no_model_is_refused(String bytes) throws IOException {
    install(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertEquals("VOICE_MODEL_CORRUPT", refused().code());
  }

  @Test
  void a_model_of_another_kind_is_refused_with_its_inputs() throws IOException {
    install(TinyModel.withInput("pixels"));

    Problem problem = refused();
    assertEquals("VOICE_MODEL_CORRUPT", problem.code());
    assertTrue(problem.whatHappened().contains("pixels"), problem.toString());
  }

  @Test
  void a_model_that_gives_no_numbers_is_never_heard() throws IOException {
    install(TinyModel.givingNoNumbers());

    assertEquals("SPEECH_ENGINE_SILENT", refused().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"audio\":{\"sample_rate\":22050}}", "null"})
  void a_wrong_configuration_is_refused(String json) throws IOException {
    Voices.install(voices, TinyModel.humming(), json);

    assertEquals("VOICE_MODEL_CONFIG", refused().code());
  }

  @ParameterizedTest
  @CsvSource({"lan.onnx", "lan.onnx.json"})
  void a_file_that_is_not_the_one_that_was_installed_is_refused(String file) throws IOException {
    Path folder = install(TinyModel.humming());
    Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  " + file + "\n");

    Problem problem = refused();
    assertEquals("VOICE_CHECKSUM_WRONG", problem.code());
    assertTrue(problem.whatHappened().contains(file), problem.toString());
  }

  @Test
  void a_model_too_large_for_the_memory_is_never_loaded() throws IOException {
    install(TinyModel.humming());
    PiperSettings poor = new PiperSettings(1, 1, Duration.ofSeconds(5), () -> 100_000_000);

    ProblemException refused = assertThrows(ProblemException.class, () -> spoken(SENTENCE, poor));

    assertEquals("VOICE_MODEL_TOO_LARGE", refused.problem().code());
    assertTrue(refused.problem().whatHappened().contains("100 MB"), refused.toString());
  }

  @Test
  void a_model_that_takes_too_long_is_ended_at_the_limit() throws IOException {
    install(TinyModel.tiring());
    PiperSettings hasty = new PiperSettings(1, 1, Duration.ofMillis(1), () -> Long.MAX_VALUE);

    ProblemException thrown = assertThrows(ProblemException.class, () -> spoken(SENTENCE, hasty));

    assertEquals(SpeechProblems.TIMED_OUT, thrown.problem().code(), thrown.problem().toString());
  }

  @Test
  void free_memory_is_what_the_system_calls_available() {
    assertEquals(
        2_048, FreeMemory.in(List.of("MemTotal: 9 kB", "MemAvailable:       2 kB", "Swap: 1 kB")));
    assertEquals(Long.MAX_VALUE, FreeMemory.in(List.of("nothing of the kind")));
    assertTrue(FreeMemory.bytes() > 1_000_000);
  }

  @Test
  void words_that_have_no_phoneme_are_no_answer() throws IOException {
    install(TinyModel.humming());

    ProblemException refused =
        assertThrows(ProblemException.class, () -> spoken("— …", PiperSettings.STANDARD));
    assertEquals("SPEECH_ENGINE_SILENT", refused.problem().code());
  }

  @Test
  void without_espeak_the_officer_is_told_what_is_missing() throws IOException {
    install(TinyModel.humming());
    EspeakSettings none = new EspeakSettings("no-such-espeak", 130, 80, Duration.ofSeconds(1));
    try (PiperEngine engine =
        new PiperEngine(voices, PiperSettings.STANDARD, new EspeakPhonemes(none))) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> engine.render(Voices.utterance(SENTENCE)));

      assertEquals("SPEECH_ENGINE_MISSING", refused.problem().code());
    }
  }

  @Test
  void another_model_is_another_fingerprint_but_not_while_the_old_one_is_loaded()
      throws IOException {
    install(TinyModel.humming());
    try (PiperEngine before = engine(PiperSettings.STANDARD)) {
      String old = before.fingerprint();
      Path folder = install(TinyModel.humming());
      Files.setLastModifiedTime(folder.resolve("lan.onnx"), FileTime.fromMillis(0));

      assertEquals(old, before.fingerprint());
      try (PiperEngine after = engine(PiperSettings.STANDARD);
          PiperEngine slower = engine(at(0.8))) {
        assertNotEquals(old, after.fingerprint());
        assertNotEquals(after.fingerprint(), slower.fingerprint());
      }
    }
  }

  @Test
  void the_engine_is_found_if_its_jar_is_on_the_class_path() {
    assertTrue(
        ServiceLoader.load(SpeechEngineProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .anyMatch(provider -> provider.id().equals(PiperEngine.ID)));
  }

  private Path install(byte[] model) throws IOException {
    return Voices.install(voices, model, Voices.config().toString());
  }

  private Problem refused() {
    return assertThrows(ProblemException.class, () -> spoken(SENTENCE, PiperSettings.STANDARD))
        .problem();
  }

  private Pcm spoken(String text, PiperSettings settings) {
    try (PiperEngine engine = engine(settings)) {
      return engine.render(Voices.utterance(text));
    }
  }

  private PiperEngine engine(PiperSettings settings) {
    return new PiperEngine(voices, settings, new EspeakPhonemes(EspeakSettings.STANDARD));
  }

  private static PiperSettings at(double tempo) {
    return new PiperSettings(tempo, 2, Duration.ofSeconds(20), () -> Long.MAX_VALUE);
  }
}
