// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.release.Release;
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
    return written("Loa " + zone, rundown.in(zone, tree).items(), item -> zone.value(), stamped);
  }

  /**
   * What is heard anywhere, as an iCalendar object; each event says where.
   *
   * @param rundown any stretch of time
   * @param stamped the instant the feed is made, to the second
   */
  public static String of(Rundown rundown, Instant stamped) {
    return written(
        "Loa",
        rundown.items(),
        item ->
            item.cue().zones().stream()
                .map(PagingZone::value)
                .sorted()
                .collect(Collectors.joining(", ")),
        stamped);
  }

  private static String written(
      String name, List<PlannedItem> items, Function<PlannedItem, String> where, Instant stamped) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName(name);
    items.forEach(item -> calendar.addEvent(event(item, where.apply(item), stamped)));
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(PlannedItem item, String where, Instant stamped) {
    VEvent event = new VEvent();
    event.setUid(item.cue().id() + "@loalang");
    event.setDateTimeStamp(Date.from(stamped));
    event.setDateStart(Date.from(item.cue().start()));
    event.setDateEnd(Date.from(item.end()));
    event.setSummary(item.title());
    event.setDescription(described(item.cue()));
    event.setLocation(where);
    event.addCategories(item.cue().priority().wireName());
    return event;
  }

  /** What is heard, and what else a listener with a calendar should know. */
  private static String described(Cue cue) {
    StringBuilder words = new StringBuilder();
    cue.terms()
        .relay()
        .ifPresentOrElse(
            relay ->
                words
                    .append("relay ")
                    .append(relay.source())
                    .append("; otherwise ")
                    .append(fallback(relay)),
            () -> words.append(cue.announcement()));
    for (Release release : cue.terms().releases()) {
      words.append("\nreleased by ").append(release.released().name());
    }
    for (EchoDelay delay : cue.terms().delays()) {
      words.append("\n").append(delay.why()).append(": ").append(delay.clusters());
    }
    return words.toString();
  }

  private static String fallback(CueTerms.Relay relay) {
    return relay.fallback().isEmpty()
        ? "silence"
        : relay.fallback().stream()
            .map(cue -> cue.announcement().value())
            .collect(Collectors.joining(", "));
  }
}
