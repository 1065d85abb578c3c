// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A vendor on this machine that behaves as it is told, request by request. */
final class StubVendor implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Behaviour>> behaviours = new HashMap<>();
  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What it does with one request. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** One request as it came. */
  record Seen(String method, String path, Map<String, String> headers, String body) {}

  StubVendor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** On this path it does these things in turn, and the last one for ever. */
  StubVendor on(String path, Behaviour... inTurn) {
    behaviours.put(path, new ArrayList<>(List.of(inTurn)));
    return this;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  static Behaviour json(String text) {
    return answer(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  static Behaviour sound(byte[] bytes) {
    return answer(200, "audio/mpeg", bytes);
  }

  static Behaviour status(int code, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, code, "{\"error\":1}".getBytes(StandardCharsets.UTF_8));
    };
  }

  static Behaviour answer(int code, String type, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      send(exchange, code, bytes);
    };
  }

  /** Says it will send more than it does. */
  static Behaviour cutOff(byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length + 1_000L);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Sends for ever. */
  static Behaviour endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[8_192];
      while (true) {
        exchange.getResponseBody().write(block);
      }
    };
  }

  /** Never answers, until the vendor is closed. */
  Behaviour silence() {
    return exchange -> {
      try {
        closing.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  private static void send(HttpExchange exchange, int code, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(new Seen(exchange.getRequestMethod(), path, headers, body));
    next(path).answer(exchange);
  }

  private synchronized Behaviour next(String path) {
    List<Behaviour> left = behaviours.getOrDefault(path, List.of(status(404)));
    return left.size() > 1 ? left.remove(0) : left.get(0);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
