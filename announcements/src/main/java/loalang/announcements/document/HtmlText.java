// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

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
      Set.of("head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "button");
  private static final Set<String> INLINE_ENDS = Set.of("br", "hr");

  private HtmlText() {}

  static String of(String html, DocumentLimits limits) {
    Flow flow = new Flow();
    NodeTraversor.filter(new Walk(flow, limits), Jsoup.parse(html));
    return flow.text();
  }

  private record Walk(Flow flow, DocumentLimits limits) implements NodeFilter {

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
        case "tr" -> flow.startRow();
        case "li" -> {
          flow.endLine();
          flow.startItem("- ");
        }
        case "td", "th" -> {}
        default -> {
          if (element.isBlock() || INLINE_ENDS.contains(name)) {
            flow.endLine();
          }
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "tr" -> flow.endRow();
          case "td", "th" -> flow.endCell();
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
