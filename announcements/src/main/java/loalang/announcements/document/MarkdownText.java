// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markdown (CommonMark). Walked without recursion: emphasis may be nested as deep as it likes. */
final class MarkdownText {
  private MarkdownText() {}

  static String of(String markdown, DocumentLimits limits) {
    refuseDeepNesting(markdown, limits);
    Parser parser = Parser.builder().build();
    Flow flow = new Flow();
    Node root = parser.parse(markdown);
    @Nullable Node node = root;
    int depth = 0;
    while (node != null) {
      start(node, flow, limits);
      Node child = node instanceof Image ? null : node.getFirstChild();
      if (child != null) {
        depth++;
        if (depth > limits.depth()) {
          throw Refusals.tooDeep(limits.depth());
        }
        node = child;
        continue;
      }
      end(node, flow);
      while (node != null && node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
        if (node != null) {
          end(node, flow);
        }
      }
      node = node == null || node == root ? null : node.getNext();
    }
    return flow.text();
  }

  /** The parser sets no bound to nesting and recurses into it, so marks are counted first. */
  private static void refuseDeepNesting(String markdown, DocumentLimits limits) {
    int quotes = 0;
    int marks = 0;
    boolean head = true;
    char before = '\n';
    for (int i = 0; i < markdown.length(); i++) {
      char sign = markdown.charAt(i);
      if (sign == '\n') {
        marks = before == '\n' ? 0 : marks;
        quotes = 0;
        head = true;
      } else {
        head &= sign == '>' || sign == ' ';
        quotes += head && sign == '>' ? 1 : 0;
        marks += "*_[".indexOf(sign) >= 0 && sign != before ? 1 : 0;
      }
      before = sign;
      if (quotes > limits.depth() || marks > 2 * limits.depth()) {
        throw Refusals.tooDeep(limits.depth());
      }
    }
  }

  private static void start(Node node, Flow flow, DocumentLimits limits) {
    if (node instanceof Text text) {
      flow.add(text.getLiteral());
    } else if (node instanceof Code code) {
      flow.add(code.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      flow.add(" ");
    } else if (node instanceof HardLineBreak) {
      flow.endLine();
    } else if (node instanceof ListItem item) {
      flow.startItem(mark(item));
    } else if (node instanceof HtmlBlock html) {
      flow.add(HtmlText.of(html.getLiteral(), limits));
    } else if (node instanceof FencedCodeBlock code) {
      flow.add(code.getLiteral());
    } else if (node instanceof IndentedCodeBlock code) {
      flow.add(code.getLiteral());
    }
  }

  private static void end(Node node, Flow flow) {
    if (node instanceof Block) {
      flow.endLine();
    }
  }

  private static String mark(ListItem item) {
    if (!(item.getParent() instanceof OrderedList list)) {
      return "- ";
    }
    Integer first = list.getMarkerStartNumber();
    int number = first == null ? 1 : first;
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    return number + ". ";
  }
}
