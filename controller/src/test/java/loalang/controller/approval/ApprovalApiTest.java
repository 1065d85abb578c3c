// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import loalang.controller.kit.Account;
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

/** What must be approved is heard when somebody else said yes, and not before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalApiTest {
  private TestOffice office;
  private Officer commandLine;
  private Account author;
  private Account approver;
  private FakeNode node;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    commandLine = office.officer();
    author = Account.make(office, "lan", "officer", "approver");
    approver = Account.make(office, "binh", "approver");
    node = FakeNode.join(commandLine.ticket("loa-1", "thon-1"));
  }

  @AfterAll
  void close() {
    node.close();
    office.close();
  }

  @Test
  void an_officers_notice_is_aired_after_another_person_approved_it() {
    String notice = written("Mời họp lúc 8 giờ.");
    assertCode("APPROVAL_NEEDED", author.post("/airings", wish(notice)));
    JsonObject sent = author.post(notice + "/approval").json();
    assertEquals("sent", sent.getString("state"));
    assertEquals(JsonArray.of("lan"), sent.getJsonArray("authors"));
    assertCode("APPROVAL_NEEDED", author.post("/airings", wish(notice)));
    assertCode("APPROVAL_SAME_PERSON", author.post(notice + "/approval/approve", heard(sent)));

    assertEquals(200, approver.post(notice + "/approval/approve", heard(sent)).status());
    assertEquals(201, author.post("/airings", wish(notice)).status());
    assertCode("APPROVAL_NOT_SENT", author.post(notice + "/approval"));
  }

  @Test
  void a_notice_that_was_mended_is_another_version() {
    String notice = written("Họp lúc 7h30.");
    JsonObject sent = author.post(notice + "/approval").json();
    approver.post(notice + "/approval/approve", heard(sent));
    JsonObject fix = new JsonObject().put("start", 0).put("end", 3).put("spoken", "cuộc họp");
    assertEquals(201, author.post(notice + "/readings", fix).status());
    assertEquals(201, author.post(notice + "/recording").status());

    assertCode("APPROVAL_NEEDED", author.post("/airings", wish(notice)));
    JsonObject fresh = author.post(notice + "/approval").json();
    assertCode(
        "APPROVAL_VERSION_CHANGED", approver.post(notice + "/approval/approve", heard(sent)));
    JsonObject back = heard(fresh).put("reason", "Sai giờ.");
    assertEquals(
        "returned", approver.post(notice + "/approval/return", back).json().getString("state"));
    assertEquals("Sai giờ.", author.get(notice + "/approval").json().getString("reason"));
    assertCode("APPROVAL_NEEDED", author.post("/airings", wish(notice)));
  }

  @Test
  void who_mended_a_notice_of_another_does_not_approve_it() {
    Account helper = Account.make(office, "huong", "officer", "approver");
    String notice = written("Họp lúc 9h00.");
    JsonObject fix = new JsonObject().put("start", 0).put("end", 3).put("spoken", "cuộc họp");
    assertEquals(201, helper.post(notice + "/readings", fix).status());
    author.post(notice + "/recording");
    JsonObject sent = author.post(notice + "/approval").json();
    assertCode("APPROVAL_SAME_PERSON", helper.post(notice + "/approval/approve", heard(sent)));
  }

  @Test
  void what_the_command_line_airs_is_written_down_as_approved_by_nobody() {
    String notice = written("Máy chủ phát.");
    JsonObject wish = wish(notice);
    assertEquals(201, commandLine.post("/airings", wish).status());
    JsonObject standing = author.get(notice + "/approval").json();
    assertEquals("waived", standing.getString("state"));
    assertEquals("command-line", standing.getString("decidedBy"));
    String rows = commandLine.get("/audit?object=" + notice.substring("/notices/".length())).text();
    assertTrue(rows.contains("approval-waived"), rows);
  }

  @Test
  void what_is_due_is_looked_at_once_more() {
    String notice = written("Đến giờ mới xét.");
    put(false, true);
    JsonObject soon = wish(notice).put("startAt", Instant.now().plusSeconds(2).toString());
    String airing = author.post("/airings", soon).json().getString("id");
    put(true, true);
    JsonObject end =
        commandLine.await(
            () -> commandLine.get("/airings/" + airing).json(),
            found -> "skipped".equals(found.getString("state")));
    assertEquals("APPROVAL_NEEDED", end.getJsonObject("problem").getString("code"));
  }

  @Test
  void an_emergency_sounds_when_a_second_person_releases_it() {
    String notice = written("Lũ về, lên đồi ngay!");
    JsonObject alone = wish(notice).put("priority", "emergency");
    assertCode("EMERGENCY_NEEDS_SECOND_PERSON", author.post("/airings", alone));
    JsonObject wish =
        new JsonObject().put("notice", id(notice)).put("zones", JsonArray.of("thon-1"));
    JsonObject asked = author.post("/emergencies", wish).json();
    String path = "/emergencies/" + asked.getString("airing");
    assertEquals("lan", asked.getString("requestedBy"));
    assertCode("RELEASE_SAME_PERSON", author.post(path + "/release"));

    JsonObject aired = approver.post(path + "/release").json();
    assertEquals(asked.getString("airing"), aired.getString("id"));
    assertEquals("emergency", aired.getString("priority"));
    node.play(node.nextOrder());
    commandLine.await(aired.getString("id"), "loa-1", "played");
    assertCode("EMERGENCY_UNKNOWN", approver.post(path + "/release"));
    assertEquals(JsonArray.of(), author.get("/emergencies").json().getJsonArray("emergencies"));
  }

  @Test
  void an_emergency_for_another_hamlet_is_neither_asked_for_nor_released() {
    Account head = Account.make(office, "truong-thon-2", "hamlet-head@thon-2");
    Account lead = Account.make(office, "pho-thon-2", "approver@thon-2");
    String notice = written("Cháy!");
    JsonObject wish =
        new JsonObject().put("notice", id(notice)).put("zones", JsonArray.of("thon-1"));
    assertCode("NOT_ALLOWED", head.post("/emergencies", wish));
    String path = "/emergencies/" + author.post("/emergencies", wish).json().getString("airing");
    assertCode("NOT_ALLOWED", lead.post(path + "/release"));
    assertCode("NOT_ALLOWED", head.delete(path));
    assertEquals(200, author.delete(path).status());
    assertCode("EMERGENCY_UNKNOWN", approver.post(path + "/release"));
  }

  private void put(boolean approval, boolean emergency) {
    JsonObject settings =
        new JsonObject().put("approvalNeeded", approval).put("emergencyNeedsTwo", emergency);
    assertEquals(200, commandLine.put("/settings", settings).status());
  }

  /** A notice the author wrote and rendered; its path. */
  private String written(String text) {
    String notice =
        "/notices/"
            + author.post("/notices", new JsonObject().put("text", text)).json().getString("id");
    assertEquals(201, author.post(notice + "/recording").status());
    return notice;
  }

  private static String id(String notice) {
    return notice.substring("/notices/".length());
  }

  private static JsonObject wish(String notice) {
    return new JsonObject()
        .put("notice", id(notice))
        .put("zones", JsonArray.of("thon-1"))
        .put("startAt", Instant.now().plusSeconds(3600).toString());
  }

  private static JsonObject heard(JsonObject standing) {
    return new JsonObject().put("version", standing.getString("version"));
  }

  private static void assertCode(String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
  }
}
