// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayWindowTest {

  @Test
  void a_fresh_window_covers_no_sequence_there_is() {
    assertFalse(ReplayWindow.EMPTY.covers(1));
    assertFalse(ReplayWindow.EMPTY.covers(Long.MAX_VALUE));
  }

  @Test
  void an_order_that_was_overtaken_on_another_topic_is_still_new() {
    // Given
    ReplayWindow window = ReplayWindow.EMPTY.with(5).with(9);

    // Then
    assertTrue(window.covers(5));
    assertTrue(window.covers(9));
    assertFalse(window.covers(7));
    assertTrue(window.with(7).covers(7));
    assertFalse(window.with(7).covers(8));
  }

  @Test
  void what_lies_below_the_window_counts_as_judged() {
    // Given
    ReplayWindow window = ReplayWindow.EMPTY.with(1).with(ReplayWindow.SIZE + 1);

    // Then
    assertTrue(window.covers(1), "it has left the window");
    assertFalse(window.covers(2), "it is the oldest in the window");
  }

  @Test
  void a_jump_to_the_last_sequence_there_is_forgets_no_rule() {
    // Given
    ReplayWindow window = ReplayWindow.EMPTY.with(3).with(Long.MAX_VALUE);

    // Then
    assertTrue(window.covers(3));
    assertTrue(window.covers(Long.MAX_VALUE));
    assertFalse(window.covers(Long.MAX_VALUE - 1));
  }

  @Test
  void it_agrees_with_a_plain_set_of_all_sequences_in_any_order_of_arrival() {
    Random random = new Random(20_261_122);
    ReplayWindow window = ReplayWindow.EMPTY;
    Set<Long> judged = new HashSet<>();
    long highest = 0;
    for (int i = 0; i < 20_000; i++) {
      long sequence = 1L + i / 4 + random.nextInt(600);
      boolean expected = judged.contains(sequence) || highest - sequence >= ReplayWindow.SIZE;
      assertEquals(expected, window.covers(sequence), "sequence " + sequence);
      window = window.with(sequence);
      judged.add(sequence);
      highest = Math.max(highest, sequence);
    }
  }

  @Test
  void a_stored_window_is_the_same_window() {
    // Given
    ReplayWindow window = ReplayWindow.EMPTY.with(1).with(2).with(1_500).with(900);

    // When
    ReplayWindow read = ReplayWindow.of(window.highest(), window.bits());

    // Then
    assertEquals(window, read);
    assertEquals(window.hashCode(), read.hashCode());
    assertFalse(read.covers(3));
    assertTrue(read.covers(900));
  }

  @Test
  void a_negative_sequence_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> ReplayWindow.of(-1, new byte[0]));
  }
}
