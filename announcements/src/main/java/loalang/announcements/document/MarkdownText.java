// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.IdentityHashMap;
import loalang.protocol.ProblemException;
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

/**
 * What of a Markdown text (CommonMark) is to be said: no mark-up, no addresses of links. Walked
 * without recursion and within limits, whoever sent it. Pure, any thread.
 */
public final class MarkdownText {
  private static final String LIST_SIGNS = "-+*.)";
  private static final String FENCE = "---";
  private static final int MARKS_A_LEVEL = 4;

  private final DocumentLimits limits;
  private final Flow flow;
  private final IdentityHashMap<Node, Integer> nextNumbers = new IdentityHashMap<>();

  private MarkdownText(DocumentLimits limits, Flow flow) {
    this.limits = limits;
    this.flow = flow;
  }

  /**
   * The words of a notice: blocks parted by blank lines, each item of a list on a line of its own
   * after "- " or its number.
   *
   * @throws ProblemException DOCUMENT_NESTED_TOO_DEEP
   */
  public static String plain(String markdown) {
    return new MarkdownText(DocumentLimits.standard(), Flow.withBlankLines()).read(markdown);
  }

  static String of(String markdown, DocumentLimits limits) {
    return new MarkdownText(limits, new Flow()).read(withoutFrontMatter(markdown));
  }

  /** What is between a first line of --- and the next is for programs. */
  private static String withoutFrontMatter(String markdown) {
    boolean opened = markdown.startsWith(FENCE + "\n");
    int end = opened ? markdown.indexOf("\n" + FENCE, FENCE.length()) : -1;
    int rest = end < 0 ? -1 : markdown.indexOf('\n', end + 1);
    boolean closed = end >= 0 && (rest < 0 ? markdown.length() : rest) == end + 1 + FENCE.length();
    return !closed ? markdown : rest < 0 ? "" : markdown.substring(rest + 1);
  }

  private String read(String markdown) {
    refuseDeepNesting(markdown, limits);
    Node root = Parser.builder().build().parse(markdown);
    walk(root);
    return flow.text();
  }

  private void walk(Node root) {
    @Nullable Node node = root;
    int depth = 0;
    while (node != null) {
      start(node);
      Node child = node instanceof Image ? null : node.getFirstChild();
      if (child != null) {
        depth++;
        if (depth > limits.depth()) {
          throw Refusals.tooDeep(limits.depth());
        }
        node = child;
        continue;
      }
      end(node);
      while (node != null && node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
        if (node != null) {
          end(node);
        }
      }
      node = node == null || node == root ? null : node.getNext();
    }
  }

  /** The parser sets no bound to nesting and retries what is not closed: marks come first. */
  private static void refuseDeepNesting(String markdown, DocumentLimits limits) {
    int levels = 0;
    int marks = 0;
    boolean head = true;
    char before = '\n';
    for (int i = 0; i < markdown.length(); i++) {
      char sign = markdown.charAt(i);
      if (sign == '\n') {
        marks = before == '\n' ? 0 : marks;
        levels = 0;
        head = true;
      } else {
        head &= opensBlock(sign);
        boolean item = LIST_SIGNS.indexOf(before) >= 0 && Character.isWhitespace(sign);
        levels += head && (sign == '>' || item) ? 1 : 0;
        marks += "*_[]<`".indexOf(sign) >= 0 && sign != before ? 1 : 0;
      }
      before = sign;
      if (levels > limits.depth() || marks > MARKS_A_LEVEL * limits.depth()) {
        throw Refusals.tooDeep(limits.depth());
      }
    }
  }

  private static boolean opensBlock(char sign) {
    boolean list = LIST_SIGNS.indexOf(sign) >= 0 || (sign >= '0' && sign <= '9');
    return list || sign == '>' || Character.isWhitespace(sign);
  }

  private void start(Node node) {
    if (node instanceof Text text) {
      flow.add(text.getLiteral());
    } else if (node instanceof Code code) {
      flow.add(code.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      flow.add(" ");
    } else if (node instanceof HardLineBreak) {
      flow.breakLine();
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

  private void end(Node node) {
    if (node instanceof Block) {
      flow.endLine();
    }
  }

  private String mark(ListItem item) {
    if (!(item.getParent() instanceof OrderedList list)) {
      return "- ";
    }
    Integer first = list.getMarkerStartNumber();
    int number = nextNumbers.getOrDefault(list, first == null ? 1 : first);
    nextNumbers.put(list, number + 1);
    return number + ". ";
  }
}
