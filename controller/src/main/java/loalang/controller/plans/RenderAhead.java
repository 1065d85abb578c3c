// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import loalang.protocol.AnnouncementId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders what plans will need and nobody rendered, one after the other, so that an officer's own
 * work never waits for more than one. On one event loop.
 */
public final class RenderAhead {
  private static final Logger LOG = LoggerFactory.getLogger(RenderAhead.class);
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Function<AnnouncementId, Future<?>> studio;
  private final InstantSource now;
  private final Map<AnnouncementId, Instant> failed = new HashMap<>();
  private boolean isBusy;

  /**
   * Nothing is wanted yet.
   *
   * @param studio renders one announcement
   */
  public RenderAhead(Function<AnnouncementId, Future<?>> studio, InstantSource now) {
    this.studio = studio;
    this.now = now;
  }

  /** These are wanted, the first the most; one is begun unless one is being rendered. */
  void want(Collection<AnnouncementId> announcements, Runnable whenDone) {
    if (isBusy) {
      return;
    }
    announcements.stream()
        .filter(this::mayTry)
        .findFirst()
        .ifPresent(first -> render(first, whenDone));
  }

  private boolean mayTry(AnnouncementId announcement) {
    Instant last = failed.get(announcement);
    return last == null || !now.instant().isBefore(last.plus(AGAIN));
  }

  private void render(AnnouncementId announcement, Runnable whenDone) {
    isBusy = true;
    studio
        .apply(announcement)
        .onSuccess(done -> failed.remove(announcement))
        .onFailure(
            e -> {
              failed.put(announcement, now.instant());
              LOG.warn("announcement={} not rendered ahead: {}", announcement, e.getMessage());
            })
        .onComplete(
            done -> {
              isBusy = false;
              whenDone.run();
            });
  }
}
