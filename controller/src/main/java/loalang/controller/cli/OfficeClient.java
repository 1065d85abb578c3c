// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import loalang.controller.OfficeAddress;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The API as the command line uses it. Blocking. */
final class OfficeClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(6); // rendering is slow
  private static final int FIRST_ERROR = 400;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String url;
  private final String token;

  private OfficeClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  static OfficeClient of(Path data, Optional<String> url) {
    Path tokenFile = data.resolve("cli-token");
    try {
      String token = Files.readString(tokenFile, StandardCharsets.UTF_8).strip();
      String address =
          url.or(() -> addressIn(data)).orElseThrow(() -> unreachable("at no known address"));
      return new OfficeClient(address, token);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "CLI_TOKEN_MISSING",
              "%s cannot be read.".formatted(tokenFile),
              "Start the controller first (loa controller), as the same user, or name its data"
                  + " directory with --data."),
          e);
    }
  }

  private static Optional<String> addressIn(Path data) {
    try {
      return OfficeAddress.readIn(data).map(OfficeAddress::url);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  JsonObject get(String path) {
    return send(request(path).GET().build());
  }

  JsonObject post(String path, JsonObject body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode()))
            .build());
  }

  JsonObject post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  JsonObject putYaml(String path, String yaml) {
    return send(
        request(path)
            .header("Content-Type", "application/yaml; charset=utf-8")
            .PUT(BodyPublishers.ofString(yaml))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      JsonObject json = new JsonObject(response.body());
      if (response.statusCode() >= FIRST_ERROR) {
        throw new ProblemException(
            new Problem(
                json.getString("code"), json.getString("detail"), json.getString("nextStep")));
      }
      return json;
    } catch (IOException | DecodeException e) {
      throw new ProblemException(unreachable(url + ": " + e).problem(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(unreachable(url + ": interrupted").problem(), e);
    }
  }

  private static ProblemException unreachable(String where) {
    return new ProblemException(
        new Problem(
            "CONTROLLER_UNREACHABLE",
            "No controller answers (%s).".formatted(where),
            "Start it with: loa controller"));
  }
}
