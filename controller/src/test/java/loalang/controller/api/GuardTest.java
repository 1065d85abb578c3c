// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask for scripts, letters and the dictionary. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private TestOffice office;
  private String cookie;
  private String token;

  @BeforeAll
  void logIn(@TempDir Path data) {
    office = TestOffice.open(data);
    String form =
        "account=canbo&password="
            + URLEncoder.encode(office.firstPassword().orElseThrow(), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher page = CSRF.matcher(send(request("/").header("Cookie", cookie)).body());
    assertTrue(page.find());
    token = page.group(1);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "PUT, /dictionary",
    "DELETE, /dictionary?written=A",
    "POST, /dictionary/try",
    "PUT, /dictionary/table",
    "POST, /documents?name=a.txt",
    "POST, /documents/notices",
    "POST, /script",
    "PUT, /programmes",
    "PUT, /programmes/sang",
    "DELETE, /programmes/sang",
    "POST, /schedule/held/sang/request",
    "POST, /schedule/held/sang/release",
    "POST, /notices/thu/readings",
    "DELETE, /notices/thu/readings?start=0&end=1"
  })
  void a_foreign_page_changes_and_uploads_nothing(String method, String path) {
    HttpRequest.Builder forged =
        request("/api/v1" + path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/octet-stream")
            .method(method, BodyPublishers.ofString("x"));

    HttpResponse<String> refused = send(forged);

    assertEquals(403, refused.statusCode(), refused.body());
    assertEquals("FORM_NOT_OURS", new JsonObject(refused.body()).getString("code"));
  }

  @ParameterizedTest
  @CsvSource({
    "/dictionary",
    "/dictionary/history",
    "/dictionary/table",
    "/notices/thu/script",
    "/schedule",
    "/schedule/held",
    "/rundown",
    "/sounding?zone=xa",
    "/zones/xa/calendar.ics"
  })
  void who_is_not_logged_in_reads_nothing(String path) {
    assertEquals(401, send(request("/api/v1" + path)).statusCode());
  }

  @Test
  void what_an_officer_changes_bears_his_name() {
    HttpResponse<String> set =
        send(
            request("/api/v1/dictionary")
                .header("Cookie", cookie)
                .header(Guard.CSRF_HEADER, token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"written\":\"KXX\",\"spoken\":\"khu xóm\"}")));

    assertEquals("canbo", new JsonObject(set.body()).getString("by"), set.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.httpPort() + path));
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
}
