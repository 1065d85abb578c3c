// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The automatic numbers of a Word document ({@code word/numbering.xml}, ECMA-376 part 1, 17.9),
 * counted again: Word writes only the place of an item in its list, never the number itself. Reads
 * its own part as the elements of one; then gives the label of each item in turn.
 */
final class WordNumbering implements OfficeElements {
  private static final int LEVELS = 9;
  private static final int LONGEST_LABEL = 40;
  private static final String BULLET = "-";

  private final Map<String, Level[]> lists = new HashMap<>();
  private final Map<String, String> listOfNumber = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();
  private final Map<String, Integer> restarts = new HashMap<>();
  private Level[] list = new Level[LEVELS];
  private @Nullable String number;
  private int level;

  private static final class Level {
    private String format = "decimal";
    private String text = "%1.";
    private int start = 1;
  }

  @Override
  public boolean isHidden(String element) {
    return element.equals("pPr") || element.equals("rPr");
  }

  @Override
  public void start(String element, Attributes attributes, Flow flow) {
    String value = attributes.get("val");
    switch (element) {
      case "abstractNum" -> {
        list = levels();
        number = null;
        lists.put(String.valueOf(attributes.get("abstractNumId")), list);
      }
      case "lvl" -> level = Math.min(attributes.number("ilvl", 0), LEVELS - 1);
      case "num" -> number = attributes.get("numId");
      case "abstractNumId" -> listOfNumber.put(String.valueOf(number), String.valueOf(value));
      case "lvlOverride" -> level = Math.min(attributes.number("ilvl", 0), LEVELS - 1);
      case "startOverride" -> restarts.put(number + "/" + level, attributes.number("val", 1));
      default -> setLevel(element, attributes);
    }
  }

  private void setLevel(String element, Attributes attributes) {
    String value = attributes.get("val");
    if (number != null || value == null) {
      return; // a level that one list overrides whole is rare and only its start is kept
    }
    switch (element) {
      case "start" -> list[level].start = attributes.number("val", 1);
      case "numFmt" -> list[level].format = value;
      case "lvlText" ->
          list[level].text = value.substring(0, Math.min(value.length(), LONGEST_LABEL));
      default -> {}
    }
  }

  private static Level[] levels() {
    Level[] levels = new Level[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = new Level();
    }
    return levels;
  }

  @Override
  public void end(String element, Flow flow) {}

  @Override
  public void text(String characters, Flow flow) {}

  /** The label of the next item of a list at a level; "-" for bullets and unknown lists. */
  String next(String numberId, int levelOfItem) {
    String listId = listOfNumber.get(numberId);
    Level[] levels = listId == null ? null : lists.get(listId);
    if (listId == null || levels == null) {
      return BULLET;
    }
    int at = Math.max(0, Math.min(levelOfItem, LEVELS - 1));
    int[] counts = counters.computeIfAbsent(listId, ignored -> new int[LEVELS]);
    Integer restart = restarts.remove(numberId + "/" + at);
    if (restart != null) {
      counts[at] = restart;
    } else {
      counts[at] = counts[at] == 0 ? levels[at].start : counts[at] + 1;
    }
    for (int deeper = at + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = 0;
    }
    return levels[at].format.equals("bullet") ? BULLET : label(levels, counts, at);
  }

  private static String label(Level[] levels, int[] counts, int at) {
    StringBuilder label = new StringBuilder();
    String text = levels[at].text;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int place = i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
      if (sign == '%' && place >= 0 && place < LEVELS) {
        int count = counts[place] == 0 ? levels[place].start : counts[place];
        label.append(NumberFormat.written(levels[place].format, count));
        i++;
      } else {
        label.append(sign);
      }
    }
    return label.toString();
  }
}
