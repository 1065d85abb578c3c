// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

/** Keeps a hostile value from filling a message or a log: at most 80 characters, no controls. */
final class Shortened {
  private static final int LIMIT_CHARACTERS = 80;

  private Shortened() {}

  static String of(String value) {
    String shown =
        value.length() <= LIMIT_CHARACTERS ? value : value.substring(0, LIMIT_CHARACTERS) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
