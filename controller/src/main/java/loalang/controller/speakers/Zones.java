// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;

/** Zones as one column: names in order, parted by one blank. */
public final class Zones {
  private Zones() {}

  /** The column for these zones. */
  public static String column(Set<PagingZone> zones) {
    return zones.stream().map(PagingZone::value).sorted().collect(Collectors.joining(" "));
  }

  /** The zones of a column. */
  public static Set<PagingZone> of(String column) {
    return Arrays.stream(column.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(PagingZone::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
