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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** {@code loa notice}, {@code loa station}, and a recording in {@code loa say}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeCommandTest {
  private TestOffice office;
  private Officer officer;
  private Path sound;

  private record Ran(int code, String out, String err) {}

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path elsewhere) throws IOException {
    office = TestOffice.open(data);
    officer = office.officer();
    sound = Files.write(elsewhere.resolve("bản Mông.wav"), Waves.tone(1_200));
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_notice_is_rendered_in_a_version_and_shown() {
    String notice = officer.notice("Nộp 1.005 đồng.");

    Ran version = loa("notice", "version", notice, "vi-south", "--dialect", "south");
    Ran again = loa("notice", "render", notice, "--version-name", "vi-south");
    Ran shown = loa("notice", "show", notice);

    assertEquals(0, version.code(), version.err());
    assertEquals(0, again.code(), again.err());
    assertTrue(shown.out().contains("vi-south (vi): 1.5 s, giọng / voice espeak-vi-south"));
    Ran gone = loa("notice", "version", notice, "vi-south", "--remove", "--json");
    assertTrue(new JsonObject(gone.out()).getJsonArray("versions").isEmpty(), gone.out());
    assertTrue(loa("notice", "render", "khong-co").err().startsWith("NOTICE_UNKNOWN: "));
    assertTrue(loa("notice", "stop", notice).err().startsWith("PRODUCTION_NOT_RUNNING: "));
  }

  @Test
  void a_recording_is_a_notice_or_a_version_of_one() {
    Ran taken = loa("notice", "record", sound.toString(), "--language", "hmn", "--json");
    JsonObject notice = new JsonObject(taken.out());
    assertEquals("bản Mông.wav", notice.getString("title"), taken.err());
    assertTrue(notice.getBoolean("isRecorded"));

    String written = officer.notice("Họp bản.");
    Ran version =
        loa("notice", "record", sound.toString(), "--notice", written, "--version-name", "hmong");

    assertTrue(version.out().contains("hmong (vi): "), version.out() + version.err());
    assertEquals(2, loa("notice", "record", sound.toString(), "--notice", written).code());
    Ran missing = loa("notice", "record", "/khong/co.wav");
    assertTrue(missing.err().startsWith("FILE_UNREADABLE: "), missing.err());
  }

  @Test
  void a_recording_is_said_at_once() {
    try (FakeNode node = FakeNode.join(officer.ticket("noi-1", "noi"))) {
      CompletableFuture<Void> playing =
          CompletableFuture.runAsync(() -> node.play(node.nextOrder()));

      Ran said = loa("say", "--recorded", sound.toString(), "--zone", "noi");

      assertEquals(0, said.code(), said.err());
      playing.join();
      assertEquals(2, loa("say", "--zone", "noi").code());
      assertEquals(2, loa("say", "Lời.", "--recorded", "x", "--zone", "noi").code());
    }
  }

  @Test
  void the_station_is_set_and_shown_with_its_history() {
    Ran set =
        loa("station", "set", "--opening", "Đây là đài xã.", "--lufs", "-18", "--chime", "none");
    assertEquals(0, set.code(), set.err());
    Ran shown = loa("station", "show");
    assertTrue(shown.out().contains("Đây là đài xã."), shown.out());
    assertTrue(shown.out().contains("-18.0 LUFS"), shown.out());
    loa("station", "set", "--opening", "", "--says-synthetic", "true");
    assertEquals(
        2,
        new JsonObject(loa("station", "show", "--history", "--json").out())
            .getJsonArray("settings")
            .size());
    assertTrue(loa("station", "set", "--voice", "khong-co").err().startsWith("VOICE_UNKNOWN: "));
    assertEquals(2, loa("station").code());
    assertEquals(2, loa("notice").code());
  }

  @Test
  void a_zone_is_set_to_a_version_and_back() {
    assertTrue(loa("station", "zones").out().contains("Every zone hears"));
    assertTrue(loa("station", "zone", "ban-mong", "hmong").out().contains("ban-mong → hmong"));
    Ran warned = loa("notice", "show", officer.notice("Thử."));
    assertTrue(warned.out().contains("! VERSION_MISSING: "), warned.out());
    assertTrue(loa("station", "zone", "ban-mong", "plain").out().contains("Every zone hears"));
  }

  private Ran loa(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data-dir", office.data().toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        LoaMain.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
