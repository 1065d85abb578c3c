// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsoleBenchTest {
  @Test
  void every_page_answers_with_a_big_week_in_the_ledger() throws Exception {
    List<Figure> figures = new ConsoleBench(1).run();

    assertEquals(11, figures.size());
    for (Figure figure : figures) {
      assertEquals("console", figure.line().bench());
      assertTrue(figure.line().metric().endsWith("_1000x80"), figure.line().metric());
    }
  }
}
