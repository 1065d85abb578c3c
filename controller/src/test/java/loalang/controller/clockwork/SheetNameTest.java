// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.schedules.programme.ProgrammeFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetNameTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "sang.yaml, sang",
    "sang.yml, sang",
    "Lịch Đài Sáng.yaml, lich-dai-sang",
    "2026.11.yaml, 2026.11",
    "_rieng_.yaml, rieng_"
  })
  void a_file_gives_its_stem(String file, String name) {
    assertEquals(name, SheetName.ofFile(file).value());
  }

  @Test
  void a_file_without_letters_gives_no_name() {
    assertThrows(IllegalArgumentException.class, () -> SheetName.ofFile("---.yaml"));
  }

  @Test
  void sheets_that_speak_of_other_things_have_other_names() {
    List<String> sheets =
        List.of(
            "holidays:\n  - {date: 2026-09-01, name: Quốc khánh}",
            "holidays:\n  - {date: 2026-09-03, name: Quốc khánh}",
            "echo:\n  - {id: duong, clusters: [cum-1, cum-2], step: 340 metres}",
            "do-not-play:\n  - {id: tang, title: Tang, first-day: 2026-06-10}",
            "zones:\n  - {zone: thon-1, in: xa}",
            campaign("thue"),
            campaign("dich"));
    Set<SheetName> names = sheets.stream().map(SheetNameTest::name).collect(Collectors.toSet());
    assertEquals(sheets.size(), names.size(), names.toString());
  }

  @Test
  void the_same_things_said_otherwise_keep_the_name() {
    assertEquals(name(campaign("thue")), name(campaign("thue").replace("05:45", "06:45")));
    assertNotEquals(name(campaign("thue")), name(campaign("thu")));
  }

  private static String campaign(String id) {
    return """
        campaigns:
          - {id: %s, title: Nhắc, days: daily, zones: xa, announcements: nhac, at: "05:45"}
        """
        .formatted(id);
  }

  private static SheetName name(String yaml) {
    return SheetName.ofContents(ProgrammeFile.read(yaml));
  }
}
