// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.RecordingRef;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office with real parts and a pole that does what it is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlansApiTest {
  private static final Duration SOON = Duration.ofMillis(900);

  private final Path data;

  PlansApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void what_a_sheet_says_stands_in_a_signed_plan_and_a_new_sheet_makes_the_next_edition() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      RecordingRef sound = notice(officer, "tin");
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        Instant start = in(Duration.ofMinutes(40));
        sheet(officer, "hop", "tin", start);

        IssuedPlan first = pole.planOf(1);
        Order.Play play = first.plan().plays().get(0).play();
        assertEquals(new AiringId("hop"), play.airing());
        assertEquals(sound.digest(), play.recording().digest());
        assertEquals(start, play.startAt());
        assertTrue(first.warrant().expires().isAfter(play.latestStart()));

        sheet(officer, "hop", "tin", start.plusSeconds(60));
        IssuedPlan second = pole.planOf(1);
        assertEquals(first.plan().edition() + 1, second.plan().edition());
        assertEquals(start.plusSeconds(60), second.plan().plays().get(0).play().startAt());
        assertEquals(new AiringId("hop"), second.plan().plays().get(0).play().airing());
      }
    }
  }

  @Test
  void when_the_last_pole_goes_its_plan_is_emptied_for_whoever_joins_in_its_place() {
    long edition;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        sheet(officer, "hop", "tin", in(Duration.ofMinutes(40)));
        edition = pole.planOf(1).plan().edition();
      }
      assertEquals(200, officer.delete("/speakers/thon-1").status());
    }
    try (TestOffice office = TestOffice.open(data); // which has looked at its plans when it is open
        FakeNode other = FakeNode.join(office.officer().ticket("thon-9", "cho")).hearPlans()) {
      IssuedPlan emptied = other.planOf(0);
      assertEquals(edition + 1, emptied.plan().edition());
      assertEquals(Set.of(new PagingZone("xa")), emptied.warrant().zones());
    }
  }

  @Test
  void nothing_is_published_anew_if_nothing_changed_and_editions_outlive_the_office() {
    Instant start = in(Duration.ofMinutes(40));
    long edition;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        sheet(officer, "hop", "tin", start);
        edition = pole.planOf(1).plan().edition();
        sheet(officer, "hop", "tin", start);
        sheet(officer, "mai", "tin", start.plus(Duration.ofDays(1)));
        IssuedPlan next = pole.planOf(1);
        assertEquals("mai", next.plan().plays().get(0).play().airing().value());
        officer.delete("/programmes/hop");
        assertEquals(edition + 1, pole.planOf(0).plan().edition());
      }
    }
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-2", "xa")).hearPlans()) {
        sheet(officer, "khac", "tin", start);
        IssuedPlan plan = pole.plan(holds("khac"));
        assertEquals(edition + 2, plan.plan().edition());
      }
    }
  }

  @Test
  void what_comes_back_after_it_was_withdrawn_has_another_name_because_poles_never_forget() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        Instant start = in(Duration.ofMinutes(40));
        sheet(officer, "hop", "tin", start);
        pole.hold(pole.planOf(1));
        pole.awaitAcknowledged(1);

        officer.delete("/programmes/hop");
        pole.planOf(0);
        pole.report(FakeNode.ended(new AiringId("hop"), Outcome.SKIPPED_WITHDRAWN, 0));
        JsonObject told = officer.await("hop", "thon-1", "skipped");
        assertEquals("SKIPPED_WITHDRAWN", told.getString("reason"));
        JsonObject airing = officer.get("/airings/hop").json();
        assertEquals("AIRING_WITHDRAWN", airing.getJsonObject("problem").getString("code"));

        sheet(officer, "hop", "tin", start);
        Order.Play again = pole.planOf(1).plan().plays().get(0).play();
        assertNotEquals("hop", again.airing().value());
      }
    }
  }

  @Test
  void who_holds_the_plan_is_not_ordered_and_who_does_not_is() throws InterruptedException {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode holds = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans();
          FakeNode old = FakeNode.join(officer.ticket("thon-2", "xa"))) {
        Instant start = in(Duration.ofSeconds(4));
        sheet(officer, "hop", "tin", start);
        holds.hold(holds.planOf(1));

        IssuedOrder order = old.nextOrder();
        Order.Play play = (Order.Play) order.order();
        assertEquals(new AiringId("hop"), play.airing());
        assertNull(holds.orderWithin(SOON));
        old.play(order);
        holds.report(new Report.Started(play.airing(), Instant.now()));
        holds.report(FakeNode.ended(play.airing(), Outcome.PLAYED, 72_000));
        officer.await("hop", "thon-1", "played");
        officer.await("hop", "thon-2", "played");
        assertEquals("done", officer.get("/airings/hop").json().getString("state"));
      }
    }
  }

  @Test
  void readiness_counts_who_holds_the_plan_and_its_sound_and_says_why_others_do_not() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode one = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans();
          FakeNode two = FakeNode.join(officer.ticket("thon-2", "xa")).hearPlans()) {
        FakeNode.join(officer.ticket("thon-3", "xa")).close();
        sheet(officer, "hop", "tin", in(Duration.ofMinutes(10)));
        one.hold(one.planOf(1));
        two.hold(two.planOf(1), new AiringId("hop"));

        JsonObject coming =
            officer.await(
                () -> readiness(officer), row -> row.encode().contains("recording-lacking"));
        assertEquals(1, coming.getInteger("ready"));
        assertEquals(3, coming.getInteger("expected"));
        assertEquals("warning", coming.getString("level"));
        assertEquals(List.of("thon-2 recording-lacking", "thon-3 offline"), notReady(coming));
      }
    }
  }

  @Test
  void a_notice_nobody_rendered_is_rendered_in_time() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      officer.airWithoutApproval();
      officer.post("/notices", new JsonObject().put("id", "tin").put("text", "Mời họp."));
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        sheet(officer, "hop", "tin", in(Duration.ofMinutes(40)));
        assertEquals("hop", pole.planOf(1).plan().plays().get(0).play().airing().value());
      }
    }
  }

  @Test
  void an_office_that_was_away_expects_what_its_plan_said() {
    Instant start;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      notice(officer, "tin");
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        start = in(Duration.ofSeconds(4));
        sheet(officer, "hop", "tin", start);
        pole.hold(pole.planOf(1));
        pole.awaitAcknowledged(1);
      }
    }
    waitUntil(start.plusMillis(200));
    try (TestOffice office = TestOffice.open(data)) {
      JsonObject airing = office.officer().get("/airings/hop").json();
      assertEquals("thon-1", airing.getJsonArray("speakers").getJsonObject(0).getString("speaker"));
      assertEquals("on-air", airing.getString("state"));
    }
  }

  private static List<String> notReady(JsonObject coming) {
    return coming.getJsonArray("notReady").stream()
        .map(JsonObject.class::cast)
        .map(one -> one.getString("speaker") + " " + one.getString("why"))
        .toList();
  }

  private static JsonObject readiness(Officer officer) {
    var airings = officer.get("/readiness").json().getJsonArray("airings");
    return airings.isEmpty() ? new JsonObject() : airings.getJsonObject(0);
  }

  private static Predicate<IssuedPlan> holds(String airing) {
    return plan ->
        plan.plan().plays().stream().anyMatch(play -> play.play().airing().value().equals(airing));
  }

  private static RecordingRef notice(Officer officer, String id) {
    officer.post("/notices", new JsonObject().put("id", id).put("text", "Mời họp."));
    JsonObject made = officer.post("/notices/" + id + "/recording", "text/plain", "").json();
    JsonObject recording = made.getJsonObject("recording");
    return new RecordingRef(
        new Digest(recording.getString("digest")),
        recording.getLong("sizeBytes"),
        Duration.ofMillis(recording.getLong("durationMillis")));
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static void waitUntil(Instant instant) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      long millis = Math.max(1, Duration.between(Instant.now(), instant).toMillis());
      assertTrue(!never.await(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void sheet(Officer officer, String id, String notice, Instant start) {
    String at =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(start.atZone(TestOffice.VIETNAM));
    String sheet =
        """
        one-offs:
          - {id: %s, announcement: %s, zones: xa, at: "%s"}
        """
            .formatted(id, notice, at);
    Officer.Answer answer = officer.put("/programmes/" + id, "application/yaml", sheet);
    assertEquals(200, answer.status(), answer.text());
  }
}
