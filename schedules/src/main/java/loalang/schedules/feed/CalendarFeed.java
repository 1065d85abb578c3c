// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.zones.ZoneTree;

/** Writes iCalendar feeds. Pure, any thread. */
public final class CalendarFeed {
  private static final String PRODUCT = "-//Loa Lang//schedules//VI";

  private CalendarFeed() {}

  /**
   * What is heard in one zone, as an iCalendar object (RFC 5545), times in UTC.
   *
   * @param rundown any stretch of time
   * @param zone only what sounds in one of its clusters is written
   * @param tree which clusters those are
   * @param stamped the instant the feed is made, to the second
   */
  public static String of(Rundown rundown, PagingZone zone, ZoneTree tree, Instant stamped) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName("Loa " + zone);
    Set<PagingZone> here = tree.clustersOf(Set.of(zone));
    for (PlannedItem item : rundown.items()) {
      if (tree.clustersOf(item.cue().zones()).stream().anyMatch(here::contains)) {
        calendar.addEvent(event(item, zone, stamped));
      }
    }
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(PlannedItem item, PagingZone zone, Instant stamped) {
    VEvent event = new VEvent();
    event.setUid(item.cue().id() + "@loalang");
    event.setDateTimeStamp(Date.from(stamped));
    event.setDateStart(Date.from(item.cue().start()));
    event.setDateEnd(Date.from(item.end()));
    event.setSummary(item.title());
    event.setDescription(item.cue().announcement().value());
    event.setLocation(zone.value());
    event.addCategories(item.cue().priority().wireName());
    return event;
  }
}
