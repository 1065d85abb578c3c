// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueTerms;
import loalang.schedules.LateRule;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Request;
import loalang.schedules.release.Signature;
import loalang.schedules.release.Wanted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CueReleasesTest {
  private static final Instant NIGHT = Instant.parse("2026-11-23T16:00:00Z");
  private static final PagingZone ZONE = new PagingZone("xa");

  @Test
  void who_asked_and_who_agreed_travel_as_the_wire_spells_them() {
    assertEquals(
        Optional.of(new loalang.protocol.order.Release("canbo", "pho-chu-tich")),
        CueReleases.of(cue(Set.of(release("canbo", "pho-chu-tich", 10)))));
  }

  @Test
  void of_several_releases_the_first_that_was_given_counts() {
    Set<Release> both = Set.of(release("lan", "minh", 20), release("hoa", "minh", 10));
    assertEquals("hoa", CueReleases.of(cue(both)).orElseThrow().first());
  }

  @Test
  void a_cue_nobody_held_back_carries_none() {
    assertEquals(Optional.empty(), CueReleases.of(cue(Set.of())));
  }

  @ParameterizedTest(name = "\"{0}\" is spelled \"{1}\"")
  @CsvSource({"canbo,canbo", "Đỗ Thị Lan,do-thi-lan", "Nguyễn Văn A,nguyen-van-a", "a.b_c,a.b_c"})
  void a_name_is_spelled_with_the_letters_of_the_wire(String name, String spelled) {
    assertEquals(spelled, CueReleases.account(name));
  }

  @Test
  void two_people_whose_names_become_one_have_no_release() {
    assertEquals(Optional.empty(), CueReleases.of(cue(Set.of(release("Lân", "Lan", 10)))));
  }

  private static Release release(String first, String second, long seconds) {
    Wanted what = new Wanted(new CueId("hop"), new AnnouncementId("tin"), Set.of(ZONE), NIGHT);
    return new Request(what, Hold.QUIET_HOURS, new Signature(first, NIGHT))
        .releasedBy(new Signature(second, NIGHT.plusSeconds(seconds)));
  }

  private static Cue cue(Set<Release> releases) {
    return new Cue(
        new CueId("hop"),
        new AnnouncementId("tin"),
        Set.of(ZONE),
        Priority.ROUTINE,
        NIGHT,
        LateRule.USUAL,
        new CueTerms(releases, List.of(), List.of(), null));
  }
}
