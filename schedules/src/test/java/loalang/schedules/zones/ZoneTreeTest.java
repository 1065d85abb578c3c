// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ZoneTreeTest {
  private static final ZoneTree COMMUNE =
      new ZoneTree(
          Map.of(
              zone("thon-1"), zone("xa"),
              zone("thon-2"), zone("xa"),
              zone("cum-1a"), zone("thon-1"),
              zone("cum-1b"), zone("thon-1")),
          Map.of(zone("truong-hoc"), Set.of(zone("cum-1b"), zone("thon-2"))));

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "xa, cum-1a cum-1b thon-2",
    "thon-1, cum-1a cum-1b",
    "thon-2, thon-2",
    "cum-1a, cum-1a",
    "truong-hoc, cum-1b thon-2",
    "thon-1 truong-hoc, cum-1a cum-1b thon-2",
    "nobody-knows-it, nobody-knows-it",
  })
  void a_zone_means_its_lowest_clusters(String zones, String clusters) {
    Set<PagingZone> written =
        Arrays.stream(zones.split(" ", -1)).map(PagingZone::new).collect(Collectors.toSet());

    assertEquals(
        clusters,
        COMMUNE.clustersOf(written).stream()
            .map(PagingZone::value)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void a_zone_cannot_lie_in_itself() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ZoneTree(
                    Map.of(zone("a"), zone("b"), zone("b"), zone("c"), zone("c"), zone("a")),
                    Map.of()));

    assertTrue(refusal.toString().contains("lies in itself"), refusal.toString());
  }

  @Test
  void a_group_is_no_zone_and_holds_no_group() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ZoneTree(Map.of(zone("a"), zone("b")), Map.of(zone("b"), Set.of(zone("c")))));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ZoneTree(
                Map.of(), Map.of(zone("g"), Set.of(zone("h")), zone("h"), Set.of(zone("g")))));
  }

  @Test
  void a_later_word_about_a_zone_holds() {
    ZoneTree later = new ZoneTree(Map.of(zone("thon-2"), zone("xa-khac")), Map.of());

    assertEquals(
        Set.of(zone("thon-2")),
        Set.copyOf(COMMUNE.with(later).clustersOf(Set.of(zone("xa-khac")))));
    assertEquals(
        Set.of(zone("cum-1a"), zone("cum-1b")),
        Set.copyOf(COMMUNE.with(later).clustersOf(Set.of(zone("xa")))));
  }

  private static PagingZone zone(String name) {
    return new PagingZone(name);
  }
}
