// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenDocument text (ISO/IEC 26300, part 1, 5 and 6). Holds the state of one document. */
final class OpenElements implements OfficeElements {
  private static final String BULLET = "- ";

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final Deque<Items> lists = new ArrayDeque<>();
  private String styleName = "";
  private int paragraphs;
  private int headingRows;

  /** How one level of a list style writes its labels. */
  private record Style(String prefix, String format, String suffix, int start) {}

  /** A list under way. */
  private static final class Items {
    private final String style;
    private final String key;
    private int number;

    Items(String style, String key, int number) {
      this.style = style;
      this.key = key;
      this.number = number;
    }
  }

  @Override
  public boolean isHidden(String element) {
    return switch (element) {
      case "note", "annotation", "tracked-changes", "table-of-content", "forms" -> true;
      default -> false;
    };
  }

  @Override
  public void start(String element, Attributes attributes, Flow flow) {
    switch (element) {
      case "p", "h" -> paragraphs++;
      case "s", "tab" -> flow.add(" ");
      case "line-break" -> flow.endLine();
      case "list-style" -> styleName = String.valueOf(attributes.get("name"));
      case "list-level-style-number" -> addStyle(attributes);
      case "list" -> startList(attributes);
      case "list-item" -> flow.startItem(label(attributes));
      case "table" -> flow.startTable();
      case "table-header-rows" -> headingRows++;
      case "table-row" -> {
        if (headingRows > 0) {
          flow.markHeading();
        }
      }
      default -> {}
    }
  }

  private void addStyle(Attributes attributes) {
    styles.put(
        styleName + "/" + attributes.number("level", 1),
        new Style(
            orEmpty(attributes.get("num-prefix")),
            orEmpty(attributes.get("num-format")),
            orEmpty(attributes.get("num-suffix")),
            attributes.number("start-value", 1)));
  }

  private void startList(Attributes attributes) {
    String named = attributes.get("style-name");
    Items outer = lists.peek();
    String style = named != null ? named : outer == null ? "" : outer.style;
    String key = style + "/" + (lists.size() + 1);
    Style known = styles.get(key);
    int first = known == null ? 1 : known.start();
    boolean goesOn =
        "true".equals(attributes.get("continue-numbering"))
            || attributes.get("continue-list") != null;
    int number = goesOn ? counted.getOrDefault(key, first - 1) : first - 1;
    lists.push(new Items(style, key, number));
  }

  private String label(Attributes attributes) {
    Items items = lists.peek();
    Style style = items == null ? null : styles.get(items.key);
    if (items == null || style == null || style.format().isEmpty()) {
      return BULLET;
    }
    items.number = attributes.number("start-value", items.number + 1);
    counted.put(items.key, items.number);
    String number = NumberFormat.written(style.format(), items.number);
    return style.prefix() + number + style.suffix() + " ";
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public void end(String element, Flow flow) {
    switch (element) {
      case "p", "h" -> {
        paragraphs--;
        flow.endLine();
      }
      case "list" -> lists.poll();
      case "table-header-rows" -> headingRows--;
      case "table-cell" -> flow.endCell();
      case "table-row" -> flow.endRow();
      case "table" -> flow.endTable();
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
