// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import org.jspecify.annotations.Nullable;

/** WordprocessingML (ECMA-376, part 1, 17.3). Holds the state of one document. */
final class WordElements implements OfficeElements {
  private static final String CONTENTS = "TOC";
  private static final String NO_LIST = "0";

  private final WordNumbering numbering;
  private boolean inText;
  private boolean inProperties;
  private boolean isContents;
  private @Nullable String list;
  private int level;

  WordElements(WordNumbering numbering) {
    this.numbering = numbering;
  }

  @Override
  public boolean isHidden(String element) {
    // A fallback repeats, for older programs, what its alternative has just said.
    return switch (element) {
      case "Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "sectPr" -> true;
      default -> false;
    };
  }

  @Override
  public void start(String element, Attributes attributes, Flow flow) {
    inText = element.equals("t");
    switch (element) {
      case "p" -> list = null;
      case "pPr" -> inProperties = true;
      case "pStyle" -> {
        isContents = String.valueOf(attributes.get("val")).startsWith(CONTENTS);
        flow.mute(isContents);
      }
      case "ilvl" -> level = attributes.number("val", 0);
      case "numPr" -> level = 0;
      case "numId" -> list = attributes.get("val");
      case "vanish" -> flow.mute(isContents || (!inProperties && isOn(attributes)));
      case "tab" -> flow.add(" ");
      case "br", "cr" -> flow.endLine();
      case "tbl" -> flow.startTable();
      case "tblHeader" -> flow.markHeading();
      default -> {}
    }
  }

  @Override
  public void end(String element, Flow flow) {
    inText = false;
    switch (element) {
      case "pPr" -> {
        inProperties = false;
        startItem(flow);
      }
      case "r" -> flow.mute(isContents);
      case "p" -> {
        flow.endLine();
        isContents = false;
        flow.mute(false);
      }
      case "tc" -> flow.endCell();
      case "tr" -> flow.endRow();
      case "tbl" -> flow.endTable();
      default -> {}
    }
  }

  private static boolean isOn(Attributes attributes) {
    String value = attributes.get("val");
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  private void startItem(Flow flow) {
    if (!isContents && list != null && !list.equals(NO_LIST)) {
      flow.startItem(numbering.next(list, level) + " ");
    }
    list = null;
  }

  @Override
  public void text(String characters, Flow flow) {
    if (inText) {
      flow.add(characters);
    }
  }
}
