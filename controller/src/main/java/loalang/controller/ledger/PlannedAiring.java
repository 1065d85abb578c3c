// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * An airing as it was asked for.
 *
 * @param id its name
 * @param notice what is to be heard
 * @param title of the notice then; it outlives the notice
 * @param zones where
 * @param priority how urgent
 * @param start when
 * @param latestStart the late rule
 */
public record PlannedAiring(
    AiringId id,
    AnnouncementId notice,
    String title,
    Set<PagingZone> zones,
    Priority priority,
    Instant start,
    Instant latestStart) {
  public PlannedAiring {
    zones = Set.copyOf(zones);
  }
}
