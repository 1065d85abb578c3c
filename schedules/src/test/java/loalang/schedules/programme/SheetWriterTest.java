// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loalang.protocol.ProblemException;
import loalang.schedules.zones.ZoneTree;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetWriterTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void what_was_written_reads_as_what_was_meant(Path example) throws IOException {
    ProgrammeSheet sheet = ProgrammeFile.read(Files.readString(example));

    assertEquals(sheet, ProgrammeFile.read(ProgrammeFile.write(sheet)));
  }

  @Test
  void titles_that_look_like_something_else_stay_titles() {
    for (String title : List.of("yes", "12", "a: b", "# không", "\"Nháy\"", "- gạch", "Ngày 5/9")) {
      Programme programme = programme("time-zone: Asia/Ho_Chi_Minh");
      Programme named =
          new Programme(
              programme.id(), title, programme.season(), programme.audience(), programme.slots());

      String text = ProgrammeFile.write(sheet(List.of(named)));

      assertEquals(title, ProgrammeFile.read(text).programmes().get(0).title());
    }
  }

  @Test
  void a_file_is_written_in_the_words_of_the_examples() {
    assertEquals(
        """
        time-zone: Asia/Ho_Chi_Minh
        programmes:
        - id: sang
          title: Bản tin sáng
          holidays: play
          zones:
          - thon-1
          priority: routine
          origin: commune
          slots:
          - id: tin
            at: 05:30
            days:
            - mon
            - sun
            items:
            - announcement: tin-xa
              times: 1
            late: skip after 60s
        """,
        ProgrammeFile.write(sheet(List.of(programme("time-zone: Asia/Ho_Chi_Minh")))));
  }

  @Test
  void a_file_has_one_time_zone() {
    List<Programme> mixed = new ArrayList<>();
    mixed.add(programme("time-zone: Asia/Ho_Chi_Minh"));
    Programme other = programme("time-zone: Europe/Berlin");
    mixed.add(
        new Programme(
            new ProgrammeId("berlin"),
            other.title(),
            other.season(),
            other.audience(),
            other.slots()));

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> ProgrammeFile.write(sheet(mixed)));

    assertEquals("PROGRAMME_TIME_ZONES", refusal.problem().code());
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      return files.sorted().toList();
    }
  }

  private static ProgrammeSheet sheet(List<Programme> programmes) {
    return new ProgrammeSheet(programmes, List.of(), List.of(), List.of(), ZoneTree.NONE);
  }

  private static Programme programme(String firstLine) {
    return ProgrammeFile.read(
            firstLine
                + """

                programmes:
                  - id: sang
                    title: Bản tin sáng
                    zones: thon-1
                    slots:
                      - {id: tin, at: "05:30", days: [mon, sun], announcement: tin-xa}
                """)
        .programmes()
        .get(0);
  }
}
