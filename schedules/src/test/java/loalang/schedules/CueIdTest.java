// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.SlotId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CueIdTest {
  private static final Instant START = Instant.parse("2026-11-22T22:30:00Z");

  @Test
  void a_cue_is_named_after_programme_slot_and_instant() {
    assertEquals("sang--tin--20261122t223000z", CueId.of("sang", "tin", START).value());
  }

  @Test
  void different_plans_never_share_a_name() {
    assertNotEquals(CueId.of("a-b", "c", START), CueId.of("a", "b-c", START));
    assertThrows(IllegalArgumentException.class, () -> new ProgrammeId("a--b"));
    assertThrows(IllegalArgumentException.class, () -> new SlotId("-a"));
  }

  @Test
  void the_longest_name_is_still_the_name_of_an_airing() {
    String programme = new ProgrammeId("p".repeat(24)).value();
    String slot = new SlotId("s".repeat(14)).value() + "--40";

    String cue = CueId.of(programme, slot, START).value();

    assertEquals(cue, new AiringId(cue).value());
    assertThrows(IllegalArgumentException.class, () -> new ProgrammeId("p".repeat(25)));
    assertThrows(IllegalArgumentException.class, () -> new SlotId("s".repeat(15)));
  }

  @Test
  void a_cue_of_a_programme_tells_its_start_and_a_one_off_does_not() {
    assertEquals(Optional.of(START), CueId.of("ban-tin", "sang", START).plannedStart());
    assertEquals(Optional.empty(), new CueId("moi-hop").plannedStart());
    assertEquals(Optional.empty(), new CueId("moi--hop").plannedStart());
  }

  @ParameterizedTest(name = "\"{0}\" is no cue id")
  @ValueSource(strings = {"", "ab", "-abc", "a/b", "A-B-C", "a+b", "a b c", "thôn"})
  void nothing_that_could_leave_a_topic_name_is_a_cue_id(String value) {
    assertThrows(IllegalArgumentException.class, () -> new CueId(value));
  }

  @Test
  void a_cue_for_nowhere_does_not_exist() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Cue(
                new CueId("cue-1"),
                new AnnouncementId("tin-xa"),
                Set.of(),
                Priority.ROUTINE,
                START,
                LateRule.USUAL));
  }
}
