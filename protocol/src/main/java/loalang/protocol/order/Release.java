// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.order;

import java.util.regex.Pattern;

/**
 * Two people said yes: what lets an emergency out, or anything else into the quiet hours. It is
 * part of what is signed, so a pole can ask for it and an auditor can read it years later.
 *
 * @param first account name of who asked: 1 to 64 of a–z, 0–9, '.', '_' and '-'
 * @param second account name of who agreed: somebody else
 * @throws IllegalArgumentException if a name is not of that form or both are the same
 */
public record Release(String first, String second) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9._-]{1,64}");

  public Release {
    if (!ALLOWED.matcher(first).matches() || !ALLOWED.matcher(second).matches()) {
      throw new IllegalArgumentException("People are named by %s.".formatted(ALLOWED));
    }
    if (first.equals(second)) {
      throw new IllegalArgumentException("A release takes two people, both were " + first + ".");
    }
  }
}
