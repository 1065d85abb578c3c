// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser without JavaScript sees it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient(); // follows no redirects
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_stranger_is_sent_to_the_door() {
    HttpResponse<String> answer = get("/", "");
    assertEquals(303, answer.statusCode());
    assertEquals("/login", answer.headers().firstValue("Location").orElseThrow());
    assertEquals(401, get("/parts/today", "").statusCode());
  }

  @Test
  void who_asks_at_the_same_time_as_others_gets_every_file_of_the_pages() throws IOException {
    Map<String, CompletableFuture<Integer>> answers = new TreeMap<>();
    Path web = Path.of("src/main/resources");
    try (Stream<Path> files = Files.walk(web.resolve("web"))) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                String path = "/" + web.relativize(file);
                answers.put(path + " first", asked(path));
                answers.put(path + " second", asked(path));
              });
    }
    assertTrue(answers.size() > 20, answers.toString());
    answers.forEach((file, status) -> assertEquals(200, status.join(), file));
  }

  private CompletableFuture<Integer> asked(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.httpPort() + path)).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  @Test
  void an_officer_sees_speakers_and_airings_in_vietnamese() {
    Officer officer = office.officer();
    try (FakeNode node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"))) {
      String airing = officer.airNow(officer.notice("Tiêm chủng <b>miễn phí</b>."), "thon-mot");
      node.play(node.nextOrder());
      officer.await(airing, "thon-mot-1", "played");

      HttpResponse<String> page = get("/", logIn());

      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("thon-mot-1"));
      assertTrue(page.body().contains("đều trực tuyến"));
      assertTrue(page.body().contains("Đã phát"));
      assertTrue(page.body().contains("1/1"));
      assertTrue(page.body().contains("&lt;b&gt;"), "what people write is never markup");
      assertFalse(page.body().contains("<script>"));
    }
  }

  @Test
  void the_page_allows_no_foreign_and_no_inline_script() {
    String policy = get("/login", "").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("default-src 'none'"));
    assertFalse(policy.contains("unsafe"));
    assertEquals(200, get("/web/live.js", "").statusCode());
    assertEquals(200, get("/web/loa.css", "").statusCode());
  }

  @Test
  void the_session_cookie_is_for_this_office_alone() {
    HttpResponse<String> answer = post("/login", "", form(password()));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.toLowerCase(Locale.ROOT).contains("httponly"), cookie);
    assertTrue(cookie.toLowerCase(Locale.ROOT).contains("samesite=strict"), cookie);
  }

  @Test
  void a_form_from_elsewhere_does_not_log_out() {
    String cookie = logIn();
    assertEquals(403, post("/logout", cookie, "csrf=guess").statusCode());
    assertEquals(200, get("/", cookie).statusCode());
    Matcher token = CSRF.matcher(get("/", cookie).body());
    assertTrue(token.find());
    assertEquals(303, post("/logout", cookie, "csrf=" + token.group(1)).statusCode());
    assertEquals(303, get("/", cookie).statusCode());
  }

  @Test
  void a_session_changes_nothing_by_the_api_without_the_pages_token() {
    String cookie = logIn();
    assertEquals(200, get("/api/v1/speakers", cookie).statusCode());
    assertEquals(403, post("/api/v1/notices", cookie, "x").statusCode());
  }

  @Test
  void a_one_time_password_leads_to_the_choice_of_another() {
    String grants = "{\"name\":\"lan\",\"grants\":[{\"role\":\"viewer\"}]}";
    String oneTime =
        office
            .officer()
            .post("/accounts", "application/json", grants)
            .json()
            .getString("oneTimePassword");
    HttpResponse<String> door = post("/login", "", "account=lan&password=" + oneTime);
    String cookie = door.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    assertEquals("/password", get("/", cookie).headers().firstValue("Location").orElseThrow());
    assertEquals(401, get("/parts/today", cookie).statusCode());
    Matcher token = CSRF.matcher(get("/password", cookie).body());
    assertTrue(token.find());

    String wish = "current=" + oneTime + "&csrf=" + token.group(1) + "&chosen=";
    assertEquals(403, post("/password", cookie, wish.replace("csrf", "x")).statusCode());
    HttpResponse<String> common = post("/password", cookie, wish + "anhyeuem123");
    assertTrue(common.body().contains("Mật khẩu dễ đoán"), common.body());
    assertEquals(303, post("/password", cookie, wish + "bon+con+trau+xanh").statusCode());
    assertEquals(200, get("/", cookie).statusCode());
    assertEquals("/login", get("/password", "").headers().firstValue("Location").orElseThrow());
  }

  @Test
  void guessing_is_slowed_down(@TempDir Path data) {
    try (TestOffice guessed = TestOffice.open(data)) {
      String url = "http://127.0.0.1:" + guessed.httpPort();
      for (int i = 0; i < 5; i++) {
        assertTrue(postTo(url + "/login", "", form("guess")).body().contains("Sai tài khoản"));
      }
      assertTrue(postTo(url + "/login", "", form("guess")).body().contains("quá nhiều lần"));
    }
  }

  @Test
  void the_first_password_is_written_where_only_the_owner_reads() throws IOException {
    Path file = office.data().resolve("first-login.txt");
    assertEquals("canbo\n" + password(), Files.readString(file).strip());
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(office.data().resolve("office-key.jwk")));
  }

  private String logIn() {
    HttpResponse<String> answer = post("/login", "", form(password()));
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private String password() {
    return office.firstPassword().orElseThrow();
  }

  private static String form(String password) {
    return "account=canbo&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path, String cookie) {
    return send(request("http://127.0.0.1:" + office.httpPort() + path, cookie).build());
  }

  private HttpResponse<String> post(String path, String cookie, String form) {
    return postTo("http://127.0.0.1:" + office.httpPort() + path, cookie, form);
  }

  private HttpResponse<String> postTo(String url, String cookie, String form) {
    return send(
        request(url, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static HttpRequest.Builder request(String url, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
