// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FigureTest {

  @Test
  void median_p95_and_worst_are_those_of_the_sorted_values() {
    Samples samples =
        new Samples(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

    assertEquals(50.5, samples.median());
    assertEquals(95, samples.p95());
    assertEquals(100, samples.worst());
  }

  @Test
  void nothing_measured_is_no_figure() {
    assertThrows(IllegalArgumentException.class, () -> new Samples(List.of()));
  }

  @Test
  void a_ratio_target_is_judged_by_the_ratio_and_not_by_the_median() {
    Figure.Line line =
        new Figure(
                "render",
                "text_to_recording",
                "ms",
                values(40, 50, 60),
                new Figure.Peer("chain", values(100, 100, 100)),
                new Figure.Target(0.45, true))
            .line();

    assertEquals(0.5, line.ratio());
    assertEquals(false, line.ok());
  }

  @Test
  void a_median_target_is_judged_by_the_median() {
    Figure.Line line =
        new Figure("x", "y", "ms", values(4, 5, 6), null, new Figure.Target(5, false)).line();

    assertEquals(true, line.ok());
    assertNull(line.ratio());
  }

  private static Samples values(double... values) {
    return new Samples(DoubleStream.of(values).boxed().toList());
  }
}
