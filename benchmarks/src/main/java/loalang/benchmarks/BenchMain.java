// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import loalang.controller.distribution.AudioRates;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./loa bench}: measures, and says what it measured and nothing else. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {"Đo / measure.", "Ratios are ours / peer in the same run, alternating."},
    subcommands = {
      BenchMain.Console.class,
      BenchMain.Render.class,
      BenchMain.Reading.class,
      BenchMain.Schedules.class,
      BenchMain.Distribution.class,
      DeliveryCommands.Sync.class,
      DeliveryCommands.Confirm.class,
      DeliveryCommands.Preempt.class,
      DeliveryCommands.Agent.class,
      DeliveryCommands.Hear.class,
      DeliveryCommands.Faults.class
    })
public final class BenchMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs and exits: 0 measured, 1 could not measure, 2 used wrongly. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream levels = BenchMain.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(levels);
    }
    CommandLine line = new CommandLine(new BenchMain());
    line.setExecutionExceptionHandler(
        (fault, command, result) -> {
          if (fault instanceof ProblemException known) {
            command.getErr().println(known.problem());
            return 1;
          }
          throw fault;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Text to ready recording. */
  @Command(
      name = "render",
      mixinStandardHelpOptions = true,
      description = "Text to ready recording, beside espeak-ng | ffmpeg loudnorm ×2 | opusenc.")
  static final class Render extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "15", description = "1 or more; default 15.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) {
      new RenderBench(rounds, found).run();
    }
  }

  /** How well and how fast Vietnamese is read. */
  @Command(
      name = "reading",
      mixinStandardHelpOptions = true,
      description = "Misread pairs by class, and the time a sentence takes.")
  static final class Reading extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "40", description = "1 or more; default 40.")
    private int rounds;

    @Option(
        names = "--pairs",
        arity = "1..*",
        description = "Measure these files instead: written<TAB>spoken or written~spoken a line.")
    private List<Path> pairs = List.of();

    @Override
    void run(Consumer<Figure> found) {
      Path root = Path.of(System.getProperty("loa.root", "."));
      ReadingBench bench = new ReadingBench(root, rounds);
      if (pairs.isEmpty()) {
        bench.run().forEach(found);
        return;
      }
      remark(() -> bench.misreadings(pairs));
      bench.run(pairs).forEach(found);
    }
  }

  /** How long a province's week takes to plan, and how late its cues are. */
  @Command(
      name = "schedules",
      mixinStandardHelpOptions = true,
      description = {
        "A province's rundown, 100,000 airings loaded, 2,000 cues due in one second;",
        "in memory, SQLite and, where it is installed, PostgreSQL. Takes some minutes."
      })
  static final class Schedules extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "5", description = "1 or more; default 5.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new SchedulesBench(rounds, found).run();
    }
  }

  /** Recordings on their way to many nodes. */
  @Command(
      name = "distribution",
      mixinStandardHelpOptions = true,
      description = "One recording of a minute and a half to many nodes at once, over TLS.")
  static final class Distribution extends BenchCommand {
    @Option(names = "--nodes", defaultValue = "1000", description = "Default 1000.")
    private int nodes;

    @Option(names = "--kbits-total", defaultValue = "200000", description = "Default 200000.")
    private long total;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      AudioRates rates = new AudioRates(Math.min(4_000, total) * 1_000, total * 1_000);
      new DistributionBench(nodes, rates).run().forEach(found);
    }
  }

  /** How long the office takes for a page. */
  @Command(
      name = "console",
      mixinStandardHelpOptions = true,
      description = "Pages of the console with 1,000 airings on 80 loudspeakers in the ledger.")
  static final class Console extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "40", description = "1 or more; default 40.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new ConsoleBench(rounds).run().forEach(found);
    }
  }
}
