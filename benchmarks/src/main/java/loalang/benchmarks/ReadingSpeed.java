// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.Script;

/**
 * How long a megabyte takes, what it leaves on the heap, and how soon a fresh process has read its
 * first sentence. The process is ours, with a heap of 256 MB.
 */
final class ReadingSpeed {
  private static final Path LIBRARY = Path.of("announcements", "library");
  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_ROUNDS = 5;
  private static final double MOST_SECONDS_A_MEGABYTE = 2;
  private static final double MOST_HEAP_MEGABYTES = 256;
  private static final double MOST_FIRST_SENTENCE_MILLIS = 1000;
  private static final List<String> HOSTILE = List.of("½", "1, ", "*1", "1/", "TTYTDPX ", "a.");

  private final VietnameseNormaliser reader = VietnameseNormaliser.standard();
  private final Path root;
  private final int rounds;

  ReadingSpeed(Path root, int rounds) {
    this.root = root;
    this.rounds = Math.min(rounds, MOST_ROUNDS);
  }

  List<Figure> run() {
    String letters = megabyteOf(notices());
    List<Double> ordinary = new ArrayList<>();
    List<Double> heap = new ArrayList<>();
    List<Double> hostile = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double seconds = seconds(letters);
      if (round >= 0) {
        ordinary.add(seconds);
        heap.add(heldMegabytes(letters));
      }
    }
    HOSTILE.forEach(piece -> hostile.add(seconds(megabyteOf(piece))));
    return List.of(
        figure("megabyte_of_notices", "s", ordinary, MOST_SECONDS_A_MEGABYTE),
        figure("megabyte_of_hostile_text", "s", hostile, MOST_SECONDS_A_MEGABYTE),
        figure("heap_held_by_a_megabyte", "MB", heap, MOST_HEAP_MEGABYTES),
        figure("start_to_first_sentence", "ms", starts(), MOST_FIRST_SENTENCE_MILLIS));
  }

  private static Figure figure(String metric, String unit, List<Double> values, double limit) {
    return new Figure(
        "reading", metric, unit, new Samples(values), null, new Figure.Target(limit, false));
  }

  private double seconds(String text) {
    long started = System.nanoTime();
    reader.read(text);
    return (System.nanoTime() - started) / 1e9;
  }

  /** What text and script hold together, after the garbage is gone. */
  private double heldMegabytes(String text) {
    Script script = reader.read(text);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double held = (runtime.totalMemory() - runtime.freeMemory()) / (double) MEGABYTE;
    return script.sentences().isEmpty() ? 0 : held;
  }

  private List<Double> starts() {
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      millis.add(start());
    }
    return millis;
  }

  private static double start() {
    long started = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FirstSentence.class.getName())
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The fresh process could not read a sentence.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    }
    return (System.nanoTime() - started) / 1e6;
  }

  private static String megabyteOf(String piece) {
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    return piece.repeat(MEGABYTE / bytes);
  }

  private String notices() {
    try (Stream<Path> files = Files.walk(root.resolve(LIBRARY))) {
      return files
          .filter(file -> file.toString().endsWith(".md") || file.toString().endsWith(".txt"))
          .sorted()
          .map(ReadingSpeed::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fresh process: reads one sentence and ends. */
  static final class FirstSentence {
    private FirstSentence() {}

    public static void main(String[] arguments) {
      Script script = VietnameseNormaliser.standard().read("Họp lúc 7h30 ngày 5/9 tại UBND xã.");
      System.exit(script.sentences().size() == 1 ? 0 : 1);
    }
  }
}
