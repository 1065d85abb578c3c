// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.ledger.Tally;
import loalang.protocol.PagingZone;

/**
 * What had its hour, from the log. Today's sheets say nothing of a day that is over: they may have
 * been changed since. Pure.
 *
 * @param now until when
 * @param told what was to start before, in any order
 */
record Past(Instant now, List<Entry> told) {
  Past {
    told = List.copyOf(told);
  }

  static Past of(Instant now, List<Tally> airings) {
    return new Past(now, airings.stream().map(Entry::of).toList());
  }

  /** What was meant for one of these names. */
  Past in(Set<PagingZone> names) {
    return new Past(
        now, told.stream().filter(entry -> !Collections.disjoint(entry.zones(), names)).toList());
  }

  /** The lines of the log, and of these plans what is to come or sounds and is in no log yet. */
  List<Entry> and(List<Entry> plans) {
    List<Entry> all = new ArrayList<>(told);
    Set<String> known = all.stream().map(Entry::id).collect(Collectors.toSet());
    plans.stream()
        .filter(entry -> !known.contains(entry.id()))
        .filter(entry -> entry.start().isAfter(now) || entry.end().isAfter(now))
        .forEach(all::add);
    return all;
  }
}
