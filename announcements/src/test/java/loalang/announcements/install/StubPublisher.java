// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A publisher of one file that knows ranges, and misbehaves as often as it is told. */
final class StubPublisher implements AutoCloseable {
  private static final String MARK = "\"v1\"";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final byte[] file;

  /** What goes wrong with one request. */
  interface Trouble {
    void make(HttpExchange exchange, StubPublisher publisher) throws IOException;
  }

  StubPublisher(byte[] file) {
    this.file = file;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  StubPublisher first(Trouble... inTurn) {
    troubles.addAll(List.of(inTurn));
    return this;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  /** The ranges asked for, "" for the whole. */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  /** Sends so many bytes of all it promised. */
  static Trouble cutAfter(int bytes) {
    return (exchange, publisher) -> {
      int from = publisher.from(exchange);
      publisher.head(exchange, from);
      exchange.getResponseBody().write(publisher.file, from, bytes);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Sends so many bytes and then waits. */
  static Trouble stallAfter(int bytes) {
    return (exchange, publisher) -> {
      int from = publisher.from(exchange);
      publisher.head(exchange, from);
      exchange.getResponseBody().write(publisher.file, from, bytes);
      exchange.getResponseBody().flush();
      publisher.waitForEnd();
      exchange.close();
    };
  }

  static Trouble status(int code, String... headers) {
    return (exchange, publisher) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
    };
  }

  static Trouble page() {
    return (exchange, publisher) -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, 5);
      exchange.getResponseBody().write("<html".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      exchange.close();
    };
  }

  /** Answers with a part nobody asked for. */
  static Trouble wrongRange() {
    return (exchange, publisher) -> {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes 1-%d/9".formatted(publisher.file.length));
      exchange.sendResponseHeaders(206, 3);
      exchange.getResponseBody().write(new byte[3]);
      exchange.close();
    };
  }

  /** Says nothing of the size and does not stop. */
  static Trouble endless() {
    return (exchange, publisher) -> {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(new byte[8_192]);
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    ranges.add(String.valueOf(asked(exchange)).replace("null", ""));
    Trouble trouble = next();
    if (trouble != null) {
      trouble.make(exchange, this);
      return;
    }
    int from = from(exchange);
    head(exchange, from);
    exchange.getResponseBody().write(Arrays.copyOfRange(file, from, file.length));
    exchange.close();
  }

  private synchronized @Nullable Trouble next() {
    return troubles.poll();
  }

  private static @Nullable String asked(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Range");
  }

  private int from(HttpExchange exchange) {
    String range = asked(exchange);
    boolean isSame = MARK.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    return range == null || !isSame ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
  }

  private void head(HttpExchange exchange, int from) throws IOException {
    exchange.getResponseHeaders().set("ETag", MARK);
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
  }

  private void waitForEnd() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
