// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.util.List;

/**
 * A topic filter (MQTT 5.0 §4.7) that can tell whether it lets in everything another one does.
 *
 * @param levels its levels, at least one
 */
record TopicFilter(List<String> levels) {
  private static final String ONE = "+";
  private static final String REST = "#";

  TopicFilter {
    levels = List.copyOf(levels);
  }

  static TopicFilter of(String filter) {
    return new TopicFilter(List.of(filter.split("/", -1)));
  }

  /** True if whatever matches the other filter also matches this one. */
  boolean covers(TopicFilter other) {
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (level.equals(REST)) {
        return true;
      }
      if (i >= other.levels.size() || !covers(level, other.levels.get(i))) {
        return false;
      }
    }
    return levels.size() == other.levels.size();
  }

  private static boolean covers(String level, String other) {
    if (other.equals(REST)) {
      return false; // wider than any single level
    }
    return level.equals(ONE) || level.equals(other);
  }
}
