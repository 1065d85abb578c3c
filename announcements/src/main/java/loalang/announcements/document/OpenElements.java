// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/** OpenDocument text (ISO/IEC 26300, part 1, 5 and 6). Holds the state of one document. */
final class OpenElements implements OfficeElements {
  private int paragraphs;

  @Override
  public boolean isHidden(String element) {
    return switch (element) {
      case "note", "annotation", "tracked-changes", "automatic-styles" -> true;
      default -> false;
    };
  }

  @Override
  public void start(String element, Flow flow) {
    switch (element) {
      case "p", "h" -> paragraphs++;
      case "s", "tab" -> flow.add(" ");
      case "line-break" -> flow.endLine();
      case "list-item" -> flow.startItem("- ");
      case "table-row" -> flow.startRow();
      default -> {}
    }
  }

  @Override
  public void end(String element, Flow flow) {
    switch (element) {
      case "p", "h" -> {
        paragraphs--;
        flow.endLine();
      }
      case "table-cell" -> flow.endCell();
      case "table-row" -> flow.endRow();
      default -> {}
    }
  }

  @Override
  public void text(String characters, Flow flow) {
    if (paragraphs > 0) {
      flow.add(characters);
    }
  }
}
