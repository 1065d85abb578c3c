// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingBenchTest {

  @Test
  void pairs_of_others_are_measured_whatever_parts_them(@TempDir Path folder) throws IOException {
    Path tilde = folder.resolve("test-time.txt");
    Path tab = folder.resolve("date.tsv");
    Files.writeString(tilde, "7h30~Bảy giờ,  ba mươi!\n# note\nrỗng\n8h~chín giờ\n");
    Files.writeString(tab, "ngày 5/9\tngày mùng năm tháng chín\n");
    ReadingBench bench = new ReadingBench(Path.of("."), 1);

    List<Figure> figures = bench.run(List.of(tilde, tab));

    assertEquals(
        List.of("misread_test_time_of_2 50.0", "misread_date_of_1 0.0", "misread_all_of_3 33.3333"),
        figures.stream().map(one -> one.metric() + " " + one.line().median()).toList());
  }

  @Test
  void a_misreading_shows_what_was_wanted_and_what_was_said(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("time.txt");
    Files.writeString(file, "7h30~bảy giờ ba mươi\n8h~chín giờ\n");

    List<String> misread = new ReadingBench(Path.of("."), 1).misreadings(List.of(file));

    assertEquals(List.of("8h%n  wanted chín giờ%n  said   tám giờ".formatted()), misread);
  }
}
