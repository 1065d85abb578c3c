// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import loalang.protocol.PagingZone;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.RundownPlanner;
import loalang.schedules.rundown.Timetable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalendarFeedTest {
  private static final Instant STAMP = Instant.parse("2026-11-22T01:00:00Z");
  private static final Timetable COMMUNE =
      Timetable.EMPTY.with(
          ProgrammeFile.read(
              """
              zones:
                - {zone: cum-1, in: thon-1}
                - {zone: cum-2, in: thon-2}
              programmes:
                - id: sang
                  title: Bản tin sáng, thứ hai
                  zones: [thon-1, thon-2]
                  slots:
                    - {id: tin, at: "05:30", days: daily, announcement: tin-xa}
                - id: rieng
                  title: Riêng thôn 2
                  zones: thon-2
                  slots:
                    - {id: tin, at: "17:00", days: daily, announcement: tin-thon}
              """));

  @Test
  void a_zone_reads_its_own_day_in_its_calendar() {
    String text = feed("thon-1");

    assertEquals(
        List.of(
            "BEGIN:VEVENT",
            "UID:sang--tin--20261122t223000z@loalang",
            "DTSTAMP:20261122T010000Z",
            "DTSTART:20261122T223000Z",
            "DTEND:20261122T223100Z",
            "SUMMARY:Bản tin sáng\\, thứ hai",
            "DESCRIPTION:tin-xa",
            "LOCATION:thon-1",
            "CATEGORIES:routine",
            "END:VEVENT"),
        text.lines()
            .dropWhile(line -> !line.equals("BEGIN:VEVENT"))
            .filter(line -> !line.equals("END:VCALENDAR"))
            .toList());
    assertTrue(text.contains("\r\n"), "RFC 5545 lines end with CR LF");
  }

  @Test
  void a_cluster_reads_what_its_hamlet_hears() {
    List<VEvent> events = Biweekly.parse(feed("cum-2")).first().getEvents();

    assertEquals(
        List.of("Bản tin sáng, thứ hai", "Riêng thôn 2"),
        events.stream().map(event -> event.getSummary().getValue()).toList());
  }

  @Test
  void a_group_has_a_calendar_and_relays_and_delays_are_told_in_it() {
    Timetable timetable =
        COMMUNE.with(
            ProgrammeFile.read(
                """
                groups: [{group: cho, zones: [cum-1]}]
                echo: [{id: duong, clusters: [cum-2, cum-1], step: 500 ms}]
                programmes:
                  - id: tiep-am
                    title: Tiếp âm
                    zones: cho
                    slots:
                      - id: phien
                        at: "06:00"
                        days: daily
                        items: [{relay: vov1, lasts: 15m, fallback: [xin-loi]},
                                {relay: dai-tinh, lasts: 5m}]
                """));
    Rundown day =
        new RundownPlanner(timetable, PlanningRules.usual(QuietHours.USUAL))
            .day(LocalDate.of(2026, 11, 23));

    String text = CalendarFeed.of(day, new PagingZone("cho"), timetable.zones(), STAMP);

    assertEquals(
        List.of(
            "tin-xa\n500 ms later, by echo chain \"duong\": [cum-1]",
            "relay vov1; otherwise xin-loi\n500 ms later, by echo chain \"duong\": [cum-1]",
            "relay dai-tinh; otherwise silence\n500 ms later, by echo chain \"duong\": [cum-1]"),
        Biweekly.parse(text).first().getEvents().stream()
            .map(event -> event.getDescription().getValue())
            .toList());
  }

  @Test
  void the_same_rundown_gives_the_same_text() {
    assertEquals(feed("thon-1"), feed("thon-1"));
  }

  private static String feed(String zone) {
    Rundown day =
        new RundownPlanner(COMMUNE, PlanningRules.usual(QuietHours.USUAL))
            .day(LocalDate.of(2026, 11, 23));
    return CalendarFeed.of(day, new PagingZone(zone), COMMUNE.zones(), STAMP);
  }
}
