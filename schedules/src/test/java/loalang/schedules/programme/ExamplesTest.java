// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import loalang.schedules.Cue;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.RundownPlanner;
import loalang.schedules.rundown.Window;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file in schedules/examples is read and planned, so that none of them can lie. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExamplesTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Path EXAMPLES = Path.of("examples");

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "daily-sessions.yaml, 2026-11-23, 05:30 05:32 17:00",
    "daily-sessions.yaml, 2026-11-29, 05:30 05:32 17:00",
    "campaign-repeat.yaml, 2026-06-01, 06:00 11:00 17:10 18:30",
    "campaign-repeat.yaml, 2026-06-06, ''",
    "campaign-repeat.yaml, 2026-06-19, 06:00 11:00 17:10 18:30",
    "campaign-repeat.yaml, 2026-06-22, ''",
  })
  void an_example_sounds_at(String file, LocalDate date, String times) throws IOException {
    Rundown rundown =
        RundownPlanner.plan(
            read(file).programmes(),
            QuietHours.USUAL,
            Window.of(date.atStartOfDay(VIETNAM).toInstant(), Duration.ofDays(1)));

    assertEquals(List.of(), rundown.problems());
    assertEquals(times, String.join(" ", rundown.cues().stream().map(ExamplesTest::time).toList()));
  }

  @Test
  void the_one_off_example_is_a_single_invitation() throws IOException {
    ProgrammeSheet sheet = read("one-off.yaml");

    assertEquals(1, sheet.oneOffs().size());
    assertEquals("17:30", time(sheet.oneOffs().get(0).cue()));
  }

  @Test
  void no_example_is_untested() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      assertEquals(
          List.of("campaign-repeat.yaml", "daily-sessions.yaml", "one-off.yaml"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  private static ProgrammeSheet read(String file) throws IOException {
    return ProgrammeFile.read(Files.readString(EXAMPLES.resolve(file)));
  }

  private static String time(Cue cue) {
    return cue.start().atZone(VIETNAM).toLocalTime().toString();
  }
}
