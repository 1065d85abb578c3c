// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TapeTest {

  @Test
  void pieces_follow_each_other_without_a_gap() {
    Tape tape = new Tape(8_000).add(Pcm.of(new float[] {1, 2}, 8_000));
    assertEquals(Duration.ofNanos(250_000), tape.position());

    tape.pause(Duration.ofNanos(125_000)).add(Pcm.of(new float[] {3}, 8_000));

    assertArrayEquals(new float[] {1, 2, 0, 3}, tape.whole().samples());
  }

  @Test
  void a_piece_of_another_rate_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Tape(8_000).add(Pcm.silence(Duration.ofSeconds(1), 16_000)));
  }
}
