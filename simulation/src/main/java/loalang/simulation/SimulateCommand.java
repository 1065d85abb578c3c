// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import loalang.simulation.signature.SeedKeys;
import loalang.simulation.signature.SimulatedSignatures;
import loalang.simulation.world.Broken;
import loalang.simulation.world.Trace;
import loalang.simulation.world.Village;
import loalang.simulation.world.Workshop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lives through many villages and tells the first that broke a promise. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Cho nhiều xã mô phỏng chịu mọi sự cố và kiểm tra từng cam kết.",
      "Puts many simulated communes through every fault and holds them to every promise."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final long TELLS_EVERY_NANOS = 1_000_000_000L;
  private static final int MOST_LINES = 400;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      defaultValue = "1000",
      description = "Số hạt giống / how many seeds (default ${DEFAULT-VALUE}).")
  private long seeds = 1_000;

  @Option(
      names = "--from",
      defaultValue = "1",
      description = "Hạt giống đầu tiên / the first seed (default ${DEFAULT-VALUE}).")
  private long from = 1;

  @Option(
      names = "--nodes",
      description = "Số cụm loa, 1 đến 8 / poles in each village (default: the seed decides).")
  private int[] nodes = {};

  @Option(
      names = "--trace",
      paramLabel = "SEED",
      description = "Kể lại một hạt giống / tell everything that happens in one seed.")
  private long[] trace = {};

  @Option(
      names = "--real-signatures",
      description = "Ký bằng Ed25519 thật, chậm hơn / sign with real Ed25519, slower.")
  private boolean real;

  @Option(names = "--json", description = "Kết quả dạng JSON / the result as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    SimulatedSignatures.install();
    Seeds many = new Seeds(new Workshop(), this::village);
    return trace.length > 0 ? tell(many.trace(trace[0]), true) : run(many);
  }

  private Village village(long seed) {
    OptionalInt count = nodes.length == 0 ? OptionalInt.empty() : OptionalInt.of(nodes[0]);
    return new Village(seed, count, false, real ? SeedKeys.Kind.REAL : SeedKeys.Kind.MARKED);
  }

  private int run(Seeds many) {
    long begun = System.nanoTime();
    AtomicLong told = new AtomicLong(begun);
    Seeds.Sum sum =
        many.run(
            from,
            seeds,
            (done, lasted) -> {
              long before = told.get();
              long now = System.nanoTime();
              if (!json && now - before > TELLS_EVERY_NANOS && told.compareAndSet(before, now)) {
                err().print("\r" + words(done, lasted, now - begun));
                err().flush();
              }
            });
    String words = words(sum.seeds(), sum.lasted(), System.nanoTime() - begun);
    if (json) {
      out().println(object(sum, System.nanoTime() - begun));
    } else {
      err().println();
      out().println(words + ", %d airings sounded".formatted(sum.sounds()));
    }
    if (sum.first().isEmpty()) {
      return 0;
    }
    Village.Life failed = many.trace(sum.first().get().seed());
    return json ? 1 : tell(failed, false);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private String words(long done, Duration lasted, long nanos) {
    double seconds = nanos / 1e9;
    return String.format(
        Locale.ROOT,
        "%d / %d seeds, %.1f seeds/s, %.0f days (%.0f days a minute)",
        done,
        seeds,
        done / seconds,
        lasted.toMinutes() / 1_440.0,
        lasted.toMinutes() / 1_440.0 / seconds * 60);
  }

  private String object(Seeds.Sum sum, long nanos) {
    double seconds = nanos / 1e9;
    String failed =
        sum.first()
            .flatMap(
                life ->
                    life.broken()
                        .map(
                            broken ->
                                ",\"failed_seed\":%d,\"promise\":\"%s\""
                                    .formatted(life.seed(), broken.promise())))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "{\"from\":%d,\"seeds\":%d,\"seeds_per_second\":%.1f,\"simulated_days\":%.1f,"
            + "\"sounds\":%d,\"ok\":%b%s}",
        from,
        sum.seeds(),
        sum.seeds() / seconds,
        sum.lasted().toMinutes() / 1_440.0,
        sum.sounds(),
        sum.first().isEmpty(),
        failed);
  }

  private int tell(Village.Life life, boolean whole) {
    List<Trace.Line> lines = life.trace();
    if (!whole) {
      String who = life.broken().map(Broken::who).orElse("");
      lines =
          lines.stream().filter(line -> line.who().equals(who) || isForAll(line.who())).toList();
      lines = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }
    lines.forEach(out()::println);
    out()
        .println(
            life.broken()
                .map(
                    broken ->
                        ("SEED %d BROKE %s (%s) on %s: %s%n"
                                + "./loa simulate --trace %d tells everything.")
                            .formatted(
                                life.seed(),
                                broken.promise(),
                                broken.promise().words(),
                                broken.who(),
                                broken.how(),
                                life.seed()))
                .orElse("Seed %d kept every promise.".formatted(life.seed())));
    return life.broken().isPresent() ? 1 : 0;
  }

  private static boolean isForAll(String who) {
    return List.of("office", "broker", "stranger", "world", "witness").contains(who);
  }
}
