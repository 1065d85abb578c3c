// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.List;
import java.util.TreeSet;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;

/**
 * A zone that can be ticked.
 *
 * @param zone its name
 * @param online how many loudspeakers there are heard now
 * @param all how many there are
 */
public record ZoneChoice(PagingZone zone, long online, long all) {

  /** Every zone that has a loudspeaker, by name. */
  public static List<ZoneChoice> of(Roster roster) {
    List<Speaker> speakers = List.copyOf(roster.all());
    return new TreeSet<>(roster.zones()).stream().map(zone -> of(zone, speakers)).toList();
  }

  private static ZoneChoice of(PagingZone zone, List<Speaker> speakers) {
    List<Speaker> here = speakers.stream().filter(speaker -> speaker.isIn(zone)).toList();
    return new ZoneChoice(zone, here.stream().filter(Speaker::isOnline).count(), here.size());
  }
}
