// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.accounts.Grant;
import loalang.controller.accounts.Role;
import loalang.protocol.PagingZone;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalendarScopeTest {
  private static final PagingZone MARKET = new PagingZone("cho");
  private static final PagingZone HAMLET = new PagingZone("thon-mot");
  private static final Grant HEAD = new Grant(Role.HAMLET_HEAD, Set.of(HAMLET));
  private static final Grant OFFICER = Grant.everywhere(Role.OFFICER);

  @Test
  void a_head_has_the_calendar_of_the_own_hamlet_and_no_other() {
    assertTrue(CalendarScope.of("thon-mot").isIn(List.of(HEAD)));
    assertFalse(CalendarScope.of("cho").isIn(List.of(HEAD)));
    assertFalse(CalendarScope.COMMUNE.isIn(List.of(HEAD)));
    assertEquals("thon-mot", choice(HEAD));
  }

  @Test
  void a_role_in_the_whole_commune_has_every_zone_and_all_of_them() {
    assertTrue(CalendarScope.COMMUNE.isIn(List.of(HEAD, OFFICER)));
    assertEquals(",cho", choice(OFFICER));
  }

  @Test
  void whoever_has_no_role_has_no_calendar() {
    assertFalse(CalendarScope.COMMUNE.isIn(List.of()));
    assertEquals(List.of(), CalendarScope.choice(List.of(), Set.of(MARKET)));
  }

  private static String choice(Grant grant) {
    return CalendarScope.choice(List.of(grant), Set.of(MARKET)).stream()
        .map(CalendarScope::word)
        .collect(Collectors.joining(","));
  }
}
