// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import loalang.schedules.OneOff;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Timetable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeSheetTest {
  private static final String MORNING =
      """
      # ý của chị Hoa
      programmes:
        - {id: sang, title: Bản tin, zones: xa, slots: [{id: tin, at: "05:30", days: daily,
           announcement: tin}]} # hỏi lại giờ
      """;
  private static final String PLAIN =
      "do-not-play: [{id: tang, title: 'Quốc tang # 1', first-day: 2026-11-25}]\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("loalang.controller.clockwork.SheetSchemaTest#examples")
  void an_only_sheet_comes_back_letter_by_letter(Path example) throws IOException {
    String yaml = Files.readString(example);

    assertEquals(yaml, WholeSheet.of(held(yaml), List.of(kept("mot", yaml)), false));
  }

  @Test
  void two_sheets_become_one_that_says_whose_comments_are_missing() {
    String whole =
        WholeSheet.of(
            held(MORNING, PLAIN), List.of(kept("sang", MORNING), kept("tang", PLAIN)), false);

    assertTrue(whole.startsWith("# Chú thích nằm trong từng tờ, không có ở đây: sang.\n"), whole);
    assertEquals(held(MORNING, PLAIN), held(whole));
  }

  @Test
  void sheets_without_comments_become_one_without_a_word_about_them() {
    String whole = WholeSheet.of(held(PLAIN, "zones: [{zone: thon-1, in: xa}]"), kept(), false);

    assertFalse(whole.contains("\n# ") || whole.startsWith("#"), whole);
  }

  @Test
  void a_sheet_that_is_not_all_that_is_held_is_not_given_for_the_whole() {
    assertEquals(
        held(MORNING, PLAIN),
        held(WholeSheet.of(held(MORNING, PLAIN), List.of(kept("sang", MORNING)), false)));
    assertEquals(
        held(MORNING), held(WholeSheet.of(held(MORNING), List.of(kept("t", PLAIN)), true)));
  }

  private static List<KeptSheet> kept() {
    return List.of(kept("tang", PLAIN), kept("cay", "zones: [{zone: thon-1, in: xa}]"));
  }

  private static KeptSheet kept(String name, String yaml) {
    return new KeptSheet(new SheetName(name), yaml, Instant.EPOCH);
  }

  private static ProgrammeSheet held(String... sheets) {
    Timetable all = Timetable.EMPTY;
    List<OneOff> wishes = new ArrayList<>();
    for (String yaml : sheets) {
      ProgrammeSheet sheet = ProgrammeFile.read(yaml);
      all = all.with(sheet);
      wishes.addAll(sheet.oneOffs());
    }
    return all.sheet(wishes);
  }
}
