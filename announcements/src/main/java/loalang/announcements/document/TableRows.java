// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rows of one table. Where its first row says what the columns hold, each row is said with it,
 * as an announcer would: "Thôn Đông | Thời gian: 7h30 | Địa điểm: nhà văn hóa".
 */
final class TableRows {
  private static final String CELL = " | ";
  private static final int LONGEST_HEADING = 40;
  private static final int FEWEST_ROWS = 3;

  private final List<Row> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private StringBuilder cell = new StringBuilder();
  private boolean heading;

  private record Row(List<String> cells, boolean heading) {}

  void endParagraph(String text) {
    String words = text.strip();
    if (!words.isEmpty()) {
      cell.append(cell.isEmpty() ? "" : "\n").append(words);
    }
  }

  void markHeading() {
    heading = true;
  }

  void endCell() {
    cells.add(cell.toString());
    cell = new StringBuilder();
  }

  void endRow() {
    if (!cell.isEmpty()) {
      endCell();
    }
    if (!cells.isEmpty()) {
      rows.add(new Row(cells, heading));
    }
    cells = new ArrayList<>();
    heading = false;
  }

  List<String> lines() {
    endRow();
    List<String> lines = new ArrayList<>();
    boolean headed = isHeaded();
    for (int i = headed ? 1 : 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.cells().size() == 1) {
        lines.addAll(List.of(row.cells().get(0).split("\n", -1)));
      } else if (headed && row.cells().size() == rows.get(0).cells().size()) {
        lines.add(withHeadings(rows.get(0).cells(), row.cells()));
      } else {
        lines.add(plain(row.cells()));
      }
    }
    return lines;
  }

  /** A marked heading, or a first row of short names above rows of the same shape. */
  private boolean isHeaded() {
    if (rows.size() < 2 || rows.get(0).cells().size() < 2) {
      return false;
    }
    if (rows.get(0).heading()) {
      return true;
    }
    int columns = rows.get(0).cells().size();
    boolean regular = rows.stream().allMatch(row -> row.cells().size() == columns);
    return regular
        && rows.size() >= FEWEST_ROWS
        && rows.get(0).cells().stream().allMatch(TableRows::isName)
        && rows.stream().skip(1).flatMap(row -> row.cells().stream()).anyMatch(TableRows::hasDigit);
  }

  /** The names of columns; the heads of letters are laid out in tables too, and are none. */
  private static boolean isName(String cell) {
    boolean letter = cell.contains("CỘNG HÒA") || cell.contains("CỘNG HOÀ") || cell.contains("Nơi");
    boolean shaped = !cell.isBlank() && cell.length() <= LONGEST_HEADING && !cell.contains("\n");
    return shaped && !letter && !hasDigit(cell) && ".:;,".indexOf(last(cell)) < 0;
  }

  private static char last(String cell) {
    return cell.charAt(cell.length() - 1);
  }

  private static boolean hasDigit(String cell) {
    return cell.chars().anyMatch(Character::isDigit);
  }

  private static String withHeadings(List<String> headings, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String words = inOneLine(cells.get(i));
      String heading = inOneLine(headings.get(i));
      if (i == 0 && isOrder(heading) && hasDigit(words)) {
        line.append(words.replaceAll("[.)]$", "")).append(". ");
      } else if (!words.isEmpty()) {
        line.append(endsOpen(line) ? "" : CELL);
        line.append(isSaid(heading, words) ? "" : heading + ": ").append(words);
      }
    }
    return line.toString();
  }

  private static boolean endsOpen(StringBuilder line) {
    return line.isEmpty() || line.toString().endsWith(". ");
  }

  private static boolean isOrder(String heading) {
    String name = heading.toUpperCase(Locale.ROOT);
    return name.equals("STT")
        || name.equals("TT")
        || name.equals("SỐ TT")
        || name.equals("SỐ THỨ TỰ");
  }

  /** "Thôn: Thôn Đông" would say it twice. */
  private static boolean isSaid(String heading, String words) {
    return heading.isEmpty()
        || words.toLowerCase(Locale.ROOT).startsWith(heading.toLowerCase(Locale.ROOT));
  }

  private static String plain(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      if (!cell.isBlank()) {
        line.append(line.isEmpty() ? "" : CELL).append(inOneLine(cell));
      }
    }
    return line.toString();
  }

  private static String inOneLine(String cell) {
    return cell.replace('\n', ' ').strip();
  }
}
