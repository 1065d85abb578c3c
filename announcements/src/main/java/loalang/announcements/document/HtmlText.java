// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** HTML: what a reader of the page sees, without its scripts, menus and pictures. */
final class HtmlText {
  private static final Set<String> HIDDEN =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "svg",
          "iframe",
          "button",
          "footer",
          "aside",
          "select");
  private static final Set<String> INLINE_ENDS = Set.of("br", "hr");

  private HtmlText() {}

  static String of(String html, DocumentLimits limits) {
    Flow flow = new Flow();
    NodeTraversor.filter(new Walk(flow, limits, new IdentityHashMap<>()), Jsoup.parse(html));
    return flow.text();
  }

  private record Walk(Flow flow, DocumentLimits limits, IdentityHashMap<Node, Integer> nextNumbers)
      implements NodeFilter {

    @Override
    public FilterResult head(Node node, int depth) {
      if (depth > limits.depth()) {
        throw Refusals.tooDeep(limits.depth());
      }
      if (node instanceof TextNode text) {
        String words = text.text();
        flow.add(words);
      } else if (node instanceof Element element) {
        return start(element);
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult start(Element element) {
      String name = element.normalName();
      if (HIDDEN.contains(name)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      switch (name) {
        case "table" -> flow.startTable();
        case "tr" -> {
          if (!element.select("> th").isEmpty() && element.select("> td").isEmpty()) {
            flow.markHeading();
          }
        }
        case "li" -> {
          flow.endLine();
          flow.startItem(mark(element));
        }
        case "sup" -> {
          return element.select("a").isEmpty() ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
        }
        case "td", "th", "thead", "tbody", "tfoot" -> {}
        default -> {
          if (element.isBlock() || INLINE_ENDS.contains(name)) {
            flow.endLine();
          }
        }
      }
      return FilterResult.CONTINUE;
    }

    private String mark(Element item) {
      Element list = item.parent();
      if (list == null || !list.normalName().equals("ol")) {
        return "- ";
      }
      String start = list.attr("start");
      boolean given =
          start.length() > 0
              && start.length() < 6
              && start.chars().allMatch(c -> c >= '0' && c <= '9');
      int number = nextNumbers.getOrDefault(list, given ? Integer.parseInt(start) : 1);
      nextNumbers.put(list, number + 1);
      String type = list.attr("type");
      return NumberFormat.written(type, number) + (type.equals("a") ? ") " : ". ");
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "table" -> flow.endTable();
          case "tr" -> flow.endRow();
          case "td", "th" -> flow.endCell();
          case "thead", "tbody", "tfoot" -> {}
          default -> {
            if (element.isBlock()) {
              flow.endLine();
            }
          }
        }
      }
      return FilterResult.CONTINUE;
    }
  }
}
