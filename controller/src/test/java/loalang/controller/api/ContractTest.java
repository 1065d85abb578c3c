// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.controller.kit.Waves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every operation of the contract is called, and every answer has the contract's form. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private final Set<String> walked = new TreeSet<>();
  private TestOffice office;
  private Officer officer;
  private FakeNode node;
  private JsonObject contract;

  @BeforeAll
  void open(@TempDir Path data) throws IOException, InterruptedException {
    office = TestOffice.open(data);
    officer = office.officer();
    node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
    contract = contract();
  }

  @AfterAll
  void close() {
    node.close();
    office.close();
  }

  @Test
  void every_operation_answers_as_the_contract_says() {
    check("getHealth", 200, officer.get("/health"));
    JsonObject notice =
        check("createNotice", 201, officer.post("/notices", "text/markdown", "Mời họp."));
    String path = "/notices/" + notice.getString("id");
    check("getNotice", 200, officer.get(path));
    check("renderNotice", 201, officer.post(path + "/recording", "text/plain", ""));
    walked.add("listenToNotice");
    assertEquals("audio/ogg", officer.get(path + "/recording").type());
    check("listNotices", 200, officer.get("/notices?limit=5"));
    JsonObject airing = check("airNotice", 201, officer.post("/airings", wish(notice)));
    node.play(node.nextOrder());
    officer.await(airing.getString("id"), "thon-mot-1", "played"); // follows the events
    walked.add("followEvents");
    check("getAiring", 200, officer.get("/airings/" + airing.getString("id")));
    check("listAirings", 200, officer.get("/airings"));
    check(
        "stopAiring",
        202,
        officer.post("/airings/" + airing.getString("id") + "/stop", "text/plain", ""));
    check("listSpeakers", 200, officer.get("/speakers"));
    JsonObject ticket = new JsonObject().put("zones", JsonArray.of("cho"));
    check("issueTicket", 201, officer.post("/claim-tickets", ticket));
    walkSheets();
    walkPlans();
    check("listCues", 200, officer.get("/cues?hours=24"));
    walkScripts(path);
    walkSound(path);
    walkDocuments();
    walkDictionary();
    new PeopleWalk(office, officer, this::check).walk(path);
    check("revokeSpeaker", 200, officer.delete("/speakers/thon-mot-1"));
    problem(404, "SPEAKER_UNKNOWN", officer.delete("/speakers/thon-mot-1"));
    walkAudit();
    assertEquals(operationsOfTheContract(), walked);
  }

  private void walkAudit() {
    check("listAudit", 200, officer.get("/audit?object=lan&before=9999&limit=5"));
    assertTrue(check("verifyAudit", 200, officer.get("/audit/verification")).getBoolean("holds"));
    walked.add("exportAudit");
    String first = officer.get("/audit/export").text().lines().findFirst().orElseThrow();
    assertEquals(1, new JsonObject(first).getInteger("number"));
  }

  private void walkSheets() {
    String named = "/programmes/ban-tin-sang";
    check("putProgrammes", 200, officer.put("/programmes", "application/yaml", SHEET));
    check("putProgramme", 200, officer.put(named, "application/yaml", SHEET));
    check("listProgrammes", 200, officer.get("/programmes"));
    walked.add("getProgramme");
    assertEquals(SHEET, officer.get(named).text());
    walked.add("exportSchedule");
    assertTrue(officer.get("/schedule").type().startsWith("application/yaml"));
    check("removeProgramme", 200, officer.delete(named + "?dryRun=true"));
  }

  private void walkPlans() {
    check("getRundown", 200, officer.get("/rundown?zone=thon-mot"));
    check("whatSounds", 200, officer.get("/sounding?zone=thon-mot&at=2026-11-22T23:00:00Z"));
    check("listHeld", 200, officer.get("/schedule/held"));
    walked.add("getCalendar");
    assertTrue(officer.get("/zones/thon-mot/calendar.ics").text().startsWith("BEGIN:VCALENDAR"));
    walked.add("requestRelease"); // by two people: SecondPersonApiTest
    walked.add("release");
    walked.add("withdrawHeld");
    problem(400, "REQUEST_INVALID", officer.get("/rundown?from=6h"));
    problem(400, "REQUEST_INVALID", officer.get("/rundown?to=2020-01-01T00:00:00Z"));
  }

  private void walkScripts(String notice) {
    JsonObject fix = new JsonObject().put("start", 0).put("end", 3).put("spoken", "kính mời");
    check("getScript", 200, officer.get(notice + "/script?slotSeconds=60"));
    check("readScript", 200, officer.post("/script", new JsonObject().put("text", "Họp 7h30.")));
    check("fixReading", 201, officer.post(notice + "/readings", fix));
    check("unfixReading", 200, officer.delete(notice + "/readings?start=0&end=3"));
  }

  private void walkSound(String notice) {
    byte[] spoken = Waves.tone(1_200);
    String recorded = "/recorded-notices?title=Ti%E1%BA%BFng%20M%C3%B4ng&language=hmn";
    check("createRecordedNotice", 201, officer.postBytes(recorded, spoken));
    String version = notice + "/versions/hmong";
    check("recordVersion", 200, officer.putBytes(version + "/sound?language=hmn", spoken));
    String south = notice + "/versions/vi-south";
    check("putVersion", 200, officer.put(south, new JsonObject().put("dialect", "south")));
    check("renderVersion", 201, officer.post(south + "/recording", "text/plain", ""));
    walked.add("listenToVersion");
    assertEquals("audio/ogg", officer.get(version + "/recording").type());
    check("removeVersion", 200, officer.delete(version));
    check("getProduction", 200, officer.get(notice + "/production"));
    walked.add("cancelProduction"); // of one that runs: ProductionsApiTest
    problem(
        409,
        "PRODUCTION_NOT_RUNNING",
        officer.post(notice + "/production/cancel", "text/plain", ""));
    JsonObject heard = new JsonObject().put("version", "vi-south");
    check("putZoneVersion", 200, officer.put("/zones/thon-mot/version", heard));
    check("listZoneVersions", 200, officer.get("/zone-versions"));
    check("removeZoneVersion", 200, officer.delete("/zones/thon-mot/version"));
    JsonObject settings = new JsonObject().put("opening", "Đây là đài truyền thanh xã.");
    check("putStation", 200, officer.put("/station", settings));
    check("getStation", 200, officer.get("/station"));
    check("listStationHistory", 200, officer.get("/station/history?limit=9"));
  }

  private void walkDocuments() {
    byte[] letter = "THÔNG BÁO\n\nHọp lúc 7h30.".getBytes(StandardCharsets.UTF_8);
    JsonObject taken =
        check(
            "readDocument",
            200,
            officer.postBytes("/documents?name=thu.txt&episodeSeconds=60&slotSeconds=1", letter));
    JsonObject choice =
        new JsonObject()
            .put("title", "Họp thôn")
            .put("text", taken.getString("text"))
            .put("blocks", taken.getJsonArray("blocks"));
    check("makeNotices", 201, officer.post("/documents/notices", choice));
  }

  private void walkDictionary() {
    JsonObject entry = new JsonObject().put("written", "HTX").put("spoken", "hợp tác xã");
    JsonObject trial = new JsonObject().put("sentence", "Họp HTX.").put("entry", entry);
    check("tryDictionaryEntry", 200, officer.post("/dictionary/try", trial));
    check("putDictionaryEntry", 200, officer.put("/dictionary", entry));
    check("listDictionary", 200, officer.get("/dictionary"));
    walked.add("exportDictionary");
    String table = officer.get("/dictionary/table").text();
    check(
        "importDictionary",
        200,
        officer.put("/dictionary/table", "text/tab-separated-values", table));
    check("removeDictionaryEntry", 200, officer.delete("/dictionary?written=HTX"));
    check("listDictionaryHistory", 200, officer.get("/dictionary/history?limit=9"));
  }

  @Test
  void a_wish_for_later_waits_and_the_same_id_is_the_same_airing() {
    String notice = officer.notice("Sáng mai.");
    JsonObject wish =
        wish(new JsonObject().put("id", notice))
            .put("id", "sang-mai")
            .put("startAt", Instant.now().plusSeconds(3600).toString());
    assertEquals("planned", officer.post("/airings", wish).json().getString("state"));
    assertEquals("sang-mai", officer.post("/airings", wish).json().getString("id"));
    officer.post("/airings/sang-mai/stop", "text/plain", "");
    assertEquals("stopped", officer.get("/airings/sang-mai").json().getString("state"));
  }

  @Test
  void bad_input_has_a_code_and_a_next_step() {
    String notice = officer.notice("Thử.");
    JsonObject wish = wish(new JsonObject().put("id", notice));
    String large = "a".repeat(1024 * 1024 + 1);
    problem(422, "NOTICE_EMPTY", officer.post("/notices", "text/plain", "  \n"));
    problem(413, "NOTICE_TOO_LARGE", officer.post("/notices", "text/plain", large));
    problem(413, "BODY_TOO_LARGE", officer.post("/notices", "text/plain", large.repeat(3)));
    problem(400, "REQUEST_INVALID", officer.post("/notices", "application/json", "{\"text\":"));
    problem(400, "REQUEST_INVALID", officer.post("/notices", "application/json", "{}"));
    problem(400, "REQUEST_INVALID", officer.post("/airings", wish.copy().put("zones", "cho")));
    problem(400, "REQUEST_INVALID", officer.post("/airings", wish.copy().put("startAt", "6h")));
    problem(400, "REQUEST_INVALID", officer.get("/cues?hours=9999"));
    problem(
        422, "ZONE_UNKNOWN", officer.post("/airings", wish.copy().put("zones", JsonArray.of("x"))));
    problem(404, "NOTICE_UNKNOWN", officer.get("/notices/khong-co"));
    problem(404, "AIRING_UNKNOWN", officer.get("/airings/khong-co"));
    problem(404, "AIRING_UNKNOWN", officer.post("/airings/khong-co/stop", "text/plain", ""));
    problem(404, "PAGE_UNKNOWN", officer.get("/nowhere"));
    problem(422, "PROGRAMME_YAML", officer.put("/programmes", "application/yaml", "a: [1"));
    problem(
        409,
        "ONE_OFF_PAST",
        officer.post("/airings", wish.copy().put("startAt", "2020-01-01T00:00:00Z")));
  }

  @Test
  void an_unrendered_notice_cannot_be_aired() {
    JsonObject notice = officer.post("/notices", "text/plain", "Chưa đọc.").json();
    problem(409, "RECORDING_MISSING", officer.post("/airings", wish(notice)));
  }

  @Test
  void in_quiet_hours_only_an_emergency_is_planned(@TempDir Path quiet) {
    try (TestOffice sleeping =
        TestOffice.open(TestOffice.config(quiet, TestOffice.quietNow()), TestOffice.tools())) {
      Officer late = sleeping.officer();
      try (FakeNode sleeper = FakeNode.join(late.ticket("thon-mot-1", "thon-mot"))) {
        JsonObject wish = wish(new JsonObject().put("id", late.notice("Cháy!")));
        problem(409, "RUNDOWN_QUIET_HOURS", late.post("/airings", wish));
        assertEquals(201, late.post("/airings", wish.put("priority", "emergency")).status());
        sleeper.nextPlay();
      }
    }
  }

  @Test
  void without_a_login_nothing_is_told_but_health() {
    Officer stranger = new Officer(office.httpPort(), "wrong");
    problem(401, "LOGIN_NEEDED", stranger.get("/speakers"));
    assertEquals(200, stranger.get("/health").status());
  }

  private JsonObject check(String operation, int status, Officer.Answer answer) {
    walked.add(operation);
    assertEquals(status, answer.status(), answer.text());
    JsonObject schema = schemaOf(operation, status);
    JsonObject whole =
        new JsonObject()
            .put("$ref", "#/schema")
            .put("schema", schema)
            .put("components", contract.getJsonObject("components"));
    OutputUnit result =
        Validator.create(
                JsonSchema.of(whole),
                new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("app://test"))
            .validate(answer.json());
    assertTrue(result.getValid(), () -> operation + " " + answer.text() + result.toJson());
    return answer.json();
  }

  private void problem(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
    assertEquals(status, answer.status());
    assertEquals("application/problem+json", answer.type());
    assertFalse(answer.json().getString("nextStep").isBlank());
    assertFalse(answer.json().getString("title").equals(code), "no Vietnamese title of " + code);
  }

  private JsonObject schemaOf(String operation, int status) {
    for (Map.Entry<String, Object> path : contract.getJsonObject("paths")) {
      for (Map.Entry<String, Object> method : (JsonObject) path.getValue()) {
        if (method.getValue() instanceof JsonObject found
            && operation.equals(found.getString("operationId"))) {
          return found
              .getJsonObject("responses")
              .getJsonObject(String.valueOf(status))
              .getJsonObject("content")
              .getJsonObject("application/json")
              .getJsonObject("schema");
        }
      }
    }
    throw new AssertionError("The contract has no " + operation);
  }

  private Set<String> operationsOfTheContract() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, Object> path : contract.getJsonObject("paths")) {
      for (Map.Entry<String, Object> method : (JsonObject) path.getValue()) {
        if (method.getValue() instanceof JsonObject found && found.containsKey("operationId")) {
          operations.add(found.getString("operationId"));
        }
      }
    }
    return operations;
  }

  // As it is served, so that the test also sees that it is served.
  private JsonObject contract() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/openapi.yaml".formatted(office.httpPort()));
    String yaml =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    @SuppressWarnings("unchecked")
    Map<String, Object> root =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new JsonObject(root).copy();
  }

  private static JsonObject wish(JsonObject notice) {
    return new JsonObject()
        .put("notice", notice.getString("id"))
        .put("zones", JsonArray.of("thon-mot"));
  }

  private static final String SHEET =
      """
      programmes:
        - id: ban-tin-sang
          title: Bản tin sáng
          zones: [thon-mot]
          slots:
            - id: mo-dau
              at: "06:00"
              days: daily
              announcement: tiem-chung
      """;
}
