// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.controller.OfficeAddress;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The office as its HTTP API shows it. */
public final class OfficeClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_WITH_SOUND = Duration.ofMinutes(10);
  private static final String API = "/api/v1";

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

  /**
   * The office that keeps its state in a folder, by the address and token it wrote there.
   *
   * @throws ProblemException OFFICE_NOT_RUNNING if it wrote none
   */
  public static OfficeClient ofDataDirectory(Path directory) {
    try {
      String address =
          OfficeAddress.readIn(directory)
              .orElseThrow(() -> new NoSuchFileException(directory.toString()))
              .url();
      String token = Files.readString(directory.resolve("cli-token")).strip();
      return new OfficeClient(URI.create(address), token);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "OFFICE_NOT_RUNNING",
              "No controller runs with its state in " + directory + ".",
              "Start it with ./loa controller, or name its folder with --data-dir."),
          e);
    }
  }

  /** The office's address. */
  public URI address() {
    return office;
  }

  /** Reads a resource below the API's root. */
  public JsonNode get(String path) {
    return json(accepted(to(path).GET()));
  }

  /** Reads sound. */
  public byte[] getBytes(String path) {
    HttpResponse<byte[]> response = exchange(to(path).GET(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw refused(response.statusCode(), new String(response.body(), UTF_8));
    }
    return response.body();
  }

  /** Reads a text. */
  public String getText(String path) {
    return accepted(to(path).GET());
  }

  /** Puts JSON. */
  public JsonNode put(String path, Map<String, ?> body) {
    return putText(path, "application/json", JSON.valueToTree(body).toString());
  }

  /** Takes something out. */
  public JsonNode delete(String path) {
    return json(accepted(to(path).DELETE()));
  }

  /** A path with a query of these words, whatever letters they are of. */
  public static String query(String path, Map<String, String> words) {
    return words.entrySet().stream()
        .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), UTF_8))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  /** Sends JSON. */
  public JsonNode post(String path, Map<String, ?> body) {
    return json(
        accepted(content(path, "application/json").POST(text(JSON.valueToTree(body).toString()))));
  }

  /** Sends a text of another kind. */
  public JsonNode postText(String path, String contentType, String body) {
    return json(accepted(content(path, contentType).POST(text(body))));
  }

  /** Puts a text of another kind. */
  public JsonNode putText(String path, String contentType, String body) {
    return json(accepted(content(path, contentType).PUT(text(body))));
  }

  /** Sends a file as it is read from the disk. */
  public JsonNode postFile(String path, Path file) {
    return json(accepted(octets(path).POST(bytesOf(file))));
  }

  /** Puts a file as it is read from the disk. */
  public JsonNode putFile(String path, Path file) {
    return json(accepted(octets(path).PUT(bytesOf(file))));
  }

  /** Sends a request as it is and gives the answer as it is, whatever its status. */
  public HttpResponse<String> raw(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofString());
  }

  /** A request to the API with the token. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(office.resolve(API + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder content(String path, String contentType) {
    return to(path).header("Content-Type", contentType);
  }

  private HttpRequest.Builder octets(String path) {
    return content(path, "application/octet-stream").timeout(PATIENCE_WITH_SOUND);
  }

  private static BodyPublisher bytesOf(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new ProblemException(
          new Problem(
              "FILE_UNREADABLE",
              "The file %s cannot be read.".formatted(file),
              "Check its name and its rights."),
          e);
    }
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  private String accepted(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw refused(response.statusCode(), response.body());
    }
    return response.body();
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "OFFICE_UNREACHABLE",
              "The controller at " + office + " does not answer.",
              "See whether it still runs, and what its log says."),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the controller.", e);
    }
  }

  /** The office's own problem where it named one. */
  private ProblemException refused(int status, String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      if (problem != null && problem.hasNonNull("code")) {
        return new ProblemException(
            new Problem(
                problem.path("code").asText(),
                problem.path("detail").asText("The controller gave no detail."),
                problem.path("nextStep").asText("See the controller's log.")));
      }
    } catch (JsonProcessingException notOurs) {
      return unexplained(status);
    }
    return unexplained(status);
  }

  private ProblemException unexplained(int status) {
    return new ProblemException(
        new Problem(
            "OFFICE_REFUSED",
            "The controller at %s answered %d.".formatted(office, status),
            "See the controller's log."));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body.isBlank() ? "null" : body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The controller answered something that is no JSON.", e);
    }
  }
}
