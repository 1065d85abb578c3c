// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import loalang.village.Layout;
import loalang.village.Program;

/** A real agent in a process of its own, whose loudspeaker is a file with the clock's patience. */
final class BenchPole implements AutoCloseable {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BenchOffice office;
  private final Layout layout;
  private final Path folder;
  private final SpeakerId id;
  private Setting setting = Setting.USUAL;
  private Program program;

  /**
   * How it runs.
   *
   * @param arguments besides the usual
   * @param environment besides the usual
   */
  record Setting(List<String> arguments, Map<String, String> environment) {
    static final Setting USUAL = new Setting(List.of(), Map.of());
  }

  /**
   * When its device took an airing, by the counter that the programs of one machine share.
   *
   * @param started the first frame
   * @param ended the last
   */
  record Times(long started, long ended) {}

  /**
   * Puts up a pole and waits until it is heard.
   *
   * @param port where its way to the office begins
   */
  BenchPole(BenchOffice office, Path parent, SpeakerId id, int port) throws Exception {
    this.office = office;
    this.layout = Layout.ofThisProcess();
    this.folder = parent.resolve(id.value());
    this.id = id;
    this.program = run(List.of("--ticket", office.ticket(id, port).toUri()));
    awaitOnline();
  }

  SpeakerId id() {
    return id;
  }

  Path folder() {
    return folder;
  }

  Program program() {
    return program;
  }

  /** From the next start on it runs so. */
  void set(Setting other) {
    setting = other;
  }

  private Program run(List<String> more) {
    String quiet = LocalTime.now(VIETNAM).plusHours(12).toString().substring(0, 3) + "00";
    List<String> arguments = new ArrayList<>(List.of("--state-dir", folder.toString()));
    arguments.addAll(List.of("--quiet-hours", quiet + "-" + quiet.substring(0, 3) + "01"));
    if (!setting.arguments().contains("--output")) {
      arguments.addAll(List.of("--output", "file:" + sound()));
    }
    arguments.addAll(setting.arguments());
    arguments.addAll(more);
    Map<String, String> environment = new TreeMap<>(setting.environment());
    environment.put("MALLOC_ARENA_MAX", "1");
    List<String> options = new ArrayList<>(layout.javaOptions("agent"));
    Path archive = layout.home().resolve("agent.jsa"); // the launcher makes it
    if (Files.exists(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    }
    return Program.start(
        new Program.Spec(
            layout.program("speaker-agent"),
            options,
            arguments,
            environment,
            folder.resolveSibling(id + ".log")));
  }

  /** Starts it again; how long it took until the office heard it, in nanoseconds. */
  long startAgain() throws Exception {
    office.states().clear();
    long began = System.nanoTime();
    program = run(List.of());
    awaitOnline();
    return System.nanoTime() - began;
  }

  private void awaitOnline() throws InterruptedException {
    office
        .states()
        .await(
            state -> state.speaker().equals(id) && state.link() == Link.ONLINE, id + " is online");
  }

  void kill() {
    program.kill();
  }

  Path sound() {
    return folder.resolve("sound");
  }

  Path wav(AiringId airing) {
    return sound().resolve(airing + ".wav");
  }

  /** When its device took an airing; empty if it did not begin or is not over. */
  Optional<Times> times(AiringId airing) throws IOException {
    Path file = sound().resolve(airing + ".times");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties times = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      times.load(in);
    }
    return Optional.of(
        new Times(
            Long.parseLong(times.getProperty("started", "")),
            Long.parseLong(times.getProperty("ended", ""))));
  }

  /** The report about its airing that is of that kind. */
  <R extends Report.OfAiring> BenchOffice.Told await(Class<R> kind, AiringId airing)
      throws InterruptedException {
    return office
        .reports()
        .await(
            told -> isAbout(told.report(), kind, airing),
            "%s says %s of %s".formatted(id, kind.getSimpleName(), airing));
  }

  boolean isAbout(NumberedReport told, Class<?> kind, AiringId airing) {
    return told.speaker().equals(id)
        && kind.isInstance(told.report())
        && told.report() instanceof Report.OfAiring about
        && about.airing().equals(airing);
  }

  @Override
  public void close() {
    program.close();
  }
}
