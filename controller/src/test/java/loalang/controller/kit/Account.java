// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is logged in on the page. */
public final class Account {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String cookie;
  private final String token;

  /** Logs in. */
  public Account(int port, String name, String password) {
    this.port = port;
    String form = "account=" + name + "&password=" + encoded(password);
    HttpResponse<String> answer =
        send(
            request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher page = CSRF.matcher(send(request("/").header("Cookie", cookie)).body());
    if (!page.find()) {
      throw new AssertionError("The page has no token.");
    }
    token = page.group(1);
  }

  /** Makes a second account with the first one's password, since no page makes one yet. */
  public static void addTo(Path data, String name) {
    String url = "jdbc:sqlite:" + data.resolve("controller.db").toAbsolutePath();
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement()) {
      statement.execute(
          "INSERT INTO account SELECT '%s', password_hash, created_ms FROM account"
              .formatted(name));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What came back. */
  public record Answer(int status, JsonObject json) {}

  /** Posts nothing to a path of the API. */
  public Answer post(String path) {
    HttpResponse<String> answer =
        send(
            request("/api/v1" + path)
                .header("Cookie", cookie)
                .header("X-CSRF-Token", token)
                .POST(BodyPublishers.noBody()));
    return new Answer(answer.statusCode(), new JsonObject(answer.body()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
