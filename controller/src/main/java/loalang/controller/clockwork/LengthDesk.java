// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeStore;
import loalang.protocol.AnnouncementId;
import loalang.schedules.ScheduleBook;
import loalang.schedules.rundown.Window;

/**
 * Tells the schedule how long recordings are, so that what follows one in a session starts when it
 * ends. A session that is near or goes on keeps its instants: poles hold them already. On one event
 * loop.
 */
public final class LengthDesk {
  private static final Duration BEFORE = Duration.ofMinutes(30);
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final ScheduleBook book;
  private final StorageDesk storage;
  private final InstantSource now;
  private boolean isStale;
  private boolean isLooking;

  LengthDesk(ScheduleBook book, StorageDesk storage, InstantSource now) {
    this.book = book;
    this.storage = storage;
    this.now = now;
  }

  /** A recording was made or dropped; the next look asks how long each is. */
  public void changed() {
    isStale = true;
  }

  /**
   * Learns what changed, unless something sounds or is about to: then the next look does.
   *
   * @return whether the schedule knows other lengths now
   */
  public Future<Boolean> look() {
    if (!isStale || isLooking) {
      return Future.succeededFuture(false);
    }
    isLooking = true;
    isStale = false;
    return storage
        .read(NoticeStore::lengths)
        .compose(lengths -> storage.run(() -> learned(lengths)))
        .onSuccess(learned -> isStale |= !learned)
        .onFailure(failed -> isStale = true)
        .onComplete(done -> isLooking = false);
  }

  private boolean learned(Map<AnnouncementId, Duration> lengths) {
    Instant at = now.instant();
    boolean isBusy = !book.rundown(new Window(at.minus(BEFORE), at.plus(AHEAD))).cues().isEmpty();
    if (!isBusy) {
      book.learnLengths(lengths);
    }
    return !isBusy;
  }
}
