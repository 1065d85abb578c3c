// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.PagingZone;

/**
 * Nothing sounds, an emergency neither, whoever planned or ordered it.
 *
 * @param id its number; 0 before it is stored
 * @param zones where
 * @param from when it was ordered
 * @param until when it ends by itself
 * @param sequences of the orders that say so
 * @param by who ordered it
 * @param lifted when somebody ended it
 * @param liftedBy who
 */
public record Silence(
    long id,
    Set<PagingZone> zones,
    Instant from,
    Instant until,
    List<Long> sequences,
    String by,
    Optional<Instant> lifted,
    Optional<String> liftedBy) {
  public Silence {
    zones = Set.copyOf(zones);
    sequences = List.copyOf(sequences);
  }

  /** True if it holds at this instant. */
  public boolean holdsAt(Instant now) {
    return lifted.isEmpty() && now.isBefore(until);
  }
}
