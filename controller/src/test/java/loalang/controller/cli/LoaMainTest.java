// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line against a running office. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoaMainTest {
  private TestOffice office;
  private String data;

  @BeforeAll
  void open(@TempDir Path directory) {
    office = TestOffice.open(directory);
    data = directory.toString();
  }

  @AfterAll
  void close() {
    office.close();
  }

  private record Ran(int code, String out, String err) {}

  @Test
  void say_waits_for_every_speaker_and_tells_it_in_one_line_of_json() {
    String ticket = run("ticket", "--data-dir", data, "--zone", "cho", "--name", "cho-1").out();
    try (FakeNode node = FakeNode.join(ClaimTicket.parse(ticket))) {
      CompletableFuture<Void> played =
          CompletableFuture.runAsync(() -> node.play(node.nextOrder()));
      Ran said = run("say", "Chợ họp sớm.", "--zone", "cho", "--json", "--data-dir", data);
      played.join();
      JsonObject json = new JsonObject(said.out().strip());
      assertEquals(0, said.code(), said.err());
      assertEquals(1, json.getInteger("rendered"));
      assertEquals(1, json.getJsonArray("speakers").size());
      assertTrue(json.getDouble("secondsFromOrderToLastStart") < 10);
    }
  }

  @Test
  void say_fails_when_a_speaker_did_not_render() {
    String ticket = run("ticket", "--data-dir", data, "--zone", "dinh", "--name", "dinh-1").out();
    try (FakeNode node = FakeNode.join(ClaimTicket.parse(ticket))) {
      CompletableFuture<Void> broken = CompletableFuture.runAsync(() -> fail(node));
      Ran said = run("say", "Đình.", "-z", "dinh", "--data-dir", data);
      broken.join();
      assertEquals(1, said.code());
      assertTrue(said.out().contains("FAILED_AUDIO_DEVICE"), said.out());
    }
  }

  @Test
  void a_problem_goes_to_standard_error_with_its_next_step() {
    Ran said = run("say", "Không ai nghe.", "--zone", "khong-co", "--data-dir", data);
    assertEquals(1, said.code());
    assertTrue(said.err().startsWith("ZONE_UNKNOWN: "), said.err());
  }

  @Test
  void used_wrongly_is_two() {
    assertEquals(2, run("say", "Thiếu địa bàn.").code());
    assertEquals(2, run("nonsense").code());
    assertEquals(2, run("controller", "--http-port", "99999").code());
    assertEquals(2, run("controller", "--quiet-hours", "night").code());
    assertEquals(2, run("controller", "--commune", "Xã Hà Đông").code());
    assertEquals(0, run("controller", "--help").code());
  }

  @Test
  void without_a_controller_the_next_step_is_to_start_it(@TempDir Path empty) throws IOException {
    Ran none = run("ticket", "--zone", "cho", "--data-dir", empty.toString());
    assertEquals(1, none.code());
    assertTrue(none.err().startsWith("OFFICE_NOT_RUNNING: "), none.err());
    Files.writeString(empty.resolve("cli-token"), "x");
    Files.writeString(empty.resolve("controller.url"), "http://127.0.0.1:1");
    Ran gone = run("ticket", "--zone", "cho", "--data-dir", empty.toString());
    assertTrue(gone.err().startsWith("OFFICE_UNREACHABLE: "), gone.err());
  }

  @Test
  void the_doctor_finds_the_controller_and_this_java() {
    Ran seen = run("doctor", "--data-dir", data);
    assertTrue(seen.out().contains("✓ Java"), seen.out());
    assertTrue(seen.out().contains("✓ Máy chủ"), seen.out());
    assertTrue(seen.out().contains("– OFFICE_COPY_DUE"), seen.out());
  }

  @Test
  void apply_takes_a_sheet_in_and_names_its_mistake(@TempDir Path directory) throws IOException {
    Path sheet = directory.resolve("sang.yaml");
    Files.writeString(sheet, "programmes:\n  - id: sang\n    titel: Sáng\n");
    Ran wrong = run("apply", "-f", sheet.toString(), "--data-dir", data);
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("Line 3"), wrong.err());
  }

  @Test
  void keys_are_shown_and_changed_silence_is_ordered_and_lifted(@TempDir Path directory)
      throws IOException {
    assertTrue(run("readiness", "--data-dir", data).out().contains("nothing is planned"));
    assertTrue(run("keys", "show", "--data-dir", data).out().contains("commune"));
    assertEquals(1, run("keys", "revoke", "--data-dir", data).code());
    Path file = directory.resolve("tinh.txt");
    Files.writeString(file, SigningKey.generate().verifyKey().x());
    Ran granted = run("keys", "import", file.toString(), "--level", "province", "--data-dir", data);
    assertTrue(granted.out().contains("province"), granted.err());
    String ticket = run("ticket", "--data-dir", data, "--zone", "dong", "--name", "dong-1").out();
    try (FakeNode node = FakeNode.join(ClaimTicket.parse(ticket))) {
      Ran silent = run("silence", "--zone", "dong", "--until", "23:59", "--data-dir", data);
      assertTrue(silent.out().contains("0/1"), silent.err());
      assertTrue(node.nextOrder().order() instanceof Order.Silence);
      assertTrue(run("silence", "--list", "--data-dir", data).out().contains("command-line"));
      assertEquals(0, run("silence", "--lift", "--zone", "dong", "--data-dir", data).code());
      assertEquals(2, run("silence", "--until", "tối", "--data-dir", data).code());
    }
    assertTrue(run("keys", "rotate", "--data-dir", data).out().contains("edition: 2"));
  }

  @Test
  void a_sheet_is_tried_applied_exported_and_deleted(@TempDir Path directory) throws IOException {
    Path sheet = directory.resolve("Nhắc thuế.yaml");
    Files.writeString(
        sheet,
        """
        campaigns:
          - {id: thue, title: Nhắc, days: daily, zones: xa, announcements: nhac,
             at: ["10:00", "16:00"]}
        """);
    String file = sheet.toString();
    Ran tried = run("apply", "-f", file, "--dry-run", "--data-dir", data);
    assertTrue(tried.out().contains("+ ") && tried.out().contains("not loaded"), tried.out());
    assertTrue(run("apply", "-f", file, "--data-dir", data).out().contains("nhac-thue"));
    assertTrue(run("apply", "-f", file, "--data-dir", data).out().contains("nothing changes"));
    assertTrue(run("schedule", "list", "--data-dir", data).out().startsWith("nhac-thue "));
    run("schedule", "export", "-o", directory.toString(), "--data-dir", data);
    assertEquals(Files.readString(sheet), Files.readString(directory.resolve("nhac-thue.yaml")));
    assertTrue(run("schedule", "export", "--data-dir", data).out().contains("id: thue"));
    Ran shown = run("schedule", "show", "--zone", "xa", "--hours", "48", "--data-dir", data);
    assertTrue(shown.out().contains("Nhắc · nhac  [xa]"), shown.out());
    assertEquals(0, run("schedule", "held", "--data-dir", data).code());
    Ran silent = run("schedule", "at", "2026-01-01 05:41", "--zone", "xa", "--data-dir", data);
    assertTrue(silent.out().contains("nothing sounds"), silent.out());
    assertEquals(2, run("schedule", "at", "khi nào", "-z", "xa", "--data-dir", data).code());
    assertTrue(run("schedule", "delete", "nhac-thue", "--data-dir", data).out().contains("- "));
    assertEquals(1, run("schedule", "export", "nhac-thue", "--data-dir", data).code());
  }

  @Test
  void read_shows_what_would_be_spoken_and_its_changes(@TempDir Path directory) throws IOException {
    Path notice = directory.resolve("hop.txt");
    Files.writeString(notice, "Họp lúc 7h30 tại UBND xã.");
    assertEquals(
        "họp lúc bảy giờ ba mươi tại ủy ban nhân dân xã.",
        run("read", notice.toString()).out().strip());
    assertTrue(run("read", "--diff", notice.toString()).out().contains("[7h30 → bảy giờ ba mươi]"));
    assertTrue(run("read", "--json", notice.toString()).out().contains("\"source\":{\"start\":"));
  }

  @Test
  void import_tells_the_furniture_of_a_letter_from_what_is_read(@TempDir Path directory)
      throws IOException {
    Path letter = directory.resolve("thu.txt");
    Files.writeString(
        letter,
        """
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        THÔNG BÁO
        Về việc cắt nước

        Ngày 05/9 cắt nước từ 7h30 đến 11h00 tại thôn 3.

        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        """);
    Ran told = run("import", letter.toString());
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("· NATIONAL_HEADING"), told.out());
    assertTrue(told.out().contains("· RECIPIENTS"), told.out());
    assertTrue(told.out().contains("ngày mùng năm tháng chín cắt nước"), told.out());
    assertTrue(told.out().contains("episode 1/1"), told.out());
    assertTrue(run("import", "--json", letter.toString()).out().contains("\"episodes\":["));
  }

  @Test
  void a_letter_that_is_no_letter_is_refused_with_its_code(@TempDir Path directory)
      throws IOException {
    Path picture = directory.resolve("scan.jpg");
    Files.write(picture, new byte[] {1, 2, 3});
    Ran refused = run("import", picture.toString());
    assertEquals(1, refused.code());
    assertTrue(refused.err().startsWith("DOCUMENT_TYPE_UNKNOWN: "), refused.err());
  }

  private static void fail(FakeNode node) {
    IssuedOrder order = node.nextOrder();
    Order.Play play = (Order.Play) order.order();
    node.report(new Report.Accepted(play.airing(), order.warrant().sequence()));
    node.report(FakeNode.ended(play.airing(), Outcome.FAILED_AUDIO_DEVICE, 0));
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        LoaMain.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
