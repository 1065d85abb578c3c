// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the benches of delivery are called and asked. Real agents, the real broker, TLS. */
final class DeliveryCommands {
  private DeliveryCommands() {}

  /** Together or not. */
  @Command(
      name = "sync",
      mixinStandardHelpOptions = true,
      description = "How far apart 3 and 10 poles start; whether a lopsided way is owned up to.")
  static final class Sync extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "30", description = "1 or more; default 30.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      if (!SnapcastPeer.isInstalled()) {
        remark(() -> List.of("Without its peer: apt-get install snapserver snapclient"));
      }
      new SyncBench(rounds, found).run();
    }
  }

  /** The way of a word. */
  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "From an order to the word that it is finished, one pole and twenty.")
  static final class Confirm extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "30", description = "1 or more; default 30.")
    private int rounds;

    @Option(names = "--long-seconds", defaultValue = "300", description = "Default 300.")
    private int longSeconds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new ConfirmBench(rounds, Duration.ofSeconds(longSeconds), found).run();
    }
  }

  /** Who goes first. */
  @Command(
      name = "preempt",
      mixinStandardHelpOptions = true,
      description = "An emergency while a programme sounds.")
  static final class Preempt extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "100", description = "1 or more; default 100.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new PreemptBench(rounds, found).run();
    }
  }

  /** What it takes. */
  @Command(
      name = "agent",
      mixinStandardHelpOptions = true,
      description = "Time until it is heard, and memory, before and after long sounds.")
  static final class Agent extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "10", description = "1 or more; default 10.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new AgentBench(rounds, found).run();
    }
  }

  /** What a microphone costs. */
  @Command(
      name = "hear",
      mixinStandardHelpOptions = true,
      description = "A chime into a sound server: what a microphone costs and whether it hears.")
  static final class Hear extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "5", description = "1 or more; default 5.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new HearBench(rounds, found).run();
    }
  }

  /** What is true when things break. */
  @Command(
      name = "faults",
      mixinStandardHelpOptions = true,
      description = "Faults put into real agents: what is claimed falsely, lost or doubled.")
  static final class Faults extends BenchCommand {
    @Option(names = "--rounds", defaultValue = "1", description = "1 or more; default 1.")
    private int rounds;

    @Override
    void run(Consumer<Figure> found) throws Exception {
      new FaultsBench(rounds, found).run();
    }
  }
}
