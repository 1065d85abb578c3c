// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import loalang.controller.client.AiringWatch;
import loalang.village.sound.AlsaConfig;
import loalang.village.sound.NullSink;
import loalang.village.sound.Sound;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with real parts: broker, database, espeak-ng, agent processes, sound devices. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeIsHeardIT {
  private static final String NOTICE =
      """
      ---
      title: Họp thôn
      language: vi
      zones: [thon-mot, thon-hai, thon-ba]
      ---
      Mời bà con thôn Ba đến họp tại nhà văn hóa lúc bảy giờ tối thứ bảy.
      """;

  @Test
  void a_notice_is_heard_on_three_loudspeakers_and_confirmed_by_each(@TempDir Path folder)
      throws IOException, InterruptedException {
    // Given: a pole that writes WAV files, one whose device writes what it plays into a file, and
    // one that plays into a sound server in real time. The first is told of a microphone that is
    // not there, the last has one.
    Path written = folder.resolve("sound-thon-mot");
    Path captured = folder.resolve("captured.raw");
    Path alsaFile = AlsaConfig.intoFile(Files.createDirectory(folder.resolve("alsa")), captured);
    try (NullSink sink = NullSink.start(folder.resolve("pulse"));
        Village village = Village.found(Layout.ofThisProcess(), folder)) {
      Path alsaSink = AlsaConfig.intoSink(folder, sink);
      List<String> file = List.of("--output", "file:" + written, "--microphone", "khong-co");
      village.putUp("thon-mot", file, Map.of());
      village.putUp("thon-hai", List.of("--output", "alsa", "--unpaced-device"), alsa(alsaFile));
      List<String> device = List.of("--output", "alsa", "--microphone", "default");
      village.putUp("thon-ba", device, alsa(alsaSink));
      village.awaitOnline("thon-mot", "thon-hai", "thon-ba");

      // When
      JsonNode created = village.office().postText("/notices", "text/markdown", NOTICE);
      String notice = created.path("id").asText();
      JsonNode rendered = village.office().post("/notices/" + notice + "/recording", Map.of());
      List<String> zones = List.of("thon-mot", "thon-hai", "thon-ba");
      JsonNode airing = village.office().post("/airings", Map.of("notice", notice, "zones", zones));
      JsonNode end =
          new AiringWatch(village.office(), step -> {})
              .untilFinal(airing.path("id").asText(), Duration.ofMinutes(2));

      // Then
      byte[] ogg = village.office().getBytes("/notices/" + notice + "/recording");
      Sound recording = Sound.ofOpus(ogg);
      Sound heard = sink.heard();
      Path ears = folder.resolve("thon-ba.log");
      village.await(() -> said(ears).contains("heard"), "a microphone told");
      assertAll(
          () -> assertScriptPointsIntoTheNotice(rendered.path("production")),
          () -> assertPlayedWhole(end, recording),
          () -> assertSame(recording, Sound.ofWav(onlyFileIn(written)), "WAV file"),
          () -> assertSame(recording, Sound.ofRaw(Files.readAllBytes(captured)), "ALSA file"),
          () -> assertHeard(recording, heard),
          () -> assertTrue(said(ears).contains(" heard: chirp "), said(ears)),
          () -> assertTrue(said(folder.resolve("thon-mot.log")).contains("MICROPHONE_UNUSABLE")));
    }
  }

  private static void assertScriptPointsIntoTheNotice(JsonNode production) {
    String body = production.path("body").asText();
    JsonNode words = production.path("script").path(0).path("words");
    assertEquals("mời", words.path(0).path("text").asText(), production.toString());
    for (JsonNode word : words) {
      String written = body.substring(word.path("start").asInt(), word.path("end").asInt());
      assertEquals(word.path("text").asText(), written.toLowerCase(Locale.ROOT));
    }
  }

  private static void assertPlayedWhole(JsonNode airing, Sound recording) {
    assertEquals(3, airing.path("speakers").size(), airing.toString());
    for (JsonNode speaker : airing.path("speakers")) {
      assertEquals("played", speaker.path("state").asText(), airing.toString());
      assertEquals(recording.length(), speaker.path("framesRendered").asInt(), airing.toString());
    }
    assertTrue(airing.path("secondsFromOrderToLastStart").asDouble() > 0, airing.toString());
  }

  private static void assertSame(Sound recording, Sound played, String where) {
    assertEquals(recording.millis(), played.millis(), 20, where);
    assertTrue(recording.likeness(played, 5) >= 0.99, where);
  }

  /** The sink went on being silent before and after, and its server may have resampled. */
  private static void assertHeard(Sound recording, Sound heard) {
    Sound notice = recording.trimmed();
    Sound sounded = heard.trimmed();
    assertEquals(notice.millis(), sounded.millis(), 60);
    assertTrue(notice.likeness(sounded, 100) >= 0.99, "null sink");
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> alsa(Path config) {
    return Map.of("ALSA_CONFIG_PATH", config.toString());
  }

  private static Path onlyFileIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".wav")).toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }
}
