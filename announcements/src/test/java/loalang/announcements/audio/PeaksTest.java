// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeaksTest {

  @Test
  void each_stretch_is_as_high_as_its_highest_sample_on_either_side() {
    Pcm sound = Pcm.of(new float[] {0, 0.25f, -0.5f, 0.125f, 0, -0.75f}, 8_000);

    assertEquals(List.of(0.25, 0.5, 0.75), Peaks.of(sound, 3).heights());
  }

  @Test
  void what_is_beyond_full_scale_is_drawn_at_full_scale() {
    assertEquals(List.of(1.0), Peaks.of(Pcm.of(new float[] {-1.5f, 0}, 8_000), 1).heights());
  }

  @Test
  void a_sound_shorter_than_the_outline_has_a_stretch_for_each_sample() {
    assertEquals(
        List.of(0.5, 0.25), Peaks.of(Pcm.of(new float[] {0.5f, 0.25f}, 8_000), 9).heights());
    assertEquals(List.of(), Peaks.of(Pcm.of(new float[0], 8_000), 9).heights());
  }

  @Test
  void an_outline_of_nothing_is_refused() {
    Pcm sound = Pcm.of(new float[] {0.5f}, 8_000);
    assertThrows(IllegalArgumentException.class, () -> Peaks.of(sound, 0));
  }
}
