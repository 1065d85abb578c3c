// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;

/**
 * One connection between a client and the broker: in order unless the route lets one overtake, and
 * dead for ever once it broke.
 */
final class Cable {
  private final Timeline timeline;
  private final Route route;
  private final Client client;
  private boolean alive = true;
  private long lastUp;
  private long lastDown;

  /** Who is at the far end. */
  interface Client {
    /** A message came; {@code has} tells the broker that it may forget it. */
    void heard(Message message, Runnable has);

    /** The connection is seen to be broken. */
    void lost(String why);
  }

  Cable(Timeline timeline, Route route, Client client) {
    this.timeline = timeline;
    this.route = route;
    this.client = client;
  }

  Client client() {
    return client;
  }

  Route route() {
    return route;
  }

  boolean isAlive() {
    return alive;
  }

  /** From now on nothing passes. Neither side knows yet. */
  void tear() {
    alive = false;
  }

  /** To the broker. */
  void up(Runnable arrival) {
    lastUp = travel(route.up(), lastUp, arrival);
  }

  /** To the client. */
  void down(Runnable arrival) {
    lastDown = travel(route.down(), lastDown, arrival);
  }

  private long travel(Duration time, long last, Runnable arrival) {
    long soonest = timeline.nanos() + time.toNanos();
    long at = route.letsOvertake() ? soonest : Math.max(soonest, last);
    timeline.at(
        at,
        () -> {
          if (alive && !route.isCut()) {
            arrival.run();
          }
        });
    return Math.max(at, last);
  }
}
