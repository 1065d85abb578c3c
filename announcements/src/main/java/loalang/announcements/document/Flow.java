// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/** Collects running text into lines: one for each paragraph, item and table row. */
final class Flow {
  private static final String CELL = " | ";
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final boolean blankLines;
  private boolean item;
  private boolean afterItem;
  private boolean broken;
  private int rows;

  Flow() {
    this(false);
  }

  private Flow(boolean blankLines) {
    this.blankLines = blankLines;
  }

  /** Parts its lines by blank ones, except the items of one list. */
  static Flow withBlankLines() {
    return new Flow(true);
  }

  void add(String text) {
    line.append(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
  }

  /** A mark before the words of this line, once. */
  void startItem(String mark) {
    if (line.isEmpty()) {
      line.append(mark);
      item = true;
    }
  }

  /** A new line of the same block. */
  void breakLine() {
    endLine();
    broken = true;
  }

  /** Inside a table row the line goes on in the same cell. */
  void endLine() {
    if (rows > 0) {
      line.append(' ');
    } else {
      flush();
    }
  }

  void startRow() {
    if (rows == 0) {
      flush();
    }
    rows++;
  }

  void endCell() {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    line.setLength(end);
    line.append(CELL);
  }

  void endRow() {
    rows = Math.max(0, rows - 1);
    if (rows == 0) {
      while (line.toString().stripTrailing().endsWith("|")) {
        line.setLength(line.lastIndexOf("|"));
      }
      flush();
    }
  }

  private void flush() {
    String whole = line.toString().strip();
    if (!whole.isEmpty()) {
      boolean parted = blankLines && !lines.isEmpty() && !broken && !(item && afterItem);
      lines.append(parted ? "\n" : "").append(whole).append('\n');
      afterItem = item;
      item = false;
      broken = false;
    }
    line.setLength(0);
  }

  /** Everything so far. */
  String text() {
    rows = 0;
    flush();
    return lines.toString();
  }
}
