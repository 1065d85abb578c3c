// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import loalang.controller.kit.ChildOffice;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office that is down across the instant of a cue says so in its ledger, once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MissedCueTest {
  private static final Duration DOWN_AFTER = Duration.ofSeconds(8);
  // Places of their own, so that none waits for another.
  private static final Map<String, String> ZONES =
      Map.of("sang", "thon-2", "tre", "xa", "tiep-am", "thon-3");
  private static final String TOO_SLOW = "the machine was too slow to come before the cue";
  private static final String RELAY =
      "late: skip after 1h, items: [{relay: dai-tinh, lasts: 10m, fallback: chua-thu}]";

  private final Path data;

  MissedCueTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void a_stopped_office_airs_late_what_may_be_late_and_writes_down_the_rest_once()
      throws Exception {
    Instant start;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      FakeNode.join(officer.ticket("thon-1", "xa")).close();
      officer.post("/notices", new JsonObject().put("id", "tin").put("text", "Mời họp."));
      assertEquals(201, officer.post("/notices/tin/recording", "text/plain", "").status());
      start = soon();
      put(officer, start, "skip after 0s");
      put(officer, "tre", daily("tre", start, "announcement: tin, late: skip after 1h"));
      put(officer, "tiep-am", daily("tiep-am", start, RELAY));
      assertTrue(Instant.now().isBefore(start), TOO_SLOW);
    }
    layIn(start);
    letPass(start);

    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      assertMissed(officer, "sang--", "CUE_TOO_LATE");
      assertMissed(officer, "mot-lan", "ONE_OFF_PAST");
      assertMissed(officer, "trong-tep", "ONE_OFF_PAST");
      assertMissed(officer, row -> "dai-tinh".equals(row.getString("notice")), "RELAY_ABSENT");
      assertAiredLate(officer, "tre--", start);
      assertMissed(officer, row -> "chua-thu".equals(row.getString("notice")), "RECORDING_MISSING");
    }
    try (TestOffice office = TestOffice.open(data)) {
      assertEquals(6, airings(office.officer()).size());
    }
  }

  @Test
  void a_killed_office_writes_down_what_it_missed() {
    Instant start;
    try (ChildOffice office = ChildOffice.start(data)) {
      start = soon();
      put(office.officer(), start, "skip after 0s");
      office.kill();
    }
    letPass(start);

    try (TestOffice office = TestOffice.open(data)) {
      assertMissed(office.officer(), "sang--", "CUE_TOO_LATE");
    }
  }

  private static void assertAiredLate(Officer officer, String id, Instant start) {
    JsonObject aired =
        await(officer, row -> row.getString("id").startsWith(id) && row.containsKey("orderedAt"));
    assertTrue(Instant.parse(aired.getString("orderedAt")).isAfter(start), aired.encode());
  }

  private static void assertMissed(Officer officer, String id, String code) {
    assertMissed(officer, row -> row.getString("id").startsWith(id), code);
  }

  private static void assertMissed(Officer officer, Predicate<JsonObject> which, String code) {
    JsonObject row = await(officer, which.and(found -> found.containsKey("problem")));
    assertEquals("skipped", row.getString("state"));
    assertEquals(code, row.getJsonObject("problem").getString("code"));
  }

  private static JsonObject await(Officer officer, Predicate<JsonObject> wanted) {
    Supplier<JsonObject> look =
        () -> airings(officer).stream().filter(wanted).findFirst().orElseGet(JsonObject::new);
    return officer.await(look, found -> !found.isEmpty());
  }

  private static List<JsonObject> airings(Officer officer) {
    return officer.get("/airings").json().getJsonArray("airings").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static Instant soon() {
    return Instant.now().plus(DOWN_AFTER).truncatedTo(ChronoUnit.SECONDS);
  }

  /** A daily session and a single airing a second before it. */
  private static void put(Officer officer, Instant start, String late) {
    put(
        officer,
        "sang",
        daily("sang", start, "announcement: tin, late: " + late)
            + "one-offs: "
            + single("mot-lan", start));
    assertTrue(Instant.now().isBefore(start), TOO_SLOW);
  }

  private static void put(Officer officer, String name, String sheet) {
    Officer.Answer answer = officer.put("/programmes/" + name, "application/yaml", sheet);
    assertEquals(200, answer.status(), answer.text());
  }

  /** A file that a technician laid in long before the airing it asks for. */
  private void layIn(Instant start) throws IOException {
    Path file = Files.createDirectories(data.resolve("programmes")).resolve("tep.yaml");
    Files.writeString(file, "one-offs: " + single("trong-tep", start));
    Files.setLastModifiedTime(file, FileTime.from(start.minus(Duration.ofHours(1))));
  }

  private static String daily(String id, Instant start, String slot) {
    return """
        programmes:
          - id: %s
            title: Bản tin
            zones: %s
            slots:
              - {id: tin, at: "%s", days: daily, %s}
        """
        .formatted(id, ZONES.get(id), wall("HH:mm:ss", start), slot);
  }

  private static String single(String id, Instant start) {
    return """
        [{id: %s, announcement: tin, zones: cho, at: "%s", late: skip after 0s}]
        """
        .formatted(id, wall("uuuu-MM-dd HH:mm:ss", start));
  }

  private static String wall(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(pattern).format(instant.atZone(TestOffice.VIETNAM));
  }

  private static void letPass(Instant instant) {
    CountDownLatch never = new CountDownLatch(1);
    long millis = Duration.between(Instant.now(), instant.plusMillis(100)).toMillis();
    try {
      assertTrue(millis <= 0 || !never.await(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
