// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import loalang.announcements.script.Normaliser;

/**
 * Accuracy by class of written form, as the table of {@code docs/reading.md}. Run it with other
 * files of pairs as arguments to measure those.
 */
public final class ReadingReport {
  private ReadingReport() {}

  /** Prints the table, then every pair that is read otherwise. */
  public static void main(String[] files) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    List<Path> chosen =
        files.length == 0 ? ReadingPairs.files() : Stream.of(files).map(Path::of).toList();
    report(chosen, VietnameseNormaliser.standard(), out);
  }

  static void report(List<Path> files, Normaliser normaliser, PrintWriter out) {
    StringBuilder failures = new StringBuilder();
    int allRight = 0;
    int all = 0;
    out.println("| class | pairs | read right | % |");
    out.println("|---|---|---|---|");
    for (Path file : files) {
      List<ReadingPairs.Pair> pairs = ReadingPairs.in(file);
      int right = 0;
      for (ReadingPairs.Pair pair : pairs) {
        right += isRight(file, pair, normaliser, failures) ? 1 : 0;
      }
      out.println(row(file.getFileName().toString().replace(".tsv", ""), pairs.size(), right));
      allRight += right;
      all += pairs.size();
    }
    out.println(row("**all**", all, allRight));
    out.println();
    out.print(failures);
    out.flush();
  }

  private static boolean isRight(
      Path file, ReadingPairs.Pair pair, Normaliser normaliser, StringBuilder failures) {
    String said = ReadingPairs.compared(ReadingPairs.spoken(normaliser, pair.written()));
    String wanted = ReadingPairs.compared(pair.spoken());
    if (said.equals(wanted)) {
      return true;
    }
    failures.append(file.getFileName()).append(": ").append(pair.written()).append('\n');
    failures.append("   want ").append(wanted).append('\n');
    failures.append("   said ").append(said).append('\n');
    return false;
  }

  private static String row(String name, int pairs, int right) {
    double percent = pairs == 0 ? 0 : 100.0 * right / pairs;
    return String.format(Locale.ROOT, "| %s | %d | %d | %.1f |", name, pairs, right, percent);
  }
}
