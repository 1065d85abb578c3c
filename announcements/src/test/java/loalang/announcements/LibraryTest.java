// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loalang.announcements.audio.Loudness;
import loalang.announcements.testkit.DecodedOpus;
import loalang.protocol.Priority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample notice through the real engines: espeak-ng for Vietnamese, FreeTTS for English. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LibraryTest {
  private static final Path LIBRARY = Path.of("library");
  private static final ProduceAnnouncement LINE =
      ProduceAnnouncement.create(ProductionSettings.standard());

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARY)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .sorted()
          .toList();
    }
  }

  @AfterAll
  static void close() {
    LINE.close();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_sample_notice_becomes_a_recording_as_loud_as_all_others(String name) throws IOException {
    Notice notice = NoticeFile.read(Files.readString(LIBRARY.resolve(name)));

    Production production = LINE.produce(notice);

    DecodedOpus heard = DecodedOpus.of(production.recording().oggOpus());
    assertEquals(production.recording().ref().duration(), heard.sound().duration());
    Loudness measured = Loudness.of(heard.sound());
    assertEquals(-16, measured.integratedLufs(), 0.2);
    assertTrue(measured.truePeakDbtp() <= -1.5, measured.toString());
    assertEquals(production.report().loudness().integratedLufs(), measured.integratedLufs(), 0.1);
    assertEquals(production.report().loudness().truePeakDbtp(), measured.truePeakDbtp(), 0.7);
    assertTrue(heard.sound().duration().toSeconds() > 8);
    assertFalse(notice.zones().isEmpty());
  }

  @Test
  void the_storm_warning_is_an_emergency() throws IOException {
    Notice storm = NoticeFile.read(Files.readString(LIBRARY.resolve("bao-khan-cap.md")));

    assertEquals(Priority.EMERGENCY, storm.priority());
    assertTrue(storm.body().contains("sơ tán ngay bây giờ"));
    assertFalse(storm.body().contains("*"));
  }

  @Test
  void the_library_has_the_notices_a_commune_needs_most() throws IOException {
    assertEquals(
        List.of(
            "bao-khan-cap.md",
            "cat-nuoc.md",
            "dinh-danh-dien-tu.md",
            "hop-thon.md",
            "thue-dat.md",
            "tiem-chung.md",
            "visitors-en.md"),
        names());
  }
}
