// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The office as its HTTP API shows it. Blocking; any thread. */
public final class OfficeClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI office;
  private final String token;

  /**
   * An office.
   *
   * @param office its address, such as {@code http://127.0.0.1:8090}
   * @param token the bearer token of its command line
   */
  public OfficeClient(URI office, String token) {
    this.office = office;
    this.token = token;
  }

  /** The office's address. */
  public URI address() {
    return office;
  }

  /** Reads a resource. */
  public JsonNode get(String path) {
    return json(send(to(path).GET().build(), BodyHandlers.ofString()).body());
  }

  /** Reads a resource that is no text. */
  public byte[] getBytes(String path) {
    return send(to(path).GET().build(), BodyHandlers.ofByteArray()).body();
  }

  /** Creates something from JSON. */
  public JsonNode post(String path, Object body) {
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
            .build();
    return json(send(request, BodyHandlers.ofString()).body());
  }

  /** Creates something from a text of another kind. */
  public JsonNode postText(String path, String contentType, String body) {
    HttpRequest request =
        to(path)
            .header("Content-Type", contentType + "; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    return json(send(request, BodyHandlers.ofString()).body());
  }

  /** Sends a request as it is and gives the answer as it is, whatever its status. */
  public HttpResponse<String> raw(HttpRequest.Builder request) {
    return exchange(request.build(), BodyHandlers.ofString());
  }

  /** A request to the office with the token. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(office.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    HttpResponse<T> response = exchange(request, handler);
    if (response.statusCode() >= 400) {
      throw new ProblemException(
          new Problem(
              "OFFICE_REFUSED",
              "%s %s was answered %d: %s"
                  .formatted(
                      request.method(),
                      request.uri().getPath(),
                      response.statusCode(),
                      response.body()),
              "Do what the answer says."));
    }
    return response;
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "OFFICE_UNREACHABLE",
              "The controller at " + office + " does not answer.",
              "See whether it runs, and its log."),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the controller.", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body.isBlank() ? "null" : body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The controller answered something that is no JSON.", e);
    }
  }
}
