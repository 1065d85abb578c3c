// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeFileTest {

  @Test
  void plain_text_survives_untouched() {
    String text =
        "  Kính gửi bà con:\n* không phải danh sách *\n\n1.5 kg <b>gạo</b> & [muối](x)\r\n";

    Notice notice = NoticeFile.read(text);

    assertEquals(text, notice.body());
    assertEquals("Kính gửi bà con:", notice.title());
    assertEquals(Language.VIETNAMESE, notice.language());
    assertEquals(Priority.ROUTINE, notice.priority());
    assertEquals(Set.of(), notice.zones());
    assertNull(notice.voice());
  }

  @Test
  void front_matter_says_title_language_voice_priority_and_zones() {
    Notice notice =
        NoticeFile.read(
            """
            ---
            title: "Bão: sơ tán"
            language: en
            voice: freetts-kevin16
            priority: emergency
            zones: [thon-1, ben-ca]
            ---
            Leave now.
            """);

    assertEquals("Bão: sơ tán", notice.title());
    assertEquals(Language.ENGLISH, notice.language());
    assertEquals(new VoiceId("freetts-kevin16"), notice.voice());
    assertEquals(Priority.EMERGENCY, notice.priority());
    assertEquals(Set.of(new PagingZone("thon-1"), new PagingZone("ben-ca")), notice.zones());
    assertEquals("Leave now.", notice.body());
  }

  @Test
  void one_zone_needs_no_list_and_a_word_that_looks_like_a_number_stays_a_word() {
    Notice notice = NoticeFile.read("---\ntitle: 2025\nzones: cho\n---\nHọp.");

    assertEquals("2025", notice.title());
    assertEquals(Set.of(new PagingZone("cho")), notice.zones());
  }

  @Test
  void empty_front_matter_is_front_matter_and_a_byte_order_mark_is_no_text() {
    assertEquals("Họp thôn", NoticeFile.read("\uFEFF---\n---\n*Họp* thôn").body());
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'Có **đậm** và *nghiêng* và `mã`.' | 'Có đậm và nghiêng và mã.'
          'Xem [trang của xã](https://xa.vn/a).' | 'Xem trang của xã.'
          '# Mời họp\nTối nay.' | 'Mời họp\n\nTối nay.'
          'Một dòng\nnối dài.' | 'Một dòng nối dài.'
          'Một dòng\\\nhai dòng.' | 'Một dòng\nhai dòng.'
          'Mang:\n\n* sổ\n* thẻ\n\nCảm ơn.' | 'Mang:\n\n- sổ\n- thẻ\n\nCảm ơn.'
          'Cách:\n\n3. một\n4. hai' | 'Cách:\n\n3. một\n4. hai'
          '> Chú ý.' | 'Chú ý.'
          'Trên\n\n---\n\nDưới' | 'Trên\n\nDưới'
          '<!-- giấu -->\n\nNói <br>tiếp.' | 'Nói tiếp.'
          '- a\n  - b\n- c' | '- a\n- b\n- c'
          """)
  void markdown_is_said_without_its_mark_up(String markdown, String said) {
    String file = "---\ntitle: x\n---\n" + markdown.replace("\\n", "\n");

    assertEquals(said.replace("\\n", "\n"), NoticeFile.read(file).body());
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'titel: x' | 2:1 | 'titel' | 'title, language, voice'
          'title: x\ntitle: y' | 3:1 | 'twice' | 'each key once'
          'priority: urgent' | 2:11 | 'urgent' | 'routine, priority or emergency'
          'title: x\nzones: [A B]' | 3:9 | 'A B' | 'thon-1'
          'zones:\n  a: b' | 3:3 | 'single value' | 'one word'
          'language: tiếng Việt' | 2:11 | 'tiếng Việt' | 'vi or en'
          'voice: X' | 2:8 | 'X' | 'id of a voice'
          'title: ""' | 2:8 | '0 characters' | '1 to 200'
          'title: [a' | 3:1 | 'expected' | 'title, language'
          'title: a: b' | 2:9 | 'not allowed' | 'YAML'
          '- a' | 2:1 | 'no list' | 'title: Họp thôn'
          'a\tb: *c' | 2:6 | 'alias' | 'YAML'
          """)
  void wrong_front_matter_is_shown_by_line_and_column(
      String yaml, String place, String what, String accepted) {
    String file = "---\n" + yaml.replace("\\n", "\n") + "\n---\nThân bài";

    Problem problem = refused(file);

    assertEquals("NOTICE_FRONT_MATTER", problem.code());
    assertTrue(problem.whatHappened().startsWith(inWords(place)), problem.toString());
    assertTrue(problem.whatHappened().contains(what), problem.toString());
    assertTrue(problem.nextStep().contains(accepted), problem.toString());
  }

  @Test
  void front_matter_without_an_end_is_refused() {
    assertEquals("NOTICE_FRONT_MATTER", refused("---\ntitle: x\nThân bài").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\t", "---\ntitle: x\n---\n", "---\ntitle: x\n---\n<!-- a -->"})
  void a_notice_without_words_is_refused(String file) {
    assertEquals("NOTICE_EMPTY", refused(file).code());
  }

  @Test
  void a_notice_of_one_mebibyte_is_read_and_one_byte_more_is_refused() {
    String largest = "ă".repeat(NoticeFile.MAX_BYTES / 2); // two bytes each

    assertEquals(largest, NoticeFile.read(largest).body());
    Problem problem = refused(largest + "a");
    assertEquals("NOTICE_TOO_LARGE", problem.code());
    assertTrue(problem.whatHappened().contains("1048576"), problem.toString());
  }

  @ParameterizedTest(name = "1 MB of {0}")
  @ValueSource(
      strings = {"> ", "- ", "1. ", "*a ", "[", "<?", "`a``", "[a](", "_", "- a\n", "a@b.c "})
  void a_hostile_notice_is_read_or_refused_but_never_breaks_the_reader(String piece) {
    String hostile = "---\ntitle: x\n---\n" + piece.repeat(1_000_000 / piece.length()) + "x";

    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> outcome(hostile));
  }

  @Test
  void a_notice_that_is_nested_without_bound_is_refused() {
    StringBuilder stairs = new StringBuilder("---\ntitle: x\n---\n");
    for (int step = 0; step < 1000; step++) {
      stairs.append("  ".repeat(step)).append("- a\n");
    }

    assertEquals("DOCUMENT_NESTED_TOO_DEEP", outcome(stairs.toString()));
    assertEquals("DOCUMENT_NESTED_TOO_DEEP", outcome("---\n---\n" + "> ".repeat(500_000) + "x"));
  }

  private static String outcome(String file) {
    try {
      return NoticeFile.read(file).body();
    } catch (ProblemException refused) {
      return refused.problem().code();
    }
  }

  @Test
  void a_long_first_line_makes_a_short_title() {
    assertEquals(80, NoticeFile.read("x".repeat(500)).title().length());
  }

  private static String inWords(String place) {
    return "Line " + place.replace(":", ", column ") + " of the notice";
  }

  private static Problem refused(String file) {
    return assertThrows(ProblemException.class, () -> NoticeFile.read(file)).problem();
  }
}
