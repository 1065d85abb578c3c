// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who fills in the forms of the pages, quicker than a browser. Follows no redirect. */
public final class Clerk {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String office;
  private String cookie = "";
  private String token = "";

  /** A stranger. */
  public Clerk(TestOffice office) {
    this.office = "http://127.0.0.1:" + office.httpPort();
  }

  /** What came back. */
  public record Page(int status, String location, String text) {}

  /** Logs in. */
  public Clerk logIn(String account, String password) {
    HttpResponse<String> answer =
        send(
            request("/login")
                .header("Content-Type", FORM)
                .POST(
                    BodyPublishers.ofString(
                        form(Map.of("account", account, "password", password)))));
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher page = CSRF.matcher(get("/").text());
    if (!page.find()) {
      throw new AssertionError("The page has no token.");
    }
    token = page.group(1);
    return this;
  }

  public Page get(String path) {
    return page(send(request(path).GET()));
  }

  /** The headers and bytes of a part of a file, as text of one byte a character. */
  public HttpResponse<String> getRange(String path, String range) {
    return send(request(path).header("Range", range).GET());
  }

  /** Sends a form of this office's own pages. */
  public Page post(String path, Map<String, String> fields) {
    return postWith(token, path, fields);
  }

  /** Sends a form that carries this token. */
  public Page postWith(String csrf, String path, Map<String, String> fields) {
    return page(
        send(
            request(path)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("csrf=" + encoded(csrf) + "&" + form(fields)))));
  }

  /** Uploads a file. */
  public Page upload(String path, String fileName, byte[] bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(text("--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token));
    body.writeBytes(
        text(
            "\r\n--B\r\nContent-Disposition: form-data; name=\"letter\"; filename=\"%s\"\r\n"
                    .formatted(fileName)
                + "Content-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(bytes);
    body.writeBytes(text("\r\n--B--\r\n"));
    return page(
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(office + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
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

  private static Page page(HttpResponse<String> answer) {
    return new Page(
        answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
