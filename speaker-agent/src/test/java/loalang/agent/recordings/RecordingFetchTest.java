// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import loalang.agent.recordings.RecordingFetch.Arrival;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordingFetchTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final int SIZE = 4 * Parts.SIZE_BYTES + 10; // five parts
  private static final RecordingRef RECORDING =
      new RecordingRef(Digest.of(new byte[] {1}), SIZE, Duration.ofSeconds(9));

  private final RecordingFetch fetch = new RecordingFetch(RECORDING, new BitSet(), () -> 0, NOON);

  private static AudioPart part(int index, int count, int length) {
    return new AudioPart(index, count, new byte[length]);
  }

  private Arrival arrives(int index) {
    int length = Parts.length(index, SIZE);
    return fetch.arrived(part(index, 5, length), length, NOON);
  }

  private List<PartRange> asked(Instant now) {
    return fetch.wantAt(now).map(Want::missing).orElse(List.of());
  }

  @Test
  void it_asks_for_everything_at_once_and_then_only_for_what_is_missing() {
    assertEquals(List.of(new PartRange(0, 4)), asked(NOON));
    arrives(0);
    arrives(2);
    arrives(3);
    assertEquals(List.of(new PartRange(1, 1), new PartRange(4, 4)), asked(NOON.plusSeconds(2)));
  }

  @Test
  void it_waits_twice_as_long_each_time_up_to_a_minute() {
    List<Long> waits = new ArrayList<>();
    Instant now = NOON;
    for (int i = 0; i < 8; i++) {
      asked(now);
      waits.add(now.until(fetch.nextAsk(), ChronoUnit.SECONDS));
      assertEquals(List.of(), asked(fetch.nextAsk().minusMillis(1)));
      now = fetch.nextAsk();
    }
    assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), waits);
  }

  @Test
  void a_village_does_not_ask_in_one_voice() {
    RecordingFetch unlucky = new RecordingFetch(RECORDING, new BitSet(), () -> 1, NOON);
    assertTrue(unlucky.wantAt(NOON).isPresent());
    assertEquals(NOON.plusSeconds(3), unlucky.nextAsk());
  }

  @Test
  void a_part_that_comes_makes_it_patient_again() {
    asked(NOON);
    asked(NOON.plusSeconds(2));
    arrives(0);
    assertEquals(NOON.plusSeconds(2), fetch.nextAsk());
  }

  @Test
  void whole_it_asks_no_more() {
    for (int i = 0; i < 5; i++) {
      assertFalse(fetch.isWhole());
      assertEquals(Arrival.NEW, arrives(i));
    }
    assertTrue(fetch.isWhole());
    assertEquals(List.of(), asked(NOON.plusSeconds(100)));
    assertEquals(Arrival.HELD, arrives(3));
  }

  @Test
  void a_part_that_does_not_fit_the_order_is_never_taken() {
    assertEquals(Arrival.UNFIT, fetch.arrived(part(0, 6, 5), 5, NOON));
    assertEquals(Arrival.UNFIT, fetch.arrived(part(4, 5, 11), 11, NOON));
    assertEquals(Arrival.UNFIT, fetch.arrived(part(0, 5, 10), 10, NOON));
    assertEquals(List.of(new PartRange(0, 4)), asked(NOON));
  }

  @Test
  void spoiled_too_often_it_is_hopeless() {
    for (int i = 1; i <= RecordingFetch.MOST_TRIES; i++) {
      assertFalse(fetch.isHopeless());
      arrives(0);
      fetch.spoil(NOON);
      assertEquals(Arrival.NEW, arrives(0), "everything is asked for anew");
    }
    assertTrue(fetch.isHopeless());
  }

  @Test
  void a_want_never_names_more_ranges_than_fit() {
    // Given
    long size = 400L * Parts.SIZE_BYTES;
    RecordingFetch torn =
        new RecordingFetch(
            new RecordingRef(Digest.of(new byte[] {2}), size, Duration.ofMinutes(30)),
            new BitSet(),
            () -> 0,
            NOON);
    for (int i = 0; i < 400; i += 2) {
      torn.arrived(part(i, 400, Parts.SIZE_BYTES), Parts.SIZE_BYTES, NOON);
    }

    // When
    List<PartRange> missing = torn.wantAt(NOON.plusSeconds(2)).orElseThrow().missing();

    // Then
    assertEquals(Want.MAX_RANGES, missing.size());
    assertEquals(new PartRange(1, 1), missing.get(0));
  }
}
