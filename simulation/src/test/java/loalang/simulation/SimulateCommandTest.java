// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import loalang.controller.client.Terminal;
import loalang.simulation.signature.SimulatedSignatures;
import loalang.simulation.world.Promise;
import loalang.simulation.world.Studio;
import loalang.simulation.world.Village;
import loalang.simulation.world.Workshop;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a person types and reads. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Terminal.of(new SimulationMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void seeds_that_keep_every_promise_are_counted() {
    int code = run("simulate", "--seeds", "4", "--from", "11");

    assertEquals(CommandLine.ExitCode.OK, code, err::toString);
    assertTrue(out.toString().startsWith("4 / 4 seeds, "), out::toString);
  }

  @Test
  void a_machine_reads_one_object() {
    int code = run("simulate", "--seeds", "2", "--nodes", "2", "--json");

    assertEquals(CommandLine.ExitCode.OK, code, err::toString);
    assertTrue(out.toString().startsWith("{\"from\":1,\"seeds\":2,"), out::toString);
    assertTrue(out.toString().trim().endsWith("\"ok\":true}"), out::toString);
  }

  @Test
  void the_trace_of_a_seed_tells_its_life() {
    int code = run("simulate", "--trace", "3");

    assertEquals(CommandLine.ExitCode.OK, code, err::toString);
    assertTrue(out.toString().contains("cum-1     starts, life 1"), out::toString);
    assertTrue(out.toString().contains("world     everything heals"), out::toString);
    assertTrue(out.toString().endsWith("Seed 3 kept every promise.\n"), out::toString);
  }

  @Test
  void a_number_that_is_none_is_a_wrong_use() {
    assertEquals(CommandLine.ExitCode.USAGE, run("simulate", "--seeds", "many"));
  }

  @Test
  void the_lowest_seed_that_failed_is_told_however_many_cores_there_are() {
    // Given villages without any broker that retains, so that many break the same promise
    SimulatedSignatures.install();
    Workshop forgetful =
        new Workshop() {
          @Override
          public boolean brokerRetains(String topic) {
            return false;
          }
        };
    Studio studio = Studio.open();
    long lowest = 1;
    while (new Village(lowest).live(forgetful, studio).broken().isEmpty()) {
      lowest++;
    }

    // When
    Seeds.Sum sum = new Seeds(forgetful, Village::new).run(1, lowest + 6, (seeds, lasted) -> {});

    // Then
    assertEquals(lowest, sum.first().orElseThrow().seed());
  }

  @Test
  void another_process_lives_the_same_life() throws IOException, InterruptedException {
    run("simulate", "--trace", "8");

    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulationMain.class.getName(),
                "simulate",
                "--trace",
                "8")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, other.waitFor());
    assertEquals(out.toString(), told);
  }

  @Test
  void every_promise_of_the_design_has_its_words() {
    Set<String> names = new TreeSet<>();
    for (Promise promise : Promise.values()) {
      names.add(promise.name());
      assertTrue(promise.words().length() > 10);
    }
    assertTrue(
        names.containsAll(Set.of("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "L1")));
  }
}
