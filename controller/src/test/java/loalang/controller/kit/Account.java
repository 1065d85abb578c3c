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
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import loalang.controller.kit.Officer.Answer;

/** Somebody who is logged in on the page. */
public final class Account {
  /** What accounts of {@link #make} log in with. */
  public static final String PASSWORD = "bốn con trâu xanh";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final String cookie;
  private final String token; // what a page of this session carries

  /** Logs in. */
  public Account(int port, String name, String password) {
    this(port, name, password, "");
  }

  /** Logs in with a second factor. */
  public Account(int port, String name, String password, String code) {
    this(port, cookie(tryLogin(port, name, password, code)));
  }

  /** Goes on with a cookie there was. */
  public Account(int port, String cookie) {
    this.port = port;
    this.cookie = cookie;
    JsonObject me = exchangeMe(port, cookie);
    if (!me.containsKey("csrfToken")) {
      throw new AssertionError("Nobody is logged in: " + me);
    }
    this.token = me.getString("csrfToken");
  }

  private static JsonObject exchangeMe(int port, String cookie) {
    return new JsonObject(
        exchange(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/me"))
                    .header("Cookie", cookie))
            .body());
  }

  /** What the door answers to a login. */
  public static HttpResponse<String> tryLogin(int port, String name, String password, String code) {
    String form =
        "account=%s&password=%s&code=%s".formatted(encoded(name), encoded(password), encoded(code));
    return exchange(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Makes an account with roles such as {@code viewer} or {@code officer@cho,xa}, and logs in. */
  public static Account make(TestOffice office, String name, String... roles) {
    JsonArray grants = new JsonArray();
    for (String role : roles) {
      String[] parts = role.split("@", 2);
      JsonObject grant = new JsonObject().put("role", parts[0]);
      if (parts.length > 1) {
        grant.put("zones", JsonArray.of((Object[]) parts[1].split(",", -1)));
      }
      grants.add(grant);
    }
    JsonObject wish = new JsonObject().put("name", name).put("grants", grants);
    Answer made = office.officer().post("/accounts", wish);
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    Account first = new Account(office.httpPort(), name, made.json().getString("oneTimePassword"));
    Answer changed = first.choose(made.json().getString("oneTimePassword"), PASSWORD);
    if (changed.status() != 200) {
      throw new AssertionError(changed.text());
    }
    return first;
  }

  /** Chooses a password. */
  public Answer choose(String current, String chosen) {
    return put("/me/password", new JsonObject().put("current", current).put("chosen", chosen));
  }

  public String cookie() {
    return cookie;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Posts nothing to a path of the API. */
  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Answer post(String path, JsonObject json) {
    return send("POST", path, BodyPublishers.ofString(json.encode()));
  }

  public Answer put(String path, JsonObject json) {
    return send("PUT", path, BodyPublishers.ofString(json.encode()));
  }

  /** Sends something by any method. */
  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", token)
            .method(method, body);
    HttpResponse<String> answer = exchange(request);
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        Buffer.buffer(answer.body()));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow(() -> new AssertionError("Not logged in: " + answer.body()))
        .split(";", 2)[0];
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }
}
