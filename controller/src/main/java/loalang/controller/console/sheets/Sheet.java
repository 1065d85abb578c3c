// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.util.List;

/**
 * A table to keep.
 *
 * @param title above it
 * @param remarks below the title, one a line: what it covers, who made it when
 * @param columns their heads and widths
 * @param rows each with one cell a column
 * @throws IllegalArgumentException if a row has another number of cells than there are columns
 */
public record Sheet(
    String title, List<String> remarks, List<Column> columns, List<List<Cell>> rows) {
  public Sheet {
    remarks = List.copyOf(remarks);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has %d cells, was %d.".formatted(columns.size(), row.size()));
      }
    }
  }

  /**
   * A column.
   *
   * @param head above it
   * @param width a share of the page, 1 or more
   */
  public record Column(String head, int width) {}

  /** What stands in one place. */
  public sealed interface Cell {
    /** As it is read on paper. */
    String shown();

    /** Words, as they stand. */
    static Cell of(String words) {
      return new Words(words);
    }

    /** A number that can be added up. */
    static Cell of(double value, String shown) {
      return new Figure(value, shown);
    }

    /** A whole number. */
    static Cell of(long value) {
      return new Figure(value, Long.toString(value));
    }
  }

  /** Words. */
  record Words(String shown) implements Cell {}

  /** A number; {@code shown} is how a reader of the language writes it. */
  record Figure(double value, String shown) implements Cell {}
}
