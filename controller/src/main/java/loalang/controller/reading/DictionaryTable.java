// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.announcements.normalise.Dictionary;
import loalang.announcements.normalise.DictionaryEntry;
import loalang.announcements.normalise.DictionaryTier;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The commune's tier as a table. Whether a row is good is for the reader's own dictionary to say;
 * this only finds out which row and column it means. Pure, any thread.
 */
public final class DictionaryTable {
  /** The most rows a commune's dictionary has. */
  public static final int MAX_ROWS = 5_000;

  private static final int LONGEST = 400;
  private static final List<String> COLUMNS =
      List.of("written", "spoken", "when", "source", "beyond the fourth");
  private static final List<String> NEXT_STEPS =
      List.of(
          "Write the form as it stands in letters, at most 80 characters, without '#' before it.",
          "Write its reading in small letters, without digits or signs.",
          "Write neighbours such as next=y tế or prev=số, parted by commas without blanks.",
          "Write a note of one line, at most 400 characters.",
          "A row has four columns: written, spoken, when, source.");
  // The first row that fits is read, so what needs a neighbour stands before what always holds.
  private static final Comparator<DictionaryRow> ORDER =
      Comparator.comparing(DictionaryRow::written)
          .thenComparing(row -> row.when().isEmpty())
          .thenComparing(DictionaryRow::when);

  private DictionaryTable() {}

  /** A row and the line it stood on. */
  private record Numbered(int line, DictionaryRow row) {}

  /**
   * The rows of a table.
   *
   * @param table lines of written, spoken, when, source parted by tabs; {@code #} begins a comment
   * @throws ProblemException DICTIONARY_LINE_INVALID with row and column, DICTIONARY_ROW_TWICE or
   *     DICTIONARY_FULL
   */
  public static List<DictionaryRow> read(String table) {
    List<Numbered> rows = new ArrayList<>();
    int number = 0;
    for (String line : (table.startsWith("\uFEFF") ? table.substring(1) : table).lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Numbered(number, row(line, number)));
      }
    }
    refuseIfFull(rows.size());
    refuseTwins(rows);
    refuseBad(rows);
    return rows.stream().map(Numbered::row).toList();
  }

  /**
   * A row that may stand in the dictionary.
   *
   * @throws ProblemException DICTIONARY_LINE_INVALID
   */
  public static DictionaryRow checked(DictionaryRow row) {
    refuseBad(List.of(new Numbered(1, row)));
    return row;
  }

  /** The standard dictionary with these rows, all of them good, as the commune's tier. */
  public static Dictionary dictionary(List<DictionaryRow> rows) {
    return Dictionary.standard().with(DictionaryTier.COMMUNE, lines(rows));
  }

  /** The rows as a table that {@link #read} reads again. */
  public static String text(List<DictionaryRow> rows) {
    return "# written\tspoken\twhen (any one; empty: always)\tsource\n" + lines(rows);
  }

  /** Whether a reading may be said: small letters without digits or signs. */
  static boolean isReading(String spoken) {
    return accepts(List.of(new DictionaryRow("a", spoken, "", "")));
  }

  static void refuseIfFull(int rows) {
    if (rows > MAX_ROWS) {
      throw new ProblemException(
          new Problem(
              "DICTIONARY_FULL",
              "The commune's dictionary would have %d rows; it has at most %d."
                  .formatted(rows, MAX_ROWS),
              "Remove rows that nobody needs; common words belong into the province's tier."));
    }
  }

  private static String lines(List<DictionaryRow> rows) {
    return rows.stream().sorted(ORDER).map(row -> row.line() + "\n").collect(Collectors.joining());
  }

  private static DictionaryRow row(String line, int number) {
    String[] columns = line.split("\t", -1);
    if (columns.length > COLUMNS.size() - 1) {
      throw invalid(number, COLUMNS.size() - 1, line);
    }
    return new DictionaryRow(
        columns[0], column(columns, 1), column(columns, 2), column(columns, 3));
  }

  private static String column(String[] columns, int index) {
    return index < columns.length ? columns[index] : "";
  }

  private static void refuseTwins(List<Numbered> rows) {
    Map<DictionaryRow.Key, Integer> seen = new HashMap<>();
    for (Numbered numbered : rows) {
      Integer before = seen.put(numbered.row().key(), numbered.line());
      if (before != null) {
        throw new ProblemException(
            new Problem(
                "DICTIONARY_ROW_TWICE",
                "Rows %d and %d both say how \"%s\" is read beside the same neighbours."
                    .formatted(before, numbered.line(), numbered.row().written()),
                "Keep one of them, or give them other neighbours."));
      }
    }
  }

  /** Halves the table until the first bad row is found. */
  private static void refuseBad(List<Numbered> rows) {
    if (accepts(rows.stream().map(Numbered::row).toList())) {
      return;
    }
    int good = 0; // rows before here are accepted
    int bad = rows.size(); // with the rows before here they are not
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (accepts(rows.subList(good, middle).stream().map(Numbered::row).toList())) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    Numbered guilty = rows.get(good);
    throw invalid(guilty.line(), badColumn(guilty.row()), guilty.row().line());
  }

  private static int badColumn(DictionaryRow row) {
    if (!accepts(List.of(new DictionaryRow(row.written(), "a", "", "")))) {
      return 0;
    }
    if (!accepts(List.of(new DictionaryRow("a", row.spoken(), "", "")))) {
      return 1;
    }
    return accepts(List.of(new DictionaryRow("a", "a", row.when(), ""))) ? 3 : 2;
  }

  /** Whether the reader takes these rows, and takes them as they were meant. */
  private static boolean accepts(List<DictionaryRow> rows) {
    if (rows.stream().anyMatch(DictionaryTable::isUnshowable)) {
      return false;
    }
    String table = rows.stream().map(row -> row.line() + "\n").collect(Collectors.joining());
    try {
      List<DictionaryEntry> taken =
          Dictionary.standard().with(DictionaryTier.COMMUNE, table).entries(DictionaryTier.COMMUNE);
      return taken.stream().map(DictionaryTable::rowOf).toList().equals(rows);
    } catch (ProblemException refused) {
      return false;
    }
  }

  private static DictionaryRow rowOf(DictionaryEntry entry) {
    return new DictionaryRow(
        entry.written(), entry.spoken(), String.join(",", entry.when()), entry.source());
  }

  /** A tab or line break would make another table of it; too much would fill every page. */
  private static boolean isUnshowable(DictionaryRow row) {
    return List.of(row.written(), row.spoken(), row.when(), row.source()).stream()
        .anyMatch(
            text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl));
  }

  private static ProblemException invalid(int line, int column, String content) {
    String shown = content.length() <= 120 ? content : content.substring(0, 120) + "…";
    return new ProblemException(
        new Problem(
            "DICTIONARY_LINE_INVALID",
            "Row %d, column %d (%s) of the commune's dictionary cannot be read: %s"
                .formatted(
                    line,
                    column + 1,
                    COLUMNS.get(column),
                    shown.replaceAll("\\p{Cntrl}+", " ").strip()),
            NEXT_STEPS.get(column)));
  }
}
