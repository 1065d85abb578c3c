// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loalang.controller.client.AiringWatch;
import loalang.controller.client.OfficeClient;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office and three poles, each a process: what was planned is heard, whatever is away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlansIT {
  private static final List<String> POLES = List.of("thon-mot", "thon-hai", "thon-ba");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final Path folder;

  PlansIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void what_is_planned_sounds_with_the_office_gone_and_is_proved_when_it_is_back() {
    try (Village village = Village.found(Layout.ofThisProcess(), folder)) {
      putUp(village);
      String notice = notice(village.office());
      Instant start = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
      plan(village.office(), notice, start);
      village.await(() -> ready(village.office()) == POLES.size(), "all poles are ready");

      village.cutOfficePower();
      for (String pole : POLES) {
        village.await(() -> hasFinishedWave(pole), pole + " has played");
      }
      village.startOfficeAgain();

      JsonNode end = new AiringWatch(village.office(), step -> {}).untilFinal("hop", LIMIT);
      assertEquals(POLES.size(), end.path("speakers").size(), end.toString());
      for (JsonNode speaker : end.path("speakers")) {
        assertEquals("played", speaker.path("state").asText(), end.toString());
        Instant began = Instant.parse(speaker.path("startedAt").asText());
        assertEquals(0, Duration.between(start, began).toSeconds(), end.toString());
      }
    }
  }

  @Test
  void keys_change_without_anybody_touching_a_pole_and_silence_holds_until_it_is_lifted() {
    try (Village village = Village.found(Layout.ofThisProcess(), folder)) {
      putUp(village);
      OfficeClient office = village.office();
      String before = office.get("/keys").path("current").asText();
      office.post("/keys/rotation", Map.of());
      village.await(() -> isChanged(office, before), "every pole obeys the new key alone");
      String notice = notice(office);
      assertOutcome(village, notice, "played");

      String until = Instant.now().plus(Duration.ofHours(1)).toString();
      office.post("/silence", Map.of("until", until));
      village.await(() -> obeying(office) == POLES.size(), "every pole is silent");
      assertOutcome(village, notice, "skipped");
      office.delete("/silence");
      assertOutcome(village, notice, "played");
    }
  }

  private static void assertOutcome(Village village, String notice, String outcome) {
    JsonNode airing = village.office().post("/airings", Map.of("notice", notice, "zones", POLES));
    JsonNode end =
        new AiringWatch(village.office(), step -> {}).untilFinal(airing.path("id").asText(), LIMIT);
    for (JsonNode speaker : end.path("speakers")) {
      assertEquals(outcome, speaker.path("state").asText(), end.toString());
    }
    assertNotEquals(0, end.path("speakers").size());
  }

  private static boolean isChanged(OfficeClient office, String before) {
    JsonNode keys = office.get("/keys");
    return !keys.path("current").asText().equals(before)
        && keys.path("trusted").size() == 1
        && !keys.has("former");
  }

  private static int obeying(OfficeClient office) {
    return office.get("/silence").path("silences").path(0).path("obeying").size();
  }

  private static int ready(OfficeClient office) {
    return office.get("/readiness").path("airings").path(0).path("ready").asInt();
  }

  private void putUp(Village village) {
    for (String pole : POLES) {
      village.putUp(pole, List.of("--output", "file:" + sound(pole)), Map.of());
    }
    village.awaitOnline(POLES.toArray(String[]::new));
  }

  private Path sound(String pole) {
    return folder.resolve("sound-" + pole);
  }

  // A WAV file gets its lengths when it is closed.
  private boolean hasFinishedWave(String pole) {
    if (!Files.isDirectory(sound(pole))) {
      return false;
    }
    try (Stream<Path> files = Files.list(sound(pole))) {
      return files.filter(file -> file.toString().endsWith(".wav")).anyMatch(PlansIT::isClosed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClosed(Path wave) {
    try {
      byte[] head = new byte[8];
      try (var in = Files.newInputStream(wave)) {
        in.readNBytes(head, 0, head.length);
      }
      int length =
          (head[4] & 0xff) | (head[5] & 0xff) << 8 | (head[6] & 0xff) << 16 | head[7] << 24;
      return length > 1_000 && Files.size(wave) == length + 8L;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String notice(OfficeClient office) {
    String text = "Mời bà con đến họp.";
    String id = office.postText("/notices", "text/plain", text).path("id").asText();
    office.post("/notices/" + id + "/recording", Map.of());
    return id;
  }

  private static void plan(OfficeClient office, String notice, Instant start) {
    String sheet =
        """
        one-offs:
          - {id: hop, announcement: %s, zones: [%s], at: "%s"}
        """
            .formatted(notice, String.join(", ", POLES), WALL.format(start));
    office.putText("/programmes/hop", "application/yaml", sheet);
  }
}
