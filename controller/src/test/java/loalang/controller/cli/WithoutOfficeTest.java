// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** On a machine where no controller runs, every command that needs one says what to do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WithoutOfficeTest {
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          entry("say", List.of("Họp.", "--zone", "cho")),
          entry("ticket", List.of("--zone", "cho")),
          entry("apply", List.of("-f", "FILE")),
          entry("dictionary list", List.of()),
          entry("dictionary set", List.of("HTX", "hợp tác xã")),
          entry("dictionary remove", List.of("HTX")),
          entry("dictionary import", List.of("FILE")),
          entry("dictionary export", List.of()),
          entry("notice show", List.of("hop-dan")),
          entry("notice render", List.of("hop-dan")),
          entry("notice stop", List.of("hop-dan")),
          entry("notice version", List.of("hop-dan", "vi-south")),
          entry("notice record", List.of("FILE")),
          entry("station show", List.of()),
          entry("station set", List.of("--chime", "none")),
          entry("station zones", List.of()),
          entry("station zone", List.of("cho", "vi-south")),
          entry("schedule show", List.of()),
          entry("schedule at", List.of("05:41", "--zone", "cho")),
          entry("schedule held", List.of()),
          entry("schedule list", List.of()),
          entry("schedule export", List.of()),
          entry("schedule delete", List.of("tet")),
          entry("readiness", List.of()),
          entry("silence", List.of()),
          entry("keys show", List.of()),
          entry("keys rotate", List.of()),
          entry("keys revoke", List.of()),
          entry("keys import", List.of("FILE")),
          entry("account list", List.of()),
          entry("account add", List.of("lan", "--role", "officer")),
          entry("account role", List.of("lan", "--role", "officer")),
          entry("account disable", List.of("lan")),
          entry("account enable", List.of("lan")),
          entry("account password", List.of("lan")),
          entry("account totp", List.of("lan", "--remove")),
          entry("account sessions", List.of("lan")),
          entry("approval list", List.of()),
          entry("approval rules", List.of()),
          entry("audit show", List.of()),
          entry("audit verify", List.of()),
          entry("audit export", List.of("log.jsonl")),
          entry("speaker revoke", List.of("cot-1")));

  /** They make an office, tell whether there is one, or take no more than its voices from it. */
  private static final Set<String> NEED_NONE =
      Set.of(
          "backup",
          "broker mosquitto",
          "controller",
          "doctor",
          "render",
          "restore",
          "voices list",
          "voices install",
          "voices test");

  static Stream<String> commands() {
    return USES.keySet().stream().sorted();
  }

  @Test
  void no_command_is_forgotten_here() {
    Set<String> found = withOffice("", LoaMain.commandLine()).collect(toCollection(TreeSet::new));
    found.removeAll(NEED_NONE);

    assertEquals(new TreeSet<>(USES.keySet()), found);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void nobody_ever_started_one(String command, @TempDir Path empty) throws IOException {
    assertTold("OFFICE_NOT_RUNNING", command, empty);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void it_ran_once_and_is_gone(String command, @TempDir Path left) throws IOException {
    Files.writeString(left.resolve("cli-token"), "x");
    Files.writeString(left.resolve("controller.url"), "http://127.0.0.1:1");

    assertTold("OFFICE_UNREACHABLE", command, left);
  }

  @Test
  void the_doctor_says_it_too_and_is_not_ill_for_it(@TempDir Path empty) {
    StringWriter out = new StringWriter();
    LoaMain.commandLine()
        .setOut(new PrintWriter(out))
        .execute("doctor", "--data-dir", empty.toString());

    assertTrue(out.toString().contains("– No controller runs"), out.toString());
    assertTrue(out.toString().contains("./loa controller"), out.toString());
  }

  private static void assertTold(String code, String command, Path data) throws IOException {
    Path file = Files.writeString(data.resolve("file.tsv"), "HTX\thợp tác xã\n");
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    USES.getOrDefault(command, List.of())
        .forEach(word -> arguments.add(word.equals("FILE") ? file.toString() : word));
    arguments.addAll(List.of("--data-dir", data.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exit =
        LoaMain.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));

    assertEquals(1, exit, err.toString());
    assertEquals("", out.toString());
    assertTrue(err.toString().startsWith(code + ": "), err.toString());
    assertEquals(1, err.toString().lines().count(), "one line, no stack trace");
    assertTrue(err.toString().contains("Start it with") || err.toString().contains("See whether"));
  }

  private static Stream<String> withOffice(String before, CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .flatMap(
            sub -> {
              String name = before + sub.getKey();
              boolean asksAnOffice =
                  sub.getValue().getCommandSpec().findOption("--data-dir") != null;
              return Stream.concat(
                  asksAnOffice ? Stream.of(name) : Stream.empty(),
                  withOffice(name + " ", sub.getValue()));
            });
  }
}
