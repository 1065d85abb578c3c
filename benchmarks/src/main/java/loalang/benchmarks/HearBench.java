// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Report;

/**
 * What a microphone costs a pole, and whether it hears: one pole plays a chime and a tone into a
 * sound server and listens to it, once without and once with a microphone.
 */
final class HearBench {
  private static final String BENCH = "hear";
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final double TICKS_A_SECOND = 100; // Linux tells every program this
  private static final double NANOS_A_SECOND = 1e9;
  private static final int TICKS_OF_USER = 11; // behind the name, which ends with a bracket
  private static final int TICKS_OF_SYSTEM = 12;

  private final int rounds;
  private final Consumer<Figure> found;

  HearBench(int rounds, Consumer<Figure> found) {
    this.rounds = rounds;
    this.found = found;
  }

  void run() throws Exception {
    try (Folder folder = Folder.make();
        SoundServer server = new SoundServer(folder.path().resolve("pulse"));
        BenchOffice office = BenchOffice.open(folder.path());
        Poles one = Poles.putUp(office, folder.path(), 1)) {
      BenchPole pole = one.all().get(0);
      BenchSound sound = BenchSound.chiming(office, LENGTH);
      List<String> deaf = List.of("--output", "alsa");
      List<String> hears = List.of("--output", "alsa", "--microphone", "default");
      pole.set(new BenchPole.Setting(deaf, server.environment()));
      measure(office, pole, sound, false);
      pole.set(new BenchPole.Setting(hears, server.environment()));
      measure(office, pole, sound, true);
    }
  }

  private void measure(BenchOffice office, BenchPole pole, BenchSound sound, boolean listens)
      throws Exception {
    String kind = listens ? "listening" : "deaf";
    pole.program().close();
    pole.startAgain();
    List<Double> shares = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    List<Double> likeness = new ArrayList<>();
    for (int i = -1; i < rounds; i++) { // the first warms the program and fetches the recording
      Order.Play play = sound.now(kind + "-" + (i + 1), Priority.ROUTINE);
      office.order(play);
      pole.await(Report.Started.class, play.airing());
      double before = processorSeconds(pole);
      long began = System.nanoTime();
      pole.await(Report.Ended.class, play.airing());
      double spent = processorSeconds(pole) - before;
      if (i >= 0) {
        shares.add(100 * spent * NANOS_A_SECOND / (System.nanoTime() - began));
        memory.add(AgentBench.residentMebibytes(pole));
      }
      if (listens) {
        likeness.add(likeness(pole, play));
      }
    }
    add("processor_" + kind, "% of a core", shares);
    add("resident_" + kind, "MiB", memory);
    if (listens) {
      add("chime_likeness", "%", likeness);
    }
  }

  /** How like the chirp it was; 0 if it was not found. */
  private static double likeness(BenchPole pole, Order.Play play) throws InterruptedException {
    Report told = pole.await(Report.Heard.class, play.airing()).report().report();
    Report.Heard.Match chirp = ((Report.Heard) told).chirp();
    return chirp == null ? 0 : chirp.correlationPercent();
  }

  private static double processorSeconds(BenchPole pole) throws IOException {
    String told = Files.readString(Path.of("/proc/" + pole.program().pid() + "/stat"));
    String[] behindName = told.substring(told.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(behindName[TICKS_OF_USER]) + Long.parseLong(behindName[TICKS_OF_SYSTEM]))
        / TICKS_A_SECOND;
  }

  private void add(String metric, String unit, List<Double> values) {
    found.accept(new Figure(BENCH, metric, unit, new Samples(values), null, null));
  }
}
