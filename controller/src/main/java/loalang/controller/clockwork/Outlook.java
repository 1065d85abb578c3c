// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.PagingZone;
import loalang.schedules.ScheduleBook;
import loalang.schedules.feed.CalendarFeed;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.rundown.Window;
import loalang.schedules.zones.ZoneTree;

/**
 * Questions about what will sound, as the office plans it now. On one event loop; a province takes
 * seconds to plan, so the book is asked on a worker.
 */
public final class Outlook {
  private static final Duration CALENDAR_BACK = Duration.ofDays(1);
  private static final Duration CALENDAR_AHEAD = Duration.ofDays(14);

  private final ScheduleBook book;
  private final StorageDesk storage;
  private final InstantSource now;

  Outlook(ScheduleBook book, StorageDesk storage, InstantSource now) {
    this.book = book;
    this.storage = storage;
    this.now = now;
  }

  /** The present instant. */
  public Instant now() {
    return now.instant();
  }

  /** Public holidays that touch a window, the commune's own among them, earliest first. */
  public Future<List<Stillness>> holidays(Window window) {
    return storage.run(
        () ->
            book.stillness(window).stream()
                .filter(still -> still.kind() == Stillness.Kind.HOLIDAY)
                .toList());
  }

  /** Everything that was said about the time to come. */
  public Future<ProgrammeSheet> held() {
    return storage.run(book::sheet);
  }

  /** What starts in a window, with the conflicts of its days; everywhere if no zone is named. */
  public Future<Rundown> rundown(Optional<PagingZone> zone, Window window) {
    return storage.run(
        () -> zone.map(where -> book.rundown(where, window)).orElseGet(() -> book.rundown(window)));
  }

  /**
   * What is planned, place by place.
   *
   * @param rundown of all places
   * @param items of each place, earliest first; what is for a zone stands at each place in it
   */
  public record ByZone(Rundown rundown, Map<PagingZone, List<PlannedItem>> items) {
    public ByZone {
      items = Map.copyOf(items);
    }
  }

  /** What starts in a window in each of these places. */
  public Future<ByZone> byZone(Collection<PagingZone> zones, Window window) {
    return storage.run(
        () -> {
          Rundown rundown = book.rundown(window);
          ZoneTree tree = book.sheet().zones();
          Map<PagingZone, List<PlannedItem>> items = new HashMap<>();
          for (PagingZone zone : zones) {
            Set<PagingZone> names = tree.namesOf(tree.clustersOf(Set.of(zone)));
            items.put(
                zone,
                rundown.items().stream()
                    .filter(item -> !Collections.disjoint(item.cue().zones(), names))
                    .toList());
          }
          return new ByZone(rundown, items);
        });
  }

  /**
   * A stretch of days, place by place, with all that stands in the way.
   *
   * @param known zones that loudspeakers are in
   */
  public Future<Survey> survey(Collection<PagingZone> known, Window window) {
    List<PagingZone> zones = List.copyOf(known);
    return storage.run(
        () -> Survey.of(book.rundown(window), book.stillness(window), book.sheet(), zones));
  }

  /** What sounds in any cluster of a zone at an instant. */
  public Future<List<PlannedItem>> soundingAt(PagingZone zone, Instant instant) {
    return storage.run(() -> book.soundingAt(zone, instant));
  }

  /** Yesterday and the coming two weeks of a zone, or of all, as an iCalendar object. */
  public Future<String> calendar(Optional<PagingZone> zone) {
    Instant stamped = now.instant().truncatedTo(ChronoUnit.SECONDS);
    Window window = new Window(stamped.minus(CALENDAR_BACK), stamped.plus(CALENDAR_AHEAD));
    return storage.run(
        () -> {
          Rundown rundown = book.rundown(window);
          return zone.map(where -> CalendarFeed.of(rundown, where, book.sheet().zones(), stamped))
              .orElseGet(() -> CalendarFeed.of(rundown, stamped));
        });
  }
}
