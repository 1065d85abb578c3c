// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class LineSpectrumPropertiesTest {

  @Property(tries = 300)
  void lines_to_a_predictor_and_back_are_the_same_lines(@ForAll @LongRange long seed) {
    double[] lines = LineSpectrumTest.anyLines(seed);

    double[] again = LineSpectrum.of(LineSpectrum.predictor(lines)).orElseThrow();

    assertArrayEquals(lines, again, 1e-5);
  }
}
