// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.controller.kit.Account;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code loa account}, {@code loa approval}, {@code loa audit}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountCommandTest {
  private static final Pattern ONE_TIME = Pattern.compile("one-time password, .*: ([a-z0-9-]+)");

  private TestOffice office;

  private record Ran(int code, String out, String err) {}

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void an_account_is_made_changed_and_closed() {
    Ran added = run("account", "add", "lan", "-r", "officer", "-r", "hamlet-head@thon-1,thon-2");
    assertEquals(0, added.code(), added.err());
    assertTrue(added.out().contains("lan  hamlet-head@thon-1,thon-2 officer"), added.out());
    Account lan = new Account(office.httpPort(), "lan", oneTime(added));
    assertTrue(lan.get("/me").json().getBoolean("hasOneTimePassword"));

    assertTrue(run("account", "role", "lan", "--role", "viewer").out().contains("lan  viewer"));
    assertTrue(run("account", "sessions", "lan").out().contains("127.0.0.1"));
    assertEquals(0, run("account", "sessions", "lan", "--end").code());
    assertEquals(401, lan.get("/me").status());
    Ran reset = run("account", "password", "lan");
    assertEquals(200, new Account(office.httpPort(), "lan", oneTime(reset)).get("/me").status());
    assertEquals(0, run("account", "totp", "lan", "--remove").code());
    assertTrue(run("account", "disable", "lan").out().contains("disabled"));
    assertTrue(run("account", "list").out().contains("disabled"));
    assertFalse(run("account", "enable", "lan").out().contains("disabled"));
  }

  @Test
  void what_cannot_be_done_says_why_and_fails() {
    Ran last = run("account", "disable", "canbo");
    assertEquals(1, last.code());
    assertTrue(last.err().startsWith("LAST_ADMIN"), last.err());
    assertEquals(1, run("account", "add", "Ông Ba", "-r", "viewer").code());
    assertEquals(2, run("account", "add", "ba").code());
    assertEquals(2, run("account").code());
    assertEquals(2, run("audit").code());
    assertEquals(2, run("approval").code());
  }

  @Test
  void the_log_is_shown_followed_and_given_out() throws IOException {
    run("account", "add", "huong", "-r", "viewer", "--json");
    String shown = run("audit", "show", "--about", "huong").out();
    assertTrue(shown.contains("command-line  account-added  huong"), shown);
    Ran verdict = run("audit", "verify", "--json");
    assertEquals(0, verdict.code());
    assertTrue(new JsonObject(verdict.out()).getBoolean("holds"));
    Path file = office.data().resolve("nhat-ky.jsonl");
    assertEquals(0, run("audit", "export", file.toString()).code());
    assertEquals(1, new JsonObject(Files.readAllLines(file).get(0)).getInteger("number"));
  }

  @Test
  void the_rules_of_approval_are_shown_and_changed() {
    assertTrue(run("approval", "rules").out().contains("approval: true"));
    assertTrue(run("approval", "rules", "--approval", "false").out().contains("approval: false"));
    Ran back = run("approval", "rules", "--approval", "true", "--emergency-two", "true");
    assertTrue(back.out().contains("emergency by two: true"), back.out());
    assertEquals(0, run("approval", "list").code());
  }

  private static String oneTime(Ran ran) {
    Matcher password = ONE_TIME.matcher(ran.out());
    assertTrue(password.find(), ran.out());
    return password.group(1);
  }

  private Ran run(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    if (words.length > 1) {
      arguments.addAll(List.of("--data-dir", office.data().toString()));
    }
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
