// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, the book of characters, pieces of text, kinds of sound. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloudRoomTest {
  private static final EngineId VBEE = new EngineId("vbee");
  private static final Instant MORNING = Instant.parse("2026-03-01T01:00:00Z");

  @TempDir private Path office = Path.of("");

  @Test
  void a_key_comes_from_the_environment_before_the_file() throws IOException {
    key("of the file".replace(' ', '-'), "rw-------");

    assertEquals(
        "of-the-environment",
        new CloudKeys(Map.of("LOA_VBEE_KEY", " of-the-environment\n"), office)
            .find("vbee-key")
            .orElseThrow()
            .forRequest());
    assertEquals(
        "of-the-file", new CloudKeys(Map.of(), office).find("vbee-key").orElseThrow().forRequest());
    assertTrue(new CloudKeys(Map.of(), office).find("fpt-ai-key").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void a_key_that_others_can_read_is_not_used(String rights) throws IOException {
    key("abc", rights);

    ProblemException fault = refusedKey();
    assertEquals("SPEECH_CLOUD_KEY_EXPOSED", fault.problem().code());
    assertTrue(fault.problem().nextStep().contains("chmod 600"), fault.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two lines\nof-it", "chìa khóa", " ", "a b"})
  void what_is_no_key_is_refused_and_not_shown(String text) throws IOException {
    key(text, "rw-------");

    ProblemException fault = refusedKey();
    assertEquals("SPEECH_CLOUD_KEY_INVALID", fault.problem().code());
    assertFalse(text.strip().length() > 1 && fault.toString().contains(text), fault.toString());
  }

  @Test
  void a_key_never_shows_itself() {
    Secret secret = new Secret("abc-123");

    assertEquals("***", secret.toString());
    assertEquals("token=*** again ***", secret.hiddenIn("token=abc-123 again abc-123"));
  }

  @Test
  void what_was_spoken_today_is_remembered_by_the_next_process() {
    book(100, MORNING).spend(60);

    assertEquals(
        "SPEECH_CLOUD_BUDGET_SPENT",
        assertThrows(ProblemException.class, () -> book(100, MORNING).spend(41)).problem().code());
    book(100, MORNING).spend(40);
  }

  @Test
  void a_new_day_begins_at_midnight_in_the_commune() {
    Instant lastMinute = Instant.parse("2026-03-01T16:59:00Z");
    book(100, lastMinute).spend(100);

    book(100, lastMinute.plusSeconds(60)).spend(100);
    assertThrows(ProblemException.class, () -> book(100, lastMinute.plusSeconds(120)).spend(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday 5", "2026-03-01", "2026-03-01 -5", "2026-03-01 5 6"})
  void a_book_that_cannot_be_read_stops_the_paying(String line) throws IOException {
    Files.writeString(office.resolve("spoken-by-vbee"), line);

    assertEquals(
        "SPEECH_CLOUD_BUDGET_UNREADABLE",
        assertThrows(ProblemException.class, () -> book(100, MORNING).spend(1)).problem().code());
  }

  @Test
  void half_a_book_left_by_a_power_cut_is_not_read() throws IOException {
    book(100, MORNING).spend(60);
    Files.writeString(office.resolve("spoken-by-vbee.next"), "2026-0");

    book(100, MORNING).spend(40);

    assertEquals("2026-03-01 100", Files.readString(office.resolve("spoken-by-vbee")).strip());
  }

  @Test
  void many_at_once_lose_no_character() {
    IntStream.range(0, 40).parallel().forEach(i -> book(100, MORNING).spend(2));

    book(100, MORNING).spend(20);
    assertThrows(ProblemException.class, () -> book(100, MORNING).spend(1));
  }

  @ParameterizedTest(name = "\"{0}\" in pieces of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Họp thôn.                        | 20 | Họp thôn.
          Họp thôn. Xin mời bà con.        | 20 | Họp thôn./Xin mời bà con.
          Kính thưa bà con, xin mời họp    | 20 | Kính thưa bà con,/xin mời họp
          một hai ba bốn năm sáu           | 12 | một hai ba/bốn năm sáu
          abcdefghijklmnop                 | 10 | abcdefghij/klmnop
          3.5 tấn gạo về kho               | 12 | 3.5 tấn gạo/về kho
          """)
  void a_text_is_cut_at_the_best_border(String text, int limit, String pieces) {
    assertEquals(List.of(pieces.split("/")), TextPieces.of(text, limit));
  }

  @Test
  void no_character_is_cut_in_two() {
    String faces = "😀".repeat(20);

    for (String piece : TextPieces.of(faces, 11)) {
      assertEquals(piece.length(), piece.codePointCount(0, piece.length()) * 2);
      assertTrue(piece.length() <= 11);
    }
  }

  @Test
  void an_mp3_is_decoded_whole() throws IOException {
    Pcm sound = SoundAnswer.decode(Mp3Bytes.tone());

    assertEquals(24_000, sound.rateHertz());
    assertEquals(-15, sound.rmsDbfs(), 2);
    assertEquals(1.0, sound.duration().toMillis() / 1000.0, 0.12);
  }

  @Test
  void a_wav_is_decoded_and_a_cut_one_is_not() throws IOException {
    byte[] wav = wav();

    assertEquals(8_000, SoundAnswer.decode(wav).rateHertz());
    assertThrows(
        IOException.class,
        () -> SoundAnswer.decode(java.util.Arrays.copyOf(wav, wav.length - 200)));
  }

  private static byte[] wav() throws IOException {
    var format = new javax.sound.sampled.AudioFormat(8_000, 16, 2, true, false);
    var in =
        new javax.sound.sampled.AudioInputStream(
            new java.io.ByteArrayInputStream(new byte[4_000]), format, 1_000);
    var out = new java.io.ByteArrayOutputStream();
    javax.sound.sampled.AudioSystem.write(in, javax.sound.sampled.AudioFileFormat.Type.WAVE, out);
    return out.toByteArray();
  }

  private CloudBudget book(int day, Instant now) {
    return new CloudBudget(VBEE, office, day, () -> now);
  }

  private ProblemException refusedKey() {
    return assertThrows(
        ProblemException.class, () -> new CloudKeys(Map.of(), office).find("vbee-key"));
  }

  private void key(String text, String rights) throws IOException {
    Path file = Files.writeString(office.resolve("vbee-key"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
