// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.rundown.PlannedItem;

/**
 * Where a notice is sent to air.
 *
 * @param card of the notice, which has a recording
 * @param places where it can be heard, by name
 * @param form what stands in the form
 * @param check what would come of it; empty until somebody asks
 * @param problem why it was not taken
 */
public record AirPage(
    NoticeCard card,
    List<Place> places,
    AirForm form,
    Optional<Check> check,
    Optional<Problem> problem) {
  public AirPage {
    places = List.copyOf(places);
  }

  /**
   * Where it can be heard.
   *
   * @param zone its name
   * @param online how many loudspeakers there are heard now
   * @param all how many there are
   */
  public record Place(PagingZone zone, long online, long all) {}

  /**
   * What would come of it.
   *
   * @param start when
   * @param end after which it is silent again
   * @param refused why it will not sound as it was asked for; empty if it will
   * @param meanwhile what else is planned there then
   * @param silent how many loudspeakers there are not heard now
   */
  public record Check(
      Instant start,
      Instant end,
      Optional<Problem> refused,
      List<PlannedItem> meanwhile,
      long silent) {
    public Check {
      meanwhile = List.copyOf(meanwhile);
    }
  }

  /** How long it is. */
  public Duration length() {
    return card.recording().orElseThrow().duration();
  }
}
