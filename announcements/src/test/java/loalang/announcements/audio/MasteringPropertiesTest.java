// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MasteringPropertiesTest {

  @Property(tries = 200)
  void no_sample_passes_the_ceiling(
      @ForAll @Size(min = 1, max = 400) List<@FloatRange(min = -4, max = 4) Float> samples,
      @ForAll @DoubleRange(min = 0, max = 100) double gain,
      @ForAll @DoubleRange(min = -20, max = 0) double ceilingDbtp) {
    Pcm sound = Pcm.of(array(samples), 8_000);

    Pcm limited =
        new Limiter(ceilingDbtp).limit(sound, TruePeak.envelope(sound.samples(), 0), gain);

    double ceiling = Math.pow(10, ceilingDbtp / 20) * (1 + 1e-6);
    for (float sample : limited.samples()) {
      assertTrue(Math.abs(sample) <= ceiling, () -> sample + " above " + ceiling);
    }
  }

  @Property(tries = 200)
  void the_lowest_around_is_what_looking_at_each_would_find(
      @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = 0, max = 1) Float> given,
      @ForAll @IntRange(min = 1, max = 20) int reach) {
    float[] values = array(given);

    float[] lowest = Limiter.lowestAround(values, reach);

    for (int i = 0; i < values.length; i++) {
      float least = 1;
      for (int k = Math.max(0, i - reach); k <= Math.min(values.length - 1, i + reach); k++) {
        least = Math.min(least, values[k]);
      }
      assertEquals(least, lowest[i]);
    }
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
