// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.regex.Pattern;

/**
 * One slot, unique within its programme.
 *
 * @param value 1 to 14 of a–z, 0–9, in groups parted by single '-'
 * @throws IllegalArgumentException if the value is not of that form
 */
public record SlotId(String value) {
  private static final Pattern ALLOWED = Pattern.compile("(?=.{1,14}$)[a-z0-9]+(-[a-z0-9]+)*");

  public SlotId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "SlotId is 1 to 14 of a-z, 0-9 and single '-', was \"%s\".".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
