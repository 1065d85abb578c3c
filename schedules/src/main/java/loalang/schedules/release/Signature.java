// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody said yes.
 *
 * @param name the person's account or name, 1 to 80 characters
 * @param at when
 * @throws IllegalArgumentException if the name is blank or too long
 */
public record Signature(String name, Instant at) {
  private static final int LONGEST_NAME = 80;

  public Signature {
    name = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A signature has a name of 1 to %d characters, had %d."
              .formatted(LONGEST_NAME, name.length()));
    }
  }

  /** True if both names are one person's, however they are typed. */
  public boolean isOfSamePersonAs(Signature other) {
    return name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
  }
}
