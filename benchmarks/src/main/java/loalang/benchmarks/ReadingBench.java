// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ScriptSentence;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * How well and how fast administrative Vietnamese is read: the public pairs of the reading tests,
 * by class, and the time a sentence takes on one core.
 */
final class ReadingBench {
  private static final Path PAIRS = Path.of("announcements", "src", "test", "resources", "reading");
  private static final int WARM_UPS = 20;
  private static final double MOST_MISREAD_PERCENT = 2;
  private static final double MOST_MICROS_A_SENTENCE = 50; // 20,000 sentences a second

  private final VietnameseNormaliser reader = VietnameseNormaliser.standard();
  private final Path root;
  private final int rounds;

  ReadingBench(Path root, int rounds) {
    this.root = root;
    this.rounds = rounds;
  }

  private record Pair(String written, String spoken) {}

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    List<Pair> all = new ArrayList<>();
    for (Path file : files()) {
      List<Pair> pairs = pairs(file);
      figures.add(misread(nameOf(file), pairs));
      all.addAll(pairs);
    }
    figures.add(misread("all", all));
    figures.add(speed(all));
    figures.addAll(new ReadingSpeed(root, rounds).run());
    return figures;
  }

  /**
   * The misread share of other files of pairs, {@code written<TAB>spoken} or {@code
   * written~spoken}, one figure a file.
   */
  List<Figure> run(List<Path> others) {
    List<Figure> figures = new ArrayList<>();
    List<Pair> all = new ArrayList<>();
    for (Path file : others) {
      List<Pair> pairs = pairs(file);
      figures.add(misread(nameOf(file), pairs));
      all.addAll(pairs);
    }
    figures.add(misread("all", all));
    return figures;
  }

  /** Every pair of these files that is read otherwise, with what was wanted and what was said. */
  List<String> misreadings(List<Path> others) {
    return others.stream()
        .flatMap(file -> pairs(file).stream())
        .filter(pair -> !isReadRight(pair))
        .map(
            pair ->
                "%s%n  wanted %s%n  said   %s"
                    .formatted(pair.written(), bare(pair.spoken()), bare(said(pair.written()))))
        .toList();
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private Figure misread(String name, List<Pair> pairs) {
    long wrong = pairs.stream().filter(pair -> !isReadRight(pair)).count();
    return new Figure(
        "reading",
        "misread_" + name + "_of_" + pairs.size(),
        "%",
        new Samples(List.of(pairs.isEmpty() ? 0.0 : 100.0 * wrong / pairs.size())),
        null,
        new Figure.Target(MOST_MISREAD_PERCENT, false));
  }

  private Figure speed(List<Pair> pairs) {
    List<Double> micros = new ArrayList<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      long started = System.nanoTime();
      long sentences = 0;
      for (Pair pair : pairs) {
        sentences += reader.read(pair.written()).sentences().size();
      }
      if (round >= 0) {
        micros.add((System.nanoTime() - started) / 1000.0 / sentences);
      }
    }
    return new Figure(
        "reading",
        "sentence_on_one_core",
        "µs",
        new Samples(micros),
        null,
        new Figure.Target(MOST_MICROS_A_SENTENCE, false));
  }

  private boolean isReadRight(Pair pair) {
    return bare(said(pair.written())).equals(bare(pair.spoken()));
  }

  private String said(String written) {
    return reader.read(written.replace("\\n", "\n")).sentences().stream()
        .map(ScriptSentence::spoken)
        .collect(Collectors.joining(" "));
  }

  /** Case, punctuation and doubled spaces do not count. */
  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }

  private List<Path> files() {
    Path folder = root.resolve(PAIRS);
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(
          new Problem(
              "BENCH_PAIRS_MISSING",
              "There are no reading pairs in " + folder + ".",
              "Run this bench from a checkout: ./loa bench reading"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Pair> pairs(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(line.contains("\t") ? "\t" : "~", 3))
          .filter(columns -> columns.length > 1)
          .map(columns -> new Pair(columns[0], columns[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
