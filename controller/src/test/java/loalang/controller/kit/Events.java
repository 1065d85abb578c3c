// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Server-sent events of an office. */
public final class Events implements AutoCloseable {
  private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> heard;
  private final Stream<String> lines;

  private Events(Stream<String> lines) {
    this.lines = lines;
    this.heard =
        CompletableFuture.runAsync(
            () ->
                lines
                    .filter(line -> line.startsWith("data: "))
                    .forEach(line -> changes.add(line.substring(6))),
            task -> {
              Thread thread = new Thread(task, "events");
              thread.setDaemon(true);
              thread.start();
            });
  }

  static Events follow(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<Stream<String>> response =
          http.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).get(10, TimeUnit.SECONDS);
      return new Events(response.body());
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("No events.", e);
    }
  }

  /** Waits for a change. */
  public String next(Duration limit, Object soFar) {
    try {
      String change = changes.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (change == null) {
        throw new AssertionError("Nothing changed in " + limit + "; so far " + soFar);
      }
      return change;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    heard.cancel(true);
    lines.close();
  }
}
