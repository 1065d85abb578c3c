// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.document.Block.Kind;
import loalang.announcements.script.SourceSpan;

/**
 * Recognises the parts of an official letter (decree 30/2020/NĐ-CP, annex I) line by line, then
 * finds the part that is meant to be read aloud. Pure.
 */
final class Structure {
  private static final int MOST_RUNNING_HEAD = 80;
  private static final int RUNNING_HEAD_TIMES = 3;
  private static final int HEADER_LINES = 20;

  private final String text;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Integer> times = new HashMap<>();
  private Kind last = Kind.SENDER;
  private boolean closed;
  private boolean formal;

  private Structure(String text) {
    this.text = text;
  }

  static Document of(String text) {
    Structure structure = new Structure(text);
    structure.countLines();
    structure.readLines();
    return new Document(text, CoverLetter.leftOut(text, structure.blocks));
  }

  private void countLines() {
    text.lines().map(String::strip).forEach(line -> times.merge(line, 1, Integer::sum));
    // A notice without the forms of a letter has no sender to leave out and no signature.
    formal =
        text.lines()
            .filter(line -> !line.isBlank())
            .limit(HEADER_LINES)
            .map(line -> new LetterLine(line.strip()))
            .anyMatch(line -> line.isNationalHeading() || line.isAddressee());
  }

  private void readLines() {
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      addLine(at, end);
      at = end + 1;
    }
  }

  private void addLine(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      Kind kind = kindOf(new LetterLine(text.substring(start, end)));
      blocks.add(new Block(kind, new SourceSpan(start, end), kind.isSpoken()));
      // A page break may fall anywhere; what goes around it goes on.
      last = kind == Kind.PAGE_FURNITURE ? last : kind;
    }
  }

  private Kind kindOf(LetterLine line) {
    if (line.isPageNumber() || line.isPlaceholder() || isRunningHead(line)) {
      return Kind.PAGE_FURNITURE;
    }
    if (line.isNationalHeading()) {
      return Kind.NATIONAL_HEADING;
    }
    if (line.isRecipients()) {
      closed = true;
      return Kind.RECIPIENTS;
    }
    if (line.isAttachmentNote()) {
      return Kind.ATTACHMENT_NOTE;
    }
    if (line.isAttachmentTitle()) {
      closed = false;
      return Kind.HEADING;
    }
    return closed || isSigningOffice(line) ? afterLetter(line) : inLetter(line);
  }

  private Kind inLetter(LetterLine line) {
    if (line.isPlaceAndDate()) {
      return Kind.PLACE_AND_DATE;
    }
    if (line.isPaperNumber() && isHeader()) {
      return Kind.PAPER_NUMBER;
    }
    if (line.isAddressee() || (last == Kind.ADDRESSEE && line.isListItem())) {
      return Kind.ADDRESSEE;
    }
    if (isHeader() && line.isSender()) {
      return Kind.SENDER;
    }
    return line.spokenKind();
  }

  private boolean isSigningOffice(LetterLine line) {
    return formal && line.isSigningOffice();
  }

  private boolean isHeader() {
    return formal
        && switch (last) {
          case SENDER, NATIONAL_HEADING, PAPER_NUMBER, PLACE_AND_DATE -> true;
          default -> false;
        };
  }

  /** Recipients and signature, in either order, until running text begins again. */
  private Kind afterLetter(LetterLine line) {
    if (isSigningOffice(line)) {
      closed = true;
      return Kind.SIGNATURE;
    }
    if (last == Kind.RECIPIENTS && (line.isListItem() || line.isInBrackets())) {
      return Kind.RECIPIENTS;
    }
    if (line.isOfficeOrName()) {
      return Kind.SIGNATURE;
    }
    closed = false;
    return line.spokenKind();
  }

  private boolean isRunningHead(LetterLine line) {
    return times.getOrDefault(line.text(), 0) >= RUNNING_HEAD_TIMES
        && line.text().length() < MOST_RUNNING_HEAD
        && line.spokenKind() == Kind.PARAGRAPH
        && ":.;?!".indexOf(line.text().charAt(line.text().length() - 1)) < 0;
  }
}
