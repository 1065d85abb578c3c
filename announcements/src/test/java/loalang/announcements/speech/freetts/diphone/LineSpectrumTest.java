// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineSpectrumTest {

  @Test
  void a_filter_of_nothing_has_its_lines_at_equal_distances() {
    double[] lines = LineSpectrum.of(new double[4]).orElseThrow();

    assertArrayEquals(
        new double[] {Math.PI / 5, 2 * Math.PI / 5, 3 * Math.PI / 5, 4 * Math.PI / 5}, lines, 1e-6);
  }

  @Test
  void a_filter_that_screams_has_none() {
    assertTrue(LineSpectrum.of(new double[] {2.5, 0, 0, 0}).isEmpty());
  }

  @Test
  void lines_that_collide_are_spread() {
    double[] again =
        LineSpectrum.of(LineSpectrum.predictor(new double[] {1, 1, 1, 1})).orElseThrow();

    assertTrue(again[1] > again[0] && again[2] > again[1] && again[3] > again[2]);
  }

  @Test
  void a_map_moves_formants_and_leaves_the_ends() {
    FormantMap map = FormantMap.parse("500>400 1500>2000", 8_000);

    assertEquals(radians(400), map.moved(radians(500)), 1e-9);
    assertEquals(radians(1_200), map.moved(radians(1_000)), 1e-9);
    assertEquals(radians(2_000), map.moved(radians(1_500)), 1e-9);
    assertEquals(0, map.moved(0), 1e-9);
    assertEquals(Math.PI, map.moved(Math.PI), 1e-9);
  }

  @Test
  void the_map_of_nothing_leaves_all() {
    FormantMap none = FormantMap.parse("-", 8_000);

    assertTrue(none.leavesAll());
    assertEquals(1.23, none.moved(1.23), 1e-12);
  }

  @Test
  void formants_that_cross_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> FormantMap.parse("500>900 1500>800", 8_000));
  }

  @Test
  void a_frame_keeps_its_loudness_through_another_tract_and_through_freetts_numbers() {
    double[] pulse = new double[160];
    pulse[80] = 8_000;
    Frame frame = new Frame(LineSpectrum.predictor(anyLines(1)), pulse);

    Frame through = frame.through(LineSpectrum.predictor(anyLines(2)));
    Frame stored = Frame.of(frame.sample(-8, 16), -8, 16);

    assertEquals(frame.level(), through.level(), 0.1);
    assertEquals(frame.level(), stored.level(), 0.3);
    assertEquals(160, frame.sample(-8, 16).getResidualSize());
    assertEquals(frame.level() + 6, frame.louder(Math.pow(10, 0.3)).level(), 0.1);
  }

  private static double radians(double hertz) {
    return Math.PI * hertz / 8_000;
  }

  /** Rising lines, none nearer to the next than a vowel's sharpest resonance. */
  static double[] anyLines(long seed) {
    double[] lines = new SplittableRandom(seed).doubles(16, 0.1, 1).toArray();
    double sum = 0.1;
    for (int i = 0; i < lines.length; i++) {
      sum += lines[i];
      lines[i] = sum;
    }
    double all = sum;
    return Arrays.stream(lines).map(line -> line * 3 / all).toArray();
  }
}
