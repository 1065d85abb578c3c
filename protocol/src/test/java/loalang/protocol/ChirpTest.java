// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import loalang.protocol.audio.Chirp;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChirpTest {
  private static final Duration LENGTH = Duration.ofMillis(300);
  private static final Duration EDGE = Duration.ofMillis(20);

  @Test
  void the_wave_is_the_one_that_recordings_on_poles_carry() {
    float[] wave = Chirp.OURS.samples(8_000);

    assertEquals(2_400, wave.length);
    assertEquals(0, wave[0]);
    assertEquals(Math.sin(phase(0.15)), wave[1_200], 1e-6);
    assertTrue(IntStream.range(0, wave.length).allMatch(i -> Math.abs(wave[i]) <= 1));
  }

  @Test
  void it_swells_from_nothing_and_fades_to_nothing() {
    float[] wave = Chirp.OURS.samples(48_000);

    assertTrue(loudest(wave, 0, 48) < 0.01);
    assertTrue(loudest(wave, wave.length - 48, wave.length) < 0.01);
    assertTrue(loudest(wave, 960, wave.length - 960) > 0.99);
  }

  @Test
  void what_is_no_chirp_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Chirp(LENGTH, 3_400, 600, EDGE));
    assertThrows(IllegalArgumentException.class, () -> new Chirp(LENGTH, Double.NaN, 600, EDGE));
    assertThrows(IllegalArgumentException.class, () -> new Chirp(Duration.ZERO, 1, 2, EDGE));
    assertThrows(IllegalArgumentException.class, () -> new Chirp(EDGE, 1, 2, EDGE));
    assertThrows(IllegalArgumentException.class, () -> Chirp.OURS.samples(6_800));
  }

  @Test
  void what_no_microphone_can_hear_is_refused() {
    AiringId airing = new AiringId("ban-tin");
    assertThrows(
        IllegalArgumentException.class, () -> new Report.Heard(airing, null, 1, null, false));
    assertThrows(
        IllegalArgumentException.class, () -> new Report.Heard(airing, null, -20, -97, false));
    assertThrows(IllegalArgumentException.class, () -> new Report.Heard.Match(101, 0));
  }

  private static double phase(double t) {
    return 2 * Math.PI * (600 * t + 2_800 / 0.3 * t * t / 2);
  }

  private static double loudest(float[] wave, int from, int until) {
    return IntStream.range(from, until).mapToDouble(i -> Math.abs(wave[i])).max().orElse(0);
  }
}
