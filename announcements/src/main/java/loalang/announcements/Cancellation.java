// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.ArrayList;
import java.util.List;

/** A way to stop a production from another thread; pulled once, it stays pulled. */
public final class Cancellation {
  private final List<Runnable> stops = new ArrayList<>();
  private boolean cancelled;

  /** Stops every production that was given this, now and later. Returns at once. */
  public synchronized void cancel() {
    cancelled = true;
    stops.forEach(Runnable::run);
    stops.clear();
  }

  /** True once it was pulled. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** What to do when it is pulled; done at once if it already was. */
  synchronized void whenPulled(Runnable stop) {
    if (cancelled) {
      stop.run();
    } else {
      stops.add(stop);
    }
  }

  synchronized void forget(Runnable stop) {
    stops.remove(stop);
  }
}
