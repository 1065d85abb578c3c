// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  private final Path data;

  MissedCueTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void a_stopped_office_writes_down_what_it_missed_once() {
    Instant start = soon();
    try (TestOffice office = TestOffice.open(data)) {
      put(office.officer(), start, "skip after 0s");
    }
    letPass(start);

    try (TestOffice office = TestOffice.open(data)) {
      assertMissed(office.officer(), "sang--", "CUE_TOO_LATE");
      assertMissed(office.officer(), "mot-lan", "ONE_OFF_PAST");
    }
    try (TestOffice office = TestOffice.open(data)) {
      assertEquals(2, airings(office.officer()).size());
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

  @Test
  void a_cue_that_may_be_late_is_aired_late() {
    Instant start;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      FakeNode.join(officer.ticket("thon-1", "xa")).close();
      officer.post("/notices", new JsonObject().put("id", "tin").put("text", "Mời họp."));
      assertEquals(201, officer.post("/notices/tin/recording", "text/plain", "").status());
      start = soon();
      put(officer, start, "skip after 1h");
    }
    letPass(start);

    try (TestOffice office = TestOffice.open(data)) {
      JsonObject aired = await(office.officer(), "sang--", row -> row.containsKey("orderedAt"));
      assertTrue(Instant.parse(aired.getString("orderedAt")).isAfter(start), aired.encode());
    }
  }

  @Test
  void a_relay_airs_its_fallback_and_the_ledger_says_why() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      FakeNode.join(officer.ticket("thon-1", "xa")).close();
      Instant start = soon();
      String sheet =
          """
          programmes:
            - id: tiep-am
              title: Tiếp âm
              zones: xa
              slots:
                - {id: tin, at: "%s", days: daily,
                   items: [{relay: dai-tinh, lasts: 10m, fallback: tin}]}
          """
              .formatted(
                  DateTimeFormatter.ofPattern("HH:mm:ss").format(start.atZone(TestOffice.VIETNAM)));
      Officer.Answer taken = officer.put("/programmes/tiep-am", "application/yaml", sheet);
      assertEquals(200, taken.status(), taken.text());

      JsonObject relay =
          officer.await(() -> airing(officer, "dai-tinh"), row -> row.containsKey("problem"));
      assertEquals("RELAY_ABSENT", relay.getJsonObject("problem").getString("code"));
      JsonObject fallback =
          officer.await(() -> airing(officer, "tin"), row -> row.containsKey("problem"));
      assertEquals("RECORDING_MISSING", fallback.getJsonObject("problem").getString("code"));
    }
  }

  private static JsonObject airing(Officer officer, String notice) {
    return airings(officer).stream()
        .filter(row -> notice.equals(row.getString("notice")))
        .findFirst()
        .orElseGet(JsonObject::new);
  }

  private static void assertMissed(Officer officer, String id, String code) {
    JsonObject row = await(officer, id, found -> found.containsKey("problem"));
    assertEquals("skipped", row.getString("state"));
    assertEquals(code, row.getJsonObject("problem").getString("code"));
  }

  private static JsonObject await(Officer officer, String id, Predicate<JsonObject> wanted) {
    Supplier<JsonObject> look =
        () ->
            airings(officer).stream()
                .filter(row -> row.getString("id").startsWith(id))
                .findFirst()
                .orElseGet(JsonObject::new);
    return officer.await(look, wanted);
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
    ZonedDateTime session = start.atZone(TestOffice.VIETNAM);
    String sheet =
        """
        programmes:
          - id: sang
            title: Bản tin
            zones: xa
            slots:
              - {id: tin, at: "%s", days: daily, announcement: tin, late: %s}
        one-offs:
          - {id: mot-lan, announcement: tin, zones: cho, at: "%s", late: skip after 0s}
        """
            .formatted(
                DateTimeFormatter.ofPattern("HH:mm:ss").format(session),
                late,
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(session));
    Officer.Answer answer = officer.put("/programmes/sang", "application/yaml", sheet);
    assertEquals(200, answer.status(), answer.text());
    assertTrue(Instant.now().isBefore(start), "the machine was too slow to come before the cue");
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
