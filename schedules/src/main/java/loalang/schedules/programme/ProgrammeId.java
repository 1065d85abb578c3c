// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.regex.Pattern;

/**
 * One programme or campaign. Given to the book again, it replaces the one before.
 *
 * @param value 1 to 24 of a–z, 0–9, in groups parted by single '-'
 * @throws IllegalArgumentException if the value is not of that form
 */
public record ProgrammeId(String value) {
  private static final Pattern ALLOWED = Pattern.compile("(?=.{1,24}$)[a-z0-9]+(-[a-z0-9]+)*");

  public ProgrammeId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "ProgrammeId is 1 to 24 of a-z, 0-9 and single '-', was \"%s\".".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
