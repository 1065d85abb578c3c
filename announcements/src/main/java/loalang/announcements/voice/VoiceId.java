// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.regex.Pattern;

/**
 * The name of a voice in the catalogue, as written in front matter.
 *
 * @param value 3 to 48 of a–z, 0–9 and '-', not starting with '-'
 * @throws IllegalArgumentException if the value is not of that form
 */
public record VoiceId(String value) {
  private static final Pattern ALLOWED =
      Pattern.compile("[a-z0-9][a-z0-9-]{2,47}", Pattern.UNICODE_CHARACTER_CLASS);

  public VoiceId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A voice is named by %s, was \"%s\".".formatted(ALLOWED, value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
