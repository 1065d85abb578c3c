// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells changes to those who listen, in order. Confined to one event loop. */
public final class LiveFeed {
  private final Set<Consumer<Change>> listeners = new LinkedHashSet<>();

  /**
   * Listens from now on.
   *
   * @return to be run when it wants to hear no more
   */
  public Runnable listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells everybody. */
  public void tell(Change change) {
    List.copyOf(listeners).forEach(listener -> listener.accept(change));
  }
}
