// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import loalang.controller.cli.LoaMain;
import loalang.controller.kit.Account;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficeCopyTest {
  private static final String PASSPHRASE = "bốn con trâu xanh";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void a_working_office_is_copied_and_stands_up_elsewhere_with_all_it_knew() throws IOException {
    Path copy = folder.resolve("2026-11-22.loa");
    Path there = folder.resolve("there");
    String notice;
    byte[] sound;
    String keys;
    String cookie;
    String password;
    try (TestOffice office = TestOffice.open(folder.resolve("here"));
        FakeNode node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"))) {
      Officer officer = office.officer();
      password = office.firstPassword().orElseThrow();
      cookie = new Account(office.httpPort(), "canbo", password).cookie();
      notice = officer.notice("Mời bà con tiêm chủng.");
      sound = officer.get("/notices/" + notice + "/recording").body().getBytes();
      keys = officer.get("/keys").json().getString("current");
      officer.airNow(notice, "thon-mot");
      node.play(node.nextOrder());

      // While it works; nothing of it lies open in the file, nothing is left beside it.
      assertEquals(0, run("backup", copy, office.data()));
      assertFalse(Files.readString(copy, StandardCharsets.ISO_8859_1).contains("SQLite"));
      assertFalse(Files.exists(office.data().resolve("copy-in-work")));
      Clerk clerk = new Clerk(office).logIn("canbo", password);
      assertTrue(clerk.get("/office").text().contains("Sao lưu gần nhất"));
      officer.notice("Sau khi sao lưu.");
    }

    assertEquals(0, run("restore", copy, there));

    try (TestOffice office = TestOffice.open(there)) {
      Officer officer = office.officer();
      assertArrayEquals(sound, officer.get("/notices/" + notice + "/recording").body().getBytes());
      assertEquals(keys, officer.get("/keys").json().getString("current"));
      assertEquals(1, officer.get("/notices").json().getJsonArray("notices").size());
      assertEquals(1, officer.get("/speakers").json().getJsonArray("speakers").size());
      JsonObject log = officer.get("/audit/verification").json();
      assertTrue(log.getBoolean("holds"), log.encode());
      assertThrows(AssertionError.class, () -> new Account(office.httpPort(), cookie));
      new Account(office.httpPort(), "canbo", password);
    }
  }

  @Test
  void what_cannot_be_opened_or_would_overwrite_something_changes_nothing() throws IOException {
    Path here = folder.resolve("here");
    TestOffice.open(here).close();
    Path copy = folder.resolve("copy.loa");
    OfficeCopy.write(here, copy, PASSPHRASE, NOW);
    Path there = folder.resolve("there");

    assertCode("BACKUP_UNREADABLE", () -> restore(copy, there, "bốn con trâu đen"));
    byte[] bytes = Files.readAllBytes(copy);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
    assertCode("BACKUP_UNREADABLE", () -> restore(cut, there, PASSPHRASE));
    assertCode("BACKUP_DIRECTORY_NOT_EMPTY", () -> restore(copy, here, PASSPHRASE));
    assertCode("BACKUP_NOTHING_THERE", () -> OfficeCopy.write(there, copy, PASSPHRASE, NOW));
    assertCode("BACKUP_PASSPHRASE_SHORT", () -> OfficeCopy.write(here, copy, "ngắn", NOW));

    assertFalse(Files.exists(there));
    assertArrayEquals(bytes, Files.readAllBytes(copy));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("copy.loa", "cut", "here"),
          left.map(one -> one.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void a_restored_office_counts_its_orders_on_from_far_above(@TempDir Path other) {
    Path here = folder.resolve("here");
    TestOffice.open(here).close();
    OfficeCopy.write(here, other.resolve("copy.loa"), PASSPHRASE, NOW);
    Path there = other.resolve("there");
    RestoredOffice restored = restore(other.resolve("copy.loa"), there, PASSPHRASE);

    assertEquals(NOW.toString(), restored.copied());
    try (TestOffice office = TestOffice.open(there);
        FakeNode node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"))) {
      Officer officer = office.officer();
      officer.airNow(officer.notice("Họp thôn."), "thon-mot");
      assertTrue(node.nextOrder().warrant().sequence() > 1_000_000);
    }
  }

  private static RestoredOffice restore(Path file, Path data, String passphrase) {
    return RestoredOffice.from(file, data, passphrase, NOW);
  }

  private int run(String command, Path file, Path data) throws IOException {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
    StringWriter err = new StringWriter();
    int exit =
        LoaMain.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .execute(
                command,
                file.toString(),
                "--data-dir",
                data.toString(),
                "--passphrase-file",
                passphrase.toString());
    Files.delete(passphrase);
    assertEquals("", err.toString());
    return exit;
  }

  private static void assertCode(String code, Runnable work) {
    assertEquals(code, assertThrows(ProblemException.class, work::run).problem().code());
  }
}
