// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ShapingPropertiesTest {
  private static final Shaping SHAPING = new Shaping(16_000);

  @Property(tries = 100)
  void trimming_twice_is_trimming_once_and_never_lengthens(
      @ForAll @IntRange(min = 0, max = 3_000) int before,
      @ForAll @IntRange(min = 0, max = 3_000) int after) {
    Tape tape = new Tape(16_000).pause(samples(before));
    Pcm padded = tape.add(Sounds.sine(800, 0.4, 0.1, 16_000)).pause(samples(after)).whole();

    Pcm once = SHAPING.trim(padded);

    assertTrue(once.length() <= padded.length());
    assertTrue(once.length() >= 1_590);
    assertTrue(once.length() <= 1_600 + 2 * 192);
    assertEquals(once.length(), SHAPING.trim(once).length());
  }

  @Property(tries = 40)
  void resampling_keeps_the_length_to_half_a_sample(
      @ForAll @IntRange(min = 1, max = 20_000) int length, @ForAll @From("rates") int rateHertz) {
    Pcm sound = Sounds.bursts(length, length, rateHertz);

    Pcm resampled = SHAPING.resample(sound);

    assertEquals(16_000, resampled.rateHertz());
    assertEquals(length * 16_000.0 / rateHertz, resampled.length(), 0.5);
  }

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8_000, 11_025, 22_050, 24_000, 44_100, 48_000, 16_001);
  }

  private static Duration samples(int count) {
    return Duration.ofNanos(Math.round(count * 1e9 / 16_000));
  }
}
