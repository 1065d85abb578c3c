// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Priority;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Họp thôn lúc 7h.",
        "- Một\n- Hai\n\n1. Ba\n2) Bốn\n10. Năm",
        "# Không phải đề mục\n=====\n---\n***",
        "<b>Đậm</b> & [liên kết](http://xa.vn) `mã` ~~bỏ~~ \\ *sao*",
        "---\ntitle: Không\n---\nThân bài",
        "| Họ tên | Số |\n|---|---|\n| A | 1 |",
        "> Trích\n>> sâu\n+ cộng\n&nbsp; &#65;",
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
        "    bốn dấu cách\n\ttab\n\n\n\ncách xa"
      })
  void what_was_typed_is_what_is_read(String typed) {
    assertStays(new Written("Tên", Priority.PRIORITY, typed));
  }

  @Property(tries = 300)
  void nothing_that_is_typed_means_anything(@ForAll("typed") String typed) {
    Written written = new Written("Tên: \"x\" 'y' # z", Priority.ROUTINE, typed);
    Assume.that(!written.body().isBlank());
    assertStays(written);
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.of(
            "a",
            "Đ",
            " ",
            "  ",
            "\n",
            "\n\n",
            "*",
            "_",
            "#",
            "-",
            "1.",
            "1)",
            ">",
            "<b>",
            "&amp;",
            "`",
            "[x](y)",
            "!",
            "\\",
            "|",
            "---",
            "===",
            "~",
            ":",
            "\t",
            "\r\n",
            "http://a.vn")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Test
  void all_else_of_a_notice_stays_when_its_text_is_changed() {
    Notice before =
        NoticeFile.read(
            "---\ntitle: Cũ\nvoice: vi-south\npriority: priority\n"
                + "zones: [thon-2, thon-1]\n---\nXưa.");

    Notice after =
        NoticeFile.read(
            NoticeText.source(
                NoticeText.changed(before, new Written("", Priority.ROUTINE, "Nay.\nMai."))));

    assertEquals("Nay.", after.title());
    assertEquals(new VoiceId("vi-south"), after.voice());
    assertEquals(before.zones(), after.zones());
    assertEquals(Priority.ROUTINE, after.priority());
    assertEquals("Nay.\nMai.", after.body());
  }

  @Test
  void a_place_moves_with_its_text_and_is_lost_when_it_is_changed() {
    MovedPlace moved = MovedPlace.between("Họp NVH lúc 7h tại UBND", "Họp NVH sáng mai tại UBND");

    assertEquals(Optional.of(new SourceSpan(4, 7)), moved.of(new SourceSpan(4, 7)));
    assertEquals(Optional.empty(), moved.of(new SourceSpan(12, 14)));
    assertEquals(Optional.of(new SourceSpan(21, 25)), moved.of(new SourceSpan(19, 23)));
  }

  @Test
  void words_are_found_with_and_without_their_marks() {
    assertTrue(new SoughtWords("hop DUONG").areIn("Họp thôn", "về đường làng"));
    assertTrue(new SoughtWords("").areIn("gì cũng được"));
    assertFalse(new SoughtWords("hộp").areIn("Họp thôn"));
    assertFalse(new SoughtWords("hop cho").areIn("Họp thôn"));
  }

  private static void assertStays(Written written) {
    Notice notice = NoticeFile.read(NoticeText.source(NoticeText.of(written)));
    assertEquals(written.body(), notice.body());
    assertEquals(written.title(), notice.title());
    assertEquals(written.priority(), notice.priority());
  }
}
