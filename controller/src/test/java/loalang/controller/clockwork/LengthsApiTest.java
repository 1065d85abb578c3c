// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows a recording in a session starts when it ends. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LengthsApiTest {
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  @Test
  void the_schedule_learns_how_long_a_recording_is_and_knows_it_after_a_restart(
      @TempDir Path data) {
    Duration learned;
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      String notice = officer.post("/notices", "text/plain", "Họp thôn.").json().getString("id");
      officer.put("/programmes/sang", "application/yaml", session(notice));
      assertEquals(UNKNOWN, betweenTheTwo(cues(officer)));

      officer.post("/notices/" + notice + "/recording", "text/plain", "");

      officer.await(() -> cues(officer), found -> !betweenTheTwo(found).equals(UNKNOWN));
      learned = betweenTheTwo(cues(officer));
      JsonObject card = officer.get("/notices/" + notice).json();
      long millis = card.getJsonObject("recording").getLong("durationMillis");
      assertTrue(
          learned.toMillis() >= millis && learned.toMillis() < millis + 2_000, card.encode());
    }
    try (TestOffice office = TestOffice.open(data)) {
      assertEquals(learned, betweenTheTwo(cues(office.officer())));
    }
  }

  /** Far from now, so that nothing is near. */
  private static String session(String notice) {
    LocalTime at = LocalTime.now(TestOffice.VIETNAM).plusHours(3).withSecond(0).withNano(0);
    return """
        programmes:
          - id: sang
            title: Sáng
            zones: xa
            slots:
              - id: mot
                at: "%s"
                days: daily
                items: [%s, loi-chao]
        """
        .formatted(at, notice);
  }

  private static JsonObject cues(Officer officer) {
    return officer.get("/cues?hours=10").json();
  }

  private static Duration betweenTheTwo(JsonObject cues) {
    List<Instant> starts =
        cues.getJsonArray("cues").stream()
            .map(cue -> Instant.parse(((JsonObject) cue).getString("startAt")))
            .toList();
    assertEquals(2, starts.size(), cues.encode());
    return Duration.between(starts.get(0), starts.get(1));
  }
}
