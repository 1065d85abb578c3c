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

  @Test
  void a_piece_can_be_set_beside_another_in_loudness() {
    Pcm speech = Sounds.sine(997, 0.1, 1, 16_000);

    Pcm chime = new Tape(16_000).addBeside(Sounds.sine(997, 0.9, 1, 16_000), speech, -2).whole();

    assertEquals(-25, Loudness.of(chime).integratedLufs(), 0.1);
  }

  @Test
  void beside_silence_a_piece_stays_as_it_is() {
    Pcm chime = Sounds.sine(997, 0.9, 1, 16_000);
    Pcm silence = Pcm.silence(Duration.ofSeconds(1), 16_000);

    assertArrayEquals(
        chime.samples(), new Tape(16_000).addBeside(chime, silence, -2).whole().samples());
  }
}
