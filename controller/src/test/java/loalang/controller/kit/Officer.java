// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loalang.protocol.enrolment.ClaimTicket;

/** Somebody who uses the API. */
public final class Officer {
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  public Officer(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, String type, Buffer body) {
    public JsonObject json() {
      return new JsonObject(text());
    }

    public String text() {
      return body.toString();
    }
  }

  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  public Answer post(String path, JsonObject json) {
    return post(path, "application/json", json.encode());
  }

  public Answer post(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  public Answer postBytes(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  public Answer putBytes(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Sends so many blanks without saying beforehand how many. */
  public Answer postBlanks(String path, long count) {
    byte[] some = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    Iterable<byte[]> blanks =
        () -> Stream.generate(() -> some).limit(count / some.length).iterator();
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArrays(blanks))
            .build());
  }

  public String token() {
    return token;
  }

  public Answer put(String path, JsonObject json) {
    return put(path, "application/json", json.encode());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** A word as it stands in a query. */
  public static String query(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  public Answer put(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)).build());
  }

  /** Lets notices be aired that nobody approved. */
  public void airWithoutApproval() {
    JsonObject lenient =
        new JsonObject().put("approvalNeeded", false).put("emergencyNeedsTwo", true);
    Answer answer = put("/settings", lenient);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
  }

  /** Writes and renders; the notice's name. */
  public String notice(String text) {
    String id = post("/notices", "text/plain; charset=utf-8", text).json().getString("id");
    Answer rendered = post("/notices/" + id + "/recording", "text/plain", "");
    if (rendered.status() != 201) {
      throw new AssertionError(rendered.text());
    }
    return id;
  }

  /** Airs now; the airing's name. */
  public String airNow(String notice, String... zones) {
    Answer answer =
        post(
            "/airings",
            new JsonObject().put("notice", notice).put("zones", JsonArray.of((Object[]) zones)));
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.json().getString("id");
  }

  public ClaimTicket ticket(String speaker, String... zones) {
    JsonObject asked =
        new JsonObject().put("speaker", speaker).put("zones", JsonArray.of((Object[]) zones));
    return ClaimTicket.parse(post("/claim-tickets", asked).json().getString("ticket"));
  }

  /** How an airing stands on a speaker. */
  public Optional<JsonObject> state(String airing, String speaker) {
    JsonArray speakers = get("/airings/" + airing).json().getJsonArray("speakers");
    for (int i = 0; i < speakers.size(); i++) {
      if (speakers.getJsonObject(i).getString("speaker").equals(speaker)) {
        return Optional.of(speakers.getJsonObject(i));
      }
    }
    return Optional.empty();
  }

  /** Waits until an airing's speaker is in this state; told by the office's events. */
  public JsonObject await(String airing, String speaker, String state) {
    return await(
        () -> state(airing, speaker).orElseGet(JsonObject::new),
        found -> state.equals(found.getString("state")));
  }

  /** Looks again whenever the office tells of a change, until it is as wanted. */
  public JsonObject await(
      java.util.function.Supplier<JsonObject> look, Predicate<JsonObject> wanted) {
    try (Events events = Events.follow(http, request("/events").GET().build())) {
      JsonObject found = look.get();
      while (!wanted.test(found)) {
        events.next(Duration.ofSeconds(15), found);
        found = look.get();
      }
      return found;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          Buffer.buffer(response.body()));
    } catch (IOException e) {
      throw new AssertionError(request + " was not answered.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
