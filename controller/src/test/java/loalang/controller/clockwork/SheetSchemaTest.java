// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.ProgrammeFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use agrees with the reader that has the last word. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetSchemaTest {
  private static final Path EXAMPLES = Path.of("../schedules/examples");
  private static final Validator SCHEMA =
      Validator.create(
          JsonSchema.of(new JsonObject(ProgrammeFile.schema())),
          new JsonSchemaOptions()
              .setDraft(Draft.DRAFT202012)
              .setBaseUri("https://loalang.invalid/"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void every_example_is_accepted(Path file) throws IOException {
    assertAccepted(Files.readString(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void every_example_as_the_program_writes_it_is_accepted(Path file) throws IOException {
    assertAccepted(ProgrammeFile.write(ProgrammeFile.read(Files.readString(file))));
  }

  @Test
  void every_example_tells_editors_of_the_schema() throws IOException {
    for (Path file : examples()) {
      assertTrue(
          Files.readString(file).startsWith("# yaml-language-server: $schema=../src/main/"),
          file.toString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "programes: []",
        "programmes: []",
        "holidays: [{date: 20-2-2026, name: Tết}]",
        "do-not-play: [{id: tang, title: Quốc tang, until: '24:00'}]",
        "one-offs: [{id: hop, at: '2026-11-25', announcement: moi-hop, zones: xa}]",
        "one-offs: [{id: hop, at: '2026-11-25 17:30', announcement: moi-hop, zones: Xã}]",
        "campaigns: [{id: c, title: T, zones: xa, days: daily, announcements: tin}]",
        "campaigns: [{id: c, title: T, zones: xa, days: daily, announcements: tin,"
            + " at: '06:00', sessions: sang}]",
        "campaigns: [{id: c, title: T, zones: xa, days: thu-hai, announcements: tin, at: '06:00'}]",
        "campaigns: [{id: c, title: T, zones: xa, days: t2, announcements: tin, at: '06:00',"
            + " late: play until 07:00}]",
        "echo: [{id: e, clusters: [a, b], step: 340 km}]",
        "programmes: [{id: s, title: S, zones: xa, slots: [{id: m, at: '05:30', days: daily}]}]",
        "programmes: [{id: s, title: S, zones: xa, slots: [{id: m, at: '05:30', days: daily,"
            + " items: [{announcement: tin, times: 0}]}]}]",
      })
  void what_the_reader_refuses_the_schema_refuses(String yaml) {
    assertEquals(false, valid(yaml).getValid());
    assertEquals(true, isRefused(yaml));
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<Path> examples = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      assertTrue(examples.size() >= 8, examples.toString());
      return examples;
    }
  }

  private static void assertAccepted(String yaml) {
    OutputUnit answer = valid(yaml);
    assertTrue(answer.getValid(), () -> String.valueOf(answer.getErrors()));
  }

  private static boolean isRefused(String yaml) {
    try {
      ProgrammeFile.read(yaml);
      return false;
    } catch (ProblemException e) {
      return true;
    }
  }

  private static OutputUnit valid(String yaml) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    JsonObject sheet = new JsonObject();
    ((Map<?, ?>) read).forEach((key, value) -> sheet.put(String.valueOf(key), value));
    return SCHEMA.validate(new JsonObject(sheet.encode()));
  }
}
