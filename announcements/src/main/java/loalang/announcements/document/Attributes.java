// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import org.jspecify.annotations.Nullable;

/** The attributes of the element under way, by their local names. */
@FunctionalInterface
interface Attributes {
  /** Null if the element has none of this name. */
  @Nullable String get(String name);

  /** A whole number from 0 to 999,999, or what to take if it is anything else. */
  default int number(String name, int otherwise) {
    String value = get(name);
    boolean digits = value != null && !value.isEmpty() && value.length() <= 6;
    if (value == null || !digits || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return otherwise;
    }
    return Integer.parseInt(value);
  }
}
