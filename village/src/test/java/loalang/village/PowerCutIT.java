// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import loalang.controller.client.AiringWatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed when, the ledger says what really happened. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PowerCutIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String LONG_NOTICE =
      "Mời bà con thôn Ba đến họp tại nhà văn hóa lúc bảy giờ tối thứ bảy. ".repeat(2);

  @Test
  void a_pole_that_loses_power_mid_play_is_reported_partial_and_never_plays_it_again(
      @TempDir Path folder) {
    List<String> output = List.of("--output", "file:" + folder.resolve("sound"));
    try (Village village = Village.found(Layout.ofThisProcess(), folder)) {
      village.putUp("thon-mot", output, Map.of());
      village.awaitOnline("thon-mot");
      String airing = air(village, "thon-mot");
      village.await(() -> "started".equals(state(village, airing)), "the notice is on air");

      // When
      village.agent("thon-mot").kill();
      village.startAgent("thon-mot", output, Map.of());

      // Then
      JsonNode end = untilFinal(village, airing).path("speakers").path(0);
      assertEquals("partial", end.path("state").asText(), end.toString());
      assertTrue(
          end.path("framesRendered").asLong() < end.path("framesDue").asLong(), end.toString());
    }
  }

  @Test
  void an_office_that_loses_power_after_the_order_still_learns_that_it_was_played(
      @TempDir Path folder) {
    try (Village village = Village.found(Layout.ofThisProcess(), folder)) {
      village.putUp("thon-mot", List.of("--output", "file:" + folder.resolve("sound")), Map.of());
      village.awaitOnline("thon-mot");
      String airing = air(village, "thon-mot");
      village.await(() -> "started".equals(state(village, airing)), "the notice is on air");

      // When
      village.restartOfficeAfterPowerCut();

      // Then
      JsonNode end = untilFinal(village, airing).path("speakers").path(0);
      assertEquals("played", end.path("state").asText(), end.toString());
    }
  }

  private static String air(Village village, String zone) {
    JsonNode notice = village.office().postText("/notices", "text/plain", LONG_NOTICE);
    String id = notice.path("id").asText();
    village.office().post("/notices/" + id + "/recording", Map.of());
    Map<String, Object> airing = Map.of("notice", id, "zones", List.of(zone));
    return village.office().post("/airings", airing).path("id").asText();
  }

  private static String state(Village village, String airing) {
    JsonNode seen = village.office().get("/airings/" + airing);
    return seen.path("speakers").path(0).path("state").asText();
  }

  private static JsonNode untilFinal(Village village, String airing) {
    return new AiringWatch(village.office(), step -> {}).untilFinal(airing, LIMIT);
  }
}
