// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Server-sent events: each says what changed, a comment every few seconds says that the line is
 * alive. Who reads too slowly is cut off and comes back by itself.
 */
final class EventStream {
  private static final long ALIVE_MILLIS = 15_000;
  private static final int MAX_LISTENERS = 200;

  private final Vertx vertx;
  private final LiveFeed feed;
  private final AtomicInteger listeners = new AtomicInteger();

  EventStream(Vertx vertx, LiveFeed feed) {
    this.vertx = vertx;
    this.feed = feed;
  }

  void follow(RoutingContext context) {
    if (listeners.get() >= MAX_LISTENERS) {
      context.fail(
          new ProblemException(
              new Problem(
                  "EVENTS_FULL", "Too many pages follow the events.", "Close some pages.")));
      return;
    }
    listeners.incrementAndGet();
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store");
    response.write("retry: 2000\n\n");
    Runnable deaf = feed.listen(change -> tell(response, change));
    long alive = vertx.setPeriodic(ALIVE_MILLIS, timer -> response.write(": alive\n\n"));
    response.closeHandler(
        closed -> {
          listeners.decrementAndGet();
          deaf.run();
          vertx.cancelTimer(alive);
        });
  }

  private static void tell(HttpServerResponse response, Change change) {
    if (response.writeQueueFull()) {
      response.reset();
    } else {
      response.write("event: changed\ndata: " + ApiJson.change(change).encode() + "\n\n");
    }
  }
}
