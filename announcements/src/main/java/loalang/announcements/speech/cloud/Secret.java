// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

/** A key or token: it goes into requests and into nothing else. */
final class Secret {
  private static final int LONGEST = 8_192;

  private final String value;

  /**
   * A key.
   *
   * @throws IllegalArgumentException if it is blank, very long or holds a sign no header may hold;
   *     the message never holds the key
   */
  Secret(String value) {
    String stripped = value.strip();
    if (stripped.isEmpty()
        || stripped.length() > LONGEST
        || !stripped.chars().allMatch(sign -> sign > ' ' && sign < 127)) {
      throw new IllegalArgumentException(
          "A key is 1 to %d visible ASCII characters.".formatted(LONGEST));
    }
    this.value = stripped;
  }

  /** For a request, and only there. */
  String forRequest() {
    return value;
  }

  /** The text without the key, whoever put it there. */
  String hiddenIn(String text) {
    return text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
