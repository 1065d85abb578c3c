// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/**
 * Which words the numerals and days are said with; it never changes a number or the structure.
 * Words the author wrote stay as written (a person called Linh stays Linh everywhere).
 */
public enum Dialect {
  /** nghìn, linh, mùng: the house default. */
  VI_NORTH,
  /** ngàn, lẻ, mồng. */
  VI_CENTRAL,
  /** ngàn, lẻ, mồng. */
  VI_SOUTH;

  /** The word of this dialect for a numeral word of the North. */
  String word(String northern) {
    if (this == VI_NORTH) {
      return northern;
    }
    return switch (northern) {
      case "nghìn" -> "ngàn";
      case "linh" -> "lẻ";
      case "mùng" -> "mồng";
      default -> northern;
    };
  }
}
