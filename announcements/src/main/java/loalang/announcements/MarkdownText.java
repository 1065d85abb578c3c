// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What of a Markdown text is to be said: headings and paragraphs parted by blank lines, each item
 * of a list on a line of its own after "- " or its number, and no mark-up. HTML and the addresses
 * of links are not said.
 */
final class MarkdownText extends AbstractVisitor {
  private static final String BLANK_LINE = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private String opening = "";

  private MarkdownText() {}

  static String plain(String markdown) {
    MarkdownText visitor = new MarkdownText();
    Parser.builder().build().parse(markdown).accept(visitor);
    return visitor.text.toString();
  }

  @Override
  public void visit(Heading heading) {
    beginBlock();
    visitChildren(heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    beginBlock();
    visitChildren(paragraph);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    beginBlock();
    text.append(code.getLiteral().strip());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    beginBlock();
    text.append(code.getLiteral().strip());
  }

  @Override
  public void visit(ListItem item) {
    opening = (item.getPrevious() == null ? BLANK_LINE : "\n") + mark(item);
    visitChildren(item);
  }

  @Override
  public void visit(Code code) {
    text.append(code.getLiteral());
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    text.append('\n');
  }

  private void beginBlock() {
    String before = opening.isEmpty() ? BLANK_LINE : opening;
    text.append(text.isEmpty() ? before.stripLeading() : before);
    opening = "";
  }

  /** A number is worth saying, a bullet is only worth hearing as a pause. */
  private static String mark(ListItem item) {
    if (!(item.getParent() instanceof OrderedList list)) {
      return "- ";
    }
    int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
    for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    return number + ". ";
  }
}
