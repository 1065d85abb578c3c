// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReleaseTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final Wanted WANTED = wanted("tin-xa", "thon-1", NOON);
  private static final Held HELD =
      new Held(WANTED, Hold.QUIET_HOURS, new Problem("RUNDOWN_QUIET_HOURS", "Quiet.", "Wait."));

  @ParameterizedTest(name = "{0} and {1}: one person {2}")
  @CsvSource({
    "Nguyễn Văn An, Trần Thị Bình, false",
    "Nguyễn Văn An, nguyễn văn an, true",
    "Nguyễn Văn An, '  Nguyễn  Văn An ', true",
    "an, an2, false",
  })
  void two_names_are_one_person_however_they_are_typed(String one, String other, boolean same) {
    assertEquals(same, new Signature(one, NOON).isOfSamePersonAs(new Signature(other, NOON)));
  }

  @Test
  void a_name_typed_with_other_unicode_letters_is_the_same_name() {
    String decomposed = Normalizer.normalize("Nguyễn Văn Ân", Normalizer.Form.NFD);

    assertTrue(
        new Signature("Nguyễn Văn Ân", NOON).isOfSamePersonAs(new Signature(decomposed, NOON)));
  }

  @Test
  void nobody_releases_what_they_asked_for() {
    Request request = HELD.askedBy(new Signature("An", NOON));
    Signature again = new Signature("an", NOON.plusSeconds(60));

    assertEquals("RELEASE_SAME_PERSON", request.refusal(again).orElseThrow().code());
    assertThrows(IllegalArgumentException.class, () -> request.releasedBy(again));
  }

  @Test
  void nothing_is_released_before_it_was_asked_for() {
    Request request = HELD.askedBy(new Signature("An", NOON));
    Signature early = new Signature("Bình", NOON.minusSeconds(1));

    assertEquals("RELEASE_BEFORE_REQUEST", request.refusal(early).orElseThrow().code());
    assertThrows(IllegalArgumentException.class, () -> new Release(request, early));
  }

  @Test
  void a_release_is_for_exactly_one_airing_and_one_rule() {
    Release release =
        HELD.askedBy(new Signature("An", NOON)).releasedBy(new Signature("Bình", NOON));

    assertTrue(release.frees(WANTED, Hold.QUIET_HOURS));
    assertFalse(release.frees(WANTED, Hold.DO_NOT_PLAY));
    assertFalse(release.frees(wanted("tin-khac", "thon-1", NOON), Hold.QUIET_HOURS));
    assertFalse(release.frees(wanted("tin-xa", "thon-2", NOON), Hold.QUIET_HOURS));
    assertFalse(release.frees(wanted("tin-xa", "thon-1", NOON.plusSeconds(1)), Hold.QUIET_HOURS));
  }

  @ParameterizedTest(name = "\"{0}\" is nobody")
  @ValueSource(strings = {"", "  ", "\t"})
  void nobody_signs_without_a_name(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Signature(name, NOON));
    assertThrows(IllegalArgumentException.class, () -> new Signature("a".repeat(81), NOON));
  }

  private static Wanted wanted(String announcement, String zone, Instant start) {
    return new Wanted(
        new CueId("cue-1"), new AnnouncementId(announcement), Set.of(new PagingZone(zone)), start);
  }
}
