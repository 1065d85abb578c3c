// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/** WordprocessingML (ECMA-376, part 1, 17.3). Holds the state of one document. */
final class WordElements implements OfficeElements {
  private boolean inText;

  @Override
  public boolean isHidden(String element) {
    // A fallback repeats, for older programs, what its alternative has just said.
    return element.equals("Fallback") || element.equals("del") || element.equals("moveFrom");
  }

  @Override
  public void start(String element, Flow flow) {
    switch (element) {
      case "t" -> inText = true;
      case "tab" -> flow.add(" ");
      case "br", "cr" -> flow.endLine();
      case "numPr" -> flow.startItem("- ");
      case "tr" -> flow.startRow();
      default -> inText = false;
    }
  }

  @Override
  public void end(String element, Flow flow) {
    switch (element) {
      case "t" -> inText = false;
      case "p" -> flow.endLine();
      case "tc" -> flow.endCell();
      case "tr" -> flow.endRow();
      default -> inText = false;
    }
  }

  @Override
  public void text(String characters, Flow flow) {
    if (inText) {
      flow.add(characters);
    }
  }
}
