// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loalang.controller.kit.Letters;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters uploaded to a real office, honest ones and others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsApiTest {
  private static final String[] LETTER = {
    "ỦY BAN NHÂN DÂN XÃ HÀ ĐÔNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "THÔNG BÁO",
    "Về việc cắt nước",
    "Ngày 05/9 cắt nước từ 7h30 đến 11h00 tại thôn 3.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT."
  };

  private TestOffice office;
  private Officer officer;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    officer = office.officer();
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_letter_is_told_apart_and_what_is_said_points_into_its_text() {
    JsonObject taken = upload("/documents?name=thu.docx", Letters.docx(LETTER)).json();

    assertEquals("NATIONAL_HEADING", kindOf(taken, "CỘNG HÒA"));
    assertEquals("RECIPIENTS", kindOf(taken, "Nơi nhận"));
    assertTrue(said(taken).contains("ngày mùng năm tháng chín cắt nước"), said(taken));
    assertFalse(said(taken).contains("hạnh phúc"), said(taken));
    JsonObject five = word(taken, "mùng");
    String text = taken.getString("text");
    assertEquals("05", text.substring(five.getInteger("start"), five.getInteger("end")));
    assertFalse(taken.containsKey("episodes"));
    assertTrue(taken.getLong("estimateMillis") > 3_000);
  }

  @Test
  void a_line_that_is_put_back_is_said_and_one_that_is_left_out_is_not() {
    JsonObject taken = upload("/documents?name=thu.docx", Letters.docx(LETTER)).json();
    JsonArray blocks = taken.getJsonArray("blocks");
    block(taken, "Nơi nhận").put("spoken", true);
    block(taken, "Về việc").put("spoken", false);
    JsonObject choice = choice(taken, "Cắt nước").put("blocks", blocks);

    JsonArray made = officer.post("/documents/notices", choice).json().getJsonArray("notices");

    assertEquals(1, made.size());
    assertEquals("Cắt nước", made.getJsonObject(0).getString("title"));
    String path = "/notices/" + made.getJsonObject(0).getString("id");
    String script = said(officer.get(path + "/script").json());
    assertTrue(script.contains("nơi nhận"), script);
    assertFalse(script.contains("về việc"), script);
    assertEquals("Cắt nước", officer.get(path).json().getString("title"));
    assertEquals(201, officer.post(path + "/recording", "text/plain", "").status());
  }

  @Test
  void a_long_paper_becomes_a_notice_for_each_episode_that_says_what_was_shown() {
    byte[] paper = paper(40).getBytes(StandardCharsets.UTF_8);
    String query = "&station=" + Officer.query("Đài xã Hà Đông") + "&times=2";
    JsonObject taken = upload("/documents?name=bai.txt&episodeSeconds=60" + query, paper).json();
    JsonArray episodes = taken.getJsonArray("episodes");
    assertTrue(episodes.size() > 2, taken.encode());
    JsonObject plan =
        new JsonObject().put("episodeSeconds", 60).put("station", "Đài xã Hà Đông").put("times", 2);

    JsonArray made =
        officer
            .post("/documents/notices", choice(taken, "Bài").put("plan", plan))
            .json()
            .getJsonArray("notices");

    assertEquals(episodes.size(), made.size());
    for (int i = 0; i < made.size(); i++) {
      String id = made.getJsonObject(i).getString("id");
      assertEquals(
          "Bài (phần %d/%d)".formatted(i + 1, made.size()),
          made.getJsonObject(i).getString("title"));
      String said = said(officer.get("/notices/" + id + "/script").json());
      assertEquals(asShown(taken, episodes.getJsonObject(i)), said);
    }
  }

  @Test
  void a_station_with_its_own_opening_is_named_once_in_an_episode(@TempDir Path data) {
    try (TestOffice own = TestOffice.open(data)) {
      JsonObject opening = new JsonObject().put("opening", "Đây là đài xã Hà Đông.");
      assertEquals(200, own.officer().put("/station", opening).status());

      JsonObject taken =
          own.officer()
              .postBytes(
                  "/documents?name=bai.txt&episodeSeconds=60",
                  paper(10).getBytes(StandardCharsets.UTF_8))
              .json();

      String first = taken.getJsonArray("episodes").getJsonObject(0).encode();
      assertTrue(first.contains("mời bà con nghe"), first);
      assertFalse(first.contains("đây là đài"), first);
    }
  }

  @Test
  void only_the_episodes_that_are_wanted_become_notices() {
    JsonObject taken =
        upload("/documents?name=bai.txt", paper(40).getBytes(StandardCharsets.UTF_8)).json();
    JsonObject wanted =
        choice(taken, "Bài")
            .put("plan", new JsonObject().put("episodeSeconds", 60))
            .put("only", JsonArray.of(2));

    JsonArray made = officer.post("/documents/notices", wanted).json().getJsonArray("notices");

    assertEquals(1, made.size());
    assertTrue(made.getJsonObject(0).getString("title").startsWith("Bài (phần 2/"));
    assertProblem(
        422,
        "EPISODE_UNKNOWN",
        officer.post("/documents/notices", wanted.copy().put("only", JsonArray.of(99))));
  }

  @Test
  void a_line_that_looks_like_front_matter_is_only_a_line() {
    JsonObject taken =
        upload("/documents?name=a.txt", "--- \nHọp thôn 3.".getBytes(StandardCharsets.UTF_8))
            .json();

    Officer.Answer made = officer.post("/documents/notices", choice(taken, "Họp"));

    assertEquals(201, made.status(), made.text());
  }

  @Test
  void lines_that_do_not_fit_the_text_are_refused() {
    JsonObject taken =
        upload("/documents?name=a.txt", "Họp.".getBytes(StandardCharsets.UTF_8)).json();
    for (String block :
        List.of(
            "{\"kind\":\"PARAGRAPH\",\"start\":0,\"end\":400,\"spoken\":true}",
            "{\"kind\":\"PARAGRAPH\",\"start\":3,\"end\":1,\"spoken\":true}",
            "{\"kind\":\"NONSENSE\",\"start\":0,\"end\":1,\"spoken\":true}")) {
      JsonObject wrong = choice(taken, "Họp").put("blocks", JsonArray.of(new JsonObject(block)));
      assertProblem(400, "REQUEST_INVALID", officer.post("/documents/notices", wrong));
    }
    JsonObject mute = choice(taken, "Họp").put("blocks", new JsonArray());
    assertEquals(201, officer.post("/documents/notices", mute).status(), "no block hides anything");
    JsonObject silent = choice(taken, "Họp");
    silent.getJsonArray("blocks").getJsonObject(0).put("spoken", false);
    assertProblem(422, "NOTICE_EMPTY", officer.post("/documents/notices", silent));
  }

  /** Something that is no letter, and what the office says to it. */
  private record Hostile(String what, String name, Supplier<byte[]> bytes, String answer) {
    Hostile(String what, String name, String text, String answer) {
      this(what, name, () -> text.getBytes(StandardCharsets.UTF_8), answer);
    }

    @Override
    public String toString() {
      return what + ": " + answer;
    }
  }

  static Stream<Hostile> hostileUploads() {
    Supplier<byte[]> half = () -> Arrays.copyOf(Letters.docx("Họp."), 60);
    return Stream.of(
        new Hostile("bomb", "a.docx", () -> Letters.bomb(60), "413 DOCUMENT_EXPANDS_TOO_MUCH"),
        new Hostile("scan", "a.pdf", () -> Letters.scanned(3), "422 DOCUMENT_SCANNED"),
        new Hostile("pages", "a.pdf", () -> Letters.scanned(301), "422 DOCUMENT_TOO_MANY_PAGES"),
        new Hostile("half a PDF", "a.pdf", "%PDF-1.7 …", "422 DOCUMENT_DAMAGED"),
        new Hostile("half a zip", "a.docx", half, "422 DOCUMENT_DAMAGED"),
        new Hostile("an old .doc", "a.doc", "Họp thôn.", "422 DOCUMENT_TYPE_UNKNOWN"),
        new Hostile("a picture", "a.jpg", "\u0013".repeat(999), "422 DOCUMENT_TYPE_UNKNOWN"),
        new Hostile("nothing", "a.txt", "", "422 DOCUMENT_EMPTY"),
        new Hostile("blanks", "a.txt", "  \n \t", "422 DOCUMENT_EMPTY"),
        new Hostile(
            "a byte too many", "a.txt", () -> new byte[20_000_001], "413 DOCUMENT_TOO_LARGE"),
        new Hostile("a book", "a.txt", "họp ".repeat(300_000), "413 DOCUMENT_TEXT_TOO_LONG"));
  }

  @ParameterizedTest
  @MethodSource("hostileUploads")
  void what_is_no_letter_is_refused_with_a_code(Hostile upload) {
    Officer.Answer refused =
        officer.postBytes("/documents?name=" + upload.name(), upload.bytes().get());

    assertEquals(
        upload.answer(), refused.status() + " " + refused.json().getString("code"), refused.text());
    assertFalse(refused.text().contains("Exception"), refused.text());
    assertFalse(refused.text().contains("at loalang"), refused.text());
    assertEquals(200, officer.get("/health").status());
  }

  @Test
  void a_name_that_lies_does_not_hide_what_the_bytes_are() {
    JsonObject taken = upload("/documents?name=thu.pdf", Letters.docx("Họp lúc 7h30.")).json();

    assertEquals("họp lúc bảy giờ ba mươi.", said(taken));
  }

  @Test
  void a_letter_cannot_fetch_a_file_of_the_office() {
    Path secret = office.data().resolve("cli-token").toAbsolutePath();

    Officer.Answer answer =
        officer.postBytes("/documents?name=a.docx", Letters.docxWithEntity(secret.toString()));

    assertTrue(answer.status() == 200 || answer.json().containsKey("code"), answer.text());
    assertFalse(answer.text().contains(officer.token()), "the secret was told");
  }

  @Test
  void a_hundred_megabytes_are_refused_and_the_office_goes_on() {
    Officer.Answer refused = officer.postBlanks("/documents?name=a.txt", 100_000_000);

    assertProblem(413, "DOCUMENT_TOO_LARGE", refused);
    assertEquals(
        200, upload("/documents?name=a.txt", "Họp.".getBytes(StandardCharsets.UTF_8)).status());
  }

  @Test
  void a_question_that_is_not_as_the_contract_says_is_refused() {
    byte[] words = "Họp.".getBytes(StandardCharsets.UTF_8);
    assertProblem(400, "REQUEST_INVALID", officer.postBytes("/documents", words));
    assertProblem(
        400, "REQUEST_INVALID", officer.postBytes("/documents?name=a.txt&episodeSeconds=5", words));
    assertProblem(
        400, "REQUEST_INVALID", officer.postBytes("/documents?name=" + "x".repeat(201), words));
    assertProblem(
        401,
        "LOGIN_NEEDED",
        new Officer(office.httpPort(), "wrong").postBytes("/documents?name=a.txt", words));
  }

  private Officer.Answer upload(String path, byte[] bytes) {
    Officer.Answer answer = officer.postBytes(path, bytes);
    assertEquals(200, answer.status(), answer.text());
    return answer;
  }

  private static JsonObject choice(JsonObject taken, String title) {
    return new JsonObject()
        .put("title", title)
        .put("text", taken.getString("text"))
        .put("blocks", taken.getJsonArray("blocks"));
  }

  private static JsonObject block(JsonObject taken, String beginning) {
    String text = taken.getString("text");
    return taken.getJsonArray("blocks").stream()
        .map(JsonObject.class::cast)
        .filter(block -> text.startsWith(beginning, block.getInteger("start")))
        .findFirst()
        .orElseThrow();
  }

  private static String kindOf(JsonObject taken, String beginning) {
    return block(taken, beginning).getString("kind");
  }

  private static JsonObject word(JsonObject reading, String text) {
    return reading.getJsonArray("script").stream()
        .map(JsonObject.class::cast)
        .flatMap(sentence -> sentence.getJsonArray("words").stream())
        .map(JsonObject.class::cast)
        .filter(word -> word.getString("text").equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static String said(JsonObject reading) {
    return sentences(reading).collect(Collectors.joining(" "));
  }

  private static Stream<String> sentences(JsonObject reading) {
    return reading.getJsonArray("script").stream()
        .map(sentence -> ((JsonObject) sentence).getString("spoken"));
  }

  /** What an episode was shown to say: opening, body, again, body, closing. */
  private static String asShown(JsonObject taken, JsonObject episode) {
    int first = episode.getInteger("firstSentence");
    String body =
        sentences(taken)
            .skip(first)
            .limit(episode.getInteger("sentences"))
            .collect(Collectors.joining(" "));
    return String.join(
        " ",
        lines(episode, "opening"),
        body,
        lines(episode, "again"),
        body,
        lines(episode, "closing"));
  }

  private static String lines(JsonObject episode, String name) {
    return episode.getJsonArray(name).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static String paper(int paragraphs) {
    return IntStream.rangeClosed(1, paragraphs)
        .mapToObj(
            i ->
                "Hộ thứ %d nộp %d đồng trước ngày 05/9. Ai chưa nộp thì ra UBND xã lúc 7h30."
                    .formatted(i, i * 1000))
        .collect(Collectors.joining("\n\n"));
  }

  private static void assertProblem(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
    assertEquals(status, answer.status());
    assertEquals("application/problem+json", answer.type());
  }
}
