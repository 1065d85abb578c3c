// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/** Collects running text into lines: one for each paragraph, item and table row. */
final class Flow {
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final boolean blankLines;
  private TableRows table = new TableRows();
  private boolean item;
  private boolean afterItem;
  private boolean broken;
  private boolean muted;
  private int tables;

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
    if (!muted) {
      line.append(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }
  }

  /** Leaves out what is added until it is turned off again. */
  void mute(boolean off) {
    muted = off;
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

  /** Inside a table the paragraph ends, but the cell goes on. */
  void endLine() {
    if (tables > 0) {
      table.endParagraph(line.toString());
      line.setLength(0);
    } else {
      flush();
    }
  }

  void startTable() {
    if (tables == 0) {
      flush();
      table = new TableRows();
    }
    tables++;
  }

  /** The row under way says what the columns hold. */
  void markHeading() {
    if (tables == 1) {
      table.markHeading();
    }
  }

  /** Tables inside cells are only text of the cell. */
  void endCell() {
    if (tables > 0) {
      endLine();
    }
    if (tables == 1) {
      table.endCell();
    }
  }

  void endRow() {
    if (tables == 1) {
      table.endRow();
    }
  }

  void endTable() {
    if (tables == 1) {
      endLine();
      tables = 0;
      for (String row : table.lines()) {
        line.append(row);
        flush();
      }
    } else {
      tables = Math.max(0, tables - 1);
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
    tables = Math.min(1, tables);
    endTable();
    flush();
    return lines.toString();
  }
}
