// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
  private static final String BEGIN = "<!-- accuracy: written by ReadingReport -->\n";
  private static final String END = "<!-- end of accuracy -->";

  private ReadingReport() {}

  /**
   * Prints the table, then every pair that is read otherwise. With {@code --write} as the first
   * argument the table also takes the place of the one in the reading document named second.
   */
  public static void main(String[] arguments) throws IOException {
    boolean write = arguments.length > 1 && arguments[0].equals("--write");
    List<Path> chosen =
        arguments.length == 0 || write
            ? ReadingPairs.files()
            : Stream.of(arguments).map(Path::of).toList();
    StringWriter report = new StringWriter();
    report(chosen, VietnameseNormaliser.standard(), new PrintWriter(report));
    PrintWriter screen = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    screen.println(report);
    if (write) {
      Path document = Path.of(arguments[1]);
      String table = report.toString().substring(0, report.toString().indexOf("\n\n") + 1);
      Files.writeString(document, withTable(Files.readString(document), table));
    }
  }

  private static String withTable(String document, String table) {
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    if (to < from) {
      throw new IllegalArgumentException("The document has no place for the table: " + BEGIN);
    }
    return document.substring(0, from) + table + document.substring(to);
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
