// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import io.vertx.core.Future;
import java.util.List;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.ReleaseDesk;

/**
 * An airing that waits for a second person, as people call it.
 *
 * @param waiting what waits, and who asked
 * @param title of its notice
 */
public record HeldWish(ReleaseDesk.Waiting waiting, String title) {

  /** All that wait in the coming week. */
  public static Future<List<HeldWish>> all(Rooms rooms) {
    return rooms
        .timetable()
        .releases()
        .waiting()
        .compose(all -> Future.join(all.stream().map(one -> named(rooms, one)).toList()))
        .map(named -> named.list());
  }

  private static Future<HeldWish> named(Rooms rooms, ReleaseDesk.Waiting waiting) {
    return rooms
        .desks()
        .studio()
        .titleOf(waiting.held().what().announcement())
        .map(title -> new HeldWish(waiting, title));
  }
}
